"""Articles read from a folder: sources, their sentences, and what could not be read."""

from corpus.folder import read_folder
from corpus.source import Folder, Notice, Sentence, Source, Unread

__all__ = ["Folder", "Notice", "Sentence", "Source", "Unread", "read_folder"]
