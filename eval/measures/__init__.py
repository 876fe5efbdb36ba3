"""The measures of an answer, one a file, and the list of all of them."""

from eval.measures.catalogue import MEASURES, Measure
from eval.measures.count import Count

__all__ = ["MEASURES", "Count", "Measure"]
