"""Statements that answer others: that something is not so, is to be turned down, or was otherwise."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.patterns import regex
from index.held import denies_flatly
from index.words import terms

_STATEMENTS = (
    r"(?:claims?|allegations?|charges?|accusations?|reports?|accounts?|suggestions?|assertions?|statements?|version|story"
    r"|proclamations?|findings?|conclusions?|promises?|assurances?|guarantees?|pledges?|criticisms?|arguments?|ideas?"
    r"|notions?|figures?|estimates?|warnings?|rumou?rs?|theory|explanations?|descriptions?|verdict|views?|concerns?"
    r"|readings?|interpretations?"
    r"|fears?|complaints?|objections?|blame|comparisons?|characteri[sz]ations?|insinuations?|denials?|study)"
)
_UNTRUE = (
    r"(?:baseless|groundless|unfounded|untrue|false|incorrect|inaccurate|wrong|absurd|ridiculous|nonsens\w*|rubbish|lies?"
    r"|lying|fabricat\w+|invent(?:ed|ions?)|propaganda|misleading|exaggerat\w+|hollow|premature|slander\w*|smears?"
    r"|fiction)"
)
_NOT_DENIED = r"(?<!\bnot\ )(?<!n[’']t\ )(?<!\bnever\ )\b"
_NOT_OF_HIM = r"(?<!\bhe\ )(?<!\bshe\ )(?<!\bi\ )(?<!\bwe\ )\b"
_ANSWERS = regex(
    rf"""
    {_NOT_DENIED}(?:contest(?:s|ed)?|disagree(?:s|d)?|object(?:s|ed)\ to|took\ issue\ with
      |(?:hit|pushed)\ back\ (?:at|against)|beg(?:s|ged)?\ to\ differ|casts?\ doubt\ on
      |(?:tells?|told|sees?|saw|reads?|remembers?|remembered|recalls?|recalled|puts?|judges?|judged|views?|viewed)
        \ (?:it|this|that|things)\ (?:(?:quite|rather|very|somewhat)\ )?(?:differently|otherwise)
      |thinks\ otherwise|thought\ otherwise
      |(?:draws?|drew|comes?\ to|came\ to|reach(?:es|ed))\ (?:quite\ )?(?:the|an?)\ (?:opposite|contrary|opposing)
        \ (?:conclusion|view)
      |(?:is|was|are|were)\ (?:(?:far|much|rather|a\ (?:good\ deal|little|lot|bit))\ )?less
        \ (?:sure|certain|convinced|persuaded)(?=\s*[.,;:]|\s*\Z|\ that\b|\ of\ (?:it|that|this)\b)
      |will\ have\ none\ of\ (?:it|this|that)|would\ have\ none\ of\ (?:it|this|that))\b
    | {_NOT_DENIED}(?:reject|dismiss|counter|brush|wave|question|challenge|criticis|criticiz|deride|ridicule|mock)\w*\s+
      (?:aside\s+|off\s+|away\s+)?(?:\S+\s+){{0,4}}?{_STATEMENTS}\b
    | {_NOT_DENIED}(?:reject|dismiss)\w*\s+(?:\S+\s+){{1,6}}?as\s+(?:\w+\s+){{0,3}}{_UNTRUE}\b
    | {_NOT_DENIED}(?:call|brand|label|describ)\w*\s+(?:\S+\s+){{1,8}}?(?:as\s+)?(?:\w+\s+){{0,2}}{_UNTRUE}\b
    | {_NOT_OF_HIM}(?:is|are|was|were|be|been)\s+(?:\w+ly\s+|just\s+|all\s+|an?\s+)*
      {_UNTRUE}(?=\W*$|[.,;:!?”"]|\s+and\b)
    | \b(?:not\ the\ case\b|not\ so,|{_STATEMENTS}\ (?:to\ the\ contrary|ring\s+\w+))
    | \b(?:do|does|did)(?:\ not|n[’']t)\ (?:accept|believe|share|agree|buy\ (?:it|this|that|the))\b
    | \bnot\ (?:accepting|believing|convinced)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DESCRIBING = regex(
    r"\b(?:unless|if|whether)\s+\S+(?:\s+\S+)?\s+(?:thinks?|thought|sees?|saw)\b|\b(?:the|an?|this|that|its|their)\s+(?:long-)?(?:disputed|contested|rejected)\b"
    r"|\bdenied\s+(?:\S+\s+){1,3}?(?:an?|any|access|entry|bail)\b"
    r"|\b(?:learn(?:ed|t)?|realis\w+|realiz\w+|discover\w*|found(?:\s+out)?)\s+that\s+\S+\s+\w+\s+(?:false|untrue|wrong)\b",
    re.IGNORECASE,
)
"""Words that look like an answer and only describe a thing, or tell of a refusal or of what one came to know."""
_POINTS_BACK = regex(
    rf"\b(?:(?:the|this|these|those|such|that|all|his|her|their)\s+(?:\w+\s+)?{_STATEMENTS}\b"
    r"|(?:it|this|that|him|her|them|these)(?=\s*[.,:;]|\s+\w+ly\b|$|\s+(?:outright|within|at\s+once|the\s+(?:same|next)"
    r"|in\s+the|on\s+(?:the|\w+day)|later|yesterday|today|too)\b)|(?:it|this|that)\s+(?:is|was)\b"
    r"|no\s+such|of\s+the\s+(?:kind|sort)|differently|otherwise(?=[.,:;])|disagree(?:s|d)?(?=[.,;])|not\s+so,"
    r"|(?:opposite|contrary|opposing)\s+(?:conclusion|view)|less\s+(?:sure|certain|convinced|persuaded)(?=\s*[.,:;]|$))",
    re.IGNORECASE,
)
_OWNED = regex(rf"\b([A-Z]\w+(?:\s+[A-Z]\w+)*)[’']s?\s+(?:\w+\s+){{0,2}}?{_STATEMENTS}\b")
_PROMISES = regex(r"\b(?:promises?|assurances?|guarantees?|pledges?|vows?)\b", re.IGNORECASE)
_PROMISING = regex(
    r"\b(?:promis\w+|pledg\w+|vow\w*|(?:re)?assur\w+|guarantee\w*|commit\w*|undertak\w+|ensur\w+|swore|sworn"
    r"|will\s+(?:be|have|get|receive|enjoy))\b",
    re.IGNORECASE,
)
LONGEST = 2000
"""Characters of the longest sentence that is looked through for its turn: each turn is looked at from both sides."""
_OF_ANSWERING = frozenset(
    terms(
        "claim allegation charge accusation report account suggestion assertion statement version denied deny denies"
        " refuted rejected dismissed countered contradicted disputed called baseless untrue false incorrect unfounded"
        " foundation categorically promptly flatly categorical contrary"
    )
)
_TURN = regex(r"(?:,\s+|;\s+|\s[–—]\s+)(?=(?:yet|but|while|whereas|which|though|although|the|an?|[A-Z])\b)")
_SPEAKS = regex(
    r"\b(?:sa(?:id|ys?)|states?d?|claim\w*|insist\w*|maintain\w*|argu\w+|promis\w+|pledg\w+|vow\w*|assur\w+|commit\w*"
    r"|den\w+|accus\w+|alleg\w+|told|tells?|answer\w*|repl(?:y|ies|ied)|reject\w*|dismiss\w*|call(?:s|ed)|examples?"
    r"|accounts?|reports?)\b",
    re.IGNORECASE,
)
_SPEAKER = regex(
    r"(?:(?:yet|but|while|whereas|which|though|although)\s+)?((?:[Tt]he\s+)?[^\s,;“”]+(?:\s+[^\s,;“”]+){0,3}?)\s+"
    r"(?:(?:has|have|had|is|are|was|were)\s+)?(?:\w+ly\s+)?" + _SPEAKS.pattern,
    re.IGNORECASE,
)
_ANSWERED_BY = regex(
    r"\b(?:denied|refuted|rejected|dismissed|disputed|contested|contradicted)\s+by\s+((?:[Tt]he\s+)?[^\s,;.]+(?:\s+[^\s,;.]+){0,3})"
)
# Who answers by words that are no saying: "The mayor sees it otherwise", "Ann Reed, the clerk, contradicted him".
_DIFFERS = regex(
    r"((?:[Tt]he\s+)?[^\s,;“”]+(?:\s+[^\s,;“”]+){0,3}?)(?:,\s[^,;“”]{2,60},)?\s+(?:\w+ly\s+)?(?:disagree[sd]?\b"
    r"|contradict(?:s|ed)\b|contest(?:s|ed)\b|(?:thinks?|thought)\sotherwise\b|(?:draws?|drew)\s(?:quite\s)?(?:the|an?)\s"
    r"(?:opposite|contrary|opposing)\b|(?:is|was|are|were)\s(?:\w+\s)?less\s(?:sure|certain|convinced|persuaded)\b"
    r"|(?:sees?|saw|reads?|tells?|told|remember(?:s|ed)?|recall(?:s|ed)?|puts?|judge[sd]?|view(?:s|ed)?)"
    r"\s(?:it|this|that|things)\b)"
)
# Who holds against what was said just before that it is not so: "The agency insists that nobody told it anything".
_HOLDS_AGAINST = regex(
    r"(?!asked\b|when\b|if\b)(?:(?:but|yet|however),?\s)?((?:(?!that\b|which\b|who\b)[^\s,;:.“”\"]+\s){0,5}?[^\s,;:.“”\"]+)"
    r"(?:,\s[^,;:“”\"]{2,80},)?\s(?:\w+ly\s|still\s|always\s)?"
    r"(?:(?:insist(?:s|ed)|maintain(?:s|ed)|repl(?:ies|ied)|answer(?:s|ed)|respond(?:s|ed)|retort(?:s|ed)|counter(?:s|ed))"
    r"(?:(?:\s(?:in|to|with|on|by)\s[^,;:.“”\"]{2,40}?)?(?::|\sthat\b)|\s(?=(?:there|it|he|she|they|we|none|nothing|nobody|no\sone)\b))"
    r"[^“”\"]{0,60}?(?:\b(?:no|not|never|nobody|none|nothing)\b|n[’']t\b)"
    r"|den(?:ies|ied)\s(?:(?:ever\s)?\w+ing\b|that\b|any\b))",
    re.IGNORECASE,
)
_BEGINS_WITH_PRONOUN = regex(r"(?:he|she|it|they|we|i|this|that|these|those|which|who|there)\b", re.IGNORECASE)
_DENYING = regex(r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*)\b", re.IGNORECASE)
_NEVER = regex(r"\b(?:never|not|no|nobody|none)\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reply:
    """A statement that answers another.

    `turn` is where in its sentence it begins, when that says first what it answers. Else `owner` are the stems of the
    name of him who said it ("the mayor's claim"), `promise` that it was a promise, `content` the stems by which it is
    told; `points_back` says that it is only named ("the charge", "this"). `speaker` is who answers, where the sentence
    begins with him ("the club denies") or ends with him ("denied by the club"); None where another sentence tells.
    `holds_against` says that it is no answer by its words but by its place, behind what somebody else says: "the club
    insists that nobody was told".
    """

    turn: int | None
    owner: frozenset[str]
    promise: bool
    content: frozenset[str]
    points_back: bool
    speaker: str | None
    holds_against: bool = False

    def may_answer(self, text: str) -> bool:
        """Whether a statement is of the sort that it answers."""
        return not self.promise or bool(_PROMISING.search(text))


def denies(text: str) -> bool:
    """Whether a statement tells of denying or turning down what another says."""
    return _DENYING.search(text) is not None


def negates(text: str) -> bool:
    """Whether a statement has a word that negates: not, no, never, nobody, none."""
    return _NEVER.search(text) is not None


@lru_cache(maxsize=16384)
def reply_in(text: str) -> Reply | None:
    """How a sentence answers another statement; None where it does not."""
    turn = turn_in(text)
    if turn is None and not answers(text):
        return _held_against(text)
    owned = _OWNED.search(text)
    return Reply(
        turn,
        frozenset(terms(owned[1])) if owned else frozenset(),
        bool(_PROMISES.search(text)),
        frozenset(terms(text)) - _OF_ANSWERING,
        bool(_POINTS_BACK.search(text)),
        _answerer(text),
    )


def _held_against(text: str) -> Reply | None:
    found = _HOLDS_AGAINST.match(text) if len(text) <= LONGEST else None
    if found is None:
        return None
    speaker = found[1].strip()
    named = None if _BEGINS_WITH_PRONOUN.match(speaker) else speaker
    return Reply(None, frozenset(), False, frozenset(terms(text)) - _OF_ANSWERING, False, named, holds_against=True)


def answers(text: str) -> bool:
    """Whether words say of another statement that it is not so, or not to be believed."""
    plain = _DESCRIBING.sub(" ", text)
    return denies_flatly(plain) or bool(_ANSWERS.search(plain))


def _answerer(text: str) -> str | None:
    passive = _ANSWERED_BY.search(text)
    differs = _DIFFERS.match(text)
    speaker = passive[1] if passive else differs[1] if differs else speaker_of(text)
    return None if speaker is None or _BEGINS_WITH_PRONOUN.match(speaker) else speaker


def turn_in(text: str) -> int | None:
    """Where a sentence turns from what one says to what another answers; what is no sentence by its length does not."""
    if len(text) > LONGEST:
        return None
    for match in _TURN.finditer(text):
        first, second = text[: match.start()], text[match.end() :]
        if answers(first) or not (_SPEAKS.search(first) and _SPEAKS.search(second)):
            continue
        if answers(second) or (match.group().startswith(";") and negates(second)):
            return match.end()
    return None


def speaker_of(part: str) -> str | None:
    """Who speaks in a part of a sentence, by its first words; None where they do not say."""
    found = _SPEAKER.match(part)
    return found[1] if found and not _BEGINS_WITH_PRONOUN.match(found[1]) else None
