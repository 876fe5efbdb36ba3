"""Whether the sources are silent on a question, and what exactly they do not say."""

import re
from calendar import month_name
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf

from corpus.patterns import regex
from corpus.source import Source
from index.claims import Claim
from index.fates import HARMS
from index.pair_model import PairModel
from index.reader import Index
from index.vocabulary import common_words
from index.words import STOP_WORDS, stem, surface_words, terms
from rag.bearers import of_another
from rag.cues import Kind
from rag.evidence import FITTING, Evidence
from rag.fits import counts_another_fate, counts_the_fate
from rag.naming import asked_voice, named_sources
from rag.other_years import of_another_year
from rag.premise import unfounded
from rag.question import Question
from rag.said_of import unheard_on
from rag.slots import Slot, slots_of
from rag.stances import of_the_other_side
from rag.undone import told_as_undone
from rag.unnamed import unnamed_thing

_REMARK = regex(
    r"(?P<who>(?:[A-Z][\w’'-]+\s)+)(?:(?:spoke|speaks|talked|talks)\s(?:of|about|for|against)|called|calls|described|describes"
    r"|welcomed|welcomes|criticised|criticized|criticises|criticizes|praised|praises|condemned|condemns|demanded|demands)\b"
)
UNSPOKEN_OF = "None of them speaks of it."
ACRONYM = range(2, 4)
"""Letters of capitals after "the" that spell a small word and mean a body: longer ones are said loudly."""
_AFTER_THE = frozenset({"few", "one", "own"})
FAR = 0.2
"""How far below the best sentence the best one with what is asked for may be, or it is about something else."""
FAR_IF_NAMED = 0.4
"""The same where it counts the very thing, or measures in the very unit, that is asked for."""
FAR_IF_TOLD = 0.5
"""The same where it counts those who met with the harm asked about: a toll is seldom told beside the event's name."""
ON_THE_SUBJECT = 0.3
"""How near in meaning a sentence must be that shares no word with the question."""


def why_silent(question: Question, evidence: Sequence[Evidence], index: Index, pairs: PairModel) -> str | None:
    """What the sources do not say, in a sentence; None where they answer."""
    if not evidence:
        return UNSPOKEN_OF
    strange = unknown_names(question, index)
    if strange:
        return f"None of them mentions {' or '.join(strange)}."
    if not touches(question, evidence, index):
        return UNSPOKEN_OF
    voice = unheard_voice(question, index)
    if voice:
        return f"None of them reports anything that {voice} said."
    slots = slots_of(question)
    missing = missing_thing(slots, evidence) or near_miss(question, slots, evidence, index)
    if missing:
        return missing
    premise = (
        unfounded(question, evidence, pairs)
        or of_the_other_side(question, evidence, index)
        or told_as_undone(question, evidence, index)
    )
    return f"None of them says what the question takes for a fact (looked for as “{premise}”)." if premise else None


def near_miss(question: Question, slots: Sequence[Slot], evidence: Sequence[Evidence], index: Index) -> str | None:
    """What the sources say something near to, and do not say; None where they may say it."""
    unnamed = unnamed_thing(question.clear, slots, evidence)
    if unnamed:
        return f"None of them says which {unnamed}."
    bearer = of_another(question, evidence)
    if bearer:
        return f"They say it of another, not of {bearer}."
    counts = any(slot.kind is Kind.NUMBER for slot in slots)
    year = of_another_year(question, evidence, index) if counts else None
    if year:
        return f"None of them says it of {year}."
    unheard = unheard_on(question, evidence, index)
    return f"None of them reports what {unheard[0]} said of {unheard[1]}." if unheard else None


def touches(question: Question, evidence: Sequence[Evidence], index: Index) -> bool:
    """Whether the sources share a word with the question, or at least its subject in other words."""
    known = {stem(word) for word in index.vocabulary.counts}
    nearest = max((each.hit.cosine for each in evidence), default=-inf)
    return bool(known & set(question.words)) or nearest >= ON_THE_SUBJECT


