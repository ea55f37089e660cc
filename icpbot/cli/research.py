"""ingest, sources, source, forget, search, reindex."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from icpbot.cli.common import (
    AsJson,
    Home,
    desk_of,
    own_language,
    print_json,
    print_line,
    print_reply,
    progress_bar,
    read_lines,
    read_within,
)

if TYPE_CHECKING:
    from icpbot.domain.ranking import Hit
    from icpbot.domain.sources import Reader, Source
    from icpbot.usecases.ingest import Receipt, Upload
    from icpbot.usecases.ports import Desk


def register(app: typer.Typer) -> None:
    for command in (ingest, sources, source, forget, search, reindex):
        app.command()(command)


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files or folders.")],
    account: Annotated[str | None, typer.Option(help="The account they are about.")] = None,
    kind: Annotated[str | None, typer.Option(help="interview, notes, survey or customers.")] = None,
    origin: Annotated[str | None, typer.Option(help="first-hand or second-hand.")] = None,
    audience: Annotated[str, typer.Option(help="workspace or channel:ID.")] = "workspace",
    home: Home = None,
    as_json: AsJson = False,
) -> int:
    """Read files or folders into the library."""
    from icpbot.usecases.ingest import Status

    upload = _template(account=account, kind=kind, origin=origin, audience=audience)
    desk, language = desk_of(home), own_language()
    files = list(_files(paths))
    receipts: list[Receipt] = []
    with progress_bar(len(files)) as progress:
        for number, path in enumerate(files, 1):
            receipts += _take_in(path, upload, desk, language)
            if progress:
                progress(path.name, number, len(files))
    _show_receipts(receipts, desk, language, as_json=as_json)
    return 1 if any(r.status is Status.REJECTED for r in receipts) else 0


def _template(*, account: str | None, kind: str | None, origin: str | None, audience: str) -> "Upload":
    """What the options say of every file; a word that is none of the choices is refused."""
    from icpbot.domain.sources import Kind, Origin
    from icpbot.usecases.ingest import Upload

    if audience != "workspace" and not (audience.startswith("channel:") and audience[8:]):
        raise typer.BadParameter("workspace or channel:ID", param_hint="--audience")
    return Upload(
        path="", data=b"", account=account, audience=audience,
        kind=_choice(Kind, kind, "--kind"), origin=_choice(Origin, origin, "--origin"),
    )  # fmt: skip


def _choice(choices: Any, value: str | None, option: str) -> Any:
    if value is None:
        return None
    try:
        return choices(value)
    except ValueError as error:
        raise typer.BadParameter(", ".join(choices), param_hint=option) from error


def _files(paths: list[Path]) -> Iterator[Path]:
    """Files as named, folders with all that is in them but hidden files."""
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.is_file())
            yield from sorted(
                p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts)
            )
        else:
            yield path


def _take_in(path: Path, upload: "Upload", desk: "Desk", language: str) -> "list[Receipt]":
    from icpbot.domain.errors import Rejected
    from icpbot.usecases.ingest import Receipt, Status, unpacked
    from icpbot.usecases.ingest import ingest as take_in

    try:
        data = read_within(path)
    except OSError as error:
        key = "read-not-found" if isinstance(error, FileNotFoundError) else "read-not-allowed"
        reason = desk.voice.say(key, language, name=path.name)
        return [Receipt(path=str(path), status=Status.REJECTED, reason=reason)]
    except Rejected as error:
        reason = desk.voice.say(error.key, language, **error.values)
        return [Receipt(path=str(path), status=Status.REJECTED, reason=reason)]
    whole = upload.model_copy(update={"path": str(path.resolve()), "data": data})
    return [take_in(one, desk=desk, language=language) for one in unpacked(whole, desk=desk)]


def _show_receipts(receipts: "list[Receipt]", desk: "Desk", language: str, *, as_json: bool) -> None:
    from icpbot.usecases.showing.sources import receipt_reply

    if as_json:
        print_json({"sources": [_receipt_json(r) for r in receipts]})
        return
    for receipt in receipts:
        print_reply(receipt_reply(receipt, desk=desk, language=language))


def _receipt_json(receipt: "Receipt") -> dict[str, Any]:
    source = receipt.source
    return {
        "path": receipt.path, "status": receipt.status,
        "source_id": source.id if source else None, "kind": source.kind if source else None,
        "language": source.language if source else None, "account": source.account if source else None,
        "date": source.date if source else None, "speakers": source.speakers if source else [],
        "turns": len(source.turns) if source else 0, "passages": receipt.passages,
        "insights": receipt.heard, "replaces": receipt.replaced,
        "alike": [{"source_id": s.id, "path": s.path} for s in receipt.alike], "warnings": receipt.warnings, "reason": receipt.reason,
    }  # fmt: skip


def _reader(desk: "Desk") -> "Reader":
    from icpbot.domain.sources import local_reader

    return local_reader(desk.workspace)


def sources(home: Home = None, as_json: AsJson = False) -> None:
    """List what has been read."""
    from icpbot.usecases.showing.sources import sources_reply

    desk = desk_of(home)
    found = desk.sources.all(_reader(desk))
    if as_json:
        print_json({"sources": [_source_json(s) for s in found]})
    else:
        print_reply(sources_reply(found, desk=desk, language=own_language()))


def _source_json(source: "Source") -> dict[str, Any]:
    fields = (
        "id",
        "path",
        "title",
        "kind",
        "origin",
        "audience",
        "language",
        "date",
        "account",
        "uploader",
        "added_at",
        "titles",
    )
    plain = {name: getattr(source, name) for name in fields}
    return {"source_id": plain.pop("id"), **plain, "speakers": source.speakers, "turns": len(source.turns)}


def source(
    source_id: Annotated[str, typer.Argument(metavar="SOURCE_ID")],
    text: Annotated[bool, typer.Option("--text", help="Print the canonical text alone.")] = False,
    account: Annotated[str | None, typer.Option(help="Correct the account it is about.")] = None,
    origin: Annotated[str | None, typer.Option(help="Correct it: first-hand or second-hand.")] = None,
    audience: Annotated[str | None, typer.Option(help="Correct it: workspace or channel:ID.")] = None,
    titles: Annotated[
        list[str] | None,
        typer.Option("--title", metavar="WHO=JOB", help="Correct a speaker's job; repeat it."),
    ] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Show one source, or with --text the text that every offset points into; correct what it says of itself."""
    from icpbot.usecases.correcting import correct
    from icpbot.usecases.library import find_source

    told = _template(account=account, kind=None, origin=origin, audience=audience or "workspace").model_dump()
    given = {"account": account, "origin": origin, "audience": audience}
    desk = desk_of(home)
    found = find_source(source_id, _reader(desk), desk=desk)
    corrected = {name: told[name] for name, value in given.items() if value is not None}
    if titles:
        corrected["titles"] = {**found.titles, **_jobs(titles, found)}
    if corrected:
        found = correct(found, desk=desk, **corrected)
    _show_source(found, text=text, as_json=as_json)


