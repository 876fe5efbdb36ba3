"""How a language model is named, and what is said of one that cannot be used."""

import sys
from pathlib import Path

import pytest

from rag.engine import Engine
from rag.model_name import LanguageModelError, ModelName
from rag.settings import load_settings


@pytest.mark.parametrize(
    ("text", "provider", "model", "url"),
    [
        ("ollama:llama3.2", "ollama", "llama3.2", None),
        ("ollama:qwen3:8b-q4_K_M", "ollama", "qwen3:8b-q4_K_M", None),
        ("ollama:llama3.2@http://10.0.0.7:11434", "ollama", "llama3.2", "http://10.0.0.7:11434"),
        ("openai:gpt-4o-mini", "openai", "gpt-4o-mini", None),
        (
            "openai-like:org/model-7b@http://127.0.0.1:8000/v1",
            "openai-like",
            "org/model-7b",
            "http://127.0.0.1:8000/v1",
        ),
        (" openai-like:m@https://[::1]:8000/v1 ", "openai-like", "m", "https://[::1]:8000/v1"),
    ],
)
def test_a_name_is_read(text: str, provider: str, model: str, url: str | None) -> None:
    """Provider, model and address, and the same name again when it is written."""
    name = ModelName.of(text)
    assert (name.provider, name.model, name.url) == (provider, model, url)
    assert str(name) == text.strip()


SECRET = "sk-planted0123456789abcdefPLANTED"


@pytest.mark.parametrize(
    "text",
    [
        "", "gpt-4o", "ollama:", "openai", "azure:x", "ollama: llama3.2", "openai-like:m", "openai-like:@http://h/v1",
        "openai-like:m@h:8000", "openai-like:m@http://h:port/v1", SECRET, f"openai:{SECRET}",
        f"openai-like:m@http://user:{SECRET}@h/v1", f"openai-like:m@http://h/v1?key={SECRET}",
        f"openai-like:m@http://h/v1#{SECRET}",
    ],
)  # fmt: skip
def test_what_is_no_name_is_one_error(text: str) -> None:
    """It says what to write instead, and repeats nothing that may be a key."""
    with pytest.raises(LanguageModelError) as caught:
        ModelName.of(text)
    assert SECRET not in str(caught.value)
    assert len(str(caught.value)) > 30


@pytest.mark.parametrize(("llm", "extra"), [("ollama:m", "ollama"), ("openai-like:m@http://127.0.0.1:9/v1", "openai")])
def test_a_missing_integration_is_named_with_its_command(
    llm: str, extra: str, quarrel_folder: Path, quarrel_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is imported late, and what installs it is said."""
    monkeypatch.setitem(sys.modules, "llama_index.llms.ollama", None)
    monkeypatch.setitem(sys.modules, "llama_index.llms.openai_like", None)
    with pytest.raises(LanguageModelError, match=rf'pip install "parallax-rag\[{extra}\]"'):
        Engine.open(quarrel_folder, index=quarrel_index, llm=llm)


def test_a_missing_key_is_named(quarrel_folder: Path, quarrel_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment variable that it is looked for in is said."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(LanguageModelError, match="OPENAI_API_KEY"):
        Engine.open(quarrel_folder, index=quarrel_index, llm="openai:gpt-4o-mini")


def test_the_model_is_set_like_every_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An argument, then the environment, then parallax.toml; without any of them there is none."""
    monkeypatch.chdir(tmp_path)
    assert load_settings().llm is None
    (tmp_path / "parallax.toml").write_text('llm = "ollama:file"\nllm_seconds = 5\n')
    assert (load_settings().llm, load_settings().llm_seconds) == ("ollama:file", 5)
    monkeypatch.setenv("PARALLAX_LLM", "ollama:environment")
    assert load_settings().llm == "ollama:environment"
    assert load_settings(llm="ollama:argument").llm == "ollama:argument"
