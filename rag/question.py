"""What a question asks for: its kind, its own terms and names, and the parts it is made of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from index.vocabulary import Vocabulary
from index.words import STOP_WORDS, stem, surface_words
from rag.cues import ABBREVIATIONS, ASKS, IDIOMS, NEXT_PART, REFERS_BACK, Kind, kind_of
from rag.repeated import once

_WORD = regex(r"[^\W_]+(?:[-’'][^\W_]+)*", re.UNICODE)
_OWNED = regex(r"[’']s\Z")
REMEMBERED = 4
"""How many earlier questions a chain of follow-ups may reach back through."""
FEWEST_WORDS = 2
"""Words with a meaning of their own that make a question of its own."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is understood.

    `text` is what the person typed, `clear` the same with abbreviations and typing errors resolved
    and repetitions left out,
    `whole` that led by the earlier question it refers to. `words` are the stems that carry its
    meaning, `names` those among them that are parts of names, in the corpus or in the question;
    `parts` are its questions where it asks several. `refers_back` says that earlier ones matter.
    """

    text: str
    clear: str
    whole: str
    kind: Kind
    words: tuple[str, ...]
    names: tuple[str, ...]
    parts: tuple[str, ...]
    refers_back: bool


def understand(text: str, vocabulary: Vocabulary, history: Sequence[str] = ()) -> Question:
    """Reads a question against the words of the corpus and the questions asked before it."""
    clear = _clear(once(text), vocabulary)
    words = _meaning(clear)
    back = bool(history) and (bool(REFERS_BACK.search(clear)) or len(words) < 2)
    earlier = understand(history[-1], vocabulary, history[-REMEMBERED:-1]).whole if back else ""
    return Question(
        text=text,
        clear=clear,
        whole=f"{earlier} {clear}".strip(),
        kind=kind_of(clear),
        words=tuple(dict.fromkeys((*words, *_meaning(earlier)))),
        names=_names(clear, vocabulary),
        parts=_parts(clear),
        refers_back=back,
    )


def _clear(text: str, vocabulary: Vocabulary) -> str:
    def replace(match: re.Match[str]) -> str:
        word = match.group()
        known = ABBREVIATIONS.get(word.lower())
        if known is not None:
            return known
        owner = _OWNED.sub("", word)
        plain = surface_words(owner) if owner.isalpha() else []  # the vocabulary has no accents
        return word if word.isupper() else vocabulary.correct("".join(plain) or owner.lower()) or owner

    for idiom, plain in IDIOMS:
        text = idiom.sub(plain, text)
    return " ".join(_WORD.sub(replace, text).split())


def _meaning(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem(word) for word in surface_words(text) if word not in STOP_WORDS))


def _names(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Stems of the words that are names: capital inside the question, or names in the corpus."""
    found = []
    for position, match in enumerate(_WORD.finditer(text)):
        for word in surface_words(match.group()):
            capital = match.group()[0].isupper() and position > 0
            if (capital or word in vocabulary.names) and word not in STOP_WORDS and not word.isdigit():
                found.append(stem(word))
    return tuple(dict.fromkeys(found))


def _parts(text: str) -> tuple[str, ...]:
    """The questions that a text is made of; what only leads up to one, or has no words of its own, belongs to it."""
    parts: list[str] = []
    for part in NEXT_PART.split(text):
        if parts and (len(_meaning(part)) < FEWEST_WORDS or not ASKS.match(parts[-1])):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return tuple(part.strip() for part in parts if part.strip())
