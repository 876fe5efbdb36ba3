"""A sentence that itself tells how somebody's word has changed: "the mayor, who had called it safe, now says …"."""

import re

from corpus.patterns import regex

_HELD = (
    r"(?:said|called|denied|promised|vowed|insisted|claimed|warned|refused|supported|opposed|ruled\sout|announced|predicted"
    r"|demanded|considered|thought|believed|declared|argued|spoken|spoke|praised|condemned|rejected|dismissed|pledged"
    r"|wanted|sworn|swore|estimated|welcomed|defended|accused|blamed|pointed|described|maintained|assured|expected)"
)
_HOLDING = (
    r"(?:saying|calling|denying|promising|vowing|insisting|claiming|warning|refusing|supporting|opposing|ruling\sout"
    r"|announcing|predicting|demanding|arguing|speaking|praising|condemning|rejecting|dismissing|pledging|estimating"
    r"|welcoming|defending|accusing|blaming|describing|maintaining|assuring|expecting)"
)
_NOW = (
    r"(?:now|today|later|has\ssince|have\ssince|no\slonger|said|says|conced(?:es|ed)|admit(?:s|ted)|accept(?:s|ed)"
    r"|announced|wants?|finds?|calls?|speaks?|sees?|thinks?)"
)
_WHO_HAD = regex(
    rf"(?P<before>[^,;“”\"]{{3,80}},\s(?:who|which)\s(?:(?:had|once|first|initially|originally|earlier|previously|long|still"
    rf"|(?:in|on|during)\s\w+(?:\s\w+){{0,3}}?)\s){{1,3}}{_HELD}\b[^;]{{5,160}}?),\s(?P<after>{_NOW}\b.+)",
    re.IGNORECASE | re.DOTALL,
)
# "After months of warning, he announced …", "having first denied it, the firm …".
_AFTER_SAYING = regex(
    rf"\W*(?P<before>(?:after\s(?:(?:\w+\s){{0,2}}(?:days|weeks|months|years|decades)\sof|first|initially|long|at\sfirst)"
    rf"\s{_HOLDING}|having\s(?:first|initially|earlier|previously|originally|once|long)\s{_HELD})\b[^,;]{{5,160}})"
    r",\s(?P<after>\S.+)",
    re.IGNORECASE | re.DOTALL,
)


def told_change(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where a sentence tells what somebody said or held before, and where what he says now; None where it does not."""
    found = _WHO_HAD.match(text) or _AFTER_SAYING.match(text)
    if found is None:
        return None
    end = len(text.rstrip(" .\r\n\t"))
    return found.span("before"), (found.start("after"), end)
