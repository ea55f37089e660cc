"""Web API: streamed messages and the assistant panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icpbot.playground.api_chat import new_bot_message, posting_channel
from icpbot.playground.context import Context, ok
from icpbot.playground.errors import Json, SlackError
from icpbot.playground.limits import MARKDOWN, check_message_blocks, check_metadata, check_prompts
from icpbot.playground.methods import Args, method

if TYPE_CHECKING:
    from icpbot.playground.records import Message

_START = """channel! thread_ts! markdown_text chunks:array recipient_team_id recipient_user_id
task_display_mode icon_emoji icon_url username"""
_STOP = "channel! ts! markdown_text chunks:array blocks:array metadata:json session_status"
_CHUNKS = ("markdown_text", "task_update", "plan_update", "blocks")


@method("chat.startStream", _START)
def start_stream(context: Context, args: Args) -> Json:
    """Begin a streamed reply; in a channel the recipient must be named."""
    channel = posting_channel(context, args.text("channel"))
    if channel.kind != "im":
        _check_recipient(context, args)
    text = _streamed(args)
    message = new_bot_message(context, channel, args)
    message.text, message.streaming, message.markdown = text, True, True
    context.workspace.post(message)
    context.announce(message)
    return ok(channel=channel.id, ts=message.ts)


def _check_recipient(context: Context, args: Args) -> None:
    user, team = args.maybe("recipient_user_id"), args.maybe("recipient_team_id")
    if user is None:
        raise SlackError("missing_recipient_user_id")
    if team is None:
        raise SlackError("missing_recipient_team_id")
    if user not in context.workspace.users:
        raise SlackError("user_not_found")


@method("chat.appendStream", "channel! ts! markdown_text chunks:array")
def append_stream(context: Context, args: Args) -> Json:
    """Add text to a stream that is still open."""
    message = _open_stream(context, args)
    text = _streamed(args)
    if not text and not args.json("chunks"):
        raise SlackError("no_text")
    with context.workspace.change():
        message.text += text
    return ok(channel=message.channel, ts=message.ts)


@method("chat.stopStream", _STOP)
def stop_stream(context: Context, args: Args) -> Json:
    """Close a stream, with blocks below its text if given."""
    message = _open_stream(context, args)
    text = _streamed(args)
    blocks = args.json("blocks") or []
    check_message_blocks(blocks)
    metadata = check_metadata(args.json("metadata")) if "metadata" in args else None
    before = message.as_json()
    with context.workspace.change():
        message.text += text
        message.blocks = [*message.blocks, *context.workspace.with_ids(blocks)]
        message.metadata, message.streaming = metadata, False
    context.announce_change(message, before)
    return ok(channel=message.channel, ts=message.ts, message=message.as_json())


def _open_stream(context: Context, args: Args) -> Message:
    channel = context.member_channel(args.text("channel"))
    message = context.workspace.message(channel.id, args.text("ts"))
    if message.bot_id != context.workspace.bot.bot_id:
        raise SlackError("message_not_owned_by_app")
    if not message.streaming:
        raise SlackError("message_not_in_streaming_state")
    return message


def _streamed(args: Args) -> str:
    chunks = args.json("chunks") or []
    if chunks and args.maybe("markdown_text"):
        raise SlackError("invalid_arguments")
    text = args.text("markdown_text") + "".join(_chunk_text(chunk) for chunk in chunks)
    if len(text) > MARKDOWN:
        raise SlackError("msg_too_long")
    return text


def _chunk_text(chunk: Any) -> str:
    if not isinstance(chunk, dict) or chunk.get("type") not in _CHUNKS:
        raise SlackError("invalid_chunks")
    if chunk["type"] == "blocks":
        check_message_blocks(chunk.get("blocks") or [])
        return ""
    if chunk["type"] != "markdown_text":
        return ""
    if not isinstance(chunk.get("text"), str):
        raise SlackError("invalid_chunks")
    return str(chunk["text"])


_STATUS = """channel_id! thread_ts! status loading_messages:names icon_emoji icon_url username"""


@method("assistant.threads.setStatus", _STATUS)
def set_status(context: Context, args: Args) -> Json:
    """Show what the bot is doing below a thread; empty text clears it."""
    if len(args.names("loading_messages")) > 10:
        raise SlackError("invalid_arguments")
    return _note(context, "status", args)


@method("assistant.threads.setTitle", "channel_id! thread_ts! title!")
def set_title(context: Context, args: Args) -> Json:
    """Name an assistant thread."""
    return _note(context, "title", args)


@method("assistant.threads.setSuggestedPrompts", "channel_id! thread_ts title prompts:json!")
def set_suggested_prompts(context: Context, args: Args) -> Json:
    """Offer one to four prompts in an assistant thread."""
    check_prompts(args.json("prompts"))
    return _note(context, "prompts", args)


def _note(context: Context, what: str, args: Args) -> Json:
    channel = context.member_channel(args.text("channel_id"))
    thread = args.maybe("thread_ts")
    if thread and channel.find(thread) is None:
        raise SlackError("invalid_thread_ts")
    with context.workspace.change():
        context.assistant.append({"what": what, "at": context.workspace.new_ts(), **args.values})
    return ok()
