"""What the connectors have in common: a token, one host, and the time it is there."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from icpbot.adapters.crm.http import Waiting, Web, checked_url

if TYPE_CHECKING:
    from httpx import Response


@dataclass
class Connector(ABC):
    """A host that is asked with a token. Without a `url` it is the system's own."""

    token: str = field(repr=False)
    url: str = ""
    waiting: Waiting = field(default_factory=Waiting)

    title: ClassVar[str]
    home: ClassVar[str]
    pace: ClassVar[float]
    """Seconds between two questions."""
    first: ClassVar[str]
    """A path that every token may ask for."""

    def __post_init__(self) -> None:
        self.url = self.url or self.home

    def check(self) -> datetime | None:
        """What time it is there; raises what `Web.asked` raises."""
        self._web.get(self.first, limit=1)
        return self._web.server_time

    def close(self) -> None:
        self._web.close()

    @cached_property
    def _web(self) -> Web:
        headers = {**self._signed(), "accept": "application/json"}
        return Web(self.title, checked_url(self.url), headers, self._told_to_wait, self.pace, self.waiting)

    @abstractmethod
    def _signed(self) -> Mapping[str, str]:
        """The header that carries the token."""

    @abstractmethod
    def _told_to_wait(self, response: "Response", found: Any) -> float | None:
        """See `Web`."""
