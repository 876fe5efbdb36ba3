"""Claims for tests, of sentences that no tagger has read."""

from corpus.source import Source
from index.claims import Claim


def claim_of(source: Source, number: int, holder: str | None = None) -> Claim:
    """The claim of a sentence: this holder's, or the source's own."""
    sentence = source.sentences[number]
    return Claim(
        file=source.file,
        sentence=number,
        start=sentence.start,
        end=sentence.end,
        text=sentence.reading,
        holder=holder or source.name,
        own_voice=holder is None,
        through=(),
        held="reported" if holder else "asserted",
        quantities=(),
        moment=None,
    )
