"""Train the selection model, compare it with what it must beat, and write the model and its card's numbers.

    python -m index.training.selection DATA

DATA holds selection-*, attribution-*, headlines-* and perspectives-*.jsonl.gz. It takes two to four hours on two quiet
cores: an epoch over the questions on facts; then a larger teacher is trained on questions that were written by reading,
it reads many candidates, and the model learns its opinions. --untaught leaves out the teacher. What each stage but the
last ends with is kept in the folder of --keep, where one is named; what is there is not done again.
"""

import argparse
import random
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from corpus.patterns import regex
from index.runtime import wordpieces
from index.training.kept import Kept
from index.training.lean_graph import write_lean
from index.training.onnx_file import encoder_folder, export, quantise
from index.training.selection_comparison import comparison, milliseconds
from index.training.selection_data import Ranking, read_rankings
from index.training.selection_model import SelectionModel, batches, fit_lists, prepared
from index.training.selection_sides import Embed
from index.training.selection_taught import SCALE, SHIFT, Taught, fit_taught, lists_to_read, lists_to_teach
from index.training.teacher import (
    OnnxTeacher,
    Teacher,
    TeacherError,
    fit_teacher,
    parts_of_start,
    tokenizer_in,
    unpack_start,
)

SEED = 0
LAYERS = (0, 2, 3, 5)
FACTS_RATE = 1e-4
TEACHER_STEPS = 310
MODELS = Path(__file__).parent.parent / "models"
FIGURES = regex(r"(?<=<!-- scores -->\n).*(?=<!-- end of scores -->)", re.S)


def encoder() -> Embed:
    """Unit vectors by the embedded encoder."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(encoder_folder()), device="cpu")

    def embed(texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return np.asarray(model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False))

    return embed


def on_facts(facts: Sequence[Ranking]) -> SelectionModel:
    """The model after an epoch over the questions on facts."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    model = SelectionModel(encoder_folder(), LAYERS)
    fit_lists(model, batches(prepared(facts, str.lower, chance), wordpieces(), chance), FACTS_RATE)
    return model


def taught_lists(data: Path, facts: Sequence[Ranking], embed: Embed, teacher: Kept) -> list[Taught]:
    """Lists with the opinions of a teacher, which is trained first where `teacher` does not hold it."""
    with tempfile.TemporaryDirectory() as folder:
        start = unpack_start(Path(folder))
        tokenizer = tokenizer_in(start)
        torch.manual_seed(SEED)
        model = Teacher(start)
        if teacher.is_there:
            model.load_state_dict(teacher.read())
        else:
            shown = lists_to_teach(data, facts, embed, random.Random(SEED + 1))
            fit_teacher(model, tokenizer, shown, TEACHER_STEPS)
            teacher.write(model.state_dict())
        lists = lists_to_read(data, facts, embed, random.Random(SEED + 5))
        opinions = OnnxTeacher(model, tokenizer).opinions(lists)
    return [Taught(each, SCALE * logits + SHIFT) for each, logits in zip(lists, opinions, strict=True)]


def train(data: Path, embed: Embed, keep: Path | None, by_teacher: bool) -> SelectionModel:
    """The epoch on facts, and where it is wanted those with the teacher's opinions."""
    facts = read_rankings(data / "selection-train.jsonl.gz")
    known, taught = Kept(keep, "facts"), Kept(keep, "taught")
    if by_teacher and not taught.is_there:
        parts_of_start()  # what is missing is said before the first epoch, not behind it
    if not known.is_there:
        known.write(on_facts(facts).state_dict())
    model = SelectionModel(encoder_folder(), LAYERS)
    model.load_state_dict(known.read())
    if by_teacher:
        if not taught.is_there:
            taught.write(taught_lists(data, facts, embed, Kept(keep, "teacher")))
        fit_taught(model, taught.read(), wordpieces(), random.Random(SEED + 2))
    return model


def main() -> None:
    """Train, export, compare, and put the figures into the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=MODELS)
    parser.add_argument("--keep", type=Path, help="folder of what each stage ended with")
    parser.add_argument("--untaught", action="store_true", help="an epoch over the questions on facts, no teacher")
    options = parser.parse_args()
    torch.set_num_threads(2)
    embed = encoder()
    try:
        model = train(options.data, embed, options.keep, not options.untaught)
    except TeacherError as error:
        sys.exit(str(error))
    full, small = options.out / "selection-full.onnx", options.out / "selection.onnx"
    export(model, full, ("ids", "mask", "types"), "logits")
    quantise(full, small)
    write_lean(small, alone=False)
    figures = comparison(options.data, full, small, embed)
    spent = milliseconds(small, read_rankings(options.data / "selection-dev.jsonl.gz"))
    figures += f"\n\n40 candidates on two threads: {spent:.0f} ms (median of 20 questions)."
    full.unlink()
    print(figures)
    card = options.out / "selection.md"
    if card.exists():
        card.write_text(FIGURES.sub(lambda _: f"\n{figures}\n\n", card.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
