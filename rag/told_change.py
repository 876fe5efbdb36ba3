"""A sentence that itself tells how somebody's word has changed: "the mayor, who had called it safe, now says …"."""

import re

from corpus.patterns import regex

_BEFORE = (
    r"(?:had|once|used\sto|first|initially|originally|earlier|previously|long|still"
    r"|(?:in|on|during)\s[\w\s]{2,30}?\s(?:still\s)?\w+ed)"
)
_NOW = (
    r"(?:now|today|later|has\ssince|have\ssince|no\slonger|said|says|conced(?:es|ed)|admit(?:s|ted)|accept(?:s|ed)"
    r"|announced|wants?|finds?|calls?|speaks?|sees?|thinks?)"
)
_WHO_HAD = regex(
    rf"(?P<before>[^,;.“”\"]{{3,80}},\swho\s{_BEFORE}\b[^;]{{5,160}}?),\s(?P<after>{_NOW}\b.+)",
    re.IGNORECASE | re.DOTALL,
)
# "After months of warning, he announced …", "having first denied it, the firm …".
_AFTER_SAYING = regex(
    r"\W*(?P<before>(?:after\s(?:(?:\w+\s){0,2}(?:days|weeks|months|years|decades)\sof|first|initially|long|at\sfirst)\s\w+ing"
    r"|having\s(?:first|initially|earlier|previously|originally|once|long)\s\w+)\b[^,;]{5,160}),\s(?P<after>\S.+)",
    re.IGNORECASE | re.DOTALL,
)


def told_change(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where a sentence tells what somebody said or held before, and where what he says now; None where it does not."""
    found = _WHO_HAD.match(text) or _AFTER_SAYING.match(text)
    if found is None:
        return None
    end = len(text.rstrip(" .\r\n\t"))
    return found.span("before"), (found.start("after"), end)
