"""Who says what, by the words that attribute: "X said", "according to X", "told Y"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from corpus.source import Sentence, Source
from index.numerals import COMPARATOR, DIGITS, SCALE, SPELLED
from index.source_words import REFLEXIVE, without_reflexive

_VERBS = (
    "said|says|say|told|tells|stated|states|claimed|claims|added|adds|announced|announces|declared|declares|argued"
    "|argues|warned|warns|insisted|insists|noted|notes|denied|denies|deny|confirmed|confirms|reported|reports|explained"
    "|explains|suggested|suggests|asserted|asserts|acknowledged|admitted|admits|believes|believe|believed|promised"
    "|promises|vowed|vows|accused|accuses|blamed|blames|maintained|maintains|concluded|concludes|wrote|writes|stressed"
    "|stresses|emphasized|emphasised|expressed|affirmed|affirms|alleged|alleges|alleging|estimated|estimates"
    "|reiterated|responded|responds|replied|replies|rejected|rejects|dismissed|dismisses|refuted|refutes"
    "|recalled|recalls|testified|predicted|predicts|anticipated|retracted"
    "|corrected|conceded|concedes|recommended|urged|urges|countered|pledged|indicated|indicates|disputed|disputes"
    r"|sp(?:eaks|oke)\sof"
)
_PHRASE = r"(?:[^,.;:“”\"]|(?<=\b[A-Z])\.)"
_ADVERBS = "also|then|later|recently|publicly|categorically|further|has|have|had|repeatedly|once|again|since|now|never"
_ACCORDING = regex(rf"\b[Aa]ccording to ({_PHRASE}+)")
_BEFORE = regex(rf"({_PHRASE}{{2,90}}?)(?:, [^“”\"]{{3,90}}?,)?\s+(?:(?:{_ADVERBS})\s+){{0,3}}(?:{_VERBS})\b")
_AFTER = regex(rf"[”\"]\s*(?:{_VERBS}|continued)\s+((?:[A-Z]|an? |the ){_PHRASE}{{2,80}})")
# "The union puts the number at 520", "Ann Reed, who puts the dead at nine", "was refuted by the board".
_PUTS = regex(
    rf"^({_PHRASE}{{2,90}}?)(?:,\s[^“”\"]{{3,90}}?,|,\swho)?\s+(?:(?:{_ADVERBS})\s+)?puts?\s"
    r"(?!an?\s|up\s|on\s)(?:(?!to\b)[^\s,.;:“”]+\s){1,4}?at\s"
)
# "The authority speaks of four", "the union counts 310,000": the words of whoever counts, where no noun follows.
_COUNTS = regex(
    rf"^({_PHRASE}{{2,90}}?)(?:,\s[^“”\"]{{3,90}}?,)?\s+(?:(?:{_ADVERBS}|still|only|continues?\sto)\s+){{0,3}}"
    r"(?:sp(?:eaks?|oke)\sof|counts?|counted|lists?|listed|documented|acknowledges?|acknowledged|concedes|reckons?|reckoned"
    r"|(?:sticks?|stuck)\s(?:to|with)|st(?:ands?|ood)\sby|gets?\sto|offers?|offered|demands?|demanded|wants?|wanted)\s(?:its\s)?"
    rf"(?:{COMPARATOR}\s+)*(?:{DIGITS}(?:{SCALE})?|{SPELLED})(?=\s*(?:[.,;:!?]|\Z)|\s(?:over|so\sfar|by\s\w+ing|in\sall)\b)"
)
# "The authority denied that": whose words follow is said by the sentence itself.
_DENIES_THAT = regex(
    r"^(?P<who>(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)(?:\s(?!who|that|which|said|says|never|not|hardly)[\w’'-]+){1,4}?"
    r"|(?!(?:None|Not|Few|Did|Had|Nobody|No|Neither|Some|Most|Many|Both|He|She|It|They|We|I|You|Who|This|That)\b)"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+){0,3})"
    r"\s(?:(?:also|later|again|repeatedly|publicly|categorically|flatly|has|have|had)\s){0,2}(?P<cue>den(?:ied|ies|y))\sthat\b"
)
# "The loss adjusters have arrived at 31 million": nobody arrives at an hour that is so large.
_ARRIVES = regex(
    rf"^({_PHRASE}{{2,90}}?)(?:,\s[^“”\"]{{3,90}}?,)?\s+(?:ha(?:s|ve|d)\s)?arrive[sd]?\sat\s{DIGITS}{SCALE}"
)
_NO_SPEAKER = regex(
    r"(?i:in|on|at|by|since|during|of|for|from|when|where|while|as|if|after|before|among|neither|nobody|no)\b|.*\b(?:and|or)\s"
)
# "Ann Reed, who farms there, is certain that", "the board was convinced that".
_SURE = regex(
    rf"^({_PHRASE}{{2,90}}?)(?:,\s[^“”\"]{{3,90}}?,)?\s(?:is|are|was|were|remains?|remained)\s(?:\w+ly\s|quite\s|still\s)?"
    r"(?:certain|sure|convinced|adamant|confident|positive|persuaded|doubtful|in\sno\sdoubt)\s(?:that\b|of\b|about\b)"
)
_BY = regex(rf"\b(?:denied|refuted|disputed|claimed|alleged|rejected\sas\s\w+)\sby\s({_PHRASE}{{2,80}})", re.IGNORECASE)
_BETWEEN = regex(rf"[”\"]\s+([A-Z]{_PHRASE}{{2,60}}?)(?:, [^“”\"]{{3,90}}?,)?\s+(?:{_VERBS}|continued)\b")
_PRONOUN = regex(
    r"^(?:he|she|they|it|who|which|both|we|i|some|others|many|this|that|these|those|there|what|one|all|but|and|if|as)$",
    re.IGNORECASE,
)
_LEAD = regex(
    r"^(?:(?:in|on|at|by|since|after|before|during|for|following|despite|as|when|while|however|additionally|furthermore"
    r"|similarly|meanwhile|but|and|yet|still|instead|also|then|now|today|yesterday)\b[^,“”\"]*,\s*)+",
    re.IGNORECASE,
)
_TRAIL = regex(
    r"\s+(?:who|that|which|and then|in an?|during|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in (?:\w+ )?\d{4})\b.*$"
)
_PERSON = regex(r"(?:[A-Z][\w’'-]+|[A-Z]\.)(?: (?:[A-Z][\w’'-]+|[A-Z]\.|de|van|von|bin|al))* [A-Z][\w’'-]+")
_NAME = regex(r"[A-Z][\w’'.-]*")
_DETERMINED = regex(r"^(?:a|an|the|one|several|some|its|his|her|their|our)\s", re.IGNORECASE)
_NO_NAME = {"was", "were", "is", "be", "been", "can", "let", "me", "not"}
LONGEST_HOLDER = 9


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a sentence, in the article's words; `resolved` says that a pronoun stood there."""

    holder: str
    resolved: bool = False


