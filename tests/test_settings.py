"""What a user can set, and where it is read from."""

from pathlib import Path

import pytest

from rag.settings import DEFAULT_CORPUS, SettingsError, load_settings


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_without_anything_set_the_default_corpus_is_read() -> None:
    """The defaults need no file and no environment."""
    settings = load_settings()
    assert settings.corpus == DEFAULT_CORPUS
    assert settings.index is None


def test_arguments_win_over_the_environment_and_that_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands nearer to the user wins."""
    (tmp_path / "parallax.toml").write_text('corpus = "file"\nencoder = "file-encoder"\nindex = "file-index"\n')
    monkeypatch.setenv("PARALLAX_CORPUS", "environment")
    monkeypatch.setenv("PARALLAX_ENCODER", "environment-encoder")
    settings = load_settings(corpus=Path("argument"), index=None)
    assert settings.corpus == Path("argument")
    assert settings.encoder == "environment-encoder"
    assert settings.index == Path("file-index")


@pytest.mark.parametrize("text", ["corpus = ", 'colour = "red"\n', "corpus = 3\n"])
def test_a_setting_that_cannot_be_used_is_one_error(tmp_path: Path, text: str) -> None:
    """A broken file, an unknown name and a wrong value are errors that say so."""
    (tmp_path / "parallax.toml").write_text(text)
    with pytest.raises(SettingsError):
        load_settings()


def test_an_empty_name_is_no_folder_and_a_dot_is_the_working_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that is set to nothing does not read whatever folder one stands in."""
    assert load_settings(corpus=Path()).corpus == Path()
    monkeypatch.setenv("PARALLAX_CORPUS", " ")
    with pytest.raises(SettingsError, match="name a folder"):
        load_settings()
