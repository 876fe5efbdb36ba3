"""The article in an HTML page: which of its blocks belong to it, and where they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.blocks import Block
from corpus.patterns import regex
from corpus.quiet import silenced
from corpus.repeats import words_key
from corpus.sentences import ends_like_a_sentence
from corpus.webpage_parser import PageBlock

_CHARSET = regex(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_MENU = regex(r"<nav\b(?:(?!<(?:nav|p|h1|article|main)\b).)*?</nav\s*>", re.IGNORECASE | re.DOTALL)
"""A menu that surely ends where it seems to; the words of any menu are outside the article."""
_SHINGLE, _ENOUGH, _LONG_ENOUGH = 4, 0.6, 40


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page names in its first kilobytes."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else None


def article_blocks(raw: str, blocks: Sequence[PageBlock]) -> list[Block]:
    """The blocks of the article, the page's order kept.

    trafilatura says which words are the article; paragraphs, captions and the headline that stand
    among the blocks with those words belong to it too. A page that it finds nothing in is read whole,
    menus and forms aside.
    """
    wanted = _chosen(_extracted_lines(raw), blocks)
    if not wanted:
        wanted = {index for index, block in enumerate(blocks) if _may_belong(block)}
    return [_as_article(blocks[index]) for index in sorted(wanted)]


def _extracted_lines(raw: str) -> list[str]:
    import trafilatura  # a quarter of a second to load

    with silenced("trafilatura", "htmldate"):
        text = trafilatura.extract(_MENU.sub(" ", raw), include_comments=False, include_tables=True, deduplicate=False)
    return [line for line in (text or "").splitlines() if line.strip()]


def _chosen(lines: Sequence[str], blocks: Sequence[PageBlock]) -> set[int]:
    """The numbers of the blocks whose words were extracted, and of those that stand among them."""
    keys = {words_key(line) for line in lines}
    shingles = {shingle for key in keys for shingle in _shingles(key)}
    chosen = {
        index
        for index, block in enumerate(blocks)
        if not block.outside and _is_extracted(block.block.text, keys, shingles)
    }
    if not any(ends_like_a_sentence(blocks[index].block.text) for index in chosen):
        return set()
    first = _headline_before(min(chosen), blocks)
    containers = {blocks[index].container for index in chosen}
    for index in range(first, max(chosen) + 1):
        block = blocks[index]
        at_head = index < min(chosen) or block.tag == "figcaption"
        if _may_belong(block) and (at_head or block.container in containers) and _is_prose_like(block):
            chosen.add(index)
    return chosen | ({first} if blocks[first].tag == "h1" else set())


def _shingles(key: str) -> Iterator[tuple[str, ...]]:
    words = key.split()
    return zip(*(words[offset:] for offset in range(_SHINGLE)), strict=False)


def _is_extracted(text: str, keys: set[str], shingles: set[tuple[str, ...]]) -> bool:
    key = words_key(text)
    if key in keys:
        return bool(key)
    own = list(_shingles(key))
    return len(own) > 0 and sum(shingle in shingles for shingle in own) >= _ENOUGH * len(own)


def _headline_before(first: int, blocks: Sequence[PageBlock]) -> int:
    """The number of the nearest h1 above the article's first block, or of that block itself."""
    above = (index for index in range(first, -1, -1) if blocks[index].tag == "h1")
    return next(above, first)


def _may_belong(block: PageBlock) -> bool:
    all_link = block.linked > 0.8 and not ends_like_a_sentence(block.block.text) and block.block.kind != "heading"
    return not block.outside and not all_link


def _is_prose_like(block: PageBlock) -> bool:
    text = block.block.text
    if block.tag in ("figcaption", "li", "h2", "h3", "h4"):
        return block.linked < 0.8
    return len(text) >= _LONG_ENOUGH and ends_like_a_sentence(text) and block.linked < 0.5


def _as_article(block: PageBlock) -> Block:
    return block.block if _may_belong(block) else replace(block.block, kind="furniture")
