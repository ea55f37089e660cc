"""Settings: the only place that reads the environment."""

import os
import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from icpbot.domain.errors import UsageError

DEFAULT_MODEL = "openai:gpt-5-mini"
KEY_LENGTH = 16
"""Characters of a secret key, at least; `openssl rand -base64 32` makes a better one."""
DATABASES = ("sqlite:///", "postgresql://", "postgres://", "postgresql+psycopg://")
_ROOT = Path(__file__).parent


class Settings(BaseSettings):
    """Everything that can be set from outside; an empty variable counts as not set."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", populate_by_name=True)

    home: Path = Field(default=Path(".icpbot"), alias="ICPBOT_HOME")
    database_url: str | None = Field(default=None, alias="ICPBOT_DATABASE_URL")
    chroma_url: str | None = Field(default=None, alias="ICPBOT_CHROMA_URL")
    model: str | None = Field(default=None, alias="ICPBOT_MODEL")
    fallback: str | None = Field(default=None, alias="ICPBOT_MODEL_FALLBACK")
    tokens_per_person: int | None = Field(default=None, ge=0, alias="ICPBOT_TOKENS_PER_PERSON")
    tokens_per_day: int | None = Field(default=None, ge=0, alias="ICPBOT_TOKENS_PER_DAY")
    embeddings: str = Field(default="local", alias="ICPBOT_EMBEDDINGS")
    language: str | None = Field(default=None, alias="ICPBOT_LANGUAGE")
    retention_days: int | None = Field(default=None, ge=1, alias="ICPBOT_RETENTION_DAYS")
    pseudonyms: bool = Field(default=False, alias="ICPBOT_PSEUDONYMS")
    presidio: str | None = Field(default=None, alias="ICPBOT_PRESIDIO")
    rerank: bool = Field(default=False, alias="ICPBOT_RERANK")
    web_search: bool = Field(default=False, alias="ICPBOT_WEB_SEARCH")
    prompts: Path | None = Field(default=None, alias="ICPBOT_PROMPTS")
    knowledge: Path | None = Field(default=None, alias="ICPBOT_KNOWLEDGE")
    secret_key: SecretStr | None = Field(default=None, alias="ICPBOT_SECRET_KEY")
    openai_key: SecretStr | None = Field(default=None, alias="OPENAI_API_KEY")
    openai_url: str | None = Field(default=None, alias="OPENAI_BASE_URL")
    slack_bot_token: SecretStr | None = Field(default=None, alias="SLACK_BOT_TOKEN")
    slack_app_token: SecretStr | None = Field(default=None, alias="SLACK_APP_TOKEN")
    slack_signing_secret: SecretStr | None = Field(default=None, alias="SLACK_SIGNING_SECRET")
    slack_client_id: str | None = Field(default=None, alias="SLACK_CLIENT_ID")
    slack_client_secret: SecretStr | None = Field(default=None, alias="SLACK_CLIENT_SECRET")
    slack_api_url: str = Field(default="https://slack.com/api/", alias="SLACK_API_URL")
    port: int = Field(default=3000, ge=0, le=65535, alias="PORT")
    public_url: str | None = Field(default=None, alias="ICPBOT_PUBLIC_URL")
    log: Literal["text", "json"] = Field(default="text", alias="ICPBOT_LOG")
    crm_token: SecretStr | None = Field(default=None, alias="ICPBOT_CRM_TOKEN")
    crm_every_hours: int | None = Field(default=None, ge=1, alias="ICPBOT_CRM_EVERY_HOURS")

    @field_validator("public_url")
    @classmethod
    def _bare(cls, url: str | None) -> str | None:
        return url.rstrip("/") if url else None

    @property
    def secret_keys(self) -> list[str]:
        """The first encrypts and signs, all of them decrypt and check."""
        given = self.secret_key.get_secret_value() if self.secret_key else ""
        return [key.strip() for key in given.split(",") if key.strip()]

    @property
    def has_port(self) -> bool:
        """Whether somebody chose the port, and does not merely get the usual one."""
        return "port" in self.model_fields_set

    @property
    def traced(self) -> bool:
        """Whether OpenTelemetry's own environment names somebody to send traces to."""
        named = (os.environ.get(f"OTEL_EXPORTER_OTLP_{which}ENDPOINT") for which in ("", "TRACES_"))
        return any(named) and os.environ.get("OTEL_SDK_DISABLED", "").lower() != "true"

    @property
    def model_name(self) -> str | None:
        """`provider:model`, or nothing when no model is to be used."""
        chosen = self.model or (DEFAULT_MODEL if self.openai_key else None)
        return None if chosen is None or chosen.lower() == "none" else chosen

    @property
    def pipelines(self) -> dict[str, str]:
        """Pipelines of spaCy by language, `*` for all others: "en=en_core_web_sm,pl=/models/pl,blank"."""
        entries = [entry.strip().rpartition("=") for entry in (self.presidio or "").split(",")]
        return {language.strip() or "*": name.strip() for language, _, name in entries if name.strip()}

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

    @property
    def slack_manifest(self) -> Path:
        return _packaged("deploy") / "slack" / "manifest.yaml"


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
    _check_keys(settings)
    _check_pipelines(settings)
    _check_web(settings)
    return settings


