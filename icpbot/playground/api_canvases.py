"""Web API: canvases, their content and who may open them."""

from __future__ import annotations

import re
from typing import Any

from icpbot.playground.context import Context, ok
from icpbot.playground.errors import Json, SlackError, invalid
from icpbot.playground.methods import Args, method
from icpbot.playground.records import Canvas

_PLACES = {"insert_at_start", "insert_at_end"}
_BESIDE = {"insert_before", "insert_after", "delete"}
_LEVELS = ("read", "write", "owner")
_DEEP = re.compile(r"#{4,}\s")
_LISTED = re.compile(r"\s*>\s*(?:[-*+]|\d+[.)])\s")


@method("canvases.create", "title document_content:json channel_id")
def canvases_create(context: Context, args: Args) -> Json:
    """A canvas of the bot's, which nobody else can open yet; with a channel, a tab of it."""
    if context.workspace.free and not args.maybe("channel_id"):
        raise SlackError("free_teams_cannot_create_non_tabbed_canvases")
    channel = context.member_channel(args.text("channel_id")) if args.maybe("channel_id") else None
    canvas = Canvas(
        title=args.text("title"), markdown=_markdown(args.json("document_content") or _EMPTY),
        access={channel.id: "write"} if channel else {},
    )  # fmt: skip
    team = context.workspace
    file = team.add_file(name=canvas.title, title=canvas.title, user=team.bot.id, size=0)
    with team.change():
        file.canvas, file.ready = canvas, True
    return ok(canvas_id=file.id)


_EMPTY = {"type": "markdown", "markdown": ""}


@method("canvases.edit", "canvas_id! changes:array!")
def canvases_edit(context: Context, args: Args) -> Json:
    """One change of a canvas of the bot's."""
    canvas = _own(context, args)
    changes = args.json("changes")
    if len(changes) != 1 or not isinstance(changes[0], dict):
        raise invalid("invalid_arguments", ["must be one change [json-pointer:/changes]"])
    change = changes[0]
    with context.workspace.change():
        if change.get("operation") == "rename":
            canvas.title = _markdown(change.get("title_content"))
        else:
            canvas.markdown = _changed(canvas.markdown, change)
    return ok()


def _changed(before: str, change: Json) -> str:
    operation = change.get("operation")
    if operation in _BESIDE or change.get("section_id"):
        raise SlackError("canvas_editing_failed", detail="section_not_found")
    if operation != "replace" and operation not in _PLACES:
        raise invalid("invalid_arguments", ["unknown operation [json-pointer:/changes/0/operation]"])
    content = _markdown(change.get("document_content"), "canvas_editing_failed")
    if operation == "replace":
        return content
    return f"{content}\n{before}" if operation == "insert_at_start" else f"{before}\n{content}"


@method("canvases.access.set", "canvas_id! access_level! channel_ids:names user_ids:names")
def canvases_access_set(context: Context, args: Args) -> Json:
    """Let channels or people open a canvas, once its link was sent to them."""
    canvas, level = _own(context, args), args.text("access_level")
    channels, users = args.names("channel_ids"), args.names("user_ids")
    if bool(channels) == bool(users):
        raise SlackError("invalid_parameters")
    if level not in _LEVELS or (level == "owner" and channels):
        raise invalid("invalid_arguments", ["unknown level [json-pointer:/access_level]"])
    for channel in channels:
        _check_channel(context, args.text("canvas_id"), channel)
    for user in users:
        _check_user(context, args.text("canvas_id"), user)
    with context.workspace.change():
        canvas.access |= dict.fromkeys((*channels, *users), level)
    return ok()


def _check_channel(context: Context, canvas: str, given: str) -> None:
    channel = context.conversation(given)
    if channel.kind not in {"public", "private"}:
        raise SlackError("channel_not_found")
    if not _sent(context, canvas, channel.id):
        raise SlackError("failed_to_update_channel_ids", failed_to_update_channel_ids=[given])


def _check_user(context: Context, canvas: str, user: str) -> None:
    team = context.workspace
    if user not in team.users or team.users[user].deleted:
        raise SlackError("user_not_found")
    direct = [c.id for c in team.channels.values() if c.kind in {"im", "mpim"} and user in c.members]
    if not any(_sent(context, canvas, channel) for channel in direct):
        raise SlackError("failed_to_update_user_ids", failed_to_update_user_ids=[user])


def _sent(context: Context, canvas: str, channel: str) -> bool:
    """Whether the canvas's link stands in a message of this conversation."""
    messages = context.workspace.channels[channel].messages
    return any(f"/{canvas}" in m.text and not m.deleted for m in messages)


@method("canvases.delete", "canvas_id!")
def canvases_delete(context: Context, args: Args) -> Json:
    """Delete a canvas of the bot's."""
    _own(context, args)
    with context.workspace.change():
        context.workspace.files[args.text("canvas_id")].deleted = True
    return ok()


def _own(context: Context, args: Args) -> Canvas:
    file = context.workspace.files.get(args.text("canvas_id"))
    if file is None or file.canvas is None or file.deleted or file.user != context.workspace.bot.id:
        raise SlackError("canvas_not_found")
    return file.canvas


def _markdown(content: Any, error: str = "canvas_creation_failed") -> str:
    """The text of a document, if a canvas can hold what is in it."""
    if not isinstance(content, dict) or content.get("type") != "markdown":
        raise SlackError(error, detail="'content' error: not a markdown document")
    text = str(content.get("markdown", ""))
    for number, line in enumerate(text.splitlines(), 1):
        if _DEEP.match(line):
            raise SlackError(error, detail=f"'content' error: line {number}: Unsupported heading depth")
        if _LISTED.match(line):
            detail = f"'content' error: line {number}: Unsupported block type (List) within block quote"
            raise SlackError(error, detail=detail)
    return text
