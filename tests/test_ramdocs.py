"""RAMDocs: what an answer shows of the answers of ambiguous questions, and of the documents that differ."""

import json
from pathlib import Path

import pytest

from eval.benchmark_command import run_benchmark
from eval.benchmarks.benchmark import BenchmarkError, Options
from eval.benchmarks.pool import Pool
from eval.benchmarks.ramdocs import outcome_of, pooled
from eval.benchmarks.ramdocs_form import Document, Row, as_compared, says
from eval.benchmarks.ramdocs_question import Shown, asked_of, shares
from rag.answer import Answer, Citation, Disagreement, Relation, Side

FILE = Path(__file__).parent / "benchmarks" / "ramdocs.jsonl"
ROW = Row(
    question="When was the bridge at Orrin built?",
    documents=(
        Document(text="One was built in 1931, in the town.", type="correct", answer="1931"),
        Document(text="It was built in the year 1931, a plaque says.", type="correct", answer="1931"),
        Document(text="The other was built in 1974, in the hills.", type="correct", answer="1974"),
        Document(text="It was built in 1948, another book says.", type="misinfo", answer="1948"),
        Document(text="It is painted every year by a local firm.", type="noise", answer="unknown"),
    ),
    gold_answers=("1931", "1974"),
    wrong_answers=("1948",),
)
FILES = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]
ASKED = asked_of(ROW, FILES)


def cite(number: int, place: int) -> Citation:
    """The whole text of one of the documents."""
    text = ROW.documents[place].text
    return Citation(number, FILES[place], 0, len(text), 1, text)


def report(relation: Relation, *sides: int) -> Disagreement:
    """A report with one citation a side."""
    return Disagreement("quantity", relation, "", tuple(Side("", (), (number,)) for number in sides))


def shown(*citations: Citation, disagreements: tuple[Disagreement, ...] = (), answered: bool = True) -> Shown:
    return Shown(ASKED, Answer(ASKED.question, answered, "", (), citations, disagreements))


@pytest.mark.parametrize(
    ("text", "answer", "there"),
    [
        ("It was built in 1931.", "1931", True),
        ("Some 19,310 people", "1931", False),
        ("some 12,400 people", "12400", True),
        ("It lies on the Low Wend.", "The Low Wend", True),
        ("A “synth-pop” duo", "synth pop", True),
        ("Bergenser", "Bergen", False),
    ],
)
def test_an_answer_is_said_in_whole_words(text: str, answer: str, there: bool) -> None:
    """Case, marks, commas of numbers and a leading article do not matter; parts of words do."""
    assert says(text, as_compared(answer)) is there


def test_the_answers_of_a_question_are_those_its_documents_give() -> None:
    """Each once; a noise document gives none, whatever is written as its answer."""
    assert ASKED.answers == ("1931", "1974", "1948")
    assert ASKED.right == {"1931", "1974"}
    assert Document(text="x", type="noise", answer="1931").given is None
    assert Document(text="x", type="correct", answer="unknown").given is None


def test_coverage_by_hand() -> None:
    """Of three answers two are said in the first two spans, the third in the third span."""
    answer = shown(cite(1, 0), cite(2, 3), cite(3, 2))
    assert shares([answer], 2) == [pytest.approx(2 / 3)]
    assert shares([answer], 10) == [1.0]
    assert shares([answer], 2, "right") == [0.5]
    assert shares([answer], 2, "wrong") == [1.0]


def test_the_same_span_counts_once_and_a_declined_answer_cites_nothing() -> None:
    """Citing one span five times leaves room for others; the nearest passages of a declined answer are no answer."""
    assert shares([shown(cite(1, 0), cite(2, 0), cite(3, 2))], 2) == [pytest.approx(2 / 3)]
    assert shares([shown(cite(1, 0), answered=False)], 5) == [0.0]


def test_scraps_and_chunks_count_for_nothing() -> None:
    """A span is a sentence: under 15 or over 500 characters it shows no answer."""
    scrap = Citation(1, "a.txt", 0, 4, 1, "1931")
    chunk = Citation(2, "a.txt", 0, 600, 1, "built in 1931 " * 43)
    assert shown(scrap, chunk).covered(5) == []


def test_words_of_a_document_of_another_question_show_nothing() -> None:
    """A year in another article is chance."""
    elsewhere = Citation(1, "z.txt", 0, 30, 1, "The church was built in 1931.")
    assert shown(elsewhere).covered(5) == []
    assert shown(elsewhere, cite(2, 0), cite(3, 4)).to_the_point(10) == (1, 3)


def test_disagreements_by_hand() -> None:
    """Three answers make three pairs: 1931 against 1948 is one of them; of three pairs of sides one is false."""
    citations = [cite(number, place) for number, place in enumerate(range(5), start=1)]
    answer = shown(*citations, disagreements=(report("conflict", 1, 2, 4),))
    assert answer.pairs_found() == (1, 3)
    assert answer.reports() == (2, 1, 3)
    assert answer.same_answer_pairs() == (1, 1)


