"""Blocks: what of a sentence can be quoted in one piece."""

from corpus.blocks import Block
from corpus.writer import BlockWriter

RAW = "Nearly <b>7,000 people</b> have left their homes since Sunday&#8217;s attack."


def written(*, joins: bool = False) -> Block:
    """A block with a tag and an entity in it."""
    writer = BlockWriter()
    for part in ("Nearly ", "7,000 people", " have left their homes since Sunday"):
        start = RAW.index(part)
        writer.copy(RAW, start, start + len(part), joins=joins)
    writer.say("’")
    writer.copy(RAW, RAW.index("s attack"), len(RAW))
    block = writer.finish()
    assert block is not None
    return block


def quoted(block: Block, begin: int, end: int) -> str | None:
    """What would be quoted of a part of a block."""
    spans = block.quotable(begin, end)
    return RAW[slice(*spans[0])] if spans else None


def test_the_longest_fragment_is_quoted() -> None:
    """A sentence with tags in it is quoted from one text node, without half words."""
    block = written()
    assert block.text == "Nearly 7,000 people have left their homes since Sunday’s attack."
    assert quoted(block, 0, len(block.text)) == "have left their homes since Sunday"


def test_emphasis_may_stand_inside_a_quote() -> None:
    """Runs that join are quoted with the marks between them."""
    block = written(joins=True)
    assert quoted(block, 0, len(block.text)) == "Nearly <b>7,000 people</b> have left their homes since Sunday"


def test_short_fragments_are_not_quoted() -> None:
    """A fragment under fifteen characters is no quote; a whole sentence may be short."""
    block = written()
    assert quoted(block, 0, 19) is None
    assert quoted(block, 7, 19) == "7,000 people"


def test_a_blank_block_is_none() -> None:
    """White space alone makes no block, and the writer begins anew."""
    writer = BlockWriter()
    writer.say(" \n")
    assert writer.finish() is None
    writer.say("  x ")
    block = writer.finish("item")
    assert block is not None and (block.text, block.kind, block.runs) == ("x", "item", ())
