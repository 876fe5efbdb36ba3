"""Claims: what the sentences of the articles state, who holds it, how, of what moment, and with what figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.source import Source
from index.alignment import ArticleText, article_text
from index.attribution import Attribution, attributions_of
from index.held import Held, how_held, is_appearance, is_denial
from index.holders import Holders
from index.moments import Moment, moment_of
from index.quantities import Quantity, quantities_of
from index.sayings import named_holder
from index.store import Fields
from index.tagger import Span, Tagged, Tagger

MOSTLY = 0.5
"""The share of a sentence, its source and cue aside, that a content must have for the sentence to be its holder's."""
QUOTED = 0.25
"""The same where the sentence begins with a quotation."""


_TOLD = re.compile(
    r"(?:that\s+)?(?:the|an?|his|her|their|[A-Z])[\w’' -]{2,60}?\s(?:had|has|have)\s(?:\w+ly\s)?"
    r"(?:told|said|assured|informed|warned|reported|admitted|promised)\b"
)
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement: `start` and `end` are the place of its words in its source's text; `text` is how they read.

    `sentence` counts the source's sentences from 0. `holder` is a name as the article has it; the outlet, or the
    file where it has none, when the article speaks itself (`own_voice`). `through` are those who pass it on, the
    outermost first. `held` "denied" means that the holder says the opposite. `moment` is None where none is spoken of.
    """

    file: str
    sentence: int
    start: int
    end: int
    text: str
    holder: str
    own_voice: bool
    through: tuple[str, ...]
    held: Held
    quantities: tuple[Quantity, ...]
    moment: Moment | None

    @property
    def day(self) -> date | None:
        """The last day it may speak of."""
        return self.moment.last if self.moment else None


@dataclass(frozen=True, slots=True)
class _Said:
    """An attribution with its names, and the sentence it is read in."""

    attribution: Attribution
    cue: str
    holder: str
    through: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who holds a sentence, who passes it on, and all the words that attribute it to him."""

    name: str
    through: tuple[str, ...]
    cues: str


def claims_of(sources: Sequence[Source], tagger: Tagger) -> list[tuple[Claim, ...]]:
    """The claims of each source; the tagger reads them together."""
    articles = [article_text(source) for source in sources]
    tagged = tagger.tag([(article.text, article.spans) for article in articles])
    return [tuple(_claims(*each)) for each in zip(sources, articles, tagged, strict=True)]


def fields_of(claim: Claim) -> Fields:
    """What is kept of a claim beside its vector, so that a store can be asked for one holder's claims, or one day's."""
    fields: dict[str, str | int | float | bool] = {
        "file": claim.file,
        "sentence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "holder": claim.holder,
        "own_voice": claim.own_voice,
        "held": claim.held,
    }
    if claim.moment and claim.moment.first and claim.moment.last:
        fields |= {"first": claim.moment.first.toordinal(), "last": claim.moment.last.toordinal()}
    return fields


def _claims(source: Source, article: ArticleText, tagged: Tagged) -> Iterator[Claim]:
    said = _said(article, tagged)
    for number, (sentence, (start, end)) in enumerate(zip(source.sentences, article.spans, strict=True)):
        if sentence.kind == "heading":
            continue
        inside = [
            each for each in said if each.attribution.content.start < end and start < each.attribution.content.end
        ]
        main = _main(inside, tagged, start, end, sentence.reading.startswith(("“", '"')))
        cues = " ".join(each.cue for each in inside if main and each.holder == main.holder)
        holder = _layered(article, main, cues) if main else _plainly(sentence.reading)
        yield _claim(source, number, holder)


def _said(article: ArticleText, tagged: Tagged) -> list[_Said]:
    """The attributions whose holder has a name, in order."""
    holders, named = Holders(article.text, tagged), dict[Attribution, _Said]()
    for each in attributions_of(article.text, tagged):
        cue = article.text[each.cue.start : each.cue.end] if each.cue else ""
        if is_appearance(cue):
            continue
        outer = named.get(each.outer) if each.outer else None
        holder = holders.name(each.source, outer.holder if outer else None) if each.source else None
        if holder:
            through = (*outer.through, outer.holder) if outer and outer.holder != holder else ()
            named[each] = _Said(each, cue, holder, through)
    return list(named.values())


def _main(said: Sequence[_Said], tagged: Tagged, start: int, end: int, quoted: bool) -> _Said | None:
    """Whose the sentence is: who holds most of it, its sources and cues aside, else who denies something in it.

    None where it is the article's own. `quoted` sentences begin with a quotation.
    """
    around = sum(_shared(span, start, end) for span in tagged.roles if span.kind != "CONTENT")
    whole = max(end - start - around, 1)
    best = max(said, key=lambda each: _shared(each.attribution.content, start, end), default=None)
    own = {(best.attribution.cue, best.attribution.source)} if best else set()
    together = sum(
        _shared(each.attribution.content, start, end)
        for each in said
        if (each.attribution.cue, each.attribution.source) in own
    )
    if best and together >= (QUOTED if quoted else MOSTLY) * whole:
        return best
    return next((each for each in said if is_denial(each.cue)), None)


def _shared(span: Span, start: int, end: int) -> int:
    return max(min(span.end, end) - max(span.start, start), 0)


def _layered(article: ArticleText, said: _Said, cues: str) -> _Holder:
    """The holder; where his words begin with what another has told, that other, through him."""
    content = said.attribution.content
    told = _TOLD.match(article.text[content.start : content.end])
    teller = named_holder(told.group()) if told else None
    if teller and teller.lower() not in said.holder.lower():
        return _Holder(teller, (*said.through, said.holder), cues)
    return _Holder(said.holder, said.through, cues)


def _plainly(reading: str) -> _Holder | None:
    """Who the sentence itself names where the tagger saw nobody."""
    name = named_holder(reading)
    has_name = name and re.search(r"\b[A-Z]\w", name if not reading.startswith(name) else name[1:])
    return _Holder(name, (), "") if name and (has_name or _ACCORDING.search(reading)) else None


def _claim(source: Source, number: int, said: _Holder | None) -> Claim:
    sentence = source.sentences[number]
    reading = sentence.reading
    return Claim(
        file=source.file,
        sentence=number,
        start=sentence.start,
        end=sentence.end,
        text=reading,
        holder=said.name if said else source.name,
        own_voice=said is None,
        through=said.through if said else (),
        held=how_held(reading, said.cues if said else "", said is not None),
        quantities=quantities_of(reading),
        moment=moment_of(reading, source.date),
    )
