"""What a question takes for a fact, and whether the sources bear it out."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from index.pair_model import RELATIONS, PairModel
from index.words import surface_words, terms
from rag.cues import Kind
from rag.evidence import Evidence
from rag.question import Question

BORNE_OUT = 0.35
"""How sure the pair model must be that some sentence says what the question takes for a fact.

Of questions whose answer stands in one of six sentences, two in a hundred that ask "why" or "where" and seven that ask
"how" or "when" stay below it; of those whose answer was taken away, a third (`python -m eval.answerability`).
"""
WORDS = 0.1
"""What it adds that a sentence has all the words: questions do not inflect their verb, and the model stumbles there."""
STEM = 4
"""Letters of a stem that other forms of its word begin with."""
READ = 6
"""How many of the best sentences are read beside it."""
AT_ONCE = 3
SHORTEST = 2
"""Words of the shortest statement that can be looked for."""
NAMED, OF_DEGREE, OF_A_DEED = 4, 5, 3
"""Words that carry meaning of a premise that must be borne out: of a question with a name, of one that asks how strong
or how loud something is, and of one that asks of a deed.

"Why are the trees being cut down?" asks for a matter that articles tell in as many ways as there are articles: of 180
such questions whose answer stood in short articles a third found no sentence that agrees, and no more of those that had
none.
"""
HARDLY = 0.2
"""How sure it must be at least of a deed that nobody named did, where the best sentences speak of all but the deed."""
ALL_BUT = 0.6
"""The share of the question's words that they then have."""

_OF_THE_SOURCES = {Kind.SOURCE, Kind.COMPARISON}
_VERBS = "(?:did|does|do|is|are|was|were|will|would|has|have|had|can|could|should)"
_LEAD = r"(?:(?:and|but|so)\s+)?(?:(?:in|on|at|by|for|since|to|from|of|with|until)\s+)?"
# "How" with what it measures asks for a figure, which is looked for by itself.
_FIGURE = r"many|much|old|long|often|far|tall|high|heavy|deep|wide|fast|large|big|soon|warm|hot|cold"
_EVENT = regex(
    rf"{_LEAD}(?:why|where|when|whom|how(?!\s+(?:{_FIGURE}|come)\b)(?:\s+(?!{_VERBS}\b)\w+)?"
    rf"|(?:what|which)\s+(?:reasons?|grounds?|day|date|year|time|month|week))\s+{_VERBS}\s+(?P<said>.+)",
    re.IGNORECASE,
)
_OF_DEGREE = regex(rf"how\s+(?!{_VERBS}\b)\w+\s+{_VERBS}\b", re.IGNORECASE)
_WHERE = regex(r"\b(?:in|at|near|around|during|since)\s+(?:the\s+)?(?P<place>[\w’'-]+(?:\s+[A-Z][\w’'-]+)*)")
_DEED = regex(r"\b(?:did|does|do)\b", re.IGNORECASE)
_DONE = regex(r"\bdid\b", re.IGNORECASE)
_CAUSED = regex(
    r"what\s+(?:caused|causes|made|makes|led|drove|explains|triggered|convinced|persuaded|prompted)\s+(?P<said>.+)",
    re.IGNORECASE,
)

# How somebody judges a matter is no deed that some sentence must tell of.
_OF_A_VIEW = regex(
    rf"{_LEAD}how\s+(?:do|does|did)\s+(?:(?!who\b|which\b|that\b|when\b)[\w’'-]+\s+){{1,8}}?"
    r"(?:judge|assess|rate|regard|describe|portray|interpret|characteri[sz]e)\b(?!\s+(?:and|or)\b)",
    re.IGNORECASE,
)
# How somebody's word or a figure changed is told by its several states, in no sentence.
_OF_CHANGE = regex(
    rf"{_LEAD}how\s+{_VERBS}\b.*\b(?:chang\w+|shift\w*|evolv\w+|develop\w*)"
    r"(?=\s*$|\s(?:over|since|between|from|in|after|before|during|with)\b)",
    re.IGNORECASE,
)
_SECOND_PART = regex(
    rf",?\s(?:and|but)\s(?=(?:who|what|when|where|why|which|how)\b"
    rf"|{_VERBS}\s(?:he|she|it|they|we|this|that|these|those|there|the|anybody|anyone|somebody|someone)\b)",
    re.IGNORECASE,
)

