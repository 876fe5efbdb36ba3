"""Drafts kept on disk, so that the same question over the same evidence is not paid for twice."""

import hashlib
import json
import os
import tempfile
from collections.abc import AsyncGenerator, Generator
from contextlib import aclosing
from importlib.metadata import version
from pathlib import Path

from rag.model_replies import LanguageModel
from rag.prompts import VERSION, Prompt


class CachedModel:
    """A language model whose whole replies are kept in a folder, each under all that it depends on."""

    def __init__(self, model: LanguageModel, folder: Path) -> None:
        self.name = model.name
        self.identity = model.identity
        self._model = model
        self._folder = folder

    def stream(self, prompt: Prompt) -> Generator[str]:
        """The kept reply, else that of the model. Raises ModelFaultError."""
        kept = self._kept(prompt)
        if kept is not None:
            yield kept
            return
        pieces = []
        for piece in self._model.stream(prompt):
            pieces.append(piece)
            yield piece
        self._keep(prompt, "".join(pieces))

    async def astream(self, prompt: Prompt) -> AsyncGenerator[str]:
        """The same on an event loop."""
        kept = self._kept(prompt)
        if kept is not None:
            yield kept
            return
        pieces = []
        async with aclosing(self._model.astream(prompt)) as stream:
            async for piece in stream:
                pieces.append(piece)
                yield piece
        self._keep(prompt, "".join(pieces))

    def _file(self, prompt: Prompt) -> Path:
        depends = [version("parallax-rag"), VERSION, self.identity, prompt.system, prompt.user]
        return self._folder / f"{hashlib.sha256(json.dumps(depends).encode()).hexdigest()}.txt"

    def _kept(self, prompt: Prompt) -> str | None:
        try:
            return self._file(prompt).read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            return None

    def _keep(self, prompt: Prompt, reply: str) -> None:
        """Written beside its name and renamed, so that nobody reads a half of it; a full disk keeps nothing."""
        file = self._file(prompt)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as written:
                written.write(reply.encode("utf-8", "replace"))
            os.replace(written.name, file)  # noqa: PTH105
        except OSError:
            return
