"""What `doctor` looks at: each part in use, asked a small question."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from icpbot.domain.errors import IcpbotError

if TYPE_CHECKING:
    from icpbot.bootstrap import Parts
    from icpbot.usecases.checking import Looked


def check_all(parts: "Parts") -> list[dict[str, Any]]:
    """Every part with whether it answers and one detail; a secret is never part of a detail."""
    checks: dict[str, Callable[[Parts], str]] = {
        "store": _store, "index": _index, "embeddings": _embeddings, "model": _model, "web": _web, "knowledge": _knowledge,
        "slack": _slack,
    }  # fmt: skip
    return [_checked(name, check, parts) for name, check in checks.items()]


def _checked(name: str, check: "Callable[[Parts], str]", parts: "Parts") -> dict[str, Any]:
    from icpbot.messages.voice import FluentVoice

    try:
        return {"part": name, "ok": True, "detail": check(parts)}
    except IcpbotError as error:
        language = parts.settings.language or "en"
        detail = FluentVoice().say(error.key, language, **error.values)
        # A running server holds the index: that is health, not illness.
        return {"part": name, "ok": error.exit_code == 3, "detail": detail}


def look_deep(parts: "Parts") -> "Looked":
    """Everything that is stored, looked at piece by piece."""
    from icpbot.adapters.store.integrity import damage, orphans, workspaces
    from icpbot.adapters.store.rekeying import unsealed
    from icpbot.adapters.store.words import open_words
    from icpbot.cli.common import progress_bar
    from icpbot.usecases.checking import look_deep as look

    engine = parts.engine
    with progress_bar(1) as progress:
        return look(
            parts.desk, workspaces=workspaces(engine), damage=damage(engine), orphans=orphans(engine),
            unsealed=unsealed(engine, open_words(engine)), progress=progress,
        )  # fmt: skip


def print_looked(looked: "Looked", parts: "Parts") -> None:
    from icpbot.cli.common import own_language

    say, language = parts.desk.voice.say, own_language()
    for finding in looked.findings:
        print("✗", say(f"finding-{finding.kind}", language, n=finding.n, where=", ".join(finding.where)))
    if not looked.findings:
        counts = looked.model_dump(include={"sources", "passages", "quotes"})
        print("✓", say("deep-well", language, **counts))


def _store(parts: "Parts") -> str:
    from icpbot.domain.sources import local_reader

    count = len(parts.desk.sources.all(local_reader(parts.desk.workspace)))
    return f"{parts.engine.dialect.name}, {count} sources"


def _index(parts: "Parts") -> str:
    where = "server" if parts.settings.chroma_url else "embedded"
    return f"chroma {where}, {parts.vectors.count()} passages"


def _embeddings(parts: "Parts") -> str:
    return f"{parts.encoder.name}, {parts.encoder.encode(['ok']).shape[1]} dimensions"


def _model(parts: "Parts") -> str:
    return parts.settings.model_name or "none: answers come from the evidence alone"


def _web(parts: "Parts") -> str:
    return f"looked up with {parts.settings.model_name}" if parts.web else "off: nobody is looked up"


def _knowledge(parts: "Parts") -> str:
    catalogue = parts.desk.knowledge.catalogue()
    return f"{len(catalogue.attributes)} attributes, {len(catalogue.metrics)} metrics"


def _installed(parts: "Parts") -> str:
    """Whether what is stored opens with the keys that are set."""
    from icpbot.settings import require_slack

    teams = parts.installations.teams()
    for team in teams:
        parts.installations.content(team)
    return f"{require_slack(parts.settings)}, installed by {len(teams)}"


def _slack(parts: "Parts") -> str:
    if parts.settings.slack_client_id or parts.settings.slack_client_secret:
        return _installed(parts)
    if parts.settings.slack_bot_token is None:
        return "not connected (no SLACK_BOT_TOKEN)"
    from icpbot.settings import require_slack

    return f"{require_slack(parts.settings)}, {parts.slack_identity()}"
