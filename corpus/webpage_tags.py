"""What the tags of a page mean for the text in them."""

import re
from dataclasses import dataclass

from corpus.blocks import BlockKind
from corpus.patterns import regex

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
UNSEEN = frozenset(
    "script style template noscript head title svg math iframe object canvas audio video select option "
    "datalist textarea".split()
)
OUTSIDE = frozenset("nav header footer aside form button menu dialog label".split())
BREAKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol p pre section summary "
    "table tbody td tfoot th thead tr ul".split()
)
# An opening tag of the first kind closes an open one of the second, as in "<li>one<li>two".
CLOSES = {
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    "tr": frozenset({"tr", "td", "th", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
}
PARAGRAPH = frozenset({"p", "head"})
_HIDDEN_STYLE = regex(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])", re.IGNORECASE)
OUTSIDE_CLASS = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs crumbs footer foot site-footer page-footer article-footer "
    "sidebar related related-posts related-articles recommended share sharing social social-share newsletter "
    "newsletter-signup cookie cookies cookie-banner cookie-notice consent comments comment-form respond promo "
    "advert advertisement ads banner popup modal".split()
)
_HIDDEN_CLASS = regex(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|hidden|d-none)(?:\s|$)", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"li", "dd", "dt", "td", "th"})
LEAVES = _HEADINGS | _ITEMS | {"p", "figcaption", "caption", "blockquote"}
WHOLE = frozenset({"html", "body", "main", "article"})


@dataclass(frozen=True, slots=True)
class Element:
    """An open element; what it hides or links, all inside it is."""

    tag: str
    number: int
    hidden: bool = False
    outside: bool = False
    linked: bool = False
    kind: BlockKind = "text"
    signs: bool = False


def is_author(values: dict[str, str]) -> bool:
    """Whether an element's own attributes say that it names an author."""
    return "author" in (*values.get("rel", "").lower().split(), *values.get("itemprop", "").lower().split())


def is_hidden(values: dict[str, str]) -> bool:
    """Whether an element's own attributes keep it from being seen."""
    if "hidden" in values or values.get("aria-hidden") == "true":
        return True
    styled = _HIDDEN_STYLE.search(values.get("style", ""))
    return styled is not None or _HIDDEN_CLASS.search(values.get("class", "")) is not None


def class_names(values: dict[str, str]) -> list[str]:
    """The classes of an element, and its id."""
    return f"{values.get('class', '')} {values.get('id', '')}".lower().split()


def kind_in(tag: str, above: Element) -> BlockKind:
    """What an element makes of the text in it."""
    if tag in _HEADINGS:
        return "heading"
    if tag in _ITEMS:
        return "item"
    if tag in ("figcaption", "caption"):
        return "caption"
    # A table cell that holds whole paragraphs is layout, not a list.
    return "text" if tag == "p" and above.tag in ("td", "th") else above.kind


def is_outside(tag: str, values: dict[str, str], *, in_article: bool) -> bool:
    """Whether an element is a menu, a form or the like; an article's own header holds its title."""
    if tag == "header" and in_article:
        return False
    return tag in OUTSIDE or (tag not in WHOLE and not OUTSIDE_CLASS.isdisjoint(class_names(values)))
