"""The selection model in torch: the embedded encoder, and one score from its first and its mean vector."""

import math
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from index.cross_encoder import Pair, padded
from index.selection import pack
from index.training.descent import Batch, descend
from index.training.selection_data import Ranking, near_miss, with_rows, without_context

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LISTS, ROWS, CHUNK = 10, 6, 40


class SelectionModel(nn.Module):
    """BERT encoder with the layers named in `layers`, and one linear score, or several `outputs`."""

    def __init__(self, folder: Path, layers: Sequence[int], outputs: int = 1) -> None:
        super().__init__()
        from transformers import BertModel

        self.encoder = BertModel.from_pretrained(
            str(folder),
            add_pooling_layer=False,
            attn_implementation="sdpa",
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        self.encoder.encoder.layer = nn.ModuleList(self.encoder.encoder.layer[number] for number in layers)
        self.encoder.config.num_hidden_layers = len(layers)
        self.head = nn.Linear(2 * self.encoder.config.hidden_size, outputs)
        nn.init.normal_(self.head.weight, std=0.02)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> Tensor:
        """One logit a row of (rows, length) wordpieces, or a row of several."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        weights = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        return self.head(torch.cat([hidden[:, 0], mean], dim=-1)).squeeze(-1)  # type: ignore[no-any-return]


def list_loss(logits: Tensor, answers: Tensor) -> Tensor:
    """Each answering candidate against those of its list that do not answer, and half of the yes-or-no loss.

    Both of shape (lists, rows). A list without an answer has only the yes-or-no loss.
    """
    others = logits.masked_fill(answers, -math.inf).logsumexp(1, keepdim=True)
    against = torch.logaddexp(logits, others) - logits
    listwise = (against * answers).sum() / answers.sum().clamp(min=1)
    return listwise + 0.5 * nn.functional.binary_cross_entropy_with_logits(logits, answers.to(logits.dtype))


def prepared(
    rankings: Sequence[Ranking], change: Callable[[str], str], chance: random.Random, rows: int = ROWS
) -> list[Ranking]:
    """One epoch's lists: context dropped, questions roughened, lists cut to `rows`, some answers taken away."""
    epoch = []
    for ranking in rankings:
        shown = without_context(ranking, previous=chance.random() < 0.4, title=chance.random() < 0.4)
        if any(ranking.answers) and sum(not answers for answers in ranking.answers) > 2 and chance.random() < 0.1:
            epoch.append(with_rows(near_miss(shown), rows, rankings, chance))
        if chance.random() < 0.1:
            shown = Ranking(change(shown.question), shown.candidates, shown.answers, shown.source)
        epoch.append(with_rows(shown, rows, rankings, chance))
    chance.shuffle(epoch)
    return epoch


def batches(epoch: Sequence[Ranking], tokenizer: "Tokenizer", chance: random.Random) -> list[tuple[list[Pair], Tensor]]:
    """Lists of like length together, so that there are few shapes and little padding."""
    packed = [(pack(tokenizer, each.question, each.candidates), each.answers) for each in epoch]
    packed.sort(key=lambda item: max(len(pair.ids) for pair in item[0]))
    groups = [packed[at : at + LISTS] for at in range(0, len(packed) - LISTS + 1, LISTS)]
    chance.shuffle(groups)
    return [
        ([pair for pairs, _ in group for pair in pairs], torch.tensor([answers for _, answers in group]))
        for group in groups
    ]


def logits_by_length(model: SelectionModel, pairs: Sequence[Pair]) -> Tensor:
    """The model's logits in the order of the pairs, computed for the short and the long ones apart."""
    order = sorted(range(len(pairs)), key=lambda number: len(pairs[number].ids))
    parts = []
    for at in range(0, len(order), CHUNK):
        arrays = padded([pairs[number] for number in order[at : at + CHUNK]])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts.append(model(*(torch.from_numpy(array) for array in arrays)).float())
    return torch.cat(parts)[torch.tensor(order).argsort()]


def fit(model: SelectionModel, work: Sequence[Batch], loss_of: Callable[[Batch], Tensor], peak: float) -> None:
    """Train on all batches once, in bfloat16 where torch's CPU kernels gain by it; prints its progress.

    The attention is the plain one here: the backward pass of torch's own takes as long as all the rest.
    """
    model.encoder.set_attn_implementation("eager")
    descend(model, work, loss_of, peak)
    model.encoder.set_attn_implementation("sdpa")


def fit_lists(model: SelectionModel, work: Sequence[tuple[list[Pair], Tensor]], peak: float) -> None:
    """Train on batches of lists with what of them answers."""

    def loss_of(batch: tuple[list[Pair], Tensor]) -> Tensor:
        pairs, answers = batch
        return list_loss(logits_by_length(model, pairs).view(answers.shape), answers)

    fit(model, work, loss_of, peak)