# "He recommends it - on what grounds?": what leads up to the question is taken for a fact.
_LED_UP_TO = regex(
    r"(?P<said>.+?)(?:\s[-–—]|[,;:.])\s*(?:(?:and|but|so)\s+)?"
    r"(?:why|how\s+(?:so|come)|(?:on|for|with)\s+(?:what|which)\s+(?:grounds?|reasons?|arguments?)|since\s+when)",
    re.IGNORECASE,
)


def premise_of(text: str) -> str | None:
    """The statement whose truth a question takes for granted: "the dam break" of "Why did the dam break?"."""
    asked = " ".join(text.strip(" \t\n?.!").split())
    found = _EVENT.match(asked) or _CAUSED.match(asked) or _LED_UP_TO.fullmatch(asked)
    said = (
        _SECOND_PART.split(found["said"])[0]
        if found and not (_OF_CHANGE.match(asked) or _OF_A_VIEW.match(asked))
        else ""
    )
    return said if len(said.split()) >= SHORTEST else None


def unfounded(question: Question, evidence: Sequence[Evidence], pairs: PairModel) -> str | None:
    """What the question takes for a fact and none of the best sentences says; None where one does, or it takes none."""
    premises, needed = premises_of(question), _needed(question, evidence)
    if needed is None:
        return None
    said = (value >= needed for premise in premises for value in _agreements(premise, evidence, pairs))
    return None if any(said) else premises[0]


def agreement_with(question: Question, evidence: Sequence[Evidence], pairs: PairModel) -> float | None:
    """How far the best sentences agree with what it takes for a fact, from 0 to 1; None where nothing is looked for.

    What needs less to be borne out than most agrees with them by so much more.
    """
    needed = _needed(question, evidence)
    if needed is None:
        return None
    found = [value for premise in premises_of(question) for value in _agreements(premise, evidence, pairs)]
    return max(found) + BORNE_OUT - needed if found else None


def premises_of(question: Question) -> tuple[str, ...]:
    """What each part takes for a fact; none where one part takes nothing, or the question refers to an earlier one.

    Who is to be compared, or to be found in the articles, need not have done anything.
    """
    if question.kind in _OF_THE_SOURCES:
        return ()
    premises = [premise_of(part) for part in question.parts]
    told = tuple(premise for premise in premises if premise)
    return told if len(told) == len(premises) and not question.refers_back else ()


def _needed(question: Question, evidence: Sequence[Evidence]) -> float | None:
    """How sure it must be that its premises are said; None where they are too vague to be looked for."""
    shortest = min((len(terms(premise)) for premise in premises_of(question)), default=0)
    where = {word for found in _WHERE.finditer(question.clear) for word in terms(found["place"])}
    if set(question.names) - where:
        return BORNE_OUT if shortest >= NAMED else None
    if _OF_DEGREE.match(question.clear):
        return BORNE_OUT if shortest >= OF_DEGREE else None
    # "When does the work begin" asks of what is to come, "where does the smoke go" of what is always so.
    deed = _DONE if question.kind in (Kind.TIME, Kind.PLACE) else _DEED
    is_deed = question.kind is not Kind.OPINION and bool(deed.search(question.clear)) and shortest >= OF_A_DEED
    return HARDLY if is_deed and _share_said(question, evidence) >= ALL_BUT else None


def _share_said(question: Question, evidence: Sequence[Evidence]) -> float:
    """The share of the question's words that stand in the best sentences."""
    said = {word for each in evidence[:READ] for word in terms(each.hit.place.sentence.reading)}
    return len(said & set(question.words)) / len(question.words) if question.words else 0.0


def _agreements(premise: str, evidence: Sequence[Evidence], pairs: PairModel) -> Iterator[float]:
    """The highest agreement of a few sentences at a time, for the first ones mostly suffice."""
    readings = [each.hit.place.sentence.reading for each in evidence[:READ]]
    for at in range(0, len(readings), AT_ONCE):
        found = pairs.judge([(reading, premise) for reading in readings[at : at + AT_ONCE]])
        in_words = [WORDS * _is_said_in(reading, premise) for reading in readings[at : at + AT_ONCE]]
        yield float((found[:, RELATIONS.index("agreement")] + in_words).max())


def _is_said_in(reading: str, premise: str) -> bool:
    """Whether a sentence has every word of the premise that carries meaning, in whatever form: burnt for burn."""
    words = set(surface_words(reading)) | set(terms(reading))
    said = [stem for stem in terms(premise) if len(stem) >= STEM]
    return bool(said) and all(any(word.startswith(stem) for word in words) for stem in said)
