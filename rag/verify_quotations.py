"""What a statement puts in quotation marks stands in its evidence, word for word."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from rag.verdict import Evidence

_QUOTED = regex(r"“([^”]+)”|\"([^\"]+)\"|«([^»]+)»|(?<![\w’'])[‘']([^’']{3,}(?:[’'](?=\w)[^’']*)*)[’'](?!\w)")
_LEFT_OUT = regex(r"\s*(?:\.\.\.|…|\[[^\]]*\])\s*")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def invented_quotation(claim: str, evidence: Sequence[Evidence]) -> str | None:
    """Why a quotation of the statement is none, or None where all are verbatim."""
    texts = [_plain(each.text) for each in evidence]
    for quotation in quotations_in(claim):
        parts = [part for part in map(_plain, _LEFT_OUT.split(quotation)) if part]
        if not any(_in_order(parts, text) for text in texts):
            return f"the source does not have the words “{quotation}”"
    return None


def quotations_in(text: str) -> Iterator[str]:
    """The words inside quotation marks."""
    for match in _QUOTED.finditer(text):
        yield next(group for group in match.groups() if group)


def _in_order(parts: Sequence[str], text: str) -> bool:
    """Whether the parts of a quotation, cut where it leaves words out, stand in the text one behind the other."""
    at = 0
    for part in parts:
        found = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)").search(text, at)
        if found is None:
            return False
        at = found.end()
    return True


def _plain(text: str) -> str:
    """Letters in lower case, one kind of mark, single spaces, no punctuation at the ends."""
    return " ".join(text.translate(_MARKS).lower().split()).strip(" .,;:!?-\"'")
