"""What a statement gives as the reason of what is asked about: why somebody acts, or why things stand as they do."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from index.words import terms
from rag.gaps.word_forms import is_form_of

_BECAUSE = r"because(?:\sof)?|owing\sto|thanks\sto|on\saccount\sof|as\sa\sresult\sof|for\s(?:want|lack|fear)\sof"
_REASON = r"\s(?P<reason>(?:[^.,;:]|\.(?=\S))+)"  # "2.5 metres" goes on, and what ", the council said" follows ends
# "She was dismissed because …", "her dismissal is put down to …": the effect before, the reason behind.
_BEHIND = regex(
    rf"\b(?:{_BECAUSE}|(?:put\sdown|attributed|ascribed)\sto|blamed\son|stem(?:s|med)?\sfrom){_REASON}",
    re.IGNORECASE,
)
# "Because of rust, the bridge was closed."
_BEFORE = regex(rf"\A\W*(?:{_BECAUSE}){_REASON},\s(?P<effect>[^.;:]+)", re.IGNORECASE)
# "She puts her dismissal down to …", "they attribute the delay to …", "he blames the frost for the delay".
_PUT_TO = regex(
    r"\b(?:(?:puts?|putting)\s(?P<put>[^.,;:“”]{2,90}?)\sdown|(?:attribut|ascrib)(?:es?|ed|ing)\s(?P<led>[^.,;:“”]{2,90}?))"
    rf"\sto{_REASON}"
    r"|\bblam(?:es?|ed|ing)\s(?!by\b)(?P<blamed>[^.;:“”]{2,90}?)\sfor\s(?P<suffered>[^.;:]+)",
    re.IGNORECASE,
)
# "Without the rain the dam would be standing today."
_WITHOUT = regex(
    r"(?<!even\s)\b(?:without|but\sfor|were\sit\snot\sfor|had\sit\snot\sbeen\sfor|if\sit\shad(?:\snot|n[’']t)\sbeen\sfor)"
    r"\s(?P<reason>(?:the|this|that|these|those|an?|its|his|her|their)\s(?:[\w-]+\s){0,2}?[\w-]+),?\s"
    r"(?P<effect>(?:the|this|that|these|those|an?|it|he|she|they|its|his|her|their)\b[^.,;:]{0,60}?)"
    r"\s(?:would|could|might)(?:\s(?:not|never|still)|n[’']t)?\s(?:be|have)\b",
    re.IGNORECASE,
)
# Where a clause begins behind a mark, or behind a word that begins one.
_CLAUSE = regex(
    r"[.;:()“”]|,\s(?:and|but|while|whereas|which|who|so|\w+ing)\b|\b(?:but|while|whereas|that)\b", re.IGNORECASE
)
# What is said to be no reason, or to be believed only; and what is asked.
_NO_REASON = regex(
    r"(?:\b(?:not|never|no(?!\sdoubt\b)|nor|neither|cannot|hardly|few|little|less|far\sfrom|whether|if|nobody|nothing|once"
    r"|den(?:y|ies|ied)|reject\w*|disput\w*|dismiss\w*\s(?:the|any|all)?\s?(?:idea|suggestions?|claims?)|wrong|stop(?:s|ped)?"
    r"|(?:ideas?|suggestions?|notions?|rumou?rs?|claims?|myth)\sthat)\b|n[’']t\b)[^.,;:]{0,60}\Z",
    re.IGNORECASE,
)
ENOUGH = 2
"""Words asked about that an effect has at least: the thing, and what befell it."""
# "The road past the school was closed": not the school.
_BESIDE = regex(
    r"\A(\W*(?:\S+\s){1,4}?)(?:past|near|beside|behind|opposite|outside|around|along|under|over|above|below|next\sto|to|at"
    r"|in|on|by)\s(?:the|a|an|its|their|his|her|this|that)\s(?:\w+\s?){1,2}?(?=(?:is|are|was|were|has|have|had|will"
    r"|\w+ed)\b)",
    re.IGNORECASE,
)
_HIS = regex(r"(?:his|her|its|their)\b", re.IGNORECASE)
_IT = regex(r"\A\W*(?:this|that|it|these|so)\W*\Z|\A\W*it\s(?:is|was|has\sbeen)\s*\Z", re.IGNORECASE)


def reason_given(text: str, asked: Sequence[str], before: str = "") -> frozenset[str]:
    """The stems of the reason that a statement gives of what is asked about.

    `asked` are the stems of the words for what happened, in their order: the first is the thing to which it did.
    `before` is what is told right before the statement, which may name what it calls "it". Empty where it gives no
    reason of that.
    """
    if not asked or "?" in text:
        return frozenset()
    for effect, reason, at in _reasons(text):
        told = before if _IT.search(effect) else effect
        if _is_of(told, asked) and not _NO_REASON.search(text, 0, at):
            return frozenset(terms(reason))
    lacking = _WITHOUT.search(text)
    of_thing = lacking and any(is_form_of(asked[0], word) for word in terms(lacking["effect"]))
    if lacking and of_thing and not _NO_REASON.search(text, 0, lacking.start()):
        return frozenset(terms(lacking["reason"]))
    return frozenset()


def _reasons(text: str) -> Iterator[tuple[str, str, int]]:
    """Each effect with the reason that is given of it, and where the words for that begin."""
    for found in _PUT_TO.finditer(text):
        effect = found["put"] or found["led"]
        if effect:
            of_him = _clause_before(text[: found.start()]) if _HIS.match(effect) else ""
            yield f"{of_him} {effect}", found["reason"], found.start()
        else:
            yield found["suffered"], found["blamed"], found.start()
    begun = _BEFORE.match(text)
    if begun:
        yield begun["effect"], begun["reason"], begun.start()
    for found in _BEHIND.finditer(text):
        yield _clause_before(text[: found.start()]), found["reason"], found.start()


def _clause_before(text: str) -> str:
    begun = max((found.end() for found in _CLAUSE.finditer(text)), default=0)
    return text[begun:]


def _is_of(told: str, asked: Sequence[str]) -> bool:
    """Whether an effect has the thing and what befell it, or has words that are asked about only: "her dismissal"."""
    words = set(terms(_BESIDE.sub(r"\1", told)))
    shared = [each for each in asked if any(is_form_of(each, word) for word in words)]
    if asked[0] in shared and len(shared) >= min(ENOUGH, len(asked)):
        return True
    return bool(words) and all(any(is_form_of(each, word) for each in asked) for word in words)
