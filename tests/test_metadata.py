"""Title and outlet of an article that only its own text can tell."""

import pytest

from corpus.furniture import article_parts
from corpus.headlines import title_of
from corpus.metadata import outlet_of_lines
from corpus.plain import plain_blocks

PROSE = "The council voted on Monday to close the old bridge. Nobody in the town was surprised."


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2024 The Valley Paper. All rights reserved.", "The Valley Paper"),
        ("Copyright © 2019-2024 VPR - Valley Public Radio", "VPR"),
        ("More from Valley News", "Valley News"),
        ("LOWTOWN (Valley Wire) - The bridge is closed.", "Valley Wire"),
        ("© Ann Other", None),
        ("More from this author", None),
        ("More from us", None),
        ("He told Valley News that the bridge is closed.", None),
    ],
)
def test_an_outlet_is_named_only_where_the_page_calls_it_its_own(line: str, outlet: str | None) -> None:
    """Copyright lines, "More from" and datelines name the outlet; credits and mentions do not."""
    assert outlet_of_lines([PROSE, line]) == outlet


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("The old bridge closes for good", "The old bridge closes for good"),
        ("The Paper\nOpinion\n\nDo not close the bridge", "Do not close the bridge"),
        (
            "REPUBLIC OF LOWLAND\nMINISTRY OF BRIDGES\n\nBulletin No. 4: The old bridge",
            "Bulletin No. 4: The old bridge",
        ),
        ("• Home\n  • The bridge\n\n3 May 2021\n\nWhy is the bridge closed?", "Why is the bridge closed?"),
        ("3 May 2021", None),
    ],
)
def test_the_headline_is_told_from_what_stands_around_it(head: str, title: str | None) -> None:
    """Mastheads, sections, menus and dates are not titles."""
    assert title_of(article_parts(plain_blocks(f"{head}\n\n{PROSE}\n\n{PROSE} Again."))) == title
