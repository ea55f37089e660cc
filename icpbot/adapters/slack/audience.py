"""Who will read a reply, asked of Slack at this moment and never remembered."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from icpbot.adapters.slack.client import Identity
from icpbot.adapters.slack.trouble import NETWORK, passes, translated
from icpbot.domain.requests import Request
from icpbot.domain.sources import WORKSPACE, Reader
from icpbot.usecases.ports import Person

Answer = Any


class Audience:
    """Rights by membership; what Slack does not tell is not granted."""

    def __init__(self, client: WebClient, us: Identity) -> None:
        self._client = client
        self._workspace = us.workspace
        self._team = us.team or us.workspace

    def reader_of(self, request: Request) -> Reader:
        """Everyone in the conversation, or the asker alone; raises `Unavailable`."""
        place = request.place
        try:
            if place.private or place.direct:
                return self._alone(place.user, place.channel if place.direct and place.channel else None)
            return self._together(place.channel, place.user)
        except (SlackApiError, *NETWORK) as error:
            raise translated(error) from error

    def person(self, user: str | None) -> Person:
        """Their language and role; nobody in particular when Slack does not know them."""
        try:
            info = self._known(user)
        except (SlackApiError, *NETWORK) as error:
            raise translated(error) from error
        if info is None or self._is_foreign(info):
            return Person()
        admin = any(info.get(mark) for mark in ("is_admin", "is_owner", "is_primary_owner"))
        name = str(info.get("real_name") or info.get("name") or "") or None
        return Person(name=name, language=str(info.get("locale") or "")[:2] or None, admin=admin)

    def takes_part(self, channel: str) -> bool:
        return bool((self._info(channel) or {}).get("is_member"))

    def is_group(self, channel: str) -> bool:
        """A group message: several people, and no channel."""
        return bool((self._info(channel) or {}).get("is_mpim"))

    def audience_of(self, channel: str) -> str:
        """The workspace's only where Slack says that everybody in it may read along."""
        info = self._info(channel)
        return f"channel:{channel}" if info is None or _closed(info) else WORKSPACE

    def _info(self, channel: str) -> Mapping[str, Any] | None:
        try:
            found: Mapping[str, Any] | None = self._maybe(
                lambda: self._client.conversations_info(channel=channel)["channel"]
            )
        except (SlackApiError, *NETWORK) as error:
            raise translated(error) from error
        return found

    def _together(self, channel: str, user: str | None) -> Reader:
        """All who are in a channel. Its guests read what the channel reads."""
        info = self._info(channel)
        if info is None:  # gone, or we were removed: the answer can only reach the asker
            return Reader(workspace=self._workspace, outside=self._is_outsider(user))
        if info.get("is_im"):
            return self._alone(user, channel)
        shared = bool(info.get("is_ext_shared"))
        own = frozenset({f"channel:{channel}"}) if _closed(info) else frozenset[str]()
        return Reader(workspace=self._workspace, audiences=own, outside=shared)

    def _alone(self, user: str | None, direct: str | None) -> Reader:
        """One person: the workspace, their DM with us, and the closed conversations both are in."""
        if user is None:
            return Reader(workspace=self._workspace, outside=True)
        channels = {direct or self._direct(user), *self._closed_of(user)}
        return Reader(
            workspace=self._workspace,
            audiences=frozenset(f"channel:{channel}" for channel in channels if channel),
            user=user,
            outside=self._is_outsider(user),
        )

    def _direct(self, user: str) -> str | None:
        opened = self._maybe(lambda: self._client.conversations_open(users=user)["channel"]["id"])
        return str(opened) if opened else None

    def _closed_of(self, user: str) -> Iterator[str]:
        """Of another person Slack shows a bot only the closed conversations that both are in."""
        cursor = ""
        while True:
            page = self._client.users_conversations(
                user=user, types="private_channel,mpim", limit=200, cursor=cursor
            )
            yield from (str(channel["id"]) for channel in page["channels"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def _is_outsider(self, user: str | None) -> bool:
        """Guests and other companies' people; someone whom Slack does not know is one as well."""
        info = self._known(user)
        marks = ("is_restricted", "is_ultra_restricted", "is_stranger", "deleted")
        return info is None or self._is_foreign(info) or any(info.get(mark) for mark in marks)

    def _is_foreign(self, info: Mapping[str, Any]) -> bool:
        return info.get("team_id") not in {None, self._team} and not info.get("enterprise_user")

    def _known(self, user: str | None) -> Mapping[str, Any] | None:
        if user is None:
            return None
        found: Mapping[str, Any] | None = self._maybe(
            lambda: self._client.users_info(user=user, include_locale=True)["user"]
        )
        return found

    def _maybe(self, ask: Callable[[], Answer]) -> Answer | None:
        """The answer, or nothing when Slack says that there is none; passing trouble is raised."""
        try:
            return ask()
        except SlackApiError as error:
            if passes(error):
                raise
            return None


def _closed(info: Mapping[str, Any]) -> bool:
    """Not everybody of the workspace reads along, or not only they."""
    marks = ("is_private", "is_group", "is_mpim", "is_im", "is_ext_shared")
    return any(info.get(mark) for mark in marks)
