"""The sources that answers cite, as BibTeX: an entry each, with the words that were cited of it."""

from collections.abc import Mapping, Sequence

from corpus.patterns import regex
from corpus.source import Source
from rag.answer import Answer, Citation
from rag.markup import shown

_SPECIAL: Mapping[str, str] = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    "|": r"{\textbar}",
    '"': r"{\textquotedbl}",
    "@": r"{\char64}",
    **{mark: rf"\{mark}" for mark in "$&#%_"},
}
_AND = regex(r",\s+|\s+and\s+")
_KEY = regex(r"[a-z0-9]+")
_UNSAFE_IN_FILE = regex(r"[\\{}%\x00-\x1f\x7f]")
_LONGEST_KEY = 30


def bibliography(answers: Sequence[Answer], sources: Sequence[Source] = ()) -> str:
    """An entry for each source cited, in order of first use; every quote, with its place, is in its note.

    `sources` lend the authors, whom a citation does not name. Fields are LaTeX but `file`, which is read as it stands.
    """
    authors = {source.file: source.author for source in sources}
    cited: dict[str, dict[tuple[int, int], Citation]] = {}
    for citation in (one for answer in answers for one in answer.citations):
        cited.setdefault(citation.file, {}).setdefault((citation.start, citation.end), citation)
    keys = _keys([next(iter(places.values())) for places in cited.values()])
    entries = [_entry(keys[file], tuple(places.values()), authors.get(file)) for file, places in cited.items()]
    return "\n".join(entries)


def latex(text: str) -> str:
    """Text on one line that LaTeX sets as it stands, its braces balanced."""
    return "".join(_SPECIAL.get(character, character) for character in shown(text))


def _entry(key: str, places: Sequence[Citation], author: str | None) -> str:
    first = places[0]
    fields = {
        "title": "{" + latex(first.title or first.file) + "}",  # braces keep its capitals
        "author": _names(author) if author else None,
        "journal": latex(first.outlet) if first.outlet else None,
        "date": latex(first.date) if first.date else None,
        "year": latex(first.date[:4]) if first.date else None,
        "file": _UNSAFE_IN_FILE.sub(lambda found: f"%{ord(found[0]):02X}", first.file),
        "note": "; ".join(_cited(place) for place in places),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{'article' if first.outlet else 'misc'}{{{key},", *lines, "}", ""])


def _names(author: str) -> str:
    """The persons as BibTeX joins them; what is not clearly a list of full names stays one name."""
    names = _AND.split(shown(author))
    if all(" " in name for name in names):
        return " and ".join(map(latex, names))
    return "{" + latex(author) + "}"


def _cited(citation: Citation) -> str:
    page = f"page {citation.page}, " if citation.page else ""
    holder = f" ({latex(citation.holder)})" if citation.holder else ""
    place = f"{page}line {citation.line}, characters {citation.start}--{citation.end}"
    return f"{place}: “{latex(citation.quote)}”{holder}"


def _keys(citations: Sequence[Citation]) -> dict[str, str]:
    """A key for each file, from its outlet (else its title, else its name) and year; equal ones are numbered."""
    bases = [
        ("".join(_KEY.findall((one.outlet or one.title or one.file).lower()))[:_LONGEST_KEY] or "source")
        + (one.date or "")[:4]
        for one in citations
    ]
    numbers = [1 + bases[:place].count(base) for place, base in enumerate(bases)]
    keys = [base if number == 1 else f"{base}-{number}" for base, number in zip(bases, numbers, strict=True)]
    return dict(zip((one.file for one in citations), keys, strict=True))
