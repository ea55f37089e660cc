"""profile submit, review, approve, reject and rollback: what is decided about a version."""

from typing import TYPE_CHECKING, Annotated

import typer

from icpbot.cli.common import AsJson, Home, desk_of, own_language, print_json, print_reply

if TYPE_CHECKING:
    from icpbot.domain.profile import Profile
    from icpbot.domain.review import Opinion
    from icpbot.usecases.ports import Desk

Name = Annotated[str | None, typer.Option("--profile", help="Name of the profile.")]


def register(app: typer.Typer) -> None:
    for command in (submit, review, approve, reject, rollback):
        app.command()(command)


def submit(profile: Name = None, home: Home = None, as_json: AsJson = False) -> None:
    """Put a draft up for review by sales, marketing, customer success and support."""
    from icpbot.usecases.profiles import submit as put_up

    _tell(put_up(profile, desk=(desk := desk_of(home))), desk, as_json=as_json)


def review(
    department: Annotated[str | None, typer.Option(help="Who speaks: sales, marketing, …")] = None,
    section: Annotated[str | None, typer.Option(help="What about: criteria, pains, … or all.")] = None,
    agree: Annotated[bool, typer.Option("--agree", help="Nothing to change.")] = False,
    comment: Annotated[str | None, typer.Option(metavar="TEXT", help="Words that settle nothing.")] = None,
    object_: Annotated[str | None, typer.Option("--object", metavar="TEXT", help="What is wrong.")] = None,
    by: Annotated[str | None, typer.Option(help="Name of whoever says it.")] = None,
    profile: Name = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """How the review stands; with a department and a section, what it says of it."""
    from icpbot.domain.errors import UsageError
    from icpbot.usecases import reviewing
    from icpbot.usecases.profiles import current

    desk = desk_of(home)
    found = current(desk, profile)
    if any((department, section, agree, comment, object_, by)):
        said = _said(agree=agree, comment=comment, objection=object_)
        if said is None or not (department and section and by):
            raise UsageError("review-section-and-department")
        about = section if section == reviewing.ALL else reviewing.section_named(section, found, desk)
        found = reviewing.remark(
            found, about, said[0], department=reviewing.department_named(department, desk), by=by, desk=desk,
            text=said[1], may_approve=True,
        )  # fmt: skip
    _tell_review(found, desk, as_json=as_json)


def _said(*, agree: bool, comment: str | None, objection: str | None) -> "tuple[Opinion, str] | None":
    """The one thing that is said; nothing when it is none or several."""
    from icpbot.domain.review import Opinion

    given = [(Opinion.AGREE, "")] if agree else []
    given += [(Opinion.COMMENT, comment)] if comment is not None else []
    given += [(Opinion.OBJECT, objection)] if objection is not None else []
    return given[0] if len(given) == 1 else None


def _tell_review(profile: "Profile", desk: "Desk", *, as_json: bool) -> None:
    from icpbot.domain.review import Department, agreed, objections, waiting
    from icpbot.usecases.showing.review import review_reply

    if not as_json:
        reply = review_reply(profile, None, desk=desk, language=own_language())
        print_reply(reply.model_copy(update={"next_step": None}))
        return
    remarks, sections = profile.review, profile.sections
    print_json({
        "name": profile.name, "version": profile.version, "status": profile.status, "sections": sections,
        "agreed": agreed(remarks, sections), "objections": objections(remarks, sections),
        "waiting": {d: waiting(remarks, sections, d) for d in Department}, "remarks": remarks,
    })  # fmt: skip


def approve(
    by: Annotated[str, typer.Option(help="Who approves.")],
    why: Annotated[str | None, typer.Option(help="The reason, where an objection still stands.")] = None,
    profile: Name = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Approve the newest version."""
    from icpbot.usecases.profiles import approve as agree

    _tell(agree(profile, by=by, desk=(desk := desk_of(home)), why=why), desk, as_json=as_json)


def reject(
    why: Annotated[str, typer.Option(help="The reason, for whoever drafts on.")],
    profile: Name = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Send a version back to draft."""
    from icpbot.usecases.profiles import reject as send_back

    _tell(send_back(profile, why=why, desk=(desk := desk_of(home))), desk, as_json=as_json)


def rollback(
    version: Annotated[int, typer.Argument(metavar="VERSION", min=1, help="The version to go back to.")],
    profile: Name = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Say again what an earlier version said, as a new one."""
    from icpbot.usecases.profiles import rollback as go_back

    _tell(go_back(profile, version, desk=(desk := desk_of(home))), desk, as_json=as_json)


def _tell(profile: "Profile", desk: "Desk", *, as_json: bool) -> None:
    language = own_language()
    status = desk.voice.say(f"status-{profile.status.replace(' ', '-')}", language)
    if as_json:
        print_json({"name": profile.name, "version": profile.version, "status": profile.status})
    else:
        print(
            desk.voice.say(
                "profile-headline", language, name=profile.name, version=profile.version, status=status
            )
        )
