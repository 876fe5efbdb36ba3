"""A statement does not use the opposite of a word that its evidence uses of the same matter: ended for began."""

import re
from collections.abc import Sequence

from rag.verdict import Evidence
from rag.verify_negation import nearest_sentences, sentences_of

# Words of any subject whose opposites cannot both be said of one thing. Pairs that one event can show from its two
# sides, as one wins what another loses, are left out.
_PAIRS = (
    (r"rose|ris(?:e|es|en|ing)|grew|grow(?:s|n|ing)?|increas\w+|climbed|jumped|soared|up from|higher than",
     r"fell|fall(?:s|en|ing)?|dropp?\w*|declin\w+|decreas\w+|shrank|plunged|sank|down from|lower than"),
    (r"began|beg(?:in|ins|inning|un)|start(?:s|ed|ing)?", r"end(?:s|ed|ing)?|finish\w*|ceased|stopped"),
    (r"profits?", r"loss(?:es)?"),
    (r"open(?:s|ed|ing)?|reopen(?:s|ed|ing)?", r"clos(?:e|es|ed|ing|ure)|shut(?:s|ting)?"),
    (r"accept(?:s|ed|ing)?|approv\w+|agreed to", r"reject\w*|refus\w+|turned down|declined to"),
    (r"support(?:s|ed|ing)?|backs?|backed|favou?r(?:s|ed)?", r"oppos(?:e|es|ed|ing|ition)"),
    (r"praised?|praises|welcom\w+", r"condemn\w*|criticis\w+|criticiz\w+"),
    (r"alive|survived", r"dead|died|killed"),
    (r"guilty|convicted", r"acquitted|innocent|cleared"),
    (r"majority|most", r"minority"),
    (r"before|prior to", r"after|following"),
    (r"arriv\w+|entered", r"departed|left"),
    (r"strengthen\w*|improv\w+", r"weaken\w*|worsen\w*|deteriorat\w+"),
    (r"allow(?:s|ed|ing)?|permit(?:s|ted)?", r"ban(?:s|ned|ning)?|prohibit\w*|forb[aio]\w+"),
    (r"legal|lawful", r"illegal|unlawful"),
    (r"safe", r"unsafe|dangerous"),
    (r"possible", r"impossible"),
    (r"likely", r"unlikely"),
)  # fmt: skip
_SIDES = tuple(
    (re.compile(rf"\b(?:{left})\b", re.IGNORECASE), re.compile(rf"\b(?:{right})\b", re.IGNORECASE))
    for left, right in _PAIRS
)
_NEGATION = re.compile(r"\b(?:not|no|never|neither|nor|without|cannot|den\w+)\b|n[’']t\b", re.IGNORECASE)


def opposite_word(claim: str, evidence: Sequence[Evidence]) -> str | None:
    """Why a word of the statement says the opposite of the evidence, or None."""
    sentences = [sentence for each in evidence for sentence in sentences_of(each.text)]
    for said in sentences_of(claim):
        told = nearest_sentences(said, sentences)
        if told and not any(map(_NEGATION.search, (said, *told))):  # a negation turns an opposite into the same
            reasons = (_opposed(said, told, *sides) for pair in _SIDES for sides in (pair, pair[::-1]))
            if reason := next(filter(None, reasons), None):
                return reason
    return None


def _opposed(said: str, told: Sequence[str], mine: re.Pattern[str], theirs: re.Pattern[str]) -> str | None:
    """Why a sentence is opposed to all that speak of the same: it has only the one word, and they only the other."""
    word, others = mine.search(said), [theirs.search(each) for each in told]
    if not word or theirs.search(said) or any(map(mine.search, told)):
        return None
    return f"the source says “{others[0].group()}”, not “{word.group()}”" if others[0] and all(others) else None
