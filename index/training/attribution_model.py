"""The tagger in torch: the embedded encoder, a conditional random field over the words for each role, and entities."""

import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from index.tagger import ENTITIES, ROLES, STATES, allowed, padded
from index.training.attribution_data import Example
from index.windows import MARKS

ROWS = 16
OUTPUTS = len(ROLES) * STATES + 1 + 2 * len(ENTITIES)


class TaggerModel(nn.Module):
    """BERT encoder with an embedding of the marks in place of the segments, and one linear layer."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        from transformers import BertModel

        self.encoder = BertModel.from_pretrained(
            str(folder),
            add_pooling_layer=False,
            attn_implementation="sdpa",
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        segments = self.encoder.embeddings.token_type_embeddings.weight.data
        marks = nn.Embedding(MARKS, segments.shape[1])
        marks.weight.data = segments[:1].repeat(MARKS, 1) + 0.002 * torch.randn(MARKS, segments.shape[1])
        self.encoder.embeddings.token_type_embeddings = marks
        self.encoder.config.type_vocab_size = MARKS
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(segments.shape[1], OUTPUTS)
        self.transitions = nn.Parameter(torch.zeros(len(ROLES), STATES, STATES))
        self.allowed: Tensor
        self.register_buffer("allowed", torch.from_numpy(allowed()))

    def forward(self, ids: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """Scores of (rows, length, outputs) for wordpieces of (rows, length)."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=marks).last_hidden_state
        return self.head(self.drop(hidden))  # type: ignore[no-any-return]

    def steps(self) -> Tensor:
        """Scores of one state after another, (roles, from, to)."""
        return self.transitions + self.allowed


def field_loss(emissions: Tensor, labels: Tensor, counted: Tensor, lengths: Tensor, steps: Tensor) -> Tensor:
    """Negative log-likelihood of the labels a word, by the forward algorithm.

    Emissions (rows, words, states), labels and counted (rows, words), steps (rows, from, to). Words that are not
    counted are context: they are held to their labels, which costs nothing.
    """
    held = torch.full_like(emissions, -1e4).scatter(2, labels.unsqueeze(2), 0.0)
    emissions = torch.where(counted.unsqueeze(2), emissions, held)
    rows, words, _ = emissions.shape
    every = torch.arange(rows)
    score = emissions[:, 0]
    gold = emissions[every, 0, labels[:, 0]]
    for at in range(1, words):
        going = at < lengths
        following = torch.logsumexp(score.unsqueeze(2) + steps, 1) + emissions[:, at]
        score = torch.where(going.unsqueeze(1), following, score)
        step = steps[every, labels[:, at - 1], labels[:, at]] + emissions[every, at, labels[:, at]]
        gold = gold + torch.where(going, step, torch.zeros_like(step))
    return (torch.logsumexp(score, 1) - gold).sum() / counted.sum()


def arrays_of(examples: Sequence[Example]) -> tuple[tuple[Tensor, ...], Tensor, Tensor, Tensor, Tensor]:
    """The inputs, the first pieces, the labels of roles (rows, roles, words) and entities, and what is counted."""
    ids, mask, marks, firsts = padded([example.window for example in examples])
    words = firsts.shape[1]
    roles = np.full((len(examples), len(ROLES), words), 2)
    entities, counted = np.full((len(examples), words), -100), np.zeros((len(examples), words), dtype=bool)
    for row, example in enumerate(examples):
        size, fresh = len(example.window.words), example.window.context
        roles[row, :, :size] = example.roles
        entities[row, fresh:size] = example.entities[fresh:]
        counted[row, fresh:size] = True
    tensors = tuple(torch.from_numpy(array) for array in (ids, mask, marks))
    return tensors, *(torch.from_numpy(array) for array in (firsts, roles, entities, counted))  # type: ignore[return-value]


def loss_of(model: TaggerModel, examples: Sequence[Example]) -> Tensor:
    """The loss of a batch: the three fields, and half of the cross-entropy of the entities."""
    inputs, firsts, roles, entities, counted = arrays_of(examples)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        pieces = model(*inputs).float()
    rows, words = firsts.shape
    scores = pieces.gather(1, firsts.unsqueeze(2).expand(rows, words, OUTPUTS))
    fields = scores[..., : len(ROLES) * STATES].view(rows, words, len(ROLES), STATES).transpose(1, 2)
    lengths = torch.tensor([len(example.window.words) for example in examples]).repeat_interleave(len(ROLES))
    roles_loss = field_loss(
        fields.reshape(-1, words, STATES),
        roles.view(-1, words),
        counted.repeat_interleave(len(ROLES), 0),
        lengths,
        model.steps().repeat(rows, 1, 1),
    )
    named = scores[..., len(ROLES) * STATES :]
    return 3 * roles_loss + 0.5 * nn.functional.cross_entropy(named.reshape(rows * words, -1), entities.view(-1))


def batches(examples: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """All examples once, those of like length together."""
    order = sorted(examples, key=lambda each: len(each.window.words) + chance.random() * 8)
    groups = [order[at : at + ROWS] for at in range(0, len(order), ROWS)]
    chance.shuffle(groups)
    return groups


def fit(
    model: TaggerModel, examples: Sequence[Example], epochs: float, peak: float, seed: int, keep: float = 0.995
) -> None:
    """Train, and leave the model with the moving average of its weights; prints its progress."""
    chance = random.Random(seed)
    body = [weights for name, weights in model.named_parameters() if name.startswith("encoder")]
    heads = [weights for name, weights in model.named_parameters() if not name.startswith("encoder")]
    optimizer = torch.optim.AdamW([{"params": body, "times": 1.0}, {"params": heads, "times": 10.0}], weight_decay=0.01)
    work = [group for _ in range(int(epochs) + 1) for group in batches(examples, chance)]
    work = work[: int(epochs * len(examples) / ROWS)]
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    started, losses = time.monotonic(), []
    model.train()
    for step, group in enumerate(work, 1):
        share = step / len(work)
        rate = peak * min(share / 0.08, (1 - share) / 0.92 + 1e-2)
        for params in optimizer.param_groups:
            params["lr"] = rate * params["times"]
        loss = loss_of(model, group)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        blend = min(keep, step / (step + 20))
        for name, value in model.state_dict().items():
            if value.dtype.is_floating_point:
                average[name].lerp_(value, 1 - blend)
        losses.append(loss.item())
        if step % 25 == 0:
            recent = sum(losses[-100:]) / len(losses[-100:])
            print(f"step {step}/{len(work)} loss {recent:.3f} {time.monotonic() - started:.0f} s", flush=True)
    model.load_state_dict(average)
