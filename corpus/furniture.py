"""Which blocks of a page are the article, and which are furniture: menus, credits, forms, footers.

Furniture is told by form and by place, never by the names of sites, people or subjects.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from corpus.blocks import Block
from corpus.captions import credit_start, is_credit, lead_end
from corpus.forms import (
    FOOTER,
    RELATED,
    is_boilerplate,
    is_funding_notice,
    is_furniture_line,
    is_menu_word,
)
from corpus.repeats import contained, repeats_title, words_key
from corpus.sentences import ends_like_a_sentence, sentence_spans

PartKind = Literal["prose", "caption", "heading", "furniture"]
_FEWEST_NOTE_WORDS = 3
_LONGEST_HEADING, _MOST_HEADING_WORDS, _LONGEST_ZONE_LINE, _LONGEST_CAPTION = 120, 18, 80, 600


@dataclass(frozen=True, slots=True)
class Part:
    """A block and what it is; only `block.text[begin:end]` is the article's own."""

    block: Block
    number: int
    kind: PartKind
    begin: int
    end: int

    @property
    def text(self) -> str:
        """The part's words, credits cut off."""
        return self.block.text[self.begin : self.end]

    def turned(self, kind: PartKind) -> "Part":
        """The same part, taken for something else."""
        return replace(self, kind=kind)


def article_parts(blocks: Sequence[Block]) -> list[Part]:
    """Every block with what it is; nothing is left out, furniture is only named."""
    parts = [_by_form(block, number) for number, block in enumerate(blocks)]
    _mark_caption_neighbours(parts)
    _mark_menus(parts)
    _mark_zones(parts)
    if not any(part.kind in ("prose", "caption") for part in parts):
        # Notes without full stops look like headings, all of them: then they are the text.
        return [part.turned("prose") if _is_note(part) else part for part in parts]
    _mark_tail(parts)
    return parts


def without_repeats(parts: Sequence[Part], title: str | None) -> list[Part]:
    """The parts, with a title said again and pull-quotes, captions and lines said twice made furniture."""
    kept = list(parts)
    title_seen = False
    for index, part in enumerate(kept):
        if title and part.kind in ("heading", "prose") and repeats_title(part.text, title):
            kept[index] = part.turned(
                "furniture" if title_seen or words_key(part.text) != words_key(title) else "heading"
            )
            title_seen = True
    live = [index for index, part in enumerate(kept) if part.kind != "furniture"]
    for position in contained([words_key(kept[index].text) for index in live]):
        index = live[position]
        if not (title and repeats_title(kept[index].text, title)):
            kept[index] = kept[index].turned("furniture")
    return kept


def _by_form(block: Block, number: int) -> Part:
    whole = Part(block, number, "prose", 0, len(block.text))
    text = block.text
    if block.kind == "furniture" or is_credit(text) or is_boilerplate(text):
        return whole.turned("furniture")
    if not ends_like_a_sentence(text) and is_furniture_line(text):
        return whole.turned("furniture")
    credit = credit_start(text) if len(text) <= _LONGEST_CAPTION + 160 else None
    if block.kind == "caption" or credit is not None:
        kind: PartKind = "caption" if credit != 0 else "furniture"
        return replace(whole, kind=kind, begin=lead_end(text), end=len(text) if credit is None else credit)
    if lead_end(text) and len(text) <= _LONGEST_CAPTION:
        return replace(whole, kind="caption", begin=lead_end(text))
    return whole.turned("heading") if block.kind == "heading" or _is_heading(block) else whole


def _is_heading(block: Block) -> bool:
    text, words = block.text, len(block.text.split())
    if block.kind != "text" or len(text) > _LONGEST_HEADING or words > _MOST_HEADING_WORDS:
        return False
    if text.endswith(("?", "？", "؟")):
        return len(sentence_spans(text)) == 1
    if text.endswith(":"):
        return words <= 8
    return not ends_like_a_sentence(text) and not text.endswith((",", ";"))


def _is_note(part: Part) -> bool:
    return part.kind == "heading" and part.block.kind == "text" and len(part.text.split()) >= _FEWEST_NOTE_WORDS


def _mark_caption_neighbours(parts: list[Part]) -> None:
    """A line that hangs on a caption or a credit, with no blank line between, is a caption too."""
    for index in range(len(parts) - 1, 0, -1):
        above, part = parts[index - 1], parts[index]
        if not part.block.attached or above.kind not in ("prose", "heading") or len(above.text) > _LONGEST_CAPTION:
            continue
        hangs_on_caption = part.kind == "caption" and (above.kind == "heading" or part.text.startswith(above.text[:40]))
        if hangs_on_caption or (part.kind == "furniture" and is_credit(part.text)):
            parts[index - 1] = above.turned("caption")


def _mark_menus(parts: list[Part]) -> None:
    """A list with a menu's word in it is a menu; above the article, so is one of a word or two a line."""
    in_head = True
    for is_list, run in groupby(list(parts), key=lambda part: part.block.kind == "item" and part.kind != "caption"):
        members = list(run)
        if is_list and _is_menu([part.text for part in members], in_head=in_head):
            for part in members:
                parts[part.number] = part.turned("furniture")
        elif any(part.kind == "prose" for part in members):
            in_head = False


def _is_menu(texts: Sequence[str], *, in_head: bool) -> bool:
    short = sum(len(text.split()) <= 2 for text in texts)
    if in_head:
        return any(is_menu_word(text) for text in texts) or 2 * short > len(texts)
    return any(is_menu_word(text) for text in texts) and not any(ends_like_a_sentence(text) for text in texts)


def _mark_zones(parts: list[Part]) -> None:
    """Under "Related articles" all is furniture until prose resumes; under a footer, all to the end."""
    total = sum(len(part.text) for part in parts if part.kind == "prose")
    before, in_zone, in_footer = 0, False, False
    for index, part in enumerate(parts):
        if _begins_footer(part):
            in_footer = in_footer or 2 * before >= total > 0
            parts[index] = part.turned("furniture")
        elif not ends_like_a_sentence(part.text) and len(part.text) <= _LONGEST_ZONE_LINE and _is_related(part.text):
            in_zone = True
        elif in_zone and part.kind == "prose" and part.block.kind != "item" and _resumes(part.text):
            in_zone = False
        before += len(part.text) if part.kind == "prose" else 0
        if in_zone or in_footer:
            parts[index] = part.turned("furniture")


def _is_related(text: str) -> bool:
    return RELATED.fullmatch(text.strip(" :.…»›>|•*-–—")) is not None


def _begins_footer(part: Part) -> bool:
    return FOOTER.match(part.block.text) is not None and len(part.block.text) <= 1500


def _resumes(text: str) -> bool:
    return len(text) >= _LONGEST_ZONE_LINE and ends_like_a_sentence(text)


def _mark_tail(parts: list[Part]) -> None:
    """Headings under the last prose lead to nothing, and a notice of who paid stands at the end."""
    for index in range(len(parts) - 1, -1, -1):
        part = parts[index]
        if part.kind == "heading" or (part.kind == "prose" and is_funding_notice(part.text)):
            parts[index] = part.turned("furniture")
        elif part.kind == "prose":
            return
