"""Who signs an HTML page: meta tags, JSON-LD, the byline under its headline, links to an author."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpus.bylines import declared_authors, led_authors
from corpus.webpage_parser import PageText

_NAMES = (
    "author",
    "article:author",
    "byl",
    "byline",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
)
_BLOCKS_UNDER_HEADLINE, _LINKS_LOOKED_AT = 6, 3


def page_author(page: PageText, articles: Sequence[Mapping[str, Any]]) -> str | None:
    """The persons that the first place with any names; `articles` are the page's JSON-LD articles."""
    return next((author for author in _authors(page, articles) if author), None)


def _authors(page: PageText, articles: Sequence[Mapping[str, Any]]) -> Iterator[str | None]:
    for wanted in _NAMES:
        yield declared_authors(content for name, content in page.meta if name == wanted)
    for article in articles:
        yield declared_authors(_persons(article.get("author")))
    for text in _under_headline(page):
        yield led_authors(" ".join(text.split()))
    for text in page.authors[:_LINKS_LOOKED_AT]:  # later ones may be to the authors of other articles
        yield declared_authors([text])


def _persons(value: Any) -> Iterator[str]:
    """Names in JSON-LD, alone, in an object or in a list; those of organisations are left out."""
    if isinstance(value, list):
        for member in value:
            if not isinstance(member, list):
                yield from _persons(member)
    elif isinstance(value, Mapping) and "organization" not in str(value.get("@type")).lower():
        yield from _persons(str(value.get("name") or ""))
    elif isinstance(value, str):
        yield value


def _under_headline(page: PageText) -> list[str]:
    seen = [block for block in page.blocks if not block.outside]
    first = next((index for index, block in enumerate(seen) if block.tag == "h1"), -1) + 1
    return [block.block.text for block in seen[first : first + _BLOCKS_UNDER_HEADLINE]]
