"""A cross-encoder of the user's own behind the same Protocol; the models are tiny, real and saved to a folder."""

from pathlib import Path

import pytest

from index.training.onnx_file import encoder_folder
from rag.verify import Evidence, VerifierError, named_verifier


def saved(folder: Path, labels: dict[int, str]) -> str:
    """A cross-encoder with random weights and the given labels."""
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    tokenizer = BertTokenizerFast.from_pretrained(str(encoder_folder()))
    config = BertConfig(
        vocab_size=len(tokenizer), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16
    )
    config.id2label, config.label2id = labels, {label: place for place, label in labels.items()}
    BertForSequenceClassification(config).save_pretrained(str(folder))
    tokenizer.save_pretrained(str(folder))
    return str(folder)


@pytest.mark.parametrize("labels", [{0: "LABEL_0"}, {0: "contradiction", 1: "entailment", 2: "neutral"}])
def test_a_folder_is_a_judge(tmp_path: Path, labels: dict[int, str]) -> None:
    """One score a pair, or one called entailment: its probability is the score, and the exact checks still hold."""
    verifier = named_verifier(saved(tmp_path, labels))
    verdict = verifier.verify("The mill of Kell burned down.", [Evidence("In Kell the mill has burned to the ground.")])
    assert verifier.name == str(tmp_path)
    assert 0 < verdict.score < 1
    changed = verifier.verify("The mill lost 13 looms.", [Evidence("The mill lost 12 looms.")])
    assert changed.reason == "the source says 12, not 13"


def test_a_model_that_judges_no_entailment_is_refused(tmp_path: Path) -> None:
    """The message names its labels."""
    with pytest.raises(VerifierError, match="no judge of entailment: its labels are joy, anger"):
        named_verifier(saved(tmp_path, {0: "joy", 1: "anger"}))


def test_a_model_that_is_not_there_is_named() -> None:
    """The message holds the name and the command that fetches it."""
    with pytest.raises(VerifierError, match=r"no-such-judge.*hf download"):
        named_verifier("no-such/no-such-judge")
