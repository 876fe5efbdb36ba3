"""What an article says twice: its title, its pull-quotes, its captions."""

from collections.abc import Sequence

from corpus.patterns import regex

_WORD = regex(r"[^\W_]+")
_SHINGLE = 4
_LONGEST_REPEAT, _LONGEST_HOLDER = 400, 20_000


def words_key(text: str) -> str:
    """The words of a text alone, case folded: two texts with the same key read the same."""
    return " ".join(_WORD.findall(text.casefold()))


def repeats_title(text: str, title: str) -> bool:
    """Whether a line is the title again, whole or with a few words of furniture around it."""
    line, key = words_key(text), words_key(title)
    return bool(key) and (line == key or (len(key) > 20 and key in line and len(line) <= len(key) + 60))


def contained(keys: Sequence[str]) -> set[int]:
    """Which keys stand, word for word, inside a longer one; an equal one counts when it comes earlier.

    A key of fewer than four words is never counted. Time grows with the number of words.
    """
    begins: dict[tuple[str, ...], list[int]] = {}
    for index, key in enumerate(keys):
        words = tuple(key.split(" ", _SHINGLE)[:_SHINGLE])
        if len(words) == _SHINGLE and len(key) <= _LONGEST_REPEAT:
            begins.setdefault(words, []).append(index)
    held: set[int] = set()
    for index, key in enumerate(keys):
        if len(key) > _LONGEST_HOLDER:
            continue
        padded = f" {key} "
        for candidate in _candidates(key, begins):
            if _holds(keys, index, candidate, padded):
                held.add(candidate)
    return held


def _candidates(key: str, begins: dict[tuple[str, ...], list[int]]) -> set[int]:
    words = key.split()
    windows = zip(*(words[offset:] for offset in range(_SHINGLE)), strict=False)
    return {candidate for window in windows for candidate in begins.get(window, ())[:8]}


def _holds(keys: Sequence[str], holder: int, candidate: int, padded: str) -> bool:
    if holder == candidate or (keys[holder] == keys[candidate] and holder < candidate):
        return False
    return f" {keys[candidate]} " in padded
