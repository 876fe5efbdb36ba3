"""results.json: everything a run found, for programs."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from eval.bootstrap import DRAWS, SEED
from eval.results import EvalReport, QuestionResult, SystemReport
from eval.weaknesses import weaknesses

SCHEMA_VERSION = 1
PACKAGES = ("parallax-rag", "chromadb", "llama-index-core", "numpy", "onnxruntime", "sentence-transformers", "torch")


def write_results(report: EvalReport, path: Path) -> None:
    """Write the report as JSON, making the folder it goes to."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(to_dict(report), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def to_dict(report: EvalReport) -> dict[str, Any]:
    """The report as plain data; a value of null says that there was nothing to score."""
    return {
        "schema_version": SCHEMA_VERSION,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": {name: found for name in PACKAGES if (found := _version(name))},
        "corpus_sha256": report.corpus,
        "questions": report.questions,
        "bootstrap": {"draws": DRAWS, "seed": SEED},
        "systems": [_system(system) for system in report.systems],
    }


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _system(system: SystemReport) -> dict[str, Any]:
    return {
        "name": system.name,
        "measures": [asdict(score) for score in system.scores],
        "kinds": [{"kind": k.kind, "questions": k.questions, "measures": dict(k.values)} for k in system.kinds],
        "relations": [asdict(cell) for cell in system.confusion],
        "median_ms": system.median_milliseconds,
        "results": [_question(result) for result in system.results],
    }


def _question(result: QuestionResult) -> dict[str, Any]:
    gold = result.case.question
    return {
        "id": gold.id,
        "kind": gold.kind,
        "question": gold.question,
        "measures": {name: asdict(count) | {"share": count.share} for name, count in result.counts},
        "weaknesses": list(weaknesses(result)),
        "ms": result.milliseconds,
        "answer": result.case.answer.to_dict(),
    }
