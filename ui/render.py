"""An answer as the chat shows it: Markdown whose markers are links to the cited words."""

from corpus.patterns import regex
from rag.answer import Answer
from rag.markup import unescape
from rag.quotes import DIFFER
from rag.refusal import LONGEST_QUESTION
from ui.citing import MARKER, byline, marker
from ui.differences import Numbered, numbered, short_differences
from ui.markup import Markdown, literal

_BLANKS = regex(r" +\Z")
_LAST_EXCLAMATION = regex(r"(?<!\\)((?:\\\\)*)!$")
_BULLET = regex(r"^( {0,4})[-*•] +")
_LEAD = regex(r"^(?P<who>\S.{0,200}?) \((?P<when>undated|\d{1,2} \w+ \d{4})(?P<caption>, caption)?\): (?=\S)")


def question_markdown(question: str) -> Markdown:
    """The question as asked, cut short where nobody would read it."""
    shown = question.strip()
    return literal(shown if len(shown) <= LONGEST_QUESTION else f"{shown[:200]} …")


def answer_markdown(answer: Answer, turn: int) -> Markdown:
    """The answer's text with linked markers; a declined one stands in a block quote, which no answer uses."""
    said, _, told = answer.text.partition(DIFFER)
    text = _linked_text(said.strip(), answer, turn)
    if not answer.answered:
        text = _declined(answer, text)
    parts = [text, *_differing(answer, turn, told), *_unmentioned_related(answer, turn), *_warnings(answer)]
    return Markdown("\n\n".join(part for part in parts if part))


def _differing(answer: Answer, turn: int, told: str) -> list[Markdown]:
    """The disagreements that the text has come to: while an answer grows, they come one by one."""
    shown = answer.disagreements[: len(told.strip().splitlines())]
    if not shown:
        return []
    heading = Markdown(f"### {DIFFER.removesuffix(':')}")
    return [heading, short_differences(shown, numbered(answer.citations), turn)]


def _linked_text(text: str, answer: Answer, turn: int) -> Markdown:
    by_number = numbered(answer.citations)
    return Markdown("\n".join(_line(line, by_number, turn) for line in text.splitlines()))


def _line(line: str, by_number: Numbered, turn: int) -> Markdown:
    """One line; a leading dash makes a list, who speaks stands above his words, the rest is shown as it stands."""
    bullet = _BULLET.match(line)
    lead, words = _lead(line[bullet.end() :] if bullet else line)
    indent = f"{bullet[1]}  " if bullet else ""
    body = _with_markers(words, by_number, turn)
    return Markdown((f"{bullet[1]}- " if bullet else "") + (f"{lead}\\\n{indent}{body}" if lead else body))


def _lead(line: str) -> tuple[Markdown, str]:
    """Who speaks, where and when, as an answer's line gives it, and the words that follow."""
    found = _LEAD.match(line)
    if not found or MARKER.search(found["who"]):
        return Markdown(""), line
    when = literal(found["when"] + (", picture caption" if found["caption"] else ""))
    return Markdown(f"**{_inline(unescape(found['who']))}** *{when}*"), line[found.end() :]


def _with_markers(words: str, by_number: Numbered, turn: int) -> Markdown:
    pieces = MARKER.split(words)
    shown: list[str] = [literal(unescape(pieces[0]))]
    for number, following in zip(pieces[1::2], pieces[2::2], strict=True):
        citation = by_number.get(int(number))
        shown[-1] = _BLANKS.sub("\N{NO-BREAK SPACE}", shown[-1])  # no marker alone on the next line
        shown[-1] = _LAST_EXCLAMATION.sub(r"\1\!", shown[-1])  # an exclamation mark before a link makes a picture
        shown += [marker(citation, turn) if citation else literal(f"[{number}]"), _inline(unescape(following))]
    return Markdown("".join(shown))


def _inline(text: str) -> Markdown:
    """Text in the middle of a line, its blanks kept."""
    return Markdown(literal(f"x{text}").removeprefix("x"))


def _declined(answer: Answer, text: Markdown) -> Markdown:
    """What is missing, as a block quote; the nearest passages follow it as in an answer."""
    missing, _, rest = (text or literal(answer.declined_because or "The sources do not say.")).partition("\n\n")
    quoted = "\n".join(f"> {line}" for line in missing.splitlines())
    return Markdown(f"{quoted}\n\n{rest}" if rest else quoted)


def _unmentioned_related(answer: Answer, turn: int) -> list[Markdown]:
    """The nearest passages, where the text does not point at them itself."""
    mentioned = set(MARKER.findall(answer.text))
    nearest = [one for one in answer.citations if one.number in answer.related and str(one.number) not in mentioned]
    if not nearest:
        return []
    lines = [f"- {literal(byline(one))}: “{literal(_on_one_line(one.quote))}” {marker(one, turn)}" for one in nearest]
    return [Markdown("\n".join(["The nearest they come to it:", *lines]))]


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _warnings(answer: Answer) -> list[Markdown]:
    return [Markdown(f"*Note: {literal(_on_one_line(warning))}*") for warning in answer.warnings]
