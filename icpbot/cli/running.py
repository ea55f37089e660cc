"""demo, doctor, requests, replay, playbook; serve and worker."""

from pathlib import Path
from typing import Annotated

import typer

from icpbot.cli.common import AsJson, Home, desk_of, own_language, parts_of, print_json, print_reply


def register(app: typer.Typer) -> None:
    for command in (serve, worker, requests, replay, playbook, doctor, demo):
        app.command()(command)
    app.command("rotate-key")(rotate_key)


def serve(
    no_worker: Annotated[bool, typer.Option("--no-worker", help="Take events only.")] = False,
    home: Home = None,
) -> None:
    """Connect to Slack, and answer."""
    from icpbot.companion import Companion, EndedEarlyError
    from icpbot.logs import log_to_stderr
    from icpbot.serving import Service

    parts = parts_of(home, follows=False)
    log_to_stderr(parts.settings.log)
    service = Service(parts, None if no_worker else Companion(parts.settings.home))
    service.until_told()
    try:
        service.serve(worker=False, on_ready=_ready)
    except EndedEarlyError as ended:
        raise typer.Exit(ended.exit_code) from ended


def worker(
    home: Home = None,
    beside: Annotated[bool, typer.Option("--beside", hidden=True)] = False,
) -> None:
    """Work in the background for processes that only take events."""
    from icpbot.companion import hear_parent
    from icpbot.logs import log_to_stderr
    from icpbot.serving import Service

    parts = parts_of(home, follows=False)
    log_to_stderr(parts.settings.log)
    service = Service(parts)
    service.until_told()
    service.work(_ready, hear_parent if beside else None)


def _ready(mode: str) -> None:
    from icpbot.messages.voice import FluentVoice

    print(FluentVoice().say("serve-ready", own_language(), mode=mode), flush=True)


def requests(
    status: Annotated[str | None, typer.Option(help="received, working, answered or failed.")] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """What people asked, and how it ended."""
    desk = desk_of(home)
    found = desk.requests.requests(status=status)
    fields = (
        "id",
        "kind",
        "status",
        "asked_at",
        "ended_at",
        "text",
        "answer",
        "engine",
        "feedback",
        "tokens",
    )
    if as_json:
        print_json({"requests": [{name: getattr(r, name) for name in fields} for r in found]})
        return
    for request in found:
        print(f"{request.asked_at:%Y-%m-%d %H:%M} {request.status:9} {request.text}")


def replay(
    request_id: Annotated[str, typer.Argument(metavar="REQUEST_ID")],
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Ask a recorded request again and show both answers."""
    from icpbot.cli.people import Terminal
    from icpbot.domain.errors import NotFound
    from icpbot.usecases.replay import replay as again_from_record
    from icpbot.usecases.respond import respond

    desk = desk_of(home)
    request = desk.requests.request(request_id)
    if request is None:
        raise NotFound("request-unknown", name=request_id)
    replayed = again_from_record(request, desk=desk)
    again = respond(request, desk=desk, conversations=Terminal(desk.workspace))
    if as_json:
        verdicts = [
            {"account": then.account, "profile": {"name": then.profile_name, "version": then.profile_version},
             "then": then.verdict, "replayed": found and found.verdict, "same": found == then}
            for then, found in zip(request.verdicts, replayed, strict=True)
        ]  # fmt: skip
        same = all(v["same"] for v in verdicts) if verdicts else request.answer == again.text
        print_json({"id": request.id, "text": request.text, "then": request.answer, "now": again.text,
                    "same": same, "verdicts": verdicts})  # fmt: skip
        return
    print(f"{request.answer or ''}\n---")
    print_reply(again)


def playbook(
    name: Annotated[str, typer.Argument(help="Without one: which there are.")] = "",
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """What a department needs: sales, marketing, customer-success, support, product, executives."""
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.playbooks import playbook as open_book

    desk = desk_of(home)
    reply = open_book(name, local_reader(desk.workspace), desk=desk, language=own_language())
    if as_json:
        told = ("number", "text", "who", "heading", "link", "translation")
        quotes = [{field: getattr(quote, field) for field in told} for quote in reply.quotes]
        spoken = [f"“{q.text}” [{q.number}]" for q in reply.quotes] if reply.engine == "extractive" else []
        print_json({"name": name, "headline": reply.headline, "lines": [*reply.lines, *spoken], "quotes": quotes,
                    "engine": reply.engine, "notice": reply.notice})  # fmt: skip
    else:
        print_reply(reply)


def rotate_key(
    plain: Annotated[
        bool, typer.Option("--plain", help="Write what people said in clear again, to go on without a key.")
    ] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Encrypt tokens, and all that people said, under the first key of ICPBOT_SECRET_KEY, beside the bot."""
    from icpbot.adapters.store.engine import open_database
    from icpbot.adapters.store.rekeying import seal_anew
    from icpbot.adapters.store.sealing import Ring
    from icpbot.adapters.store.words import open_words
    from icpbot.cli.common import progress_bar
    from icpbot.domain.errors import UsageError

    parts = parts_of(home, follows=False)
    keys = parts.settings.secret_keys
    if not keys:
        raise UsageError("setting-missing", name="ICPBOT_SECRET_KEY", because="icpbot rotate-key")
    if plain:
        parts.vectors.count()  # says so when the bot is running, which would go on sealing
        parts.engine.dispose()
        parts.__dict__["engine"] = open_database(parts.settings.database, ring=Ring(keys, seals=False))
    with progress_bar(1) as progress:
        rows = seal_anew(parts.engine, open_words(parts.engine), progress)
    done = {"rows": rows, "installations": parts.installations.relock(), "tokens": parts.crm_store.relock()}
    if as_json:
        print_json(done)
    else:
        print(parts.desk.voice.say("rekeyed-plain" if plain else "rekeyed", own_language(), **done))


def doctor(
    deep: Annotated[
        bool, typer.Option("--deep", help="Look at every quote, passage and request as well.")
    ] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> int:
    """Which parts are in use, and whether each answers; with --deep, whether all that is stored is sound."""
    from icpbot.cli.checks import check_all, look_deep, print_looked

    parts = parts_of(home, follows=not deep)
    results = check_all(parts)
    well = all(r["ok"] for r in results)
    looked = look_deep(parts) if deep else None
    if as_json:
        sound = {"deep": looked} if looked else {}
        print_json({"ok": well and not (looked and looked.findings), "parts": results, **sound})
    else:
        for result in results:
            print(f"{'✓' if result['ok'] else '✗'} {result['part']}: {result['detail']}")
        if looked:
            print_looked(looked, parts)
    return 4 if not well else int(bool(looked and looked.findings))


def demo(home: Home = None) -> None:
    """The main job on the sample research, from interviews to verdicts."""
    from icpbot.cli.demo import run

    run(home or Path(".icpbot/demo"))
