"""Who says what, by the words that attribute: "X said", "according to X", "told Y"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.source import Sentence, Source

_VERBS = (
    "said|says|say|told|tells|stated|states|claimed|claims|claim|added|adds|announced|announces|declared|declares|argued"
    "|argues|warned|warns|insisted|insists|noted|notes|denied|denies|deny|confirmed|confirms|reported|reports|explained"
    "|explains|suggested|suggests|asserted|asserts|acknowledged|admitted|admits|believes|believe|believed|promised"
    "|promises|vowed|vows|accused|accuses|blamed|blames|maintained|maintains|concluded|concludes|wrote|writes|stressed"
    "|stresses|emphasized|emphasised|expressed|affirmed|affirms|affirmed|alleged|alleges|alleging|estimated|estimates"
    "|estimate|reiterated|responded|responds|replied|replies|rejected|rejects|dismissed|dismisses|refuted|refutes"
    "|pointed|recalled|recalls|testified|predicted|predicts|anticipated|called|calls|described|describes|retracted"
    "|corrected|conceded|concedes|continued|recommended|urged|urges|countered|pledged|indicated|indicates|disputed|disputes"
)
_CUE = re.compile(rf"\b(?:{_VERBS})\b")
_ACCORDING = re.compile(r"\b[Aa]ccording to ((?:[^,.;:“”\"]|(?<=\b[A-Z])\.)+)")
_BEFORE = re.compile(
    rf"((?:[^,.;:“”\"]|(?<=\b[A-Z])\.){{2,90}}?)\s+(?:(?:also|then|later|recently|publicly|categorically|further|has|have|had|is|was|repeatedly|once|again|since|now)\s+){{0,3}}(?:{_VERBS})\b"
)
_AFTER = re.compile(rf"[”\"’,]\s*(?:{_VERBS})\s+([A-Z](?:[^,.;:“”\"]|(?<=\b[A-Z])\.){{2,80}})")
_PRONOUN = re.compile(
    r"^(?:he|she|they|it|who|which|both|we|i|some|others|many|this|that|these|those|there|what)$", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:(?:in|on|at|by|since|after|before|during|for|following|despite|as|when|while|however|additionally|furthermore"
    r"|similarly|meanwhile|but|and|yet|still|instead|also|then|now|today|yesterday)\b[^,]*,\s*)+",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w’'.-]*")
_DETERMINED = re.compile(r"^(?:a|an|the|one|several|some|its|his|her|their|our)\s", re.IGNORECASE)
_OPENING = re.compile(r"^[“\"‘]")
LONGEST_HOLDER = 9


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a sentence, in the article's words; `resolved` says that a pronoun stood there."""

    holder: str
    resolved: bool = False


def attributions_of(source: Source) -> tuple[Attribution | None, ...]:
    """For each sentence who is said to say it; None where the article speaks itself.

    A pronoun, and a quotation without a speaker of its own, belong to the speaker before them.
    """
    found: list[Attribution | None] = []
    last: str | None = None
    for number, sentence in enumerate(source.sentences):
        holder = named_holder(sentence.reading)
        if holder is None and last and _speaks_on(source.sentences, number):
            found.append(Attribution(last, resolved=True))
            continue
        found.append(Attribution(holder) if holder else None)
        last = holder or last
    return tuple(found)


def named_holder(reading: str) -> str | None:
    """Who a sentence itself names as its speaker, or None."""
    told = _ACCORDING.search(reading)
    if told:
        return _trim(told.group(1))
    after = _AFTER.search(reading)
    if after and (name := _trim(after.group(1))):
        return name
    outside = _without_quotations(reading)
    before = _BEFORE.match(_LEAD.sub("", outside).strip())
    return _trim(before.group(1)) if before else None


def _speaks_on(sentences: Sequence[Sentence], number: int) -> bool:
    """Whether a sentence goes on with the speaker before it: a pronoun that says something, or a quotation."""
    reading = sentences[number].reading
    subject = _LEAD.sub("", _without_quotations(reading)).strip(" ,").split(" ")[0]
    says = bool(_CUE.search(_without_quotations(reading)))
    return bool(_OPENING.match(reading)) or (says and subject.lower() in {"he", "she", "they"})


def _without_quotations(reading: str) -> str:
    return re.sub(r"[“\"][^“”\"]*[”\"]?", "", reading).strip()


def _trim(phrase: str) -> str | None:
    """A holder's name out of the words before or after the cue, or None where they are no name."""
    words = re.sub(
        r"\s+(?:who|that|which|and then|in an?|during|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b.*$",
        "",
        phrase.strip(),
    )
    name = words.strip(" ,.”\"'")
    if not name or _PRONOUN.match(name.split(" ")[0]) or len(name.split()) > LONGEST_HOLDER:
        return None
    return name if _NAME.search(name) or _DETERMINED.match(name) else None
