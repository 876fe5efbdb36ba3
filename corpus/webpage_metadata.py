"""What an HTML page says of itself: meta tags, JSON-LD, time elements, its byline."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from corpus.dates import date_of_value
from corpus.metadata import Description
from corpus.patterns import regex
from corpus.repeats import words_key
from corpus.webpage_authors import page_author
from corpus.webpage_parser import PageText

_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "citation_title")
_OUTLET_NAMES = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "citation_journal_title",
    "application-name",
)
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
)
_ARTICLE_TYPES = ("article", "posting", "report", "webpage", "story")
_SITE_SUFFIX = regex(r"\s+[|–—-]\s+(?P<site>[^|–—]{2,60})\Z")
_DEEPEST = 6


def page_description(page: PageText) -> Description:
    """Title, outlet, date and author as the page's head, its data and its headline give them."""
    objects = [found for text in page.data for found in _objects(_parsed(text), 0)]
    articles = [found for found in objects if _is_article(found)]
    outlet = _meta(page, _OUTLET_NAMES) or next(_strings(_publishers(articles)), None)
    return Description(_title(page, articles, outlet), outlet, _date(page, articles), page_author(page, articles))


def _title(page: PageText, articles: Iterable[Mapping[str, Any]], outlet: str | None) -> str | None:
    """The headline people see, when the page's head names the same one; else what the head says."""
    headline = next(
        (" ".join(block.block.text.split()) for block in page.blocks if block.tag == "h1" and not block.outside), None
    )
    named = _meta(page, _TITLE_NAMES) or next(_strings(found.get("headline") for found in articles), None)
    named = named or " ".join(page.title.split()) or None
    if named is None or (headline and words_key(headline) in words_key(named)):
        return headline or named
    suffix = _SITE_SUFFIX.search(named)
    is_site = suffix and (words_key(outlet) == words_key(suffix["site"]) if outlet else "|" in suffix[0])
    return named[: suffix.start()] if suffix and is_site else named


def _date(page: PageText, articles: Iterable[Mapping[str, Any]]) -> date | None:
    values = [_meta(page, (name,)) for name in _DATE_NAMES[:3]]
    values += [value for found in articles if isinstance(value := found.get("datePublished"), str)]
    values += [_meta(page, (name,)) for name in _DATE_NAMES[3:]]
    # The first time element of a page is its article's, unless a list of headlines came before it.
    values += page.times[:1]
    dates = (date_of_value(value) for value in values if value)
    return next((found for found in dates if found), None)


def _meta(page: PageText, names: Iterable[str]) -> str | None:
    for wanted in names:
        for name, content in page.meta:
            if name == wanted and content.strip():
                return " ".join(content.split())
    return None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for member in value:
            yield from _objects(member, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)


def _is_article(found: Mapping[str, Any]) -> bool:
    kinds = found.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(str(name).lower().endswith(_ARTICLE_TYPES) for name in names)


def _publishers(articles: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
    for found in articles:
        for publisher in _objects(found.get("publisher"), 0):
            yield publisher.get("name")


def _strings(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str) and value.strip():
            yield " ".join(value.split())
