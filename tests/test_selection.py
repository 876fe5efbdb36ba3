"""The selection model: what answers stands above what only sounds like it."""

import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.cross_encoder import padded
from index.runtime import wordpieces
from index.selection import BATCH, Candidate, OnnxSelector, Selector, pack
from index.training.question_rules import as_question, roughened
from index.training.selection_scores import Judged, answerable_area, average_precision, reciprocal_rank

QUESTIONS = {
    "How many beehives did the village lose in the storm?": (
        "The storm destroyed 42 beehives in the village.",
        "The village has kept bees since the middle ages.",
        "The storm reached the coast late on Tuesday.",
        "Honey prices rose by a tenth last year.",
    ),
    "Who designed the lighthouse at Morrow Point?": (
        "The lighthouse at Morrow Point was drawn up by the engineer Ada Fenwick.",
        "The lighthouse at Morrow Point is open to visitors in summer.",
        "Many ships have sunk near Morrow Point.",
        "Ada Fenwick was born in a mill town.",
    ),
    "Why was the ferry cancelled?": (
        "The ferry did not sail because ice had closed the harbour.",
        "The ferry carries two hundred cars.",
        "Tickets for the ferry can be bought on board.",
        "The ferry was built in 1974.",
    ),
    "What did the mayor say about the new tram line?": (
        'Mayor Okoro said the tram line "will pay for itself within ten years".',
        "Mayor Okoro was elected for a second term in spring.",
        "The new tram line has fourteen stops.",
        "Shopkeepers fear the building works.",
    ),
    "when did the museum reopen": (
        "The museum opened its doors again on 3 May after two years of repairs.",
        "The museum owns nearly nine thousand fossils.",
        "Entry to the museum costs six crowns.",
        "The town council meets in May.",
    ),
}


@pytest.fixture(scope="module")
def selector() -> Selector:
    """The shipped model."""
    return OnnxSelector.open()


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answer_stands_first(selector: Selector, question: str) -> None:
    """A sentence that answers outranks sentences that only share its subject."""
    scores = selector.score(question, [Candidate(sentence) for sentence in QUESTIONS[question]])
    assert int(np.argmax(scores)) == 0


def test_both_sides_of_a_claim_stand_above_another_subject(selector: Selector) -> None:
    """A question on a contested matter is answered by those for it and those against it."""
    sentences = (
        "School uniforms make pupils feel that they belong together.",
        "Uniforms take away what little freedom pupils have.",
        "The new school bus leaves at seven.",
        "Teachers asked for smaller classes.",
    )
    scores = selector.score("Should pupils wear school uniforms?", [Candidate(sentence) for sentence in sentences])
    assert scores[:2].min() > scores[2:].max()


def test_one_logit_a_candidate(selector: Selector) -> None:
    """Scores come one a candidate, in 32 bits and in the candidates' order, however they are batched."""
    candidates = [Candidate("word " * (number % 17 + 1), "before", "title") for number in range(2 * BATCH + 3)]
    scores = selector.score("What?", candidates)
    assert scores.shape == (len(candidates),)
    assert scores.dtype == np.float32
    assert np.allclose(selector.score("What?", candidates[::-1])[::-1], scores, atol=0.3)


def test_nothing_to_judge(selector: Selector) -> None:
    """No candidates, no scores."""
    assert selector.score("What?", []).shape == (0,)


def test_an_empty_sentence_and_an_endless_question_are_judged(selector: Selector) -> None:
    """Texts of any length are scored."""
    scores = selector.score("why " * 900, [Candidate(""), Candidate("long " * 900, "before " * 900, "title " * 90)])
    assert np.isfinite(scores).all()


def test_the_context_gives_way_to_the_sentence() -> None:
    """A sentence is cut only when nothing of its context is left."""
    tokenizer = wordpieces()
    (pair,) = pack(tokenizer, "Who came?", [Candidate("stone " * 60, "water " * 60, "fire")], longest=80)
    (full,) = pack(tokenizer, "Who came?", [Candidate("stone " * 90, "water " * 60, "fire")], longest=80)
    stone, water = tokenizer.token_to_id("stone"), tokenizer.token_to_id("water")
    assert len(pair.ids) == len(full.ids) == 80
    assert pair.ids.count(stone) == 60
    assert pair.ids.count(water) == 12
    assert full.ids.count(water) == 0


def test_padding_is_masked() -> None:
    """Arrays are as long as the longest pair rounded up, and the mask counts wordpieces."""
    pairs = pack(wordpieces(), "Who came?", [Candidate("He came."), Candidate("stone " * 20)])
    ids, mask, types = padded(pairs)
    assert ids.shape == mask.shape == types.shape == (2, 32)
    assert mask.sum(1).tolist() == [len(pair.ids) for pair in pairs]


def test_scoring_imports_no_torch() -> None:
    """A question is answered without torch and transformers."""
    code = (
        "import sys; from index.selection import Candidate, OnnxSelector\n"
        "OnnxSelector.open().score('Who came?', [Candidate('He came.')])\n"
        "assert not {'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)"
    )
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_claim_becomes_a_question() -> None:
    """The plain verb of a claim comes first; a claim without one is asked as it stands."""
    assert as_question("The sea should rest.") == "Should the sea rest?"
    assert as_question("Cats are kind") == "Are Cats kind?"
    assert as_question("Ban all cars") == "Is it true that Ban all cars?"


def test_hasty_questions_keep_a_word() -> None:
    """However a question is roughened, something of it is left, the same for the same seed."""
    for seed in range(50):
        typed = roughened("Who built the old bridge?", random.Random(seed))
        assert typed.strip()
        assert typed == roughened("Who built the old bridge?", random.Random(seed))


def test_equal_scores_count_as_worst_ordered() -> None:
    """Precision and reciprocal rank worked by hand; a judge that cannot tell gets no credit."""
    ranked = Judged("s", np.array([True, False, True]), np.array([3, 2, 1], dtype=np.float32))
    equal = Judged("s", np.array([True, False]), np.zeros(2, dtype=np.float32))
    assert average_precision(ranked) == pytest.approx((1 + 2 / 3) / 2)
    assert reciprocal_rank(ranked) == 1
    assert average_precision(equal) == reciprocal_rank(equal) == 0.5
    assert answerable_area([ranked]) == 1