def _jobs(written: list[str], source: "Source") -> dict[str, str]:
    jobs = dict(each.split("=", 1) for each in written if "=" in each)
    if len(jobs) < len(written) or not set(jobs) <= set(source.speakers):
        raise typer.BadParameter(f"WHO=JOB, WHO: {', '.join(source.speakers)}", param_hint="--title")
    return jobs


def _show_source(found: "Source", *, text: bool, as_json: bool) -> None:
    import sys

    if text:
        sys.stdout.write(found.text)
    elif as_json:
        print_json({**_source_json(found), "turns": found.turns})
    else:
        for turn in found.turns:
            clock = f"[{int(turn.start) // 60}:{int(turn.start) % 60:02d}] " if turn.start is not None else ""
            print(f"{clock}{turn.speaker + ': ' if turn.speaker else ''}{turn.text}")


def forget(
    source_ids: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE_ID…]")] = None,
    account: Annotated[
        str | None, typer.Option(help="Everything about this account, with its row in the customer table.")
    ] = None,
    speaker: Annotated[str | None, typer.Option(help="Every source this person speaks in.")] = None,
    older_than: Annotated[
        int | None, typer.Option(min=1, metavar="DAYS", help="Every source older than so many days.")
    ] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> int:
    """Remove sources with their passages, vectors, insights and quotes, and show that they are gone."""
    from icpbot.usecases.forgetting import forget as let_go
    from icpbot.usecases.showing.sources import forgotten_reply

    if not source_ids and not account and not speaker and older_than is None:
        raise typer.BadParameter("name a source, --account, --speaker or --older-than")
    desk = desk_of(home)
    gone = let_go(
        _reader(desk), desk=desk, ids=tuple(source_ids or ()), account=account, speaker=speaker,
        older_than=older_than,
    )  # fmt: skip
    if as_json:
        print_json({"forgotten": gone})
    else:
        print_reply(forgotten_reply(gone, desk=desk, language=own_language()))
        print("\n".join(f"• {name}" for name in gone.names))
    return 1 if gone.left else 0