def unknown_names(question: Question, index: Index) -> tuple[str, ...]:
    """Names in the question that no source has: capital inside it, no beginning of a sentence, no outlet.

    Where most of the question is capital, as in a headline, only words that the language lacks count.
    """
    known = {stem(word) for word in index.vocabulary.counts}
    outlets = [source.outlet or "" for source in named_sources(question.clear, index.sources)]
    outlets += [source.author or "" for source in index.sources]
    months = [month_name[source.date.month] for source in index.sources if source.date]
    known |= {stem(word) for each in (*outlets, *months) for word in surface_words(each)}
    found = []
    tokens = question.clear.split()
    titled = sum(token[:1].isupper() for token in tokens[1:]) > 0.6 * len(tokens[1:])
    for before, token in pairwise(tokens):
        name = re.sub(r"[’']s\b", "", token).strip("?!.,;:()“”\"'’‘")
        words = surface_words(name)
        is_emphasis = (titled or name.isupper()) and all(word in common_words() for word in words)
        is_small = STOP_WORDS.issuperset(words) and not name.isupper()
        is_no_name = before.endswith((".", "?", "!", ":")) or is_emphasis or is_small
        is_strange = name[:1].isupper() and not is_no_name and not any(stem(word) in known for word in words)
        if is_strange or (before.lower() == "the" and _is_strange_acronym(name, index)):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _is_strange_acronym(name: str, index: Index) -> bool:
    """Whether capitals that spell a small word, as WHO or US do, stand in no source as they are."""
    if not name.isupper() or len(name) not in ACRONYM or name.lower() not in STOP_WORDS - _AFTER_THE:
        return False
    as_written = re.compile(rf"\b{name}\b")
    return not any(as_written.search(source.text) for source in index.sources)


def unheard_voice(question: Question, index: Index) -> str | None:
    """The person whose words are asked for, where the sources name him but give no word of his."""
    voice = asked_voice(question)
    if not voice or len(question.parts) > 1:
        return None
    names = {word for word in surface_words(voice) if word in index.vocabulary.names}
    if not names or named_sources(voice, index.sources):
        return None
    spoken = _spoken(index.claims)
    return None if any(names & _voices(source, spoken.get(source.file, ())) for source in index.sources) else voice


def missing_thing(slots: Sequence[Slot], evidence: Sequence[Evidence]) -> str | None:
    """What is asked for and stands in no sentence near the best one; None where one part at least is answered."""
    slots_missing = [slot for number, slot in enumerate(slots) if _is_missing(number, slot, evidence)]
    return _missing(slots_missing[0]) if slots_missing and len(slots_missing) == len(slots) else None


def _is_missing(number: int, slot: Slot, evidence: Sequence[Evidence]) -> bool:
    if not slot.can_be_missing or any(each.filled.is_tied for each in evidence):
        return False
    if not slot.asks_for_something:  # a word for the thing may stand in any sentence on the matter
        return not any(each.fits[number] >= FITTING for each in evidence)
    # A count of others, the dead for the ill, is near to the question for that only: it sets no bar.
    bar = [each.nearness for each in evidence if not counts_another_fate(slot, each.hit.place.sentence.reading)]
    fitting = [each for each in evidence if each.fits[number] >= FITTING]
    nearest = max(fitting, key=lambda each: each.nearness, default=None)
    best = max(bar, default=-inf)
    far = nearest is not None and nearest.nearness < best - _far(slot, nearest, nearest.fits[number])
    far = far and not (nearest and _tells_what_is_paid(slot, nearest))
    return not fitting or (far and not slot.each)  # what is given for each of them stands there for no other reason


def _far(slot: Slot, nearest: Evidence, fit: float) -> float:
    """How far below the best sentence one is too far."""
    if slot.counted and slot.fate in HARMS and counts_the_fate(slot, nearest.hit.place.sentence.reading):
        return FAR_IF_TOLD
    is_named = slot.dimension if fit < 1.0 else slot.of_kind
    return FAR_IF_NAMED if is_named else FAR


def _tells_what_is_paid(slot: Slot, each: Evidence) -> bool:
    """Whether a sentence has the verb by which money is asked for: "saves" tells more of the sum than what saves it."""
    return bool(slot.paid) and slot.paid <= set(terms(each.hit.place.sentence.reading))


def _missing(slot: Slot) -> str:
    if slot.thing and not slot.asks_for_something:
        return f"None of them speaks of any {slot.thing}."
    if slot.name:
        return "None of them gives the name."
    if slot.kind is Kind.TIME:
        return "None of them says when."
    if slot.kind is Kind.DURATION:
        return "None of them says how long."
    if slot.money:
        return "None of them gives a sum of money for it."
    return (
        f"None of them gives a number of {slot.counted} for it."
        if slot.counted
        else "None of them gives a number for it."
    )


def _spoken(claims: Sequence[Claim]) -> Mapping[str, list[str]]:
    """All names under which anything is said, by file."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        names[claim.file].extend((claim.holder, *claim.through))
    return names


def _voices(source: Source, spoken: Sequence[str]) -> set[str]:
    """The words of all names under which anything is said in an article, its author's too.

    So are those before a word for a remark ("the mayor spoke of luck"), which no statement follows.
    """
    outside, end = [], 0
    for sentence in source.sentences:
        outside.append(source.text[end : sentence.start])
        end = sentence.end
    remarks = [found["who"] for sentence in source.sentences for found in _REMARK.finditer(sentence.reading)]
    texts = (source.author or "", *spoken, *outside, source.text[end:], *remarks)
    return {word for text in texts for word in surface_words(text)}
