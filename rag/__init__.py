"""Answers over articles that disagree, every statement tied to the exact words of its source."""

from index.claims import Claim
from rag.answer import Answer, Citation, Disagreement, Dropped, Side, Statement, TimelinePoint
from rag.engine import Conversation, Engine
from rag.refusal import QuestionError
from rag.settings import Settings

__all__ = [
    "Answer",
    "Citation",
    "Claim",
    "Conversation",
    "Disagreement",
    "Dropped",
    "Engine",
    "QuestionError",
    "Settings",
    "Side",
    "Statement",
    "TimelinePoint",
]
