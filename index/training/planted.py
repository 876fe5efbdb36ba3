"""Sentences of an article as a faithful or an unfaithful answer would give them, made by rule, each with its evidence.

What is changed: a number by a digit, "up to" into "at least", a day, a name, a negation, who says it, the words of a
quotation, and two sentences of an article run into one that neither makes.
"""

import random
import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from index.training.attribution_data import Article

WORDS = range(8, 45)
"""Words of a sentence that is used."""
NUMBER = regex(r"(?<![\w.,/-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/-]|[.,]\d)")
BOUNDS = (
    (
        regex(r"\b(?:up to|at most|no more than|less than|fewer than|under)(?= \$?\d)", re.I),
        ("at least", "more than"),
    ),
    (
        regex(r"\b(?:at least|more than|over|no fewer than|above)(?= \$?\d)", re.I),
        ("up to", "less than", "fewer than"),
    ),
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
DAY = regex(rf"\b(?:{'|'.join(WEEKDAYS)}|{'|'.join(month for month in MONTHS if month not in ('March', 'May'))})\b")
NEGATED = regex(r"\b(?:not|never|no longer) |n[’']t\b")
AUXILIARY = regex(r"\b(?:is|are|was|were|will|would|could|should|can|has been|have been|had been)\b(?! not|n[’']t)")
SHORTENING = regex(r"^(.{35,}?),? (?:while|although|after|before|which|who|as|when)\b.{15,}[.]$")


def planted_in(article: Article, chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """Statements made of an article's sentences: each with the text of its evidence, and what kind of change it is."""
    sentences = [" ".join(article.text[start:end].split()) for start, end in article.sentences]
    names = _names(article)
    for number, sentence in enumerate(sentences):
        if len(sentence.split()) not in WORDS or not sentence.endswith((".", ".”", '."')):
            continue
        around = _around(sentences, number, chance)
        kind, claim = chance.choice(list(_changed(sentence, sentences, number, names, chance)))
        if claim != sentence or kind == "same":
            yield claim, around, kind
        if chance.random() < 0.1 and (elsewhere := _elsewhere(sentences, number)):
            yield sentence, elsewhere, "elsewhere"


def _changed(
    sentence: str, sentences: Sequence[str], number: int, names: Sequence[tuple[str, str]], chance: random.Random
) -> Iterator[tuple[str, str]]:
    """Every change that the sentence allows."""
    yield "same", sentence
    if shorter := SHORTENING.match(sentence):
        yield "shorter", f"{shorter[1]}."
    if found := list(NUMBER.finditer(sentence)):
        yield "number", _replaced(sentence, one := chance.choice(found), another_number(one.group(), chance))
    for pattern, others in BOUNDS:
        if bound := pattern.search(sentence):
            yield "bound", _replaced(sentence, bound, chance.choice(others))
    if day := DAY.search(sentence):
        yield "day", _replaced(sentence, day, _another(day.group(), chance))
    if negation := NEGATED.search(sentence):
        yield "negation", _replaced(sentence, negation, "")
    elif auxiliary := AUXILIARY.search(sentence):
        yield "negation", _replaced(sentence, auxiliary, f"{auxiliary.group()} not")
    yield from _renamed(sentence, names, chance)
    if blend := _blended(sentence, sentences[number + 3 :], chance):
        yield "blend", blend


def another_number(written: str, chance: random.Random) -> str:
    """The number with one digit changed, or a digit more."""
    places = [place for place, letter in enumerate(written) if letter.isdigit()]
    if chance.random() < 0.25 and "." not in written and "," not in written:
        return f"{written}0"
    place = chance.choice(places)
    digits = [digit for digit in "123456789" if digit != written[place]]
    return written[:place] + chance.choice(digits) + written[place + 1 :]


def _replaced(sentence: str, match: re.Match[str], words: str) -> str:
    first = words[:1].upper() + words[1:] if match.start() == 0 else words
    return f"{sentence[: match.start()]}{first}{sentence[match.end() :]}"


def _another(day: str, chance: random.Random) -> str:
    names = WEEKDAYS if day in WEEKDAYS else MONTHS
    return chance.choice([name for name in names if name != day])


def _names(article: Article) -> list[tuple[str, str]]:
    kinds = {"PERSON", "ORGANIZATION", "LOCATION"}
    return sorted({(article.text[start:end], kind) for start, end, kind in article.entities if kind in kinds})


def _renamed(sentence: str, names: Sequence[tuple[str, str]], chance: random.Random) -> Iterator[tuple[str, str]]:
    """One name of the sentence replaced by another of its kind that the article has elsewhere."""
    here = [(name, kind) for name, kind in names if re.search(rf"\b{re.escape(name)}\b", sentence)]
    if not here:
        return
    name, kind = chance.choice(here)
    parts = set(name.lower().split())
    others = [
        other
        for other, its in names
        if its == kind and other not in sentence and not parts & set(other.lower().split())
    ]
    if others:
        yield "name", re.sub(rf"\b{re.escape(name)}\b", lambda _: chance.choice(others), sentence)


def _blended(sentence: str, others: Sequence[str], chance: random.Random) -> str | None:
    """The beginning of one sentence with the end of another."""
    head = re.match(r"(.{20,}?) (?:because|after|when|in order to|to|by|with|for) ", sentence)
    tails = [tail for other in others if (tail := re.search(r" (?:because|after|when|by|with|for) .{15,}$", other))]
    return f"{head[1]}{chance.choice(tails).group()}" if head and tails else None


def _around(sentences: Sequence[str], number: int, chance: random.Random) -> str:
    """The sentence with neighbours: from none to the whole article."""
    reach = chance.choice((0, 1, 2, 4, len(sentences)))
    return " ".join(sentences[max(0, number - reach) : number + reach + 1])


def _elsewhere(sentences: Sequence[str], number: int) -> str | None:
    """The article without the sentence and its neighbours, where that leaves enough."""
    rest = [*sentences[: max(0, number - 2)], *sentences[number + 3 :]]
    return " ".join(rest) if len(rest) > 6 else None