def attributions_of(source: Source) -> tuple[Attribution | None, ...]:
    """For each sentence who is said to say it; None where the article speaks itself, or it is not plain who does.

    "He" and "she" are the person named last in the paragraph, else the person who spoke last before it.
    """
    found: list[Attribution | None] = []
    speaker: str | None = None
    for number, sentence in enumerate(source.sentences):
        holder = named_holder(sentence.reading)
        if holder is None and _pronoun_says(sentence.reading):
            person = _person_before(source.sentences, found, number) or speaker
            found.append(Attribution(person, resolved=True) if person else None)
            speaker = person or speaker
            continue
        found.append(Attribution(holder) if holder else None)
        if holder:
            speaker = holder if _PERSON.search(holder) or _is_short_for(holder, speaker) else None
    return tuple(found)


def named_holder(reading: str) -> str | None:
    """Who a sentence itself names as its speaker, or None."""
    for cue in (_ACCORDING, _AFTER, _BETWEEN):
        told = cue.search(reading)
        if told and (name := _trim(told.group(1))):
            return name
    outside = _outside(reading)
    found = _PUTS.match(outside) or _told_bare(outside) or _SURE.match(outside)
    found = found or _BY.search(outside) or _BEFORE.match(outside)
    return _trim(found.group(1)) if found else None


def denies_that(reading: str) -> tuple[str, str] | None:
    """Who denies by the sentence itself that something is so, and the word for it: "The authority", "denied"."""
    found = _DENIES_THAT.match(_outside(reading))
    return (found["who"], found["cue"]) if found else None


def puts_a_figure(reading: str) -> bool:
    """Whether somebody puts something at a figure or an hour, or tells a bare one: "the union speaks of 520"."""
    outside = _outside(reading)
    return bool(_PUTS.match(outside) or _told_bare(outside))


def _told_bare(outside: str) -> re.Match[str] | None:
    """Who gives a figure of what was told before, where it is plainly one."""
    found = _COUNTS.match(outside) or _ARRIVES.match(outside)
    return None if found is None or _NO_SPEAKER.match(found[1]) else found


def _outside(reading: str) -> str:
    """A sentence without what leads up to it and what is quoted in it."""
    return _LEAD.sub("", _without_quotations(reading)).strip()


def _pronoun_says(reading: str) -> bool:
    """Whether "he" or "she" is who says the sentence."""
    outside = _outside(reading).strip(" ,")
    return bool(re.match(rf"(?:he|she)\s+(?:(?:{_ADVERBS})\s+){{0,3}}(?:{_VERBS})\b", outside, re.IGNORECASE))


def _person_before(sentences: Sequence[Sentence], found: Sequence[Attribution | None], number: int) -> str | None:
    """Who spoke last in the paragraph before a sentence, else the person named first in the sentence before it."""
    for earlier in range(number - 1, -1, -1):
        if sentences[earlier].paragraph != sentences[number].paragraph:
            return None
        spoke = found[earlier]
        if spoke and _PERSON.search(spoke.holder):
            return spoke.holder
        people = _PERSON.findall(_without_quotations(sentences[earlier].reading))
        if people:
            # "The minister, Jane Doe, has resigned": the name behind the title is the better one.
            return str(people[1] if f"{people[0]}, {people[-1]}," in sentences[earlier].reading else people[0])
    return None


def _is_short_for(holder: str, speaker: str | None) -> bool:
    """Whether a holder is the family name of the person who spoke before."""
    return bool(speaker) and holder in (speaker or "").split()


def _without_quotations(reading: str) -> str:
    return re.sub(r"[“\"][^“”\"]*[”\"]?", "", reading).strip()


def _trim(phrase: str) -> str | None:
    """A holder's name out of the words before or after the cue, or None where they are no name."""
    name = _TRAIL.sub("", phrase.strip()).strip(" ,.”\"'")
    if _DETERMINED.match(f"{name} ") and " " not in name:
        return None
    words = name.split()
    if REFLEXIVE.search(name):
        name = without_reflexive(name) or ""
        words = name.split()
    if not words or any(map(_PRONOUN.match, (words[0], words[-1]))):
        return None
    if len(words) > LONGEST_HOLDER or _NO_NAME & set(words):
        return None
    return name if _NAME.search(name) or _DETERMINED.match(name) else None
