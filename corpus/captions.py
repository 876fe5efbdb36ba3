"""Picture captions and the credits in them."""

import re

from corpus.patterns import regex

_MEDIUM = (
    r"(?:(?:cover|file|lead|main|featured?|screen)[\s-]?)?"
    r"(?:image|photo(?:graph)?|picture|pic|video|illustration|graphic|map|screenshot)s?"
)
_WHOSE = r"(?:credits?|courtesy(?:\sof)?|by|source|copyright)"
_NAMED = rf"(?:{_MEDIUM}\s*{_WHOSE}?\s*[:/©]|{_MEDIUM}\s{_WHOSE}\b|credits?\s*[:/]|©)"
_TAIL = regex(
    rf"""(?:\s*[(\[]\s*(?:{_NAMED})[^()\[\]]{{1,80}}[)\]]
    |\s*\[[^\[\]]{{2,60}}/[^\[\]]{{2,60}}\]
    |\s*©\s*[^.!?©]{{2,60}}
    |(?<=[.!?”"])\s+(?:{_NAMED})\s*[^.!?]{{2,60}}
    |(?<=[.!?”"])\s+(?:(?-i:[A-Z])[\w.&’'-]*\s?){{1,4}}/\s?(?:[\w.&’'-]+\s?){{1,5}})\.?\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAD = regex(rf"(?:caption\s*:|{_MEDIUM}\s*{_WHOSE}?\s*:|{_MEDIUM}\s{_WHOSE}\b:?|credits?:|©)\s*", re.IGNORECASE)
_TAIL_LENGTH, _LONGEST_CREDIT = 160, 90


def credit_start(text: str) -> int | None:
    """Where the credit begins that ends this text: "(Photo: Name)", "© Name", "Name/Agency"."""
    offset = max(0, len(text) - _TAIL_LENGTH)
    found = _TAIL.search(text, offset)
    return found.start() if found else None


def is_credit(text: str) -> bool:
    """Whether the whole line only says whose picture it is."""
    lead = _LEAD.match(text)
    return (
        lead is not None
        and len(text) <= _LONGEST_CREDIT
        and text.rstrip()[-1:] not in ".!?"
        and len(text.split()) <= 12
    )


def lead_end(text: str) -> int:
    """Where a caption begins that "Photo:" leads; 0 when nothing leads it."""
    lead = _LEAD.match(text)
    return lead.end() if lead and ":" in lead[0] else 0