def test_an_update_says_only_that_neighbours_differ() -> None:
    """The first and the third figure of a count that grew are not set against each other."""
    citations = [cite(number, place) for number, place in enumerate(range(5), start=1)]
    assert shown(*citations, disagreements=(report("update", 1, 3, 2),)).same_answer_pairs() == (0, 1)


def test_a_side_of_noise_is_neither_right_nor_of_the_same_answer() -> None:
    """It is counted among the reports, and lowers the share that is right."""
    citations = [cite(number, place) for number, place in enumerate(range(5), start=1)]
    assert shown(*citations, disagreements=(report("conflict", 1, 5),)).reports() == (0, 0, 1)


def test_figures_over_two_questions_by_hand() -> None:
    """Means are over questions, shares over what was counted."""
    citations = [cite(number, place) for number, place in enumerate(range(5), start=1)]
    good = shown(*citations, disagreements=(report("conflict", 1, 4),))
    found = outcome_of("s", [good, shown(answered=False)])
    assert found.figure("coverage at 10").value == 0.5
    assert found.figure("disagreements found").value == pytest.approx(1 / 6)
    assert found.figure("questions with one found").value == 0.5
    assert found.figure("reported, of different answers").value == 1.0
    assert found.figure("false ones of the same answer").value == 0.0
    assert found.figure("answered").value == 0.5
    assert found.details[1].missed == ("1931", "1974", "1948")


def test_a_text_of_two_questions_is_one_document(tmp_path: Path) -> None:
    """The pool holds each text once, and both questions know it by its one name."""
    pool, questions = pooled([ROW, ROW], Options(index=tmp_path))
    assert len(pool.texts) == 5
    assert questions[0].given == questions[1].given


def test_a_pool_is_written_once_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """A second call writes nothing; a file of an earlier pool in the same folder goes."""
    pool = Pool(tmp_path, {"a.txt": "Nine boats sank.\r\n"})
    pool.write()
    (pool.articles / "old.txt").write_text("old")
    before = (pool.articles / "a.txt").stat().st_mtime_ns
    pool.write()
    assert [path.name for path in pool.articles.iterdir()] == ["a.txt"]
    assert (pool.articles / "a.txt").stat().st_mtime_ns == before
    assert (pool.articles / "a.txt").read_bytes() == b"Nine boats sank.\r\n"


def test_it_runs_from_a_file_to_a_last_line(tmp_path: Path) -> None:
    """One index, a table, a stable last line, every question in the JSON; a second run finds the index there."""
    lines: list[str] = []
    stages: list[str] = []
    output = tmp_path / "out.json"

    def told(stage: str, done: int, total: int) -> None:
        stages.append(stage)

    options = Options(index=tmp_path / "kept", output=output, progress=told)
    run_benchmark("ramdocs", FILE, options, lines.append)
    assert lines[0] == "4 questions over one corpus of 17 documents"
    assert "9 of 9 answers stand word for word in a document that gives them" in lines
    name, _, value = lines[-1].partition(": ")
    assert name == "coverage at 10"
    assert 0.5 <= float(value) <= 1.0
    assert {"encoding", "asking parallax"} <= set(stages)
    found = json.loads(output.read_text("utf-8"))["outcomes"][0]
    assert len(found["details"]) == 4
    generation = sorted((tmp_path / "kept" / "index" / "generations").iterdir())
    again: list[str] = []
    run_benchmark("ramdocs", FILE, Options(index=tmp_path / "kept"), again.append)
    assert again == lines
    assert sorted((tmp_path / "kept" / "index" / "generations").iterdir()) == generation


def test_a_missing_file_says_where_the_data_comes_from(tmp_path: Path) -> None:
    """One line with the place to get it."""
    with pytest.raises(BenchmarkError, match=r"none\.jsonl cannot be read.*RAMDocs") as told:
        run_benchmark("ramdocs", tmp_path / "none.jsonl", Options(), print)
    assert "\n" not in str(told.value)


def test_only_those_who_can_be_asked_are(tmp_path: Path) -> None:
    """A system that needs a language model is skipped by name; a file of answers is for gold questions."""
    with pytest.raises(BenchmarkError, match="prompt is skipped"):
        run_benchmark("ramdocs", FILE, Options(index=tmp_path, systems=("prompt",)), print)
    with pytest.raises(BenchmarkError, match="for gold questions"):
        run_benchmark("ramdocs", FILE, Options(index=tmp_path, systems=("answers:x.jsonl",)), print)


def test_a_document_that_holds_nothing_to_quote_is_told(tmp_path: Path) -> None:
    """It is in the pool, but nobody can cite it."""
    row = {"question": "Who?", "documents": [{"text": "Nine boats sank on Monday in a storm.", "answer": "nine"}]}
    row["documents"].append({"text": "***", "answer": "ten"})  # type: ignore[attr-defined]
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(row))
    lines: list[str] = []
    run_benchmark("ramdocs", path, Options(index=tmp_path / "kept"), lines.append)
    assert any(line.startswith("1 documents were not read") and line.endswith("0001-02.txt") for line in lines)
