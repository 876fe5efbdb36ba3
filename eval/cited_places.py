"""Where words of a corpus stand, as citations: for systems that hand back texts without their places."""

from collections.abc import Iterable

from corpus.source import LineNumbers, Source
from rag.answer import Citation


class CitedPlaces:
    """The sources of a corpus, in which texts are found again."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {source.file: source for source in sources}
        self._lines = {file: LineNumbers(source.text) for file, source in self._sources.items()}

    def citation(self, number: int, file: str, quote: str, claimed: int | None = None) -> Citation | None:
        """The citation of words of a file; None where they stand nowhere in it, since a splitter changed them."""
        source = self._sources[file]
        start = place_of(quote, source.text, claimed)
        if start < 0:
            return None
        day = source.date.isoformat() if source.date else None
        line = self._lines[file].at(start)
        return Citation(number, file, start, start + len(quote), line, quote, source.title, source.outlet, day)

    def sentences_within(self, file: str, quote: str, claimed: int | None = None) -> list[Citation]:
        """The sentences of a file that begin inside these words, headings aside, numbered from one."""
        place = self.citation(0, file, quote, claimed)
        if place is None:
            return []
        sentences = (each for each in self._sources[file].sentences if each.kind != "heading")
        inside = [each for each in sentences if place.start <= each.start < place.end]
        cited = (self.citation(n, file, each.text, each.start) for n, each in enumerate(inside, start=1))
        return [each for each in cited if each]


def place_of(quote: str, text: str, claimed: int | None) -> int:
    """Where a quote begins: the place claimed for it if it stands there, else the first one; -1 for nowhere."""
    if claimed is not None and text.startswith(quote, claimed):
        return claimed
    return text.find(quote)
