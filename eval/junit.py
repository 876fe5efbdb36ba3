"""junit.xml: what a build server shows, a case a question and a case a floor."""

from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from corpus.patterns import regex
from eval.measures.quotes_exact import is_exact
from eval.outcome import Outcome
from eval.results import QuestionResult, SystemReport
from eval.weaknesses import weaknesses

_FORBIDDEN = regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(outcome: Outcome, path: Path) -> None:
    """Write the suites of the run: one a system, one of the floors."""
    root = Element("testsuites", name="parallax eval")
    for system in outcome.report.systems:
        _system(root, system)
    if outcome.gates:
        _gates(root, outcome)
    indent(root)
    ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _system(root: Element, system: SystemReport) -> None:
    """A question fails where a quote is not verbatim; what is merely weak is told and does not fail."""
    broken = [result for result in system.results if _inexact(result)]
    suite = _suite(root, system.name, len(system.results), len(broken))
    for result in system.results:
        question = result.case.question
        seconds = f"{result.milliseconds / 1000:.3f}"
        case = SubElement(suite, "testcase", classname=_clean(f"{system.name}.{question.kind}"), time=seconds)
        case.set("name", _clean(f"{question.id}: {question.question}"))
        if inexact := _inexact(result):
            SubElement(case, "failure", message=_clean(f"not verbatim: {inexact}"))
        if weak := weaknesses(result):
            SubElement(case, "system-out").text = _clean("\n".join(weak))


def _gates(root: Element, outcome: Outcome) -> None:
    missed = [result for result in outcome.gates if not result.passed]
    suite = _suite(root, "floors", len(outcome.gates), len(missed))
    for result in outcome.gates:
        case = SubElement(suite, "testcase", classname="floors", name=result.gate.measure.name, time="0")
        if not result.passed:
            SubElement(case, "failure", message=result.line)


def _suite(root: Element, name: str, tests: int, failures: int) -> Element:
    return SubElement(
        root, "testsuite", name=_clean(name), tests=str(tests), failures=str(failures), errors="0", skipped="0"
    )


def _inexact(result: QuestionResult) -> str:
    case = result.case
    return ", ".join(str(cited.number) for cited in case.answer.citations if not is_exact(cited, case.sources))


def _clean(text: str) -> str:
    """The text without the characters that XML has no way to write."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
