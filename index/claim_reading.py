"""The claims of an article read out of its sentences: whose each is, how it is held, its figures and its moment."""

from collections.abc import Iterator, Sequence

from corpus.source import Source
from index.alignment import ArticleText, article_text, placed
from index.claims import Claim
from index.conceded import conceded
from index.held import how_held
from index.missed_spans import completed
from index.moments import moment_of
from index.speakers import Said, Speaker, by_itself, is_said_elsewhere, layered, main_of, own_name, plainly, said_in
from index.tagger import Tagged, Tagger
from index.taken_up import Reading, with_taken_up

LEAST_WORDS = 5
"""Words of the shortest part of a sentence that is a claim of its own."""
LEAST_OF_A_REASON = 2
"""The same behind a participle, which gives a reason: "have left, citing fears"."""


def claims_of(sources: Sequence[Source], tagger: Tagger) -> list[tuple[Claim, ...]]:
    """The claims of each source; the tagger reads them together."""
    articles = [article_text(source) for source in sources]
    tagged = tagger.tag([(article.text, article.spans) for article in articles])
    return [
        tuple(_claims(source, article, completed(article.text, article.spans, marks)))
        for source, article, marks in zip(sources, articles, tagged, strict=True)
    ]


def _claims(source: Source, article: ArticleText, tagged: Tagged) -> Iterator[Claim]:
    """The claim of each sentence, and behind it those that others are said in it to make."""
    said, own = said_in(article, tagged), own_name(source, article)
    before: list[Reading] = []
    for number, (sentence, (start, end)) in enumerate(zip(source.sentences, article.spans, strict=True)):
        if sentence.kind == "heading":
            before.clear()  # what stands below it is another matter
            continue
        inside = [
            each for each in said if each.attribution.content.start < end and start < each.attribution.content.end
        ]
        main, itself = main_of(article, inside, tagged, start, end), by_itself(article, start, end, sentence.reading)
        if main and itself and is_said_elsewhere(main, start, end):
            inside, main = [each for each in inside if not is_said_elsewhere(each, start, end)], None
        cues = " ".join(each.cue for each in inside if main and each.holder == main.holder)
        speaker = layered(article, main, cues) if main else plainly(sentence.reading) or itself
        whole = _claim(source, number, speaker or Speaker(own, (), "", own_voice=True), before)
        yield whole
        yield from _parts(source, number, start, [each for each in inside if each.holder != whole.holder], before)
        granted = None if whole.own_voice else conceded(whole.text)
        if granted and placed(sentence, *granted):
            yield _claim(source, number, Speaker(own, (), "", own_voice=True), before, granted)
        before.insert(0, Reading(whole.text, whole.quantities, number))


def _parts(source: Source, number: int, start: int, said: Sequence[Said], before: Sequence[Reading]) -> Iterator[Claim]:
    """What a sentence tells of others than its holder, in its own words."""
    length = len(source.sentences[number].reading)
    for each in said:
        span = max(each.attribution.content.start - start, 0), min(each.attribution.content.end - start, length)
        words = source.sentences[number].reading[slice(*span)].split()
        least = LEAST_OF_A_REASON if each.cue.endswith("ing") else LEAST_WORDS
        if len(words) >= least and placed(source.sentences[number], *span):
            yield _claim(source, number, Speaker(each.holder, each.through, each.cue), before, span)


def _claim(
    source: Source,
    number: int,
    speaker: Speaker,
    before: Sequence[Reading],
    part: tuple[int, int] | None = None,
) -> Claim:
    """The claim of a sentence or of a part of it, given as a span of its reading; `before` are those before it."""
    sentence = source.sentences[number]
    place = placed(sentence, *part) if part else None
    start, end = place or (sentence.start, sentence.end)
    text = sentence.reading[slice(*part)] if part else sentence.reading
    return Claim(
        file=source.file,
        sentence=number,
        start=start,
        end=end,
        text=text,
        holder=speaker.name,
        own_voice=speaker.own_voice,
        through=speaker.through,
        held=how_held(text, speaker.cues, not speaker.own_voice),
        quantities=tuple(with_taken_up(Reading.of(text, number), before)),
        moment=moment_of(text, source.date) or (moment_of(sentence.reading, source.date) if part else None),
        written=source.date,
    )
