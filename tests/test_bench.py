"""The benchmark: what programs cost, and the lines it prints."""

import sys
from pathlib import Path

import pytest

from eval.bench import build_line, cold_lines, first_question, verify_line, warm_line
from eval.processes import Cost, ProgramFailedError, cost_of
from eval.warm import Builds


def test_a_program_is_measured_to_its_end() -> None:
    """Its whole wall time and the most memory it held."""
    idle = cost_of([sys.executable, "-c", "import time; time.sleep(0.3)"])
    full = cost_of([sys.executable, "-c", f"x = bytearray({512 * 2**20})"])
    assert 0.3 <= idle.seconds < 10
    assert full.mebibytes >= 512


def test_a_program_that_fails_is_no_measurement() -> None:
    """Its exit code and last words are told instead."""
    with pytest.raises(ProgramFailedError, match="ended with 3: no index"):
        cost_of([sys.executable, "-c", "import sys; print('no index', file=sys.stderr); sys.exit(3)"])


def test_the_lines() -> None:
    """Ratios of medians beside their limits; what misses its limit says so."""
    pairs = [(Cost(1, 200), Cost(4, 800)), (Cost(9, 200), Cost(4, 800)), (Cost(1.2, 400), Cost(5, 1000))]
    assert list(cold_lines(pairs)) == [
        "cold ask: 0.30 of plain LlamaIndex (limit 0.35; 1.20 s, 4.00 s)",
        "peak memory of a cold ask: 0.25 of plain LlamaIndex (limit 0.40; 200 MiB, 800 MiB)",
    ]
    assert warm_line("none", [50.0] * 21) == "warm ask, search alone: 50 ms median (limit 40 ms, missed), 50 ms p95"
    assert warm_line(None, [50.0] * 21) == "warm ask: 50 ms median (limit 120 ms), 50 ms p95"
    assert verify_line([12.0] * 21) == "verifying a sentence: 12 ms median (limit 10 ms, missed), 12 ms p95"
    assert build_line(Builds(5, 2.0, 4.0)) == "index build: 2.5 articles a second (2.0 s; plain LlamaIndex 4.0 s)"


def test_the_question_of_a_cold_ask_is_the_first_gold_one(tmp_path: Path) -> None:
    """Nothing about any corpus is written into the benchmark."""
    (tmp_path / "gold.jsonl").write_text('{"question": "How many boats?"}\n{"question": "Why?"}\n')
    assert first_question(tmp_path / "gold.jsonl") == "How many boats?"
