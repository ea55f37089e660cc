"""Web API: the three steps of an upload, and looking at, listing and deleting files."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from icpbot.playground.api_chat import new_bot_message
from icpbot.playground.api_conversations import page
from icpbot.playground.context import Context, ok
from icpbot.playground.errors import Json, SlackError, invalid
from icpbot.playground.limits import check_message_blocks
from icpbot.playground.methods import Args, method

if TYPE_CHECKING:
    from icpbot.playground.records import Channel, File

_COMPLETE = "files:array! channel_id channels:names initial_comment thread_ts blocks:array"
FILE_BYTES = 1_000_000_000


@method("files.getUploadURLExternal", "filename! length:int! alt_txt snippet_type")
def get_upload_url(context: Context, args: Args) -> Json:
    """Register a file and say where its bytes go."""
    length = args.number("length", 0)
    if not 0 < length <= FILE_BYTES:
        there = "[json-pointer:/length]"
        raise invalid("invalid_arguments", [f"must be between 1 and {FILE_BYTES} {there}"])
    name = args.text("filename")
    file = context.workspace.add_file(name=name, title=name, user=context.workspace.bot.id, size=length)
    token = secrets.token_urlsafe(24)
    context.uploads[token] = file.id
    return ok(upload_url=f"{context.base}/upload/v1/{token}", file_id=file.id)


def receive(context: Context, token: str, content: bytes) -> tuple[int, str]:
    """Take the bytes of an upload; the status and text of the answer."""
    identity = context.uploads.get(token)
    if identity is None:
        return 404, "Not found"
    file = context.workspace.files[identity]
    if len(content) != file.size:
        return 400, f"expected {file.size} bytes, got {len(content)}"
    file.content = content
    return 200, f"OK - {len(content)}"


@method("files.completeUploadExternal", _COMPLETE)
def complete_upload(context: Context, args: Args) -> Json:
    """Finish uploads, and share them in conversations when asked."""
    channels = _targets(context, args)
    files = [_uploaded(context, entry) for entry in args.json("files")]
    if args.json("blocks"):
        check_message_blocks(args.json("blocks"))
    for channel in channels:
        _share(context, args, channel, files)
    shown = [context.file_json(file.id) for file in files]
    return ok(files=shown if channels else [{"id": f.id, "title": f.title} for f in files])


def _targets(context: Context, args: Args) -> list[Channel]:
    wanted = args.names("channels") or [args.text("channel_id")]
    return [context.member_channel(channel) for channel in wanted if channel]


def _uploaded(context: Context, entry: Any) -> File:
    identity = entry.get("id") if isinstance(entry, dict) else None
    file = context.workspace.files.get(identity or "")
    if file is None or file.deleted:
        raise SlackError("file_not_found")
    if not file.content:
        raise SlackError("file_upload_size_restricted" if file.ready else "file_not_found")
    file.title, file.ready = str(entry.get("title") or file.name), True
    return file


def _share(context: Context, args: Args, channel: Channel, files: list[File]) -> None:
    for file in files:
        file.channels.append(channel.id)
    message = new_bot_message(context, channel, Args({"thread_ts": args.maybe("thread_ts")}))
    message.subtype = "file_share"
    message.text = args.text("initial_comment")
    message.files = [context.file_json(file.id) for file in files]
    message.blocks = context.workspace.with_ids(args.json("blocks"))
    context.workspace.post(message)
    context.announce(message)
    for file in files:
        announce_share(context, file, channel, message.user)


def announce_share(context: Context, file: File, channel: Channel, user: str) -> None:
    """Send the `file_shared` event that follows the message."""
    if context.workspace.bot.id not in channel.members:
        return
    event: Json = {
        "type": "file_shared",
        "channel_id": channel.id,
        "file_id": file.id,
        "user_id": user,
        "file": {"id": file.id},
        "event_ts": context.workspace.new_ts(),
    }
    context.emit("file_shared", event)


def visible_file(context: Context, identity: str) -> File:
    """A file the bot may see: its own, or one shared where it is a member."""
    team = context.workspace
    file = team.files.get(identity)
    if file is None or not file.ready:
        raise SlackError("file_not_found")
    if file.deleted:
        raise SlackError("file_deleted")
    seen = any(team.bot.id in team.channels[channel].members for channel in file.channels)
    if file.user != team.bot.id and not seen:
        raise SlackError("file_not_found")
    return file


@method("files.info", "file! count:int cursor limit:int page:int")
def files_info(context: Context, args: Args) -> Json:
    """One file."""
    file = visible_file(context, args.text("file"))
    return ok(file=context.file_json(file.id), comments=[], response_metadata={"next_cursor": ""})


@method("files.list", "channel user types ts_from ts_to count:int page:int limit:int cursor")
def files_list(context: Context, args: Args) -> Json:
    """Files the bot may see, of one channel or person when asked."""
    seen = []
    for file in context.workspace.files.values():
        try:
            visible_file(context, file.id)
        except SlackError:
            continue
        in_channel = not args.maybe("channel") or args.text("channel") in file.channels
        by_user = not args.maybe("user") or args.text("user") == file.user
        if in_channel and by_user:
            seen.append(context.file_json(file.id))
    rows, _ = page(args, seen, 100)
    return ok(files=rows, paging={"count": 100, "total": len(seen), "page": 1, "pages": 1})


@method("files.delete", "file!")
def files_delete(context: Context, args: Args) -> Json:
    """Delete one of the bot's own files."""
    file = visible_file(context, args.text("file"))
    if file.user != context.workspace.bot.id:
        raise SlackError("cant_delete_file")
    with context.workspace.change():
        file.deleted, file.content = True, b""
    return ok()
