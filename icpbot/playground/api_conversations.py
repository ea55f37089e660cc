"""Web API: the team, its people, conversations, history and reactions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from icpbot.playground.context import Context, ok
from icpbot.playground.errors import Json, SlackError
from icpbot.playground.methods import Args, method
from icpbot.playground.scopes import FAMILY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icpbot.playground.records import Channel, Message, User

_TYPES = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}
_HISTORY = "channel! cursor inclusive:bool latest limit:int oldest include_all_metadata:bool"
MAX_PAGE = 999
_EMOJI = re.compile(r"^[a-z0-9_+'-]+(::skin-tone-[2-6])?$")


def page(args: Args, rows: Sequence[Any], default: int) -> tuple[list[Any], Json]:
    """One page of rows and the cursor of the next one."""
    limit = args.number("limit", default) or default
    if not 1 <= limit <= MAX_PAGE + 1:
        raise SlackError("invalid_limit")
    cursor = args.text("cursor")
    if cursor and not re.fullmatch(r"after:\d+", cursor):
        raise SlackError("invalid_cursor")
    start = int(cursor.removeprefix("after:") or 0)
    end = start + limit
    following = f"after:{end}" if end < len(rows) else ""
    return list(rows[start:end]), {"next_cursor": following}


@method("api.test", "error foo", auth="none")
def api_test(_context: Context, args: Args) -> Json:
    """Echo, or the error that was asked for."""
    if args.maybe("error"):
        raise SlackError(args.text("error"), args=dict(args.values))
    return ok(args=dict(args.values))


@method("auth.test", "url")
def auth_test(context: Context, _args: Args) -> Json:
    """Who the bot token is."""
    team = context.workspace
    return ok(
        url=f"{context.base}/",
        team=team.name,
        user=team.bot.name,
        team_id=team.team_id,
        user_id=team.bot.id,
        bot_id=team.bot.bot_id,
        is_enterprise_install=False,
    )


@method("apps.connections.open", auth="app")
def connections_open(context: Context, _args: Args) -> Json:
    """A fresh websocket address for Socket Mode."""
    ticket = context.workspace.new_id("ticket-")
    context.tickets.add(ticket)
    address = context.base.replace("http://", "ws://", 1)
    return ok(url=f"{address}/link/?ticket={ticket}&app_id={context.workspace.app_id}")


@method("team.info", "team domain")
def team_info(context: Context, _args: Args) -> Json:
    """The workspace."""
    team = context.workspace
    return ok(team={"id": team.team_id, "name": team.name, "domain": team.domain, "icon": {}})


@method("bots.info", "bot")
def bots_info(context: Context, args: Args) -> Json:
    """A bot by its bot id."""
    wanted = args.text("bot") or context.workspace.bot.bot_id
    for user in context.workspace.users.values():
        if user.bot_id == wanted:
            bot = {"id": user.bot_id, "name": user.name, "deleted": user.deleted}
            app = context.workspace.app_id if user is context.workspace.bot else ""
            return ok(bot={**bot, "user_id": user.id, "app_id": app, "updated": 0})
    raise SlackError("bot_not_found")


def _user_json(context: Context, user: User, args: Args) -> Json:
    with_email = context.grants.allows(("users:read.email",))
    shown = user.as_json(with_email=with_email, with_locale=args.flag("include_locale"))
    if user.team_id == context.workspace.team_id:
        return shown
    # Of another company's people Slack tells neither role nor language.
    hidden = ("is_admin", "is_owner", "is_primary_owner", "is_restricted", "is_ultra_restricted", "locale")
    known = {name: value for name, value in shown.items() if name not in hidden}
    return known | {"is_stranger": context.workspace.is_stranger(user)}


@method("users.info", "user! include_locale:bool")
def users_info(context: Context, args: Args) -> Json:
    """One person."""
    user = context.workspace.users.get(args.text("user"))
    if user is None:
        raise SlackError("user_not_found")
    return ok(user=_user_json(context, user, args))


@method("users.list", "cursor limit:int include_locale:bool")
def users_list(context: Context, args: Args) -> Json:
    """Everyone, deactivated accounts and bots included."""
    rows, metadata = page(args, list(context.workspace.users.values()), 200)
    members = [_user_json(context, user, args) for user in rows]
    return ok(members=members, response_metadata=metadata)


@method("users.lookupByEmail", "email!")
def users_lookup(context: Context, args: Args) -> Json:
    """A person by e-mail address."""
    for user in context.workspace.users.values():
        if user.email and user.email == args.text("email") and not user.deleted:
            return ok(user=_user_json(context, user, args))
    raise SlackError("users_not_found")


def _wanted_kinds(context: Context, args: Args) -> set[str]:
    kinds: set[str] = set()
    for name in args.names("types") or ["public_channel"]:
        if name not in _TYPES:
            raise SlackError("invalid_types")
        kinds.add(_TYPES[name])
    context.grants.require([f"{family}:read" for kind, family in FAMILY.items() if kind in kinds])
    return kinds


def _channels(context: Context, args: Args) -> list[Channel]:
    kinds = _wanted_kinds(context, args)
    found = [c for c in context.workspace.channels.values() if c.kind in kinds]
    return [c for c in found if not (args.flag("exclude_archived") and c.archived)]


@method("conversations.list", "cursor exclude_archived:bool limit:int types:names")
def conversations_list(context: Context, args: Args) -> Json:
    """All public channels, and the private conversations the bot is in."""
    bot = context.workspace.bot.id
    found = [c for c in _channels(context, args) if c.kind == "public" or bot in c.members]
    rows, metadata = page(args, found, 100)
    return ok(channels=[c.as_json(bot) for c in rows], response_metadata=metadata)


@method("users.conversations", "user cursor exclude_archived:bool limit:int types:names")
def users_conversations(context: Context, args: Args) -> Json:
    """The conversations of a person that the bot may know of."""
    bot = context.workspace.bot.id
    user = args.text("user") or bot
    if user not in context.workspace.users:
        raise SlackError("user_not_found")
    found = [c for c in _channels(context, args) if user in c.members]
    # Of another person a bot sees public channels, and private ones that both are in.
    found = [c for c in found if c.kind == "public" or bot in c.members]
    rows, metadata = page(args, found, 100)
    return ok(channels=[c.as_json(bot) for c in rows], response_metadata=metadata)


@method("conversations.info", "channel! include_locale:bool include_num_members:bool")
def conversations_info(context: Context, args: Args) -> Json:
    """One conversation."""
    channel = context.conversation(args.text("channel"), "read")
    return ok(channel=channel.as_json(context.workspace.bot.id))


@method("conversations.members", "channel! cursor limit:int")
def conversations_members(context: Context, args: Args) -> Json:
    """Who is in a conversation, a page at a time."""
    channel = context.conversation(args.text("channel"), "read")
    rows, metadata = page(args, sorted(channel.members), 100)
    return ok(members=rows, response_metadata=metadata)


@method("conversations.open", "channel users:names return_im:bool prevent_creation:bool")
def conversations_open(context: Context, args: Args) -> Json:
    """The direct message with one person, or with several."""
    team = context.workspace
    if args.maybe("channel"):
        return ok(channel=context.conversation(args.text("channel")).as_json(team.bot.id))
    people = args.names("users")
    if not people:
        raise SlackError("users_list_not_supplied")
    if any(person not in team.users for person in people):
        raise SlackError("user_not_found")
    if any(team.users[person].deleted for person in people):
        raise SlackError("user_disabled")
    context.grants.require(("im:write",) if len(people) == 1 else ("mpim:write",))
    channel = team.direct(*people)
    shown = channel.as_json(team.bot.id) if args.flag("return_im") else {"id": channel.id}
    return ok(channel=shown)


@method("conversations.join", "channel!")
def conversations_join(context: Context, args: Args) -> Json:
    """Join a public channel."""
    channel = context.conversation(args.text("channel"))
    if channel.kind != "public":
        raise SlackError("method_not_supported_for_channel_type")
    if channel.archived:
        raise SlackError("is_archived")
    with context.workspace.change():
        channel.members.add(context.workspace.bot.id)
    return ok(channel=channel.as_json(context.workspace.bot.id))


@method("conversations.history", _HISTORY)
def conversations_history(context: Context, args: Args) -> Json:
    """Top-level messages, newest first."""
    channel = _readable(context, args)
    found = [m for m in channel.messages if not m.deleted and not m.is_reply]
    rows, metadata = page(args, _within(args, found)[::-1], 100)
    shown = [_shown(channel, message, args) for message in rows]
    return ok(messages=shown, has_more=bool(metadata["next_cursor"]), response_metadata=metadata)


@method("conversations.replies", _HISTORY + " ts!")
def conversations_replies(context: Context, args: Args) -> Json:
    """A thread, its root first and then the replies, oldest first."""
    channel = _readable(context, args)
    root = channel.find(args.text("ts"))
    if root is None:
        raise SlackError("thread_not_found")
    replies = _within(args, [m for m in channel.thread(root.ts) if m is not root])
    rows, metadata = page(args, [root, *replies], 1000)
    shown = [_shown(channel, message, args) for message in rows]
    return ok(messages=shown, has_more=bool(metadata["next_cursor"]), response_metadata=metadata)


def _readable(context: Context, args: Args) -> Channel:
    channel = context.conversation(args.text("channel"), "history")
    return context.member_channel(channel.id, writing=False)


def _within(args: Args, messages: list[Message]) -> list[Message]:
    oldest, latest = args.text("oldest") or "0", args.text("latest") or "9999999999.999999"
    try:
        first, last = float(oldest), float(latest)
    except ValueError:
        raise SlackError("invalid_ts_oldest") from None
    if args.flag("inclusive"):
        return [m for m in messages if first <= float(m.ts) <= last]
    return [m for m in messages if first < float(m.ts) < last]


def _shown(channel: Channel, message: Message, args: Args) -> Json:
    shown = message.as_json(with_metadata=args.flag("include_all_metadata"))
    replies = [m for m in channel.thread(message.ts) if m is not message]
    if replies:
        shown |= {
            "reply_count": len(replies),
            "reply_users": sorted({m.user for m in replies}),
            "latest_reply": replies[-1].ts,
        }
    elif message.is_reply:
        root = channel.find(message.thread_ts or "")
        shown["parent_user_id"] = root.user if root else ""
    return shown


@method("reactions.add", "channel! timestamp! name!")
def reactions_add(context: Context, args: Args) -> Json:
    """React to a message as the bot."""
    message, name = _reaction(context, args)
    bot = context.workspace.bot.id
    if bot in message.reactions.get(name, []):
        raise SlackError("already_reacted")
    with context.workspace.change():
        message.reactions.setdefault(name, []).append(bot)
    return ok()


@method("reactions.remove", "channel! timestamp! name!")
def reactions_remove(context: Context, args: Args) -> Json:
    """Take the bot's reaction back."""
    message, name = _reaction(context, args)
    bot = context.workspace.bot.id
    if bot not in message.reactions.get(name, []):
        raise SlackError("no_reaction")
    with context.workspace.change():
        message.reactions[name].remove(bot)
        if not message.reactions[name]:
            del message.reactions[name]
    return ok()


def _reaction(context: Context, args: Args) -> tuple[Message, str]:
    channel = context.member_channel(args.text("channel"))
    name = args.text("name").strip(":")
    if not _EMOJI.match(name):
        raise SlackError("invalid_name")
    return context.workspace.message(channel.id, args.text("timestamp")), name
