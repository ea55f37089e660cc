"""Speaking: in which language a person is answered, and in which conversation."""

from icpbot.domain.requests import Request, RequestKind
from icpbot.domain.routing import Intent, route
from icpbot.domain.text import word_count
from icpbot.usecases.ports import Conversations, Desk

LANGUAGES = {"en": "English", "pl": "Polski", "cs": "Čeština", "uk": "Українська", "zh": "中文"}
"""Each by its own name, as people look for it."""
FALLBACK = "en"
OWN = "auto"
"""Chosen by those who want the language of their Slack."""
_WORKSPACE = "reply language"
_TELLING = 3
"""Words of plain letters that may be of any language below this number."""
_WORDLESS = {
    kind for kind in RequestKind if kind not in {RequestKind.MESSAGE, RequestKind.COMMAND, RequestKind.FILE}
}
"""What these carry are ids and names, which speak no language."""


def language_told(request: Request, desk: Desk) -> str | None:
    """Forced by setting, else that of the words, else what was found out before."""
    said = None if request.kind in _WORDLESS else _said(request.text, desk)
    return desk.forced_language or workspace_language(desk) or said or request.language


def with_language(request: Request, desk: Desk, conversations: Conversations) -> Request:
    """Where the words do not tell the language, the person's own does."""
    if language_told(request, desk):
        return request
    user = request.place.user
    own = (user and preferred(user, desk)) or conversations.person(request).language
    return request.model_copy(update={"language": own or FALLBACK})


def language_of_request(request: Request, desk: Desk) -> str:
    """The language of the reply; words too few to tell are better than nothing."""
    guessed = None if request.kind in _WORDLESS else desk.language_of(request.text)
    return language_told(request, desk) or guessed or FALLBACK


def _said(text: str, desk: Desk) -> str | None:
    """Of commands and names nobody knows the language, nor of a word or two without a letter of its own."""
    way = route(text, lambda _: ("none", 0.0))
    if way.intent not in {Intent.ASK, Intent.HELP}:
        return None
    words = way.text or text
    if words.isascii() and word_count(words) < _TELLING:
        return None
    found = desk.language_of(words)
    return found if found in LANGUAGES else None


def name_of(request: Request, conversations: Conversations) -> str:
    """What people call whoever asks; their id where the place knows no name."""
    return conversations.person(request).name or request.place.user or ""


def preferred(user: str, desk: Desk) -> str | None:
    """What a person chose on their App Home."""
    chosen = desk.accounts.setting(desk.workspace, _key(user))
    return chosen if isinstance(chosen, str) and chosen in LANGUAGES else None


def prefer(user: str, language: str, desk: Desk) -> None:
    """Keep a choice; `auto` undoes it, and what we do not speak is no choice."""
    desk.accounts.save_setting(desk.workspace, _key(user), language if language in LANGUAGES else OWN)


def conversation_of(request: Request) -> str:
    """Where a draft lives: the thread in a channel, the whole conversation in a DM."""
    place = request.place
    if place.private:
        return f"{place.channel}/private/{place.user}"
    return place.channel if place.direct else f"{place.channel}/{place.thread or place.message or ''}"


def workspace_language(desk: Desk) -> str | None:
    """The one language of a workspace, where its owners want one."""
    chosen = desk.accounts.setting(desk.workspace, _WORKSPACE)
    return chosen if isinstance(chosen, str) and chosen in LANGUAGES else None


def workspace_speaks(language: str, desk: Desk) -> None:
    """`auto` undoes it."""
    desk.accounts.save_setting(desk.workspace, _WORKSPACE, language)


def _key(user: str) -> str:
    return f"language {user}"
