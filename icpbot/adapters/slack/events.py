"""From what Slack sends to a `Request`. Pure: nothing is asked, nothing is answered."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from icpbot.adapters.slack.client import Identity
from icpbot.adapters.slack.markup import mentions, named, plain
from icpbot.domain.requests import FileRef, Place, Request, RequestKind

Event = Mapping[str, Any]
IsOurs = Callable[[str, str], bool]
"""(channel, thread): true when the bot takes part in that thread."""

_READ = {None, "file_share", "thread_broadcast"}
CONVERSIONS = {"channel_convert_to_private": "made-private", "channel_convert_to_public": "made-public"}
SLACKBOT = "USLACKBOT"


def from_person(event: Event, us: Identity) -> bool:
    """Not from a bot, ourselves included, and not an edit, a deletion or an unfurl."""
    if event.get("bot_id") or event.get("edited") or event.get("hidden"):
        return False
    return event.get("subtype") in _READ and event.get("user") not in {None, us.user, SLACKBOT}


def for_us(event: Event, us: Identity, is_ours: IsOurs) -> bool:
    """Addressed to the bot: by name, in private, in its own thread, or a file for the library."""
    if event.get("channel_type") in {"im", "mpim"} or event.get("files"):
        return True
    named = mentions(str(event.get("text") or ""))
    if us.user in named:
        return True
    thread = event.get("thread_ts")
    return bool(thread) and not named and is_ours(str(event["channel"]), str(thread))


def from_message(event: Event, us: Identity) -> Request | None:
    """What a message asks; nothing when it says nothing."""
    text = plain(str(event.get("text") or ""), us.user)
    files = tuple(file_of(file) for file in event.get("files") or () if file.get("mode") != "tombstone")
    channel, ts = str(event["channel"]), str(event["ts"])
    if not text and not files and us.user not in mentions(str(event.get("text") or "")):
        return None
    place = Place(
        channel=channel,
        thread=event.get("thread_ts"),
        user=event.get("user"),
        direct=event.get("channel_type") == "im" or channel.startswith("D"),
        message=ts,
    )
    return Request(
        id=f"{us.workspace}:{channel}:{ts}",
        workspace=us.workspace,
        kind=RequestKind.FILE if files else RequestKind.MESSAGE,
        text=text,
        place=place,
        asked_at=moment(ts),
        files=files,
        values=_people(str(event.get("text") or ""), us),
    )


def _people(text: str, us: Identity) -> dict[str, str]:
    """Whom the words are about, by id: a name alone could be anybody's."""
    others = {user: name for user, name in named(text).items() if user != us.user}
    return {"people": json.dumps(others, ensure_ascii=False)} if others else {}


def file_of(file: Event) -> FileRef:
    """A file by reference; one that Slack shows only in part is looked up when it is fetched."""
    url = file.get("url_private_download") or file.get("url_private") or ""
    return FileRef(
        id=str(file["id"]),
        name=str(file.get("name") or file.get("title") or file["id"]),
        url=str(url),
        size=int(file.get("size") or 0),
        link=file.get("permalink"),
    )


def from_command(command: Event, us: Identity, now: datetime) -> Request:
    """A slash command; only the person who typed it sees the reply."""
    channel = str(command["channel_id"])
    return Request(
        id=f"{us.workspace}:cmd:{command['trigger_id']}",
        workspace=us.workspace,
        kind=RequestKind.COMMAND,
        text=plain(str(command.get("text") or ""), us.user),
        place=Place(
            channel=channel,
            user=str(command["user_id"]),
            private=True,
            response_url=command.get("response_url"),
        ),
        asked_at=now,
        values=_people(str(command.get("text") or ""), us),
    )


def moment(ts: str) -> datetime:
    """When Slack says it happened; its clock also stamps the messages we look for later."""
    return datetime.fromtimestamp(float(ts), UTC)


def from_panel(event: Event, us: Identity) -> Request:
    """Somebody opens a conversation in the assistant panel."""
    thread = event["assistant_thread"]
    channel, ts = str(thread["channel_id"]), str(thread["thread_ts"])
    return Request(
        id=f"{us.workspace}:panel:{channel}:{ts}",
        workspace=us.workspace,
        kind=RequestKind.PANEL,
        text="",
        place=Place(channel=channel, thread=ts, user=str(thread["user_id"]), direct=True),
        asked_at=moment(ts),
    )


def from_home(event: Event, us: Identity) -> Request | None:
    """Somebody looks at their App Home; the tab with messages is another one."""
    if event.get("tab") != "home":
        return None
    user, stamp = str(event["user"]), str(event["event_ts"])
    return Request(
        id=f"{us.workspace}:home:{user}:{stamp}",
        workspace=us.workspace,
        kind=RequestKind.HOME,
        text="",
        place=Place(channel=str(event["channel"]), user=user, direct=True),
        asked_at=moment(stamp),
    )


def from_joining(event: Event, us: Identity) -> Request | None:
    """We were invited to a channel; once for each channel, however often people change their minds."""
    if event.get("user") != us.user:
        return None
    channel, stamp = str(event["channel"]), str(event["event_ts"])
    return _change(f"welcome:{channel}", RequestKind.JOINED, us, stamp,
                   Place(channel=channel, user=event.get("inviter")))  # fmt: skip


def from_change(event: Event, us: Identity) -> Request | None:
    """Something was deleted, or a channel became another kind of place; nothing for other events."""
    stamp = str(event.get("event_ts") or event.get("ts"))
    if event.get("type") == "file_deleted":
        file = str(event["file_id"])
        return _change(f"gone:{file}", RequestKind.CHANGE, us, stamp, Place(channel=""), "file-deleted", file)
    channel, subtype = str(event.get("channel") or ""), event.get("subtype")
    if subtype == "message_deleted":
        before, ts = event.get("previous_message") or {}, str(event["deleted_ts"])
        if before.get("bot_id"):
            return None
        place = Place(channel=channel, thread=before.get("thread_ts"), message=ts)
        return _change(f"gone:{channel}:{ts}", RequestKind.CHANGE, us, stamp, place, "message-deleted", ts)
    if subtype in CONVERSIONS:
        action = CONVERSIONS[subtype]
        return _change(f"{action}:{channel}:{stamp}", RequestKind.CHANGE, us, stamp, Place(channel=channel),
                       action)  # fmt: skip
    return None


def _change(
    name: str, kind: RequestKind, us: Identity, stamp: str, place: Place, action: str | None = None,
    text: str = "",
) -> Request:  # fmt: skip
    return Request(id=f"{us.workspace}:{name}", workspace=us.workspace, kind=kind, text=text, place=place,
                   asked_at=moment(stamp), action=action)  # fmt: skip
