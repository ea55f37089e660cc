"""playground: a Slack on this computer, with a page, and the bot in it."""

import errno
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icpbot.cli.common import own_language

if TYPE_CHECKING:
    from icpbot.playground import LoopbackSlack
    from icpbot.serving import Service
    from icpbot.settings import Settings

OWN_HOME = Path(".icpbot/playground")
"""Not the home of real work: the first Slack team that is served from a home takes it over."""
PORT = 4280
EXTRA = "pip install 'icpbot[playground]'"
START_SECONDS = 120.0
"""How long what people send waits for the bot to come up."""


def register(app: typer.Typer) -> None:
    app.command()(playground)


def playground(
    home: Annotated[Path, typer.Option("--home", help="Folder in which it keeps what it reads.")] = OWN_HOME,
    port: Annotated[
        int | None, typer.Option("--port", help="Port on this computer.", min=0, max=65535)
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open the page.")] = False,
) -> None:
    """Try the bot without Slack: channels, people and files on a page of this computer."""
    from icpbot.logs import log_to_stderr
    from icpbot.settings import load

    log_to_stderr()
    settings = load(home)
    slack = _slack(settings, port)
    _say("playground-kept", home=str(home.absolute()))
    try:
        _serve(slack, settings, no_browser=no_browser)
    finally:
        slack.stop()


def _serve(slack: "LoopbackSlack", settings: "Settings", *, no_browser: bool) -> None:
    service = _service(slack, settings)
    service.until_told()

    def ready(_mode: str) -> None:
        address = f"{slack.context.base}/"
        _say("playground-ready", address=address, stop="Ctrl-C")
        if not no_browser:
            webbrowser.open(address)

    service.serve(worker=True, on_ready=ready)


def _slack(settings: "Settings", port: int | None) -> "LoopbackSlack":
    """Listens at the port that was asked for; without one at ours, or at any that is free."""
    from icpbot.domain.errors import UsageError

    try:
        from icpbot.playground import LoopbackSlack, company
    except ModuleNotFoundError as error:
        raise UsageError("playground-missing", name=error.name or "", command=EXTRA) from error
    for tried in (port,) if port is not None else (PORT, 0):
        slack = LoopbackSlack(company(), manifest=settings.slack_manifest, port=tried)
        slack.with_page(settings.knowledge_folder / "sample")
        slack.delivery.patience = START_SECONDS
        try:
            return slack.start()
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise UsageError("playground-taken", address=f"127.0.0.1:{port}", option="--port")


def _service(slack: "LoopbackSlack", settings: "Settings") -> "Service":
    """The bot as `serve` runs it, with the tokens of this Slack and everything in its own home."""
    from pydantic import SecretStr

    from icpbot.bootstrap import Parts
    from icpbot.serving import Service

    own = settings.model_copy(update={
        "database_url": None,
        "chroma_url": None,
        "slack_api_url": slack.api_url,
        "slack_bot_token": SecretStr(slack.bot_token),
        "slack_app_token": SecretStr(slack.app_token),
        "slack_signing_secret": None,
        "slack_client_id": None,
        "slack_client_secret": None,
    })  # fmt: skip
    return Service(Parts(own, follows=False))


def _say(key: str, **values: str) -> None:
    from icpbot.messages.voice import FluentVoice

    print(FluentVoice().say(key, own_language(), **values), flush=True)
