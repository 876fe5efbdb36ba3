"""Faithful and unfaithful sentences, sent over HTTP by a scripted model: what stays, and what is caught."""

from collections.abc import Iterator, Sequence

import pytest
from planted import CORPORA, Planted, drafts, planted, quotes_of
from scripted_model import Scene, Stage, serving

from index.encoder import Encoder
from index.reader import Index
from rag.answer import Answer
from rag.budget import Budget
from rag.draft import Drafter
from rag.engine import Engine
from rag.found import Found
from rag.language_models import open_named
from rag.model_name import ModelName
from rag.question import understand
from rag.quote import Point
from rag.verify import shipped_verifier

CAUGHT, SURVIVING = 0.95, 0.9


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> dict[str, Index]:
    folder = tmp_path_factory.mktemp("planted")
    opened = {}
    for name, articles in CORPORA.items():
        Engine.build(articles, index=folder / name)
        opened[name] = Index.open(folder / name, articles, encoder.fingerprint)
    return opened


@pytest.fixture(scope="module")
def scene() -> Iterator[tuple[Scene, str]]:
    stage = Stage(Scene(piece=40))
    with serving(stage) as url:
        yield stage.scene, url


def drafted(some: Sequence[Planted], index: Index, scene: Scene, url: str) -> Answer:
    """The answer to a draft of these sentences, each on a line of its own."""
    cited = [quote for each in some for quote in quotes_of(index, (*each.cites, *each.corrected_to))]
    quotes = list(dict.fromkeys(cited))
    numbers = {each.id: [quotes.index(quote) + 1 for quote in quotes_of(index, each.cites)] for each in some}
    scene.reply = "\n".join(f"- {each.sentence} {''.join(f'[{n}]' for n in numbers[each.id])}" for each in some)
    found = Found(
        question=understand("What happened?", index.vocabulary),
        points=tuple(Point(quote) for quote in quotes),
        contrasts=(),
        answer=Answer(question="What happened?", answered=True, text="The quoted answer."),
    )
    budget = Budget(tokens=20_000)
    model = open_named(ModelName.of(f"openai-like:scripted@{url}/v1"), budget)
    *_, answer = Drafter(model, shipped_verifier(), index, budget).stream(found)
    return answer


def outcomes(name: str, indexes: dict[str, Index], scene: Scene, url: str) -> list[tuple[Planted, str]]:
    """What became of each sentence: kept with its own citations, corrected, or the reason why it was dropped."""
    found: list[tuple[Planted, str]] = []
    for some in drafts(planted(name)):
        answer = drafted(some, indexes[some[0].corpus], scene, url)
        dropped = {each.text: each.reason for each in answer.dropped}
        index = indexes[some[0].corpus]
        found += [(each, dropped.get(each.sentence) or _kept(each, answer, index)) for each in some]
    return found


def _kept(each: Planted, answer: Answer, index: Index) -> str:
    (statement,) = [said for said in answer.sentences if said.text == each.sentence]
    cited = {(c.file, c.start) for c in answer.citations if c.number in statement.citations}
    right = {(quote.place.source.file, quote.start) for quote in quotes_of(index, each.corrected_to)}
    return "corrected" if right and cited == right else "kept"


@pytest.mark.slow
def test_unfaithful_sentences_are_dropped_or_corrected(indexes: dict[str, Index], scene: tuple[Scene, str]) -> None:
    """Of at least 40 planted ones, of every kind, 95 in 100 do not come through as they were written."""
    found = outcomes("unfaithful", indexes, *scene)
    missed = [(each.id, each.kind, each.sentence) for each, outcome in found if outcome == "kept"]
    assert len(found) >= 40
    assert len(found) - len(missed) >= CAUGHT * len(found), missed


@pytest.mark.slow
def test_faithful_sentences_survive(indexes: dict[str, Index], scene: tuple[Scene, str]) -> None:
    """Of at least 100 faithful ones, 90 in 100 stay in the answer."""
    found = outcomes("faithful", indexes, *scene)
    lost = [(each.id, outcome, each.sentence) for each, outcome in found if outcome != "kept"]
    assert len(found) >= 100
    assert len(found) - len(lost) >= SURVIVING * len(found), lost
