"""Web API: posting, changing and deleting messages."""

from __future__ import annotations

import re

from icpbot.playground.context import Context, ok
from icpbot.playground.errors import Json, SlackError
from icpbot.playground.limits import UPDATE_TEXT, check_message, check_metadata
from icpbot.playground.methods import Args, method
from icpbot.playground.records import Channel, Ephemeral, Message

_POST = """channel! text blocks:array attachments:array markdown_text thread_ts reply_broadcast:bool
unfurl_links:bool unfurl_media:bool metadata:json mrkdwn:bool link_names:bool parse username
icon_emoji icon_url container_id"""
_EPHEMERAL = """channel! user! text blocks:array attachments:array markdown_text thread_ts
link_names:bool parse username icon_emoji icon_url"""
_UPDATE = """channel! ts! text blocks:array attachments:array markdown_text metadata:json parse
link_names:bool reply_broadcast:bool file_ids:names"""
_BROADCAST = re.compile(r"<!(?:channel|here|everyone|subteam)")


@method("chat.postMessage", _POST)
def post_message(context: Context, args: Args) -> Json:
    """Post as the bot in a conversation, or in the direct message of a user id."""
    channel = posting_channel(context, args.text("channel"))
    check_content(args)
    metadata = check_metadata(args.json("metadata")) if "metadata" in args else None
    watch_promises(context, "chat.postMessage", args, unfurls=True)
    message = new_bot_message(context, channel, args)
    message.metadata = metadata
    context.workspace.post(message)
    context.announce(message)
    return ok(channel=channel.id, ts=message.ts, message=message.as_json(with_metadata=True))


@method("chat.postEphemeral", _EPHEMERAL)
def post_ephemeral(context: Context, args: Args) -> Json:
    """Show a message to one member of a conversation; nothing is kept in its history."""
    channel = context.member_channel(args.text("channel"))
    user = context.workspace.users.get(args.text("user"))
    if user is None or user.deleted:
        raise SlackError("user_not_found")
    if user.id not in channel.members:
        raise SlackError("user_not_in_channel")
    check_content(args)
    watch_promises(context, "chat.postEphemeral", args)
    shown = Ephemeral(
        ts=context.workspace.new_ts(),
        channel=channel.id,
        user=user.id,
        text=args.text("text") or args.text("markdown_text"),
        blocks=context.workspace.with_ids(args.json("blocks")),
        attachments=args.json("attachments") or [],
        thread_ts=args.maybe("thread_ts"),
        markdown="markdown_text" in args,
    )
    with context.workspace.change():
        context.workspace.ephemerals.append(shown)
    return ok(message_ts=shown.ts)


@method("chat.update", _UPDATE)
def update(context: Context, args: Args) -> Json:
    """Replace the content of one of the bot's own messages."""
    message = own_message(context, args, "cant_update_message")
    if message.streaming:
        raise SlackError("streaming_state_conflict")
    check_content(args, text_limit=UPDATE_TEXT)
    metadata = check_metadata(args.json("metadata")) if "metadata" in args else message.metadata
    watch_promises(context, "chat.update", args)
    before = message.as_json()
    with context.workspace.change():
        _replace(context, message, args)
        message.metadata = metadata
    context.announce_change(message, before)
    return ok(channel=message.channel, ts=message.ts, text=message.text, message=message.as_json())


def _replace(context: Context, message: Message, args: Args) -> None:
    message.revisions.append(message.text)
    if "text" in args or "markdown_text" in args:
        # Slack drops the old blocks when new text comes without blocks.
        message.blocks = []
        message.text = args.text("text") or args.text("markdown_text")
        message.markdown = "markdown_text" in args
    if "blocks" in args:
        message.blocks = context.workspace.with_ids(args.json("blocks"))
    if "attachments" in args:
        message.attachments = args.json("attachments")
    message.edited = {"user": message.user, "ts": f"{message.ts.split('.')[0]}.000000"}


