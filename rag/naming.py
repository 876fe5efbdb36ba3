"""Which sources and which voices a question names."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.errors import ParallaxError
from corpus.patterns import regex
from corpus.source import Source
from index.claims import Claim
from index.vocabulary import common_words
from index.words import surface_words
from rag.question import Question

SHORTEST_NAME = 4

_VOICE = regex(
    r"\b(?:what|how)\s+(?:did|does|do|has|have)\s+(?P<voice>(?:[^\W\d_][\w’'-]*\s+){1,4}?)"
    r"(?:say|said|tell|told|think|answer|answered|reply|replied|claim|claimed|respond|responded|argue|argued)\b",
    re.IGNORECASE,
)
# What a person's own words are called: "the minister's line on the water".
_POSITION = regex(
    r"\b(?P<voice>(?:[^\W\d_][\w-]*\s+){0,2}[^\W\d_][\w-]*)[’']s\s+(?:[a-z]+\s+){0,2}?"
    r"(?:line|stances?|positions?|views?|opinions?|statements?|messages?|version|verdict|advice|reactions?|response"
    r"|explanations?|promises|claims?|words)\b"
)


class UnknownSourceError(ParallaxError):
    """A source was asked for by a name that no source has; the message lists those there are."""


def named_sources(text: str, sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources whose outlet, author, title or file the text names, in their order.

    "The Herald" names the Valley Herald, where no other outlet's name ends so.
    """
    said = f" {_plain(text)} "
    short = _short_names(sources)
    return tuple(
        source
        for source in sources
        if any(f" {name} " in said for name in _names_of(source))
        or _is_author(source, text)
        or (source.outlet in short and _is_said_short(short[source.outlet], text))
    )


def _short_names(sources: Sequence[Source]) -> dict[str, str]:
    """The last word of each outlet's name of several words, where it is one of the language and ends no other's."""
    last = {source.outlet: source.outlet.rpartition(" ")[2] for source in sources if source.outlet}
    ends = Counter(last.values())
    return {
        outlet: word
        for outlet, word in last.items()
        if word != outlet and ends[word] == 1 and word.istitle() and word.lower() in common_words()
    }


def _is_said_short(name: str, text: str) -> bool:
    return re.search(rf"\b[Tt]he\s{re.escape(name)}\b(?!\s[A-Z])", text) is not None


def named_as(stand_in: str, text: str, sources: Sequence[Source]) -> str:
    """The words of a text with one that stands in for the name of each of these sources, the first time it is said."""
    said = " ".join(surface_words(re.sub(r"[’']s\b", "", text))) if sources else text
    short = _short_names(sources)
    for source in sources:
        names = sorted(_names_of(source), key=len, reverse=True)
        names += [f"the {short[source.outlet].lower()}"] if source.outlet in short else []
        whole = next((name for name in names if re.search(rf"\b{re.escape(name)}\b", said)), None)
        last = " ".join(surface_words((source.author or "").rpartition(" ")[2]))
        if whole or last:
            said = re.sub(rf"\b{re.escape(whole or last)}\b", stand_in, said, count=1)
    return said


def _is_author(source: Source, text: str) -> bool:
    """Whether a text names the author of a source by the last name, capital where it may be another word."""
    last = (source.author or "").rpartition(" ")[2]
    if len(last) < SHORTEST_NAME or not last.istitle():
        return False
    found = re.search(rf"\b{re.escape(last)}\b", text, re.IGNORECASE)
    return found is not None and (found.group() == last or last.lower() not in common_words())


def asked_voice(question: Question) -> str | None:
    """Whose words a question asks for ("what did X say"), as it names him; None where it asks for nobody's."""
    asked = _VOICE.search(question.clear) or _POSITION.search(question.text)
    return asked["voice"].strip() if asked else None


def files_of(asked: Sequence[str], sources: Sequence[Source]) -> tuple[str, ...]:
    """The files of the sources asked for by outlet, file or title; all where none is asked for.

    Raises:
        UnknownSourceError: a name fits none.
    """
    if not asked:
        return tuple(source.file for source in sources)
    files: list[str] = []
    for name in asked:
        fitting = [source.file for source in sources if _plain(name) in _asked_names(source)]
        if not fitting:
            known = ", ".join(dict.fromkeys(source.name for source in sources))
            raise UnknownSourceError(f"no source is called {name!r}; there are: {known}")
        files.extend(fitting)
    return tuple(dict.fromkeys(files))


def is_held_by(claim: Claim, name: str) -> bool:
    """Whether a claim is held, or passed on, by somebody of this name: all its words, "the" aside, are among his."""
    asked = set(_plain(name).split())
    return bool(asked) and any(asked <= set(surface_words(holder)) for holder in (claim.holder, *claim.through))


def _asked_names(source: Source) -> set[str]:
    name = source.file.rpartition("/")[2]
    given = (source.outlet, source.title, source.file, name, name.rpartition(".")[0])
    return {_plain(name) for name in given if name}


def _names_of(source: Source) -> set[str]:
    """Names that lead to a source when they stand in a question: long enough to mean it and nothing else.

    A file may be called by any word ("water.txt"); only one that is no word of the language means the file.
    """
    names = _asked_names(source) | ({_plain(source.author)} if source.author else set())
    outlet = _plain(source.outlet or "")
    return {name for name in names if name == outlet or (len(name) >= SHORTEST_NAME and name not in common_words())}


def _plain(text: str) -> str:
    words = surface_words(re.sub(r"[’']s\b", "", text))
    return " ".join(words[1:] if words[:1] == ["the"] else words)
