"""Settings: the only place that reads the environment."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from icpbot.domain.errors import UsageError

DEFAULT_MODEL = "openai:gpt-5-mini"
_ROOT = Path(__file__).parent


class Settings(BaseSettings):
    """Everything that can be set from outside; an empty variable counts as not set."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", populate_by_name=True)

    home: Path = Field(default=Path(".icpbot"), alias="ICPBOT_HOME")
    database_url: str | None = Field(default=None, alias="ICPBOT_DATABASE_URL")
    chroma_url: str | None = Field(default=None, alias="ICPBOT_CHROMA_URL")
    model: str | None = Field(default=None, alias="ICPBOT_MODEL")
    embeddings: str = Field(default="local", alias="ICPBOT_EMBEDDINGS")
    language: str | None = Field(default=None, alias="ICPBOT_LANGUAGE")
    retention_days: int | None = Field(default=None, ge=1, alias="ICPBOT_RETENTION_DAYS")
    pseudonyms: bool = Field(default=False, alias="ICPBOT_PSEUDONYMS")
    prompts: Path | None = Field(default=None, alias="ICPBOT_PROMPTS")
    knowledge: Path | None = Field(default=None, alias="ICPBOT_KNOWLEDGE")
    secret_key: SecretStr | None = Field(default=None, alias="ICPBOT_SECRET_KEY")
    openai_key: SecretStr | None = Field(default=None, alias="OPENAI_API_KEY")
    openai_url: str | None = Field(default=None, alias="OPENAI_BASE_URL")
    slack_bot_token: SecretStr | None = Field(default=None, alias="SLACK_BOT_TOKEN")
    slack_app_token: SecretStr | None = Field(default=None, alias="SLACK_APP_TOKEN")
    slack_signing_secret: SecretStr | None = Field(default=None, alias="SLACK_SIGNING_SECRET")
    slack_api_url: str = Field(default="https://slack.com/api/", alias="SLACK_API_URL")
    port: int = Field(default=3000, ge=0, le=65535, alias="PORT")

    @property
    def model_name(self) -> str | None:
        """`provider:model`, or nothing when no model is to be used."""
        chosen = self.model or (DEFAULT_MODEL if self.openai_key else None)
        return None if chosen is None or chosen.lower() == "none" else chosen

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{(self.home / 'icpbot.db').absolute()}"

    @property
    def jobs(self) -> str:
        """The database of the queue: a file of its own beside SQLite, whose writers wait for each other."""
        return self.database_url or f"sqlite:///{(self.home / 'jobs.db').absolute()}"

    @property
    def knowledge_folder(self) -> Path:
        return self.knowledge or _packaged("knowledge")

    @property
    def prompts_folder(self) -> Path:
        return self.prompts or _packaged("prompts")


def _packaged(name: str) -> Path:
    """The folder inside the installed package, or beside it in a checkout."""
    inside = _ROOT / "_data" / name
    return inside if inside.is_dir() else _ROOT.parent / name


def load(home: Path | None = None) -> Settings:
    """Settings of the environment, refused with one sentence that names what is wrong."""
    from pydantic import ValidationError  # noqa: PLC0415 - only to translate

    try:
        settings = Settings()
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        raise UsageError("setting-wrong", name=name) from error
    if home is not None:
        settings = settings.model_copy(update={"home": home})
    _check(settings)
    return settings


def _check(settings: Settings) -> None:
    url = settings.database_url
    if url and not url.startswith(("sqlite:///", "postgresql://", "postgres://", "postgresql+psycopg://")):
        raise UsageError("setting-wrong", name="ICPBOT_DATABASE_URL")
    for name, value in (
        ("ICPBOT_CHROMA_URL", settings.chroma_url),
        ("SLACK_API_URL", settings.slack_api_url),
    ):
        if value and (urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).hostname):
            raise UsageError("setting-wrong", name=name)
    if settings.embeddings != "local" and not settings.embeddings.startswith("openai:"):
        raise UsageError("setting-wrong", name="ICPBOT_EMBEDDINGS")
    if settings.model_name and ":" not in settings.model_name:
        raise UsageError("setting-wrong", name="ICPBOT_MODEL")
    if settings.model_name and settings.model_name.startswith("openai:") and not settings.openai_key:
        raise UsageError("setting-missing", name="OPENAI_API_KEY", because="ICPBOT_MODEL")
    if settings.embeddings.startswith("openai:") and not settings.openai_key:
        raise UsageError("setting-missing", name="OPENAI_API_KEY", because="ICPBOT_EMBEDDINGS")
    for name, folder in (("ICPBOT_KNOWLEDGE", settings.knowledge), ("ICPBOT_PROMPTS", settings.prompts)):
        if folder and not folder.is_dir():
            raise UsageError("setting-wrong", name=name)


def require_slack(settings: Settings) -> str:
    """`socket` or `http`; half a Slack setting is refused with the name of the other half."""
    if settings.slack_bot_token is None:
        raise UsageError("setting-missing", name="SLACK_BOT_TOKEN", because="icpbot serve")
    if settings.slack_signing_secret:
        return "http"
    if settings.slack_app_token:
        return "socket"
    raise UsageError("setting-missing", name="SLACK_APP_TOKEN", because="SLACK_BOT_TOKEN")
