"""Slack's markup: read from what people write, and kept out of what we show."""

import html
import re

_LINK = re.compile(r"<([^<>]+)>")
_PING = re.compile(r"<(?=[!@#])")
JOINER = "\N{WORD JOINER}"


def plain(text: str, bot: str) -> str:
    """What a person meant: without our own mention, links and references as they read on screen."""
    shown = _LINK.sub(lambda found: _shown(found[1], bot), text)
    return html.unescape(shown).strip()


def _shown(inside: str, bot: str) -> str:
    target, _, label = inside.partition("|")
    if target.startswith("@"):
        return "" if target == f"@{bot}" else f"@{label.lstrip('@') or target[1:]}"
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!"):
        return label or "@" + target[1:].partition("^")[0]
    if not label or label in target:
        return label or target
    return f"{label} ({target})"


def mentions(text: str) -> set[str]:
    """Ids of the people a message addresses by name."""
    return {found[1:].partition("|")[0] for found in _LINK.findall(text) if found.startswith("@")}


def named(text: str) -> dict[str, str]:
    """The people a text mentions, with the names it shows of them, which may be their ids."""
    found = (inside[1:].partition("|") for inside in _LINK.findall(text) if inside.startswith("@"))
    return {user: label.lstrip("@") or user for user, _, label in found}


def escaped(text: str) -> str:
    """Text in which nothing links or pings; our own `*bold*` stays."""
    return html.escape(text, quote=False)


def unpinged(text: str) -> str:
    """Verbatim text for a place that knows no markup; what looks like a ping is broken all the same."""
    return _PING.sub("<" + JOINER, text)


def clipped(text: str, limit: int) -> str:
    """Escaped text of at most `limit` characters, never cut inside an escape."""
    whole = escaped(text)
    if len(whole) <= limit:
        return whole
    kept, room = [], limit - 1
    for character in text:
        shown = escaped(character)
        room -= len(shown)
        if room < 0:
            break
        kept.append(shown)
    return "".join(kept).rstrip() + "…"
