"""What the fields of an article say of it: those of its front matter, or the lines above a plain text."""

from collections.abc import Mapping
from typing import Any

from corpus.bylines import declared_authors
from corpus.dates import date_of_value
from corpus.metadata import Description
from corpus.patterns import regex
from corpus.plain import text_lines

_TITLES = ("title", "headline")
_OUTLETS = (
    "outlet",
    "publisher",
    "publication",
    "site_name",
    "sitename",
    "site",
    "newspaper",
    "institution",
    "organisation",
    "organization",
    "journal",
    "source",
)
_DATES = ("date", "published", "publish_date", "published_at", "date_published", "datepublished", "pubdate")
_AUTHORS = ("author", "authors", "byline", "by", "creator", "writer")
_TELLING = frozenset((*_TITLES, *_OUTLETS, *_DATES, *_AUTHORS))
_OTHERS = frozenset("url link section category tags keywords language id place location type".split())
"""Fields that say nothing of who wrote an article, or when, but may stand beside those that do."""
_FIELD = regex(r"(?P<name>[A-Za-z][A-Za-z _-]{1,20}):[ \t]+(?P<value>\S.{0,300})")
_RULE = regex(r"[-=_*]{3,}")


def heading_fields(raw: str) -> tuple[int, Description]:
    """Where the fields above a plain text end ("Title: …", "Date: …", a line each), and what they say.

    A blank line or a rule ends them; 0 where the text begins with anything else.
    """
    fields: dict[str, str] = {}
    for line in text_lines(raw):
        found = _FIELD.fullmatch(line.text)
        if found and _spelt(found["name"]) in _TELLING | _OTHERS:
            fields.setdefault(_spelt(found["name"]), found["value"])
        elif fields or line.text:
            is_end = not line.text or _RULE.fullmatch(line.text)
            return (line.end, described(fields)) if is_end and _TELLING & fields.keys() else (0, Description())
    return 0, Description()


def _spelt(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def described(fields: Mapping[str, Any]) -> Description:
    """The description that fields of any spelling give."""
    lowered = {_spelt(str(key)): value for key, value in fields.items()}
    dates = (date_of_value(lowered[key]) for key in _DATES if key in lowered)
    signed = (declared_authors(_texts(lowered.get(key))) for key in _AUTHORS)
    return Description(
        _first(lowered, _TITLES),
        _first(lowered, _OUTLETS),
        next((found for found in dates if found), None),
        next((found for found in signed if found), None),
    )


def _first(fields: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((text for key in keys for text in _texts(fields.get(key))[:1]), None)


def _texts(value: Any) -> list[str]:
    """The texts of a field: its own, its name's, or those of its members; addresses of pages are none."""
    if isinstance(value, list):
        return [text for member in value if not isinstance(member, list) for text in _texts(member)]
    if isinstance(value, Mapping):
        value = value.get("name")
    is_text = isinstance(value, str) and value.strip() and not value.startswith(("http:", "https:"))
    return [" ".join(value.split())] if is_text else []
