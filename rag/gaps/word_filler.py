"""The name or noun that a sentence ties to what a question asks about."""

from collections.abc import Collection, Iterator, Sequence

from rag.gaps.filler import LOOSE, TIED, Filler
from rag.gaps.gap import NATIONALITIES, Gap
from rag.gaps.patterns import apposed, copula_of, definitions, equated, is_placed, makers, ties_of
from rag.gaps.phrases import joined_to, phrase_at, phrase_before
from rag.gaps.word_forms import is_form_of
from rag.gaps.words import PRONOUNS, Run, Word, name_runs

# What these make of an office is another one.
_ANOTHER = frozenset(
    """
    former ex late deputy vice acting assistant previous next later future interim honorary first second third last then
    """.split()
)


def filler_in(gap: Gap, reading: str, words: Sequence[Word], heads: Collection[str]) -> Filler | None:
    """The likeliest filler of a sentence, whose words `heads` tie as the head of the question does."""
    firm = (each for run in _tied(gap, words, heads) if (each := _filler(gap, reading, words, run, TIED)))
    loose = (each for run in _loose(gap, words) if (each := _filler(gap, reading, words, run, LOOSE)))
    return next(firm, None) or next(loose, None)


def _tied(gap: Gap, words: Sequence[Word], heads: Collection[str]) -> Iterator[Run]:
    if gap.asked == "person":
        yield from makers(gap, words)
    if gap.asks_where or gap.asks_what_one_is:
        yield from definitions(gap, words)
    if gap.thing:
        yield from _sorted_by(gap, words) if gap.head == gap.thing else _called(gap.thing, words)
    if gap.first <= {word.stem for word in words}:
        for at, word in enumerate(words):
            if word.lower in heads and not _is_another(gap, words, at):
                yield from ties_of(gap, words, at)


def _sorted_by(gap: Gap, words: Sequence[Word]) -> Iterator[Run]:
    """What stands before the noun for the subject: a folk rock band, where the genre of the band is asked."""
    runs = (phrase_before(words, at) for at, word in enumerate(words) if word.stem in gap.sort)
    yield from (run for run in runs if run)


def _called(thing: str, words: Sequence[Word]) -> Iterator[Run]:
    """Names beside the noun of "which": the family Rosaceae, the river is the Lume."""
    for at, word in enumerate(words):
        if is_form_of(word.lower, thing):
            yield from (run for run in (*apposed(words, at), *equated(words, at)) if words[run[0]].named)


def _is_another(gap: Gap, words: Sequence[Word], at: int) -> bool:
    """Whether a word before it makes it another one than the question's: the former mayor, the deputy mayor."""
    return any(word.lower in _ANOTHER and word.stem not in gap.said for word in words[max(0, at - 2) : at])


def _loose(gap: Gap, words: Sequence[Word]) -> Iterator[Run]:
    """Names that fit by their preposition, or as owners; what the subject is said to be."""
    for run in name_runs(words):
        made = (run[0] > 0 and words[run[0] - 1].lower == "by") or words[run[1] - 1].owner
        if (gap.asked == "person" and made) or (gap.asked == "place" and is_placed(words, run[0])):
            yield run
    copula = copula_of(gap, words) if gap.thing else None
    run_behind = phrase_at(words, copula + 1) if copula is not None else None
    if run_behind:
        yield run_behind


def _filler(gap: Gap, reading: str, words: Sequence[Word], run: Run, tied: float) -> Filler | None:
    """The filler in a run of words; None where it is of the wrong kind, or says only what the question says."""
    run = _narrowed(gap, words, run)
    within = words[slice(*run)]
    told = [word for word in within if word.means]
    new = [word for word in told if word.stem not in gap.said]
    of_subject = sum(word.stem in gap.subject.stems for word in told)
    named = any(word.named for word in told)
    if not new or 2 * of_subject > len(told) or within[0].lower in PRONOUNS:
        return None
    if gap.asked in ("person", "place") and not named:
        return None
    start, end = within[0].start, within[-1].end
    joined = frozenset(word.stem for word in joined_to(words, run[1]) if word.means)
    return Filler(start, end, reading[start:end], frozenset(word.stem for word in new), tied, named, joined)


def _narrowed(gap: Gap, words: Sequence[Word], run: Run) -> Run:
    """The name in "the architect Ruth Abend" where it asks who or where; the trade in "a Finnish volleyball player"."""
    if gap.asked in ("person", "place"):
        return next((name for name in name_runs(words) if run[0] <= name[0] < run[1]), run)
    trade = next((at for at in range(*run) if not words[at].named), run[0])
    is_trade = not words[run[1] - 1].named and gap.head not in NATIONALITIES
    return (trade, run[1]) if is_trade else run
