"""What a user can set: one frozen object, from arguments, PARALLAX_* and parallax.toml, in this order."""

from pathlib import Path

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from corpus.errors import ParallaxError
from index.export import EMBEDDED

DEFAULT_CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "articles"


class SettingsError(ParallaxError):
    """A setting that cannot be used; the message names it, its value and what is expected."""


class Settings(BaseSettings):
    """All settings of Parallax."""

    model_config = SettingsConfigDict(env_prefix="PARALLAX_", toml_file="parallax.toml", extra="forbid", frozen=True)

    corpus: Path = Field(default=DEFAULT_CORPUS, description="the folder of articles")
    index: Path | None = Field(default=None, description="the folder of the index; else one in the user's data folder")
    encoder: str = Field(default=EMBEDDED, description="a sentence-transformers model: embedded, a folder, or a name")
    chroma_url: str | None = Field(default=None, description="a Chroma server, instead of a folder")
    selector: str | None = Field(
        default=None, description="a sentence-transformers CrossEncoder instead of our own, or none"
    )
    llm: str | None = Field(
        default=None, description="a language model, as rag.model_name writes it; else none is used"
    )
    llm_seconds: float = Field(default=60.0, gt=0, description="seconds that a draft may take, from question to end")
    llm_tokens: int = Field(default=6000, ge=2000, description="tokens that a draft may cost, prompt and reply")
    verifier: str | None = Field(
        default=None, description="a sentence-transformers CrossEncoder that judges drafts, instead of our own"
    )
    llm_cache: Path | None = Field(default=None, description="a folder that drafts are kept in; else none is kept")

    @field_validator("corpus", "index", "llm_cache", mode="before")
    @classmethod
    def _not_empty(cls, value: object) -> object:
        """An empty name would mean the working folder, which only "." means."""
        if isinstance(value, str) and not value.strip():
            raise ValueError("it is empty; name a folder")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first, then the environment, then parallax.toml in the working folder."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**given: object) -> Settings:
    """The settings, with those given (and not None) above all others.

    Raises:
        SettingsError: one of them cannot be used.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"the setting {name} cannot be used: {first['msg']}") from None  # it repeats every value
    except ValueError as error:  # parallax.toml is no TOML
        raise SettingsError(f"parallax.toml cannot be read: {error}") from error
