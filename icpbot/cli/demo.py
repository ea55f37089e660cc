"""The demo: the whole main job on the sample research, told as it happens."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from icpbot.cli.common import parts_of, print_reply

if TYPE_CHECKING:
    from icpbot.domain.reply import Reply
    from icpbot.domain.sources import Reader
    from icpbot.usecases.ports import Desk

PROFILE = "Mid-market logistics"
QUESTIONS = ("What hurts them most in daily work?", "Co najbardziej boli klientów na co dzień?",
             "Do they care about ISO 27001?")  # fmt: skip
ACCOUNTS = 6


def run(home: Path) -> None:
    """Read, rank, draft, assess; a second run finds everything read and changes nothing."""
    from icpbot.domain.sources import local_reader

    parts = parts_of(home)
    desk = parts.desk
    sample = parts.settings.knowledge_folder / "sample"
    reader = local_reader(desk.workspace)
    _title("1 · What was read")
    _customers(sample, desk)
    _read(sample, desk)
    _title("2 · The best customers, and what sets them apart")
    _rank(desk)
    _title("3 · Questions")
    for question in QUESTIONS:
        _question(question, reader, desk)
    _title("4 · The profile, drafted with you")
    _draft(reader, desk)
    _title("5 · Does it fit?")
    _fit(sample, reader, desk)
    _title("Your turn")
    _print_lines("icpbot chat --home " + str(home), "icpbot serve        (connects to Slack: see README)",
                 "icpbot profile export --format html --out icp.html --home " + str(home))  # fmt: skip


def _title(text: str) -> None:
    from rich.console import Console

    Console().rule(f"[bold]{text}[/bold]", align="left")


def _print_lines(*lines: str) -> None:
    for line in lines:
        print(f"  {line}")


def _read(sample: Path, desk: "Desk") -> None:
    from icpbot.domain.insights import InsightKind
    from icpbot.domain.sources import Kind
    from icpbot.usecases.ingest import Status, Upload, ingest

    files = sorted(
        (*(sample / "interviews").iterdir(), *(sample / "notes").iterdir(), sample / "survey" / "survey.csv")
    )
    heard = 0
    for path in files:
        kind = Kind.SURVEY if path.suffix == ".csv" else None
        receipt = ingest(Upload(path=str(path), data=path.read_bytes(), kind=kind), desk=desk)
        source = receipt.source
        if source is None:
            print(f"  ✗ {path.name}: {receipt.reason}")
            continue
        found = [f"{n} {kind.replace('_', ' ')}" for kind, n in list(receipt.heard.items())[:4]]
        state = "" if receipt.status is Status.ADDED else "(read before)"
        print(f"  {source.account or path.name:28} {source.language or '':3} {source.date!s:10}  "
              f"{len(source.turns):3} turns  {' · '.join(found)}{state}")  # fmt: skip
        heard += sum(receipt.heard.values())
    kinds = len(InsightKind)
    print(f"  {len(files)} files read" + (f", {heard} things heard, of {kinds} kinds" if heard else ""))


def _customers(sample: Path, desk: "Desk") -> None:
    from icpbot.usecases import customers

    table, deals = sample / "customers" / "customers.csv", sample / "customers" / "deals.csv"
    known = desk.accounts.customers(desk.workspace)
    if not known:
        customers.import_table(table.name, table.read_bytes(), desk=desk)
        customers.import_deals(deals.name, deals.read_bytes(), desk=desk)
        known = desk.accounts.customers(desk.workspace)
    print(f"  {table.name:28} {len(known)} customers, {len(desk.accounts.deals(desk.workspace))} deals")


def _rank(desk: "Desk") -> None:
    from icpbot.usecases import customers
    from icpbot.usecases.showing.customers import best_reply, traits_reply

    weights = {"lifetime_value": 2.0, "cost_to_serve": 1.0, "referrals": 1.0}
    ranked = customers.best(desk=desk, weights=weights)
    best = best_reply(ranked, 15, list(weights), desk=desk, language="en")
    print_reply(best.model_copy(update={"lines": best.lines[:5]}))
    print_reply(traits_reply(*customers.traits(desk=desk), desk=desk, language="en"))


def _question(question: str, reader: "Reader", desk: "Desk") -> None:
    from icpbot.usecases.ask import ask
    from icpbot.usecases.showing.answers import answer_reply

    print(f"\n> {question}")
    print_reply(answer_reply(ask(question, reader, desk=desk), desk=desk))


def _draft(reader: "Reader", desk: "Desk") -> None:
    from icpbot.usecases import drafting
    from icpbot.usecases.profiles import current
    from icpbot.usecases.showing.profile import profile_reply

    known = [p for p in desk.profiles.profiles(desk.workspace) if p.name == PROFILE]
    if not known:
        _, said = drafting.start("demo", reader, desk=desk, name=PROFILE, language="en")
        for number, message in enumerate(_replies(), 1):
            if number <= 3:
                _turn(drafting.as_reply(said, desk=desk, language="en"), message)
            _, said = drafting.say("demo", message, reader, desk=desk, who="you", language="en")
            if said.ended:
                break
        print("  … and so on through nine sections; then:\n")
    print_reply(profile_reply(current(desk, PROFILE), desk=desk, language="en"))


def _replies() -> list[str]:
    return ["all", "all", "1 and 2", "1, 2 and 3", "1", "1", "1 and 2", "1", "1 and 2", "1 and 2", "all", "Gambling", "yes",
            "all", "yes", "yes"]  # fmt: skip


def _turn(reply: "Reply", message: str) -> None:
    print_reply(reply)
    print(f"\n> {message}\n")


def _fit(sample: Path, reader: "Reader", desk: "Desk") -> None:
    """The first two of each verdict, from a table of prospects that holds what sales knows of them."""
    from icpbot.usecases.customers import import_table
    from icpbot.usecases.fit import check
    from icpbot.usecases.fit_list import NAMES
    from icpbot.usecases.showing.verdicts import best_first, fit_reply

    table = sample / "prospects.csv"
    import_table(table.name, table.read_bytes(), desk=desk)
    header, rows = desk.reader.table(table.name, table.read_bytes())
    named = next(place for place, title in enumerate(header) if title in NAMES)
    fits = check([row[named] for row in rows], reader, desk=desk, profile=PROFILE)
    seen: Counter[str] = Counter()
    for fit in best_first(fits):
        seen[fit.report.verdict] += 1
        if seen[fit.report.verdict] <= 2:
            print_reply(fit_reply([fit], desk=desk, language="en"))
            print()
    mix = " · ".join(f"{n} {desk.voice.say(f'verdict-{verdict}', 'en')}" for verdict, n in seen.items())
    print(desk.voice.say("fit-list", "en", n=len(fits), mix=mix))
