"""What a statement gives as the reason of what is asked about: why somebody acts, or why things stand as they do."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from index.words import terms
from rag.gaps.word_forms import is_form_of

# "She was dismissed because …", "her dismissal is put down to …": the effect before, the reason behind.
_BEHIND = regex(
    r"\b(?:because(?:\sof)?|due\sto|owing\sto|thanks\sto|on\saccount\sof|as\sa\sresult\sof|for\s(?:want|lack|fear)\sof"
    r"|(?:(?:put|set)\sdown|attributed|ascribed|traced(?:\sback)?)\sto|blamed\son|stem(?:s|med)?\sfrom)"
    r"\s(?P<reason>[^.;:]+)",
    re.IGNORECASE,
)
# "She puts her dismissal down to …", "they attribute the delay to …", "he blames the frost for the delay".
_PUT_TO = regex(
    r"\b(?:puts?|putting|attribut(?:es?|ed|ing)|ascrib(?:es?|ed|ing))\s(?P<effect>[^.,;:“”]{2,90}?)\s(?:down\s)?to"
    r"\s(?P<reason>[^.;:]+)"
    r"|\bblam(?:es?|ed|ing)\s(?P<blamed>[^.;:“”]{2,90}?)\sfor\s(?P<suffered>[^.;:]+)",
    re.IGNORECASE,
)
# "Without the rain the dam would be standing today."
_WITHOUT = regex(
    r"\b(?:without|but\sfor|were\sit\snot\sfor|had\sit\snot\sbeen\sfor|if\sit\shad(?:\snot|n[’']t)\sbeen\sfor)"
    r"\s(?P<reason>(?:the|this|that|these|those|an?|its|his|her|their)\s(?:[\w-]+\s){1,3}?),?\s?"
    r"(?P<effect>(?:the|this|that|these|those|an?|it|he|she|they|its|his|her|their)\b[^.,;:]{0,60}?)"
    r"\s(?:would|could|might)(?:\s(?:not|never|still)|n[’']t)?\s(?:be|have)\b",
    re.IGNORECASE,
)
# Where a clause begins behind a mark, or behind a word that begins one.
_CLAUSE = regex(
    r"[.;:()“”]|,\s(?:and|but|while|whereas|which|who|so|\w+ing)\b|\b(?:but|while|whereas|that)\b", re.IGNORECASE
)
_NO_REASON = regex(
    r"\b(?:not|never|no(?!\sdoubt\b)|nor|neither|cannot|hardly|whether|if|nobody|nothing|den(?:y|ies|ied)|reject\w*|wrong"
    r"|only)\b[^.,;:]{0,24}\Z|n[’']t\b[^.,;:]{0,24}\Z",
    re.IGNORECASE,
)
# "The road past the school was closed": not the school.
_BESIDE = regex(
    r"\A(\W*(?:\S+\s){1,4}?)(?:past|near|beside|behind|opposite|outside|around|along|under|over|above|below|next\sto|to|at"
    r"|in|on|by)\s(?:the|a|an|its|their|his|her|this|that)\s(?:\w+\s?){1,2}?(?=(?:is|are|was|were|has|have|had|will"
    r"|\w+ed)\b)",
    re.IGNORECASE,
)
_IT = regex(r"\A\W*(?:this|that|it|these|so)\W*\Z|\A\W*it\s(?:is|was|has\sbeen)\s*\Z", re.IGNORECASE)


def reason_given(text: str, asked: Sequence[str], before: str = "") -> frozenset[str]:
    """The stems of the reason that a statement gives of what is asked about.

    `asked` are the stems of the words for what happened, in their order: the first is the thing to which it did.
    `before` is what is told right before the statement, which may name what it calls "it". Empty where it gives no
    reason of that.
    """
    for effect, reason, at in _reasons(text):
        told = before if _IT.search(effect) else effect
        if asked and not _NO_REASON.search(text, 0, at) and _is_of(told, asked):
            return frozenset(terms(reason))
    return frozenset()


def _reasons(text: str) -> Iterator[tuple[str, str, int]]:
    """Each effect with the reason that is given of it, and where the words for that begin."""
    for found in _PUT_TO.finditer(text):
        if found["reason"]:
            yield found["effect"], found["reason"], found.start()
        else:
            yield found["suffered"], found["blamed"], found.start()
    for found in _WITHOUT.finditer(text):
        yield found["effect"], found["reason"], found.start()
    for found in _BEHIND.finditer(text):
        yield _clause_before(text[: found.start()]), found["reason"], found.start()


def _clause_before(text: str) -> str:
    begun = max((found.end() for found in _CLAUSE.finditer(text)), default=0)
    return text[begun:]


def _is_of(told: str, asked: Sequence[str]) -> bool:
    """Whether an effect is of the very thing, or named by nothing but words that are asked about: "her dismissal"."""
    words = set(terms(_BESIDE.sub(r"\1", told)))
    of_thing = any(is_form_of(asked[0], word) for word in words)
    return of_thing or (bool(words) and all(any(is_form_of(each, word) for each in asked) for word in words))
