"""What people see in a browser: a profile at its signed address, and one sentence where there is none."""

from collections.abc import Callable
from dataclasses import dataclass

from icpbot.adapters.web.pages import BARE, Shown, preferred, sentence_page
from icpbot.domain.errors import NotFound
from icpbot.domain.links import Gone
from icpbot.messages.voice import languages
from icpbot.tenants import Tenants
from icpbot.usecases.links import Opened, link_of, opened
from icpbot.usecases.page import Page
from icpbot.usecases.ports import Desk, Voice

Laid = Callable[[Page], tuple[bytes, str]]
"""A page as HTML, and its content policy."""


@dataclass(frozen=True)
class Website:
    """`desk` finds the link; the desk of its workspace makes the page."""

    desk: Desk
    tenants: Tenants
    laid: Laid

    def profile(self, address: str, wanted: str) -> Shown:
        """What an address shows; raises `Unavailable`."""
        try:
            found = self._opened(address)
        except NotFound:
            return self._sentence(404, "link-unknown", preferred(wanted, tuple(languages())))
        language = found.language or preferred(wanted, tuple(languages()))
        if found.page is None:
            return self._sentence(410, f"link-{found.gone}", language)
        content, policy = self.laid(found.page)
        return 200, language, content, policy

    def _opened(self, address: str) -> Opened:
        """A team that removed the app shows nothing any more."""
        link = link_of(address, desk=self.desk)
        desk = self.tenants.desk(link.workspace) if link else None
        return opened(link, desk=desk) if link and desk else Opened(gone=Gone.EXPIRED)

    def _sentence(self, status: int, key: str, language: str) -> Shown:
        return status, language, sentence_page(self.desk.voice.say(key, language), language), BARE


def page_that_says(voice: Voice, key: str, wanted: str) -> str:
    """A page of one sentence in the first language of a browser that we speak."""
    language = preferred(wanted, tuple(languages()))
    return sentence_page(voice.say(key, language), language).decode()
