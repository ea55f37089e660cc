"""Posting without silence and without doubles.

A post carries the request's id as message metadata. Before posting again, after a lost reply or in
a new process, we look whether it stands there.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackApiError

from icpbot.adapters.slack.blocks import Block
from icpbot.adapters.slack.client import Clients, Identity, logger
from icpbot.adapters.slack.trouble import NETWORK, code, dislikes_content, passes, translated
from icpbot.domain.reply import Attachment

EVENT = "icpbot_reply"
ANSWER, STATUS = "answer", "status"
QUIET: dict[str, Any] = {"unfurl_links": False, "unfurl_media": False}
WAITS = (0.5, 1.0, 2.0)
PAGES = 20
"""Of 200 messages each, since the question was asked."""

Message = Mapping[str, Any]


@dataclass(frozen=True)
class Spot:
    """Where a reply goes; our posts there are no older than `oldest`."""

    channel: str
    thread: str | None
    oldest: str


@dataclass(frozen=True)
class Standing:
    """What of ours stands in a spot."""

    answer: str | None
    statuses: tuple[str, ...]


class Posts:
    """Our messages in Slack."""

    def __init__(self, clients: Clients, us: Identity, pause: Callable[[float], None] = time.sleep) -> None:
        self._clients = clients
        self._us = us
        self._pause = pause

    def standing(self, spot: Spot, request_id: str) -> Standing:
        """Our posts for this request; raises `Unavailable`, since not knowing could double them."""
        answer, statuses = None, []
        for message in self._own(spot):
            role = _role(message, request_id)
            if role == ANSWER:
                answer = answer or str(message["ts"])
            elif role == STATUS:
                statuses.append(str(message["ts"]))
        return Standing(answer, tuple(statuses))

    def answer(self, spot: Spot, request_id: str, text: str, blocks: list[Block]) -> str:
        """Post it once; its timestamp. Raises `SlackApiError` when Slack will never take it here."""
        content: dict[str, Any] = {"text": text, "blocks": blocks}
        for wait in (*WAITS, None):
            try:
                return self._post(spot, request_id, content)
            except SlackApiError as error:
                if dislikes_content(error) and "blocks" in content:
                    logger.error("blocks of %s were refused: %s", request_id, code(error))
                    content = {"text": text}
                    continue
                if not passes(error):
                    raise
                trouble: Exception = error
            except NETWORK as error:
                trouble = error
            if wait is None:
                break
            self._pause(wait)
            if found := self.standing(spot, request_id).answer:
                return found
        raise translated(trouble) from trouble

    def _post(self, spot: Spot, request_id: str, content: dict[str, Any]) -> str:
        sent = self._clients.posting.chat_postMessage(
            channel=spot.channel,
            thread_ts=spot.thread,
            metadata=_mark(request_id, ANSWER),
            **QUIET,
            **content,
        )
        return str(sent["ts"])

    def status(self, spot: Spot, request_id: str, text: str, blocks: list[Block]) -> str:
        """Post what is being done, or what stands already."""
        sent = self._clients.hinting.chat_postMessage(
            channel=spot.channel,
            thread_ts=spot.thread,
            text=text,
            blocks=blocks,
            metadata=_mark(request_id, STATUS),
            **QUIET,
        )
        return str(sent["ts"])

    def restate(self, spot: Spot, ts: str, text: str, blocks: list[Block]) -> None:
        self._clients.hinting.chat_update(channel=spot.channel, ts=ts, text=text, blocks=blocks)

    def remove(self, spot: Spot, ts: str) -> None:
        """Delete a post of ours; raises `Unavailable` when it may still stand."""
        try:
            self._clients.reading.chat_delete(channel=spot.channel, ts=ts)
        except (SlackApiError, *NETWORK) as error:
            if passes(error):
                raise translated(error) from error
            logger.warning("a status was not removed: %s", code(error))

    def upload(self, spot: Spot, files: tuple[Attachment, ...], *, after: str) -> None:
        """Share files that are not there yet, each once; `after` is the post they belong to."""
        missing = [file for file in files if file.content]
        for wait in (*WAITS, None):
            there = self._shared(spot, after) if missing else set()
            missing = [file for file in missing if file.name not in there]
            if not missing:
                return
            try:
                for file in missing:
                    self._share(spot, file)
            except (SlackApiError, *NETWORK) as error:
                if not passes(error) or wait is None:
                    raise translated(error) from error
                self._pause(wait)
            else:
                return

    def _share(self, spot: Spot, file: Attachment) -> None:
        self._clients.posting.files_upload_v2(
            channel=spot.channel,
            thread_ts=spot.thread,
            filename=file.name,
            title=file.name,
            content=file.content,
            alt_txt=file.alt,
        )

    def _shared(self, spot: Spot, after: str) -> set[str]:
        own = [message for message in self._own(spot) if float(message["ts"]) > float(after)]
        return {str(file.get("name")) for message in own for file in message.get("files") or ()}

    def _own(self, spot: Spot) -> Iterator[Message]:
        """Messages of ours in a spot; nothing where we may not look."""
        try:
            for page in self._pages(spot):
                yield from (
                    m for m in page if m.get("user") == self._us.user or m.get("bot_id") == self._us.bot
                )
        except (SlackApiError, *NETWORK) as error:
            if passes(error):
                raise translated(error) from error
            logger.warning("cannot look for earlier posts: %s", code(error))

    def _pages(self, spot: Spot) -> Iterator[list[Message]]:
        cursor, reading = "", self._clients.reading
        for _ in range(PAGES):
            asked: dict[str, Any] = {
                "channel": spot.channel, "oldest": spot.oldest, "limit": 200, "cursor": cursor,
                "include_all_metadata": True,
            }  # fmt: skip
            if spot.thread:
                found = reading.conversations_replies(ts=spot.thread, **asked)
            else:
                found = reading.conversations_history(**asked)
            yield found["messages"]
            cursor = (found.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return


def _mark(request_id: str, role: str) -> dict[str, Any]:
    return {"event_type": EVENT, "event_payload": {"request_id": request_id, "role": role}}


def _role(message: Message, request_id: str) -> str | None:
    metadata = message.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    if metadata.get("event_type") != EVENT or payload.get("request_id") != request_id:
        return None
    return str(payload.get("role"))
