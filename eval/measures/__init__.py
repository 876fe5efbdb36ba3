"""The measures of an answer, one a file, and the list of all of them."""

from eval.measures.catalogue import MEASURES
from eval.measures.count import Count
from eval.measures.measure import Measure

__all__ = ["MEASURES", "Count", "Measure"]
