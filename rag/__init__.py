"""Answers over articles that disagree, every statement tied to the exact words of its source."""

from index.claims import Claim
from rag.answer import Answer, Citation, Disagreement, Side, Statement, TimelinePoint
from rag.engine import Conversation, Engine
from rag.settings import Settings

__all__ = [
    "Answer",
    "Citation",
    "Claim",
    "Conversation",
    "Disagreement",
    "Engine",
    "Settings",
    "Side",
    "Statement",
    "TimelinePoint",
]
