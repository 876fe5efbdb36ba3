"""Sentence spans of a paragraph, by rules that hold for any subject."""

from collections.abc import Iterator
from itertools import pairwise

from corpus.patterns import regex

_TERMINATOR = regex(r"[.!?…‼⁇⁈⁉؟۔։።।॥。！？｡]+[\"'”’“»›)\]}」』】》）]*")
_WITHOUT_SPACE = "。！？｡"
_OPENERS = "\"'“”‘’«»‹›([{「『„‚¿¡-–—•*_ "
_LOOK_BACK = 24

_TITLES = frozenset(
    "mr mrs ms mx dr prof gen col lt sgt capt cpt cmdr maj adm brig sen rep gov rev hon pres amb fr st ste mt "
    "messrs mme mlle m. hr fr. vs cf viz approx ca eg ie e.g i.e z.b bzw u.a ph".split()
)
_BEFORE_NUMBER = frozenset(
    "no nos nr art sec ch fig figs vol p pp par para op jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_MAY_END = frozenset(
    "inc ltd co corp bros jr sr etc al est dept univ assn gov't intl ave blvd rd a.m p.m am pm".split()
)
_STARTERS = frozenset(
    "the a an this that these those he she it they we you i his her its their our my there here who what when where "
    "why how in on at by for from with as after before since until while during under over between among but and or "
    "so yet however meanwhile moreover still also then now according some many most all both each if although though "
    "despite because not no one two three several such".split()
)
_DAYS_AND_ZONES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest et ct pt".split()
)
_INITIALS = regex(r"(?:[^\W\d_]\.)+[^\W\d_]?$")
_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)?")
_SPEECH_TAG = regex(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|wrote|writes|added|adds|replied|told|exclaimed|continued)\b"
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The (start, end) of each sentence of one paragraph, without white space at either end.

    Closing quotes and brackets belong to the sentence they close. Text after the last full stop is a
    sentence too. The time taken grows with the length of the text, whatever stands in it.
    """
    edges = [0, *_boundaries(text), len(text)]
    spans: list[tuple[int, int]] = []
    pending = 0
    for _, edge in pairwise(edges):
        start, end = _stripped(text, pending, edge)
        if _WORD.search(text, start, end):
            spans.append((start, end))
            pending = edge
    if spans and pending < len(text):
        _, end = _stripped(text, spans[-1][0], len(text))
        spans[-1] = (spans[-1][0], end)
    return spans


def ends_like_a_sentence(text: str) -> bool:
    """Whether a full stop, or its like, ends this text; closing quotes and brackets aside."""
    bare = text.rstrip().rstrip("\"'”’“»›)]}」』】》）")
    return bare[-1:] != "" and _TERMINATOR.match(bare[-1]) is not None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _boundaries(text: str) -> Iterator[int]:
    start = 0
    for mark in _TERMINATOR.finditer(text):
        end = mark.end()
        if end >= len(text):
            return
        if mark[0][0] in _WITHOUT_SPACE or (text[end].isspace() and _is_boundary(text, start, mark.start(), end)):
            yield end
            start = end


def _is_boundary(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the terminator at `stop`, closed at `end`, ends the sentence begun at `start`."""
    marks, following = text[stop:end], _following(text, end)
    if following is None:
        return False
    character, word = following
    if character.islower() and character.title() != character:
        return False
    if marks != ".":
        is_tag = marks[0] in "!?" and len(marks) > 1 and _SPEECH_TAG.match(text[end : end + 80].lstrip())
        return not is_tag
    token = text[max(start, stop - _LOOK_BACK) : stop].rsplit(None, 1)[-1:] or [""]
    return not _abbreviates(
        token[0].lstrip(_OPENERS), character, word, first=not text[start : stop - len(token[0])].strip()
    )


def _following(text: str, end: int) -> tuple[str, str] | None:
    """The first letter or digit after `end`, and the word it begins, in lower case."""
    position = end
    limit = min(len(text), end + 40)
    while position < limit and (text[position].isspace() or text[position] in _OPENERS):
        position += 1
    if position >= len(text):
        return None
    word = _WORD.match(text, position, min(len(text), position + 20))
    return text[position], word[0].lower() if word else ""


def _abbreviates(token: str, character: str, word: str, *, first: bool) -> bool:
    """Whether the full stop after `token` belongs to an abbreviation that the sentence goes on after."""
    lowered = token.lower()
    if lowered in _TITLES:
        return True
    if lowered in _BEFORE_NUMBER:
        return character.isdigit()
    if lowered in _MAY_END:
        return word in _DAYS_AND_ZONES or (word not in _STARTERS and lowered not in ("a.m", "p.m", "am", "pm", "etc"))
    if token.isdigit():
        return first
    if _INITIALS.fullmatch(token + ".") and (token[:1].isupper() or "." in token):
        return word not in _STARTERS
    return False
