"""Answers to interactions: response URLs, and the body of an acknowledged command."""

from __future__ import annotations

import time
from typing import Any

from icpbot.playground.api_chat import watch_promises
from icpbot.playground.context import (
    RESPONSE_URL_SECONDS,
    RESPONSE_URL_USES,
    Context,
    ResponseUrl,
)
from icpbot.playground.errors import Json, SlackError
from icpbot.playground.limits import check_message
from icpbot.playground.methods import Args, parse
from icpbot.playground.records import Ephemeral, Message

_FIELDS = {
    "text": ("text", False),
    "blocks": ("array", False),
    "attachments": ("array", False),
    "response_type": ("text", False),
    "replace_original": ("bool", False),
    "delete_original": ("bool", False),
    "thread_ts": ("text", False),
    "mrkdwn": ("bool", False),
    "unfurl_links": ("bool", False),
    "unfurl_media": ("bool", False),
    "metadata": ("json", False),
}


def respond(context: Context, token: str, body: Any) -> tuple[int, str]:
    """Take an answer sent to a response URL; the status and text that Slack replies."""
    place = context.response_urls.get(token)
    if place is None or time.monotonic() - place.issued > RESPONSE_URL_SECONDS:
        return 404, "expired_url"
    if place.uses >= RESPONSE_URL_USES:
        return 404, "used_url"
    place.uses += 1
    if not isinstance(body, dict):
        return 400, "invalid_payload"
    try:
        answer(context, place, body)
    except SlackError as refused:
        return 400, refused.error
    return 200, "ok"


def answer(context: Context, place: ResponseUrl, body: Json) -> None:
    """Post, replace or delete as the body says; a message is private unless it says otherwise."""
    args = parse(_FIELDS, body)
    if args.flag("delete_original"):
        _delete(context, place)
        return
    check_message(text=args.maybe("text"), blocks=args.json("blocks"), attachments=args.json("attachments"))
    watch_promises(context, "response_url", args)
    if args.flag("replace_original") and place.message:
        _replace(context, place, args)
    elif args.text("response_type") == "in_channel":
        _post(context, place, args)
    else:
        _whisper(context, place, args)


def _original(context: Context, place: ResponseUrl) -> Message | Ephemeral:
    for shown in context.workspace.ephemerals:
        if shown.ts == place.message and not shown.deleted:
            return shown
    return context.workspace.message(place.channel, place.message or "")


def _delete(context: Context, place: ResponseUrl) -> None:
    original = _original(context, place)
    with context.workspace.change():
        original.deleted = True
    if isinstance(original, Message):
        context.announce_deletion(original)


def _replace(context: Context, place: ResponseUrl, args: Args) -> None:
    original = _original(context, place)
    before = original.as_json() if isinstance(original, Message) else {}
    with context.workspace.change():
        original.text = args.text("text")
        original.blocks = context.workspace.with_ids(args.json("blocks"))
        original.attachments = args.json("attachments") or []
    if isinstance(original, Message):
        context.announce_change(original, before)


def _post(context: Context, place: ResponseUrl, args: Args) -> None:
    team = context.workspace
    message = Message(
        ts=team.new_ts(),
        channel=place.channel,
        user=team.bot.id,
        text=args.text("text"),
        team_id=team.team_id,
        thread_ts=args.maybe("thread_ts") or place.thread,
        bot_id=team.bot.bot_id,
        app_id=team.app_id,
        blocks=team.with_ids(args.json("blocks")),
        attachments=args.json("attachments") or [],
        arguments=dict(args.values),
    )
    team.post(message)
    context.announce(message)


def _whisper(context: Context, place: ResponseUrl, args: Args) -> None:
    shown = Ephemeral(
        ts=context.workspace.new_ts(),
        channel=place.channel,
        user=place.user,
        text=args.text("text"),
        blocks=context.workspace.with_ids(args.json("blocks")),
        attachments=args.json("attachments") or [],
        thread_ts=args.maybe("thread_ts") or place.thread,
    )
    with context.workspace.change():
        context.workspace.ephemerals.append(shown)
