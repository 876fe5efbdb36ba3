"""RAMDocs in its published form: questions whose documents give different answers, right, wrong and none."""

import unicodedata
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from corpus.patterns import regex

ORIGIN = (
    "RAMDocs_test.jsonl: question, documents (text, type, answer), gold_answers and wrong_answers, "
    "as in RAMDocs (github.com/HanNight/RAMDocs)"
)
UNKNOWN = {"", "unknown", "none", "n a"}
_WORDS = regex(r"\w+")


def _texts(given: object) -> object:
    """One answer may stand without its list; what is empty is none."""
    texts = [given] if isinstance(given, str | int | float) else given
    return [str(text) for text in texts if text is not None] if isinstance(texts, list) else ()


class Document(BaseModel):
    """A text, whether it answers rightly, wrongly or not at all, and the answer that it gives."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)

    text: Annotated[str, Field(min_length=1)]
    type: Literal["correct", "misinfo", "noise"] = "correct"
    answer: str | None = None

    @property
    def given(self) -> str | None:
        """The answer that it gives, as answers are compared; None where it gives none."""
        words = as_compared(self.answer or "")
        return None if self.type == "noise" or words in UNKNOWN else words


class Row(BaseModel):
    """One question with all that was found for it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    question: Annotated[str, Field(min_length=1)]
    documents: Annotated[tuple[Document, ...], Field(min_length=1)]
    gold_answers: Annotated[tuple[str, ...], BeforeValidator(_texts)] = ()
    wrong_answers: Annotated[tuple[str, ...], BeforeValidator(_texts)] = ()


def as_compared(text: str) -> str:
    """The words of an answer: case folded, without marks, accents as they are composed, and no article before them."""
    words = _WORDS.findall(unicodedata.normalize("NFKC", text).casefold().replace(",", ""))
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def says(text: str, answer: str) -> bool:
    """Whether whole words of a text are those of an answer as compared."""
    return f" {answer} " in f" {as_compared(text)} "
