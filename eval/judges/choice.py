"""The judges by name."""

from collections.abc import Sequence

from eval.gold import GoldQuestion
from eval.judges.exact import ExactVerifier
from eval.judges.judge import Judge
from eval.judges.language_model import LanguageModelVerifier
from eval.judges.quality import card_accuracy, measured_on
from eval.language_model import model_name, open_model
from rag.settings import load_settings
from rag.verdict import Verifier
from rag.verify import named_verifier

EXACT = "exact"
SHIPPED = "shipped"
LANGUAGE_MODEL = "llm"
SHIPPED_CARD = "support"
"""The card of the score that the shipped verifier gives."""
BLIND = "Right by construction about quotes, blind to paraphrase."


def judge_named(name: str | None) -> Judge:
    """The judge of that name: exact match alone, or exact match and then one that understands paraphrase.

    That is the verifier that is shipped, the language model that is set, or any cross-encoder by name or folder.

    Raises:
        VerifierError: there is none of that name.
        ModelMissingError: no language model is set, or it cannot be opened.
    """
    if name in (None, EXACT):
        return Judge([ExactVerifier()], BLIND)
    verifier = _language_model() if name == LANGUAGE_MODEL else named_verifier(None if name == SHIPPED else name)
    card = card_accuracy(SHIPPED_CARD if name == SHIPPED else verifier.name)
    return Judge([ExactVerifier(), verifier], card or "No card says how good it is.")


def quality_of(judge: Judge, questions: Sequence[GoldQuestion]) -> str:
    """How good a judge is known to be, and how it does on this gold."""
    return f"{judge.quality} {measured_on(judge, questions).told}"


def _language_model() -> Verifier:
    settings = load_settings()
    return LanguageModelVerifier(open_model(settings), (model_name(settings) or LANGUAGE_MODEL).partition("@")[0])