def search(
    query: Annotated[str | None, typer.Argument()] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages.")] = 10,
    words: Annotated[int | None, typer.Option(min=1, help="Passages until so many words.")] = None,
    source: Annotated[str | None, typer.Option(help="Only this source (id or path).")] = None,
    account: Annotated[str | None, typer.Option(help="Only this account.")] = None,
    language: Annotated[str | None, typer.Option(help="Only this language.")] = None,
    batch: Annotated[Path | None, typer.Option(help="JSON Lines of queries.")] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Find passages by meaning and by words."""
    if (query is None) == (batch is None):
        raise typer.BadParameter("give a QUERY or --batch FILE")
    desk = desk_of(home)
    limits = {"account": account, "language": language}
    if batch is not None:
        for row in read_lines(batch, "query"):
            hits = _search(row["query"], row.get("source") or source, desk, k=k, words=words, **limits)
            print_line({"id": row["id"], "passages": _hits_json(hits, desk)})
        return
    hits = _search(query or "", source, desk, k=k, words=words, **limits)
    if as_json:
        print_json({"passages": _hits_json(hits, desk)})
        return
    for hit in hits:
        print(f"{hit.score:.3f}  {hit.passage.speaker or ''}\n{hit.passage.text}\n")


def _search(
    query: str, source: str | None, desk: "Desk", *, k: int, words: int | None,
    account: str | None, language: str | None,
) -> "list[Hit]":  # fmt: skip
    from icpbot.usecases.library import find_source, places
    from icpbot.usecases.library import search as look

    reader = _reader(desk)
    wanted = find_source(_resolved(source), reader, desk=desk).id if source else None
    if words:
        return look(query, reader, desk=desk, words=words, source=wanted, account=account, language=language)
    return places(query, reader, desk=desk, k=k, source=wanted, account=account, language=language)


def _resolved(name: str) -> str:
    path = Path(name)
    return str(path.resolve()) if path.exists() else name


def _hits_json(hits: "list[Hit]", desk: "Desk") -> list[dict[str, Any]]:
    known: dict[str, Source | None] = {}
    rows = []
    for hit in hits:
        passage = hit.passage
        if passage.source_id not in known:
            known[passage.source_id] = desk.sources.get(passage.source_id)
        source = known[passage.source_id]
        last = source.turns[passage.turns[1]] if source else None
        rows.append(
            {"passage_id": passage.id, "source_id": passage.source_id, "path": source.path if source else None,
             "account": source.account if source else None, "speaker": passage.speaker,
             "turns": list(passage.turns), "start": passage.time, "end": last.end if last else None,
             "offsets": [passage.start, passage.end], "language": passage.language,
             "score": round(hit.score, 6), "text": passage.text}
        )  # fmt: skip
    return rows


def reindex(home: Home = None, as_json: AsJson = False) -> None:
    """Fill the index anew from the store."""
    from icpbot.usecases.reindexing import fill

    desk = desk_of(home)
    with progress_bar(1) as progress:
        total = fill(desk.index, desk.sources, progress=progress)
    if as_json:
        print_json({"passages": total})
    else:
        print(desk.voice.say("reindexed", own_language(), passages=total))
