"""Web API: modals and the App Home."""

from __future__ import annotations

import secrets
from typing import Any

from icpbot.playground.context import Context, ok
from icpbot.playground.errors import Json, SlackError
from icpbot.playground.limits import check_view
from icpbot.playground.methods import Args, method
from icpbot.playground.records import View

STACK = 3


@method("views.open", "trigger_id interactivity_pointer view:json!")
def views_open(context: Context, args: Args) -> Json:
    """Open a modal for the person whose action gave the trigger."""
    check_view(args.json("view"), kinds=("modal",))
    trigger = context.take_trigger(args.text("trigger_id") or args.text("interactivity_pointer"))
    return ok(view=view_json(context, add_view(context, trigger.user, args.json("view"))))


@method("views.push", "trigger_id interactivity_pointer view:json!")
def views_push(context: Context, args: Args) -> Json:
    """Put a modal on top of the one the person acted in, three deep at most."""
    check_view(args.json("view"), kinds=("modal",))
    trigger = context.take_trigger(args.text("trigger_id") or args.text("interactivity_pointer"))
    top = context.workspace.views.get(trigger.view or "")
    if top is None or top.closed:
        raise SlackError("not_found")
    return ok(view=view_json(context, push(context, top, args.json("view"))))


def push(context: Context, top: View, content: Json) -> View:
    """A new view over `top`."""
    open_views = context.workspace.views.values()
    if sum(v.root == top.root and not v.closed for v in open_views) >= STACK:
        raise SlackError("push_limit_reached")
    return add_view(context, top.user, content, below=top)


@method("views.update", "view_id external_id view:json! hash")
def views_update(context: Context, args: Args) -> Json:
    """Replace an open view, unless its hash shows that it changed meanwhile."""
    view = _named_view(context, args)
    check_view(args.json("view"), kinds=(view.content["type"],))
    _check_hash(view, args)
    replace(context, view, args.json("view"))
    return ok(view=view_json(context, view))


@method("views.publish", "user_id! view:json! hash")
def views_publish(context: Context, args: Args) -> Json:
    """Show a person's App Home."""
    team, user = context.workspace, args.text("user_id")
    if not context.grants.home_tab:
        raise SlackError("not_enabled")
    if user not in team.users or team.users[user].deleted:
        raise SlackError("user_not_found")
    check_view(args.json("view"), kinds=("home",))
    view = team.homes.get(user)
    if view is None:
        view = add_view(context, user, args.json("view"))
        with team.change():
            team.homes[user] = view
    else:
        _check_hash(view, args)
        replace(context, view, args.json("view"))
    return ok(view=view_json(context, view))


def add_view(context: Context, user: str, content: Json, below: View | None = None) -> View:
    """Store a new view of this person."""
    team = context.workspace
    identity = team.new_id("V")
    view = View(
        id=identity,
        user=user,
        content={**content, "blocks": team.with_ids(content["blocks"])},
        hash=_new_hash(),
        root=below.root if below else identity,
        previous=below.id if below else None,
    )
    with team.change():
        team.views[identity] = view
    return view


def replace(context: Context, view: View, content: Json) -> None:
    """Give a view new content and a new hash."""
    team = context.workspace
    with team.change():
        view.content = {**content, "blocks": team.with_ids(content["blocks"])}
        view.hash = _new_hash()


def view_json(context: Context, view: View, state: Json | None = None) -> Json:
    """The view object, with what the person typed if given."""
    team = context.workspace
    shown = view.as_json(team_id=team.team_id, app_id=team.app_id, bot_id=str(team.bot.bot_id))
    return shown if state is None else {**shown, "state": {"values": state}}


def _named_view(context: Context, args: Args) -> View:
    external: Any = args.maybe("external_id")
    for view in context.workspace.views.values():
        by_name = external is not None and view.content.get("external_id") == external
        if (by_name or view.id == args.text("view_id")) and not view.closed:
            return view
    raise SlackError("not_found")


def _check_hash(view: View, args: Args) -> None:
    given = args.maybe("hash")
    if given is not None and given != view.hash:
        raise SlackError("hash_conflict")


def _new_hash() -> str:
    return f"{secrets.randbelow(10**10)}.{secrets.token_hex(4)}"
