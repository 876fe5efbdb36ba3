"""The descent that the small models share: batch by batch, at rates that rise and fall, with its progress told."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import torch
from torch import Tensor, nn

Batch = TypeVar("Batch")
RECENT = 100
"""Steps whose mean loss is told."""


def rates(steps: int, peak: float, warm: float = 0.08) -> Iterator[float]:
    """Learning rates: linear up to the peak, then linear down to nothing."""
    for step in range(steps):
        share = (step + 1) / steps
        yield peak * min(share / warm, (1 - share) / (1 - warm) + 1e-3)


def descend(
    model: nn.Module, work: Sequence[Batch], loss_of: Callable[[Batch], Tensor], peak: float, every: int = 25
) -> None:
    """Train on each batch once; prints the loss of the last `RECENT` steps after `every` one of them."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=peak, weight_decay=0.01, fused=True)
    started, losses = time.monotonic(), []
    model.train()
    for step, (batch, rate) in enumerate(zip(work, rates(len(work), peak), strict=True), 1):
        optimizer.param_groups[0]["lr"] = rate
        loss = loss_of(batch)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        losses.append(loss.item())
        if step % every == 0:
            recent = losses[-RECENT:]
            mean, seconds = sum(recent) / len(recent), time.monotonic() - started
            print(f"step {step}/{len(work)} loss {mean:.3f} {seconds:.0f} s", flush=True)
