"""profile gaps, guide and propose: what a profile does not know, and what new research would change."""

from typing import Annotated

import typer

from icpbot.cli.common import AsJson, Home, desk_of, own_language, print_json, print_reply

Name = Annotated[str | None, typer.Option("--profile", help="Name of the profile.")]


def register(app: typer.Typer) -> None:
    for command in (gaps, guide, propose):
        app.command()(command)


def gaps(profile: Name = None, home: Home = None, as_json: AsJson = False) -> None:
    """What the profile does not know, the weightiest first, and what nobody could answer."""
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.family import complete
    from icpbot.usecases.gaps import ranked
    from icpbot.usecases.profiles import open_points
    from icpbot.usecases.reading import unanswered
    from icpbot.usecases.showing.gaps import gaps_reply, told
    from icpbot.usecases.showing.profile import gap_text
    from icpbot.usecases.watching import reason_text, watched

    desk, language = desk_of(home), own_language()
    reader, found = local_reader(desk.workspace), complete(desk, profile)
    ordered, watch = ranked(found, reader, desk=desk), watched(found, reader, desk=desk)
    if not as_json:
        print_reply(gaps_reply(found, ordered, desk=desk, language=language, watch=watch))
        return
    shown = {"kind", "about", "topic", "verdicts", "asked", "claims"}
    print_json({
        "gaps": [gap_text(point, desk, language) for point in open_points(found)],
        "questions": unanswered(reader, desk),
        "ranked": [{**gap.model_dump(mode="json", include=shown), "text": told(gap, desk, language)}
                   for gap in ordered],
        "review": [{**r.model_dump(mode="json"), "text": reason_text(r, desk, language)} for r in watch.reasons],
    })  # fmt: skip


def guide(
    incentive: Annotated[str | None, typer.Option(help="What whoever talks to us receives.")] = None,
    profile: Name = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Open questions, a short questionnaire, an invitation, and customers to invite."""
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.family import complete
    from icpbot.usecases.gaps import guide as make
    from icpbot.usecases.showing.gaps import guide_reply

    desk, language = desk_of(home), own_language()
    found = make(complete(desk, profile), local_reader(desk.workspace), desk=desk, language=language,
                 incentive=incentive)  # fmt: skip
    if as_json:
        print_json({
            "questions": found.questions, "questionnaire": found.questionnaire, "candidates": found.candidates,
            "invitation": {"subject": found.subject, "text": found.invitation},
        })  # fmt: skip
    else:
        print_reply(guide_reply(found, desk=desk, language=language))


def propose(
    accept: Annotated[str | None, typer.Option(metavar="NUMBERS", help="What to take: 1,3 or all.")] = None,
    profile: Name = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """What new research would change; with numbers, a new version that takes those changes."""
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.profiles import current
    from icpbot.usecases.renewing import accept as take
    from icpbot.usecases.renewing import proposed, proposed_reply, renewal_text

    desk, language = desk_of(home), own_language()
    reader, found = local_reader(desk.workspace), current(desk, profile)
    offered = proposed(found, reader, desk=desk)
    if accept is not None:
        ids = [offered[number - 1].id for number in _numbers(accept, len(offered))]
        found = take(found, ids, reader, desk=desk)
        offered = proposed(found, reader, desk=desk)
    if as_json:
        changes = [
            {"number": n, "kind": each.kind, "claim": each.claim.text, "before": each.before and each.before.counts,
             "now": each.now, "text": renewal_text(each, desk, language)}
            for n, each in enumerate(offered, 1)
        ]  # fmt: skip
        print_json({"name": found.name, "version": found.version, "status": found.status, "changes": changes})
        return
    print_reply(proposed_reply(found, offered, desk=desk, language=language))


def _numbers(text: str, most: int) -> list[int]:
    """'1,3' or 'all', each within what was offered."""
    from icpbot.domain.errors import UsageError

    if text.strip().casefold() == "all":
        return list(range(1, most + 1))
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdigit() and 1 <= int(part) <= most for part in parts):
        raise UsageError("propose-numbers", most=most)
    return [int(part) for part in parts]
