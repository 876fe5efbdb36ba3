"""Rules that turn words into questions, and tidy questions into the ones people type."""

import random
import re
from collections.abc import Iterable, Sequence

from corpus.patterns import regex

FUNCTION_WORDS = frozenset(
    "a about after all also am an and any are as at be because been before being between but by can could did do does "
    "doing for from had has have he her here his how i if in into is it its just may might more most my no not of on "
    "or our out over own said say says she should so some such than that the their them then there these they this "
    "those to too under up was we were what when where which while who whom whose why will with would you your".split()
)
WORD = regex(r"[^\W_]+(?:['’.-][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [word.lower() for word in WORD.findall(text)]


def keywords(text: str) -> set[str]:
    """What a text is about: its words without the function words, cut to six letters so that endings matter less."""
    return {word[:6] for word in words(text) if word not in FUNCTION_WORDS and len(word) > 1}


def overlap(text: str, wanted: Iterable[str]) -> int:
    """How many of the wanted keywords the text holds."""
    return len(keywords(text) & set(wanted))


def topics(text: str) -> list[str]:
    """Runs of one to three words of a text without a function word between them, as it writes them."""
    runs: list[list[str]] = [[]]
    for word in WORD.findall(text):
        if word.lower() in FUNCTION_WORDS:
            runs.append([])
        else:
            runs[-1].append(word)
    return [" ".join(run[-3:]) for run in runs if len(run) > 1 or (run and (run[0][0].isupper() or len(run[0]) > 7))]


def thinned(text: str, chance: random.Random, share: float = 0.2) -> str:
    """The text with some words left out, so that overlap alone does not answer."""
    kept = [word for word in text.split() if chance.random() > share]
    return " ".join(kept) if len(kept) > 2 else text


def swapped(word: str, chance: random.Random) -> str:
    """The word with two neighbouring inner letters exchanged, one left out, or one doubled."""
    if len(word) < 5:
        return word
    at = chance.randrange(1, len(word) - 2)
    middle = chance.choice((word[at + 1] + word[at], word[at], word[at] + word[at] + word[at + 1]))
    return word[:at] + middle + word[at + 2 :]


def roughened(question: str, chance: random.Random) -> str:
    """A question as typed in haste: keywords only, or with a typing error or two, mostly without capitals."""
    parts = question.rstrip("?. ").split()
    if chance.random() < 0.5:
        few = [part for part in parts if part.lower().strip(",'\"") not in FUNCTION_WORDS]
        parts = few if len(few) > 1 else parts
    else:
        for _ in range(chance.choice((1, 1, 2))):
            at = chance.randrange(len(parts)) if parts else 0
            parts[at : at + 1] = [swapped(part, chance) for part in parts[at : at + 1]]
    typed = " ".join(parts)
    return typed.lower() if chance.random() < 0.7 else typed


def as_question(claim: str) -> str:
    """A claim with its verb put first where it has a plain one: "Cats should rest." is "Should cats rest?"."""
    claim = claim.strip().rstrip(".!")
    found = re.match(r"(\S+(?: \S+){0,5}?) (should|must|can|will|is|are|was|were|has|have) (?!been\b)(.+)", claim)
    if found is None:
        return f"Is it true that {claim}?"
    subject, verb, rest = found.groups()
    if not re.match(r"[A-Z]{2}|I\b", subject):
        subject = subject[0].lower() + subject[1:] if subject.split()[0].lower() in FUNCTION_WORDS else subject
    return f"{verb.capitalize()} {subject} {rest}?"


def one_of(templates: Sequence[str], chance: random.Random, **parts: str) -> str:
    """A template drawn by chance, its gaps filled."""
    return chance.choice(templates).format(**parts)