def _check_keys(settings: Settings) -> None:
    keys = settings.secret_keys
    if (settings.secret_key and not keys) or any(len(key) < KEY_LENGTH for key in keys):
        raise UsageError("setting-wrong", name="ICPBOT_SECRET_KEY")


def _check_pipelines(settings: Settings) -> None:
    if any(not re.fullmatch(r"\*|[a-z]{2,3}", language) for language in settings.pipelines):
        raise UsageError("setting-wrong", name="ICPBOT_PRESIDIO")


def _check_web(settings: Settings) -> None:
    """The web is searched by OpenAI's tool, so a model of theirs must be in use."""
    if not settings.web_search or (settings.openai_key and (settings.model_name or "").startswith("openai:")):
        return
    missing = "ICPBOT_MODEL=openai:…" if settings.openai_key else "OPENAI_API_KEY"
    raise UsageError("setting-missing", name=missing, because="ICPBOT_WEB_SEARCH")


def _check(settings: Settings) -> None:
    url = settings.database_url
    if url and not url.startswith(DATABASES):
        raise UsageError("setting-wrong", name="ICPBOT_DATABASE_URL")
    for name, value in (
        ("ICPBOT_CHROMA_URL", settings.chroma_url),
        ("SLACK_API_URL", settings.slack_api_url),
        ("ICPBOT_PUBLIC_URL", settings.public_url),
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
    """`socket`, `http` or `oauth`; half a Slack setting is refused with the name of the other half."""
    if settings.slack_client_id or settings.slack_client_secret:
        _require_all_of_oauth(settings)
        return "oauth"
    if settings.slack_bot_token is None:
        raise UsageError("setting-missing", name="SLACK_BOT_TOKEN", because="icpbot serve")
    if settings.slack_signing_secret:
        return "http"
    if settings.slack_app_token:
        return "socket"
    raise UsageError("setting-missing", name="SLACK_APP_TOKEN", because="SLACK_BOT_TOKEN")


def _require_all_of_oauth(settings: Settings) -> None:
    given = {
        "SLACK_CLIENT_ID": settings.slack_client_id, "SLACK_CLIENT_SECRET": settings.slack_client_secret,
        "SLACK_SIGNING_SECRET": settings.slack_signing_secret, "ICPBOT_SECRET_KEY": settings.secret_key,
    }  # fmt: skip
    because = "SLACK_CLIENT_ID" if settings.slack_client_id else "SLACK_CLIENT_SECRET"
    for name, value in given.items():
        if not value:
            raise UsageError("setting-missing", name=name, because=because)


def make_home(settings: Settings) -> None:
    """The home folder, readable by its owner alone: it holds confidential interviews."""
    try:
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise UsageError("setting-wrong", name="ICPBOT_HOME") from error