@method("chat.delete", "channel! ts!")
def delete(context: Context, args: Args) -> Json:
    """Delete one of the bot's own messages."""
    message = own_message(context, args, "cant_delete_message")
    with context.workspace.change():
        message.deleted = True
    context.announce_deletion(message)
    return ok(channel=message.channel, ts=message.ts)


@method("chat.getPermalink", "channel! message_ts!")
def get_permalink(context: Context, args: Args) -> Json:
    """The link of a message that exists."""
    channel = context.conversation(args.text("channel"))
    message = context.workspace.message(channel.id, args.text("message_ts"))
    link = f"https://{context.workspace.domain}.slack.com/archives/{channel.id}/p"
    link += message.ts.replace(".", "")
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return ok(channel=channel.id, permalink=link)


def posting_channel(context: Context, given: str) -> Channel:
    """Where a post goes: a channel id or name the bot may write to, or a person's direct message."""
    team = context.workspace
    if given in team.users:
        if team.users[given].deleted:
            raise SlackError("account_inactive")
        if not context.grants.messages_tab:
            raise SlackError("messages_tab_disabled")
        return team.direct(given)
    named = team.find_channel(given)
    channel = context.conversation(named.id if named else given)
    if channel.archived:
        raise SlackError("is_archived")
    if team.bot.id not in channel.members and not context.grants.allows(("chat:write.public",)):
        raise SlackError("not_in_channel")
    return channel


def own_message(context: Context, args: Args, refusal: str) -> Message:
    """A message of the bot that it may change; `refusal` is the error for someone else's."""
    channel = context.conversation(args.text("channel"))
    message = context.workspace.message(channel.id, args.text("ts"))
    if message.bot_id != context.workspace.bot.bot_id:
        raise SlackError(refusal)
    if channel.archived:
        raise SlackError("is_inactive")
    return message


def check_content(args: Args, **limits: int) -> None:
    """Raise what Slack says of this text, these blocks and attachments."""
    check_message(
        text=args.maybe("text"),
        blocks=args.json("blocks"),
        attachments=args.json("attachments"),
        markdown_text=args.maybe("markdown_text"),
        **limits,
    )


def new_bot_message(context: Context, channel: Channel, args: Args) -> Message:
    """A message of the bot with the content of a call; replies must name an existing message."""
    team = context.workspace
    thread = args.maybe("thread_ts")
    root = channel.find(thread) if thread else None
    if thread and root is None:
        raise SlackError("thread_not_found")
    if root is not None and root.is_reply:
        # Slack wants the root's timestamp. A reply's own one tears the conversation apart.
        context.violate("chat.postMessage", "thread_ts names a reply", dict(args.values))
        thread = root.thread_ts
    return Message(
        ts=team.new_ts(),
        channel=channel.id,
        user=team.bot.id,
        text=args.text("text") or args.text("markdown_text"),
        team_id=team.team_id,
        thread_ts=thread,
        bot_id=team.bot.bot_id,
        app_id=team.app_id,
        blocks=team.with_ids(args.json("blocks")),
        attachments=args.json("attachments") or [],
        arguments=dict(args.values),
        markdown="markdown_text" in args,
    )


def watch_promises(context: Context, name: str, args: Args, *, unfurls: bool = False) -> None:
    """Note posts without fallback text, with unfurls left on, or that ping a crowd."""
    values = dict(args.values)
    text = args.text("text") or args.text("markdown_text")
    if not text.strip():
        context.violate(name, "no text fallback", values)
    for flag in ("unfurl_links", "unfurl_media") if unfurls else ():
        if args.values.get(flag) is not False:
            context.violate(name, f"{flag} is not false", values)
    if args.flag("reply_broadcast"):
        context.violate(name, "reply_broadcast", values)
    if _BROADCAST.search(f"{text} {args.json('blocks')}"):
        context.violate(name, "pings a whole channel", values)
