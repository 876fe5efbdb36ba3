"""EVIRAG-bench: viewpoints that are shown, and contradictions that are set side by side."""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from eval.benchmark_command import run_benchmark
from eval.benchmarks.benchmark import BenchmarkError, Options
from eval.benchmarks.evirag import outcome_of
from eval.benchmarks.evirag_form import Contradiction, DocumentRow, GoldRow, GoldSource, GoldViewpoint, Section
from eval.benchmarks.evirag_question import Held
from eval.benchmarks.likeness import Likeness
from index.encoder import Vectors
from rag.answer import Answer, Citation, Disagreement, Side, Statement

FILE = Path(__file__).parent / "benchmarks" / "evirag" / "gold.jsonl"
DIRECTIONS = ("rise", "fall", "stay")


class WordEncoder:
    """A text is as much in a direction as it says its word; texts with the same words have a cosine of 1."""

    fingerprint = "words"
    dimension = len(DIRECTIONS)

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = np.array([[float(text.count(word)) for word in DIRECTIONS] for text in texts], dtype=np.float32)
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6), dtype=np.float32)


GOLD = GoldRow(
    question="Do prices rise?",
    viewpoints=(
        GoldViewpoint(summary="They rise.", sources=(GoldSource(doc_id="one"),)),
        GoldViewpoint(summary="They fall.", sources=(GoldSource(doc_id="two"),)),
    ),
    contradictions=(Contradiction(left="Prices rise", right="Prices fall"),),
)


def held(*statements: str, disagreements: tuple[Disagreement, ...] = (), answered: bool = True) -> Held:
    """An answer that states these, each with a citation of one.txt."""
    citations = tuple(Citation(n, "one.txt", 0, 20, 1, text) for n, text in enumerate(statements, start=1))
    sentences = tuple(Statement(text, (n,)) for n, text in enumerate(statements, start=1))
    answer = Answer(GOLD.question, answered, "", sentences, citations, disagreements)
    return Held(GOLD, answer, {"one.txt": "one", "two.txt": "two"}, Likeness(WordEncoder()))


def differ(left: str, right: str) -> Disagreement:
    sides = (Side(left, (), ()), Side(right, (), ()))
    return Disagreement("status", "conflict", "", sides)


def test_coverage_by_hand() -> None:
    """A viewpoint is shown by a statement like its summary, and by none of a declined answer."""
    assert held("It will rise").covered() == [True, False]
    assert held("It will rise", "It will fall").covered() == [True, True]
    assert held("It will rise", answered=False).covered() == [False, False]
    assert held().covered() == [False, False]
    # rise and fall in equal parts: a cosine of 0.707 with either; with stay twice beside them 0.408
    assert held("rise and fall").covered() == [True, True]
    assert held("rise and fall and stay and stay").covered() == [False, False]


def test_the_documents_of_viewpoints() -> None:
    """one.txt is cited, which takes the first position; the second document is not."""
    assert held("It will rise").cited() == [True, False]
    assert held("It will rise", answered=False).cited() == [False, False]


def test_concentration_by_hand() -> None:
    """All statements on one of two viewpoints is 1, evenly spread is 0, three to one between."""
    assert held("rise", "rise more").concentration() == pytest.approx(1.0)
    assert held("rise", "fall").concentration() == pytest.approx(0.0)
    entropy = -(0.75 * math.log2(0.75) + 0.25 * math.log2(0.25))
    assert held("rise", "rise", "rise", "fall").concentration() == pytest.approx(1 - entropy)
    assert held().concentration() is None


def test_contradictions_by_hand() -> None:
    """Both claims on two sides of one report, either way round; two sides that say the same are none."""
    assert held("x", disagreements=(differ("They rise", "They fall"),)).contradictions() == (1, 1)
    assert held("x", disagreements=(differ("They fall", "They rise"),)).contradictions() == (1, 1)
    assert held("x", disagreements=(differ("They rise", "They stay"),)).contradictions() == (0, 1)
    reports = (differ("They rise", "They fall"), differ("They rise", "They stay"))
    assert held("x", disagreements=reports).reports() == (1, 2)


def test_the_words_a_side_cites_count_as_its_position() -> None:
    """A position may be a figure alone; what it cites says the rest."""
    sides = (Side("9", (), (1,)), Side("7", (), (2,)))
    report = Disagreement("quantity", "conflict", "", sides)
    assert held("They rise", "They fall", disagreements=(report,)).contradictions() == (1, 1)


def test_figures_over_two_questions_by_hand() -> None:
    """Coverage 1 and 0 is 0.5; recall is over all pairs, precision over all reports."""
    good = held("rise", "fall", disagreements=(differ("rise", "fall"),))
    found = outcome_of("s", [good, held("stay", disagreements=(differ("stay", "fall"),))])
    assert found.figure("viewpoint coverage at 0.65").value == 0.5
    assert found.figure("contradiction recall").value == 0.5
    assert found.figure("contradiction precision").value == 0.5
    assert found.details[1].missed == ("They rise.", "They fall.")


def test_a_document_in_sections_is_one_text() -> None:
    """Headings and texts in their order; what is empty leaves no trace."""
    row = DocumentRow(id=7, sections=(Section(heading="Flour", text="Rye."), Section(text=" ")))  # type: ignore[arg-type]
    assert (row.id, row.body) == ("7", "Flour\n\nRye.")


def test_it_runs_from_two_files_to_a_last_line(tmp_path: Path) -> None:
    """The gold file with its documents beside it, in the published form."""
    lines: list[str] = []
    run_benchmark("evirag", FILE, Options(index=tmp_path / "kept"), lines.append)
    assert lines[0] == "1 questions over 3 documents"
    assert lines[-1] in ("viewpoint coverage at 0.65: 0.500", "viewpoint coverage at 0.65: 1.000")


def test_missing_documents_are_asked_for(tmp_path: Path) -> None:
    """Gold without documents names the option and the origin, in one line."""
    gold = tmp_path / "gold.jsonl"
    gold.write_bytes(FILE.read_bytes())
    with pytest.raises(BenchmarkError, match=r"--documents.*EVIRAG") as told:
        run_benchmark("evirag", gold, Options(), print)
    assert "\n" not in str(told.value)
