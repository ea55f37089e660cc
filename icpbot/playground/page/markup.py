"""Slack's text as safe HTML: its own markup, Markdown, and plain text.

Everything that comes in is escaped first; only tags written here come out, and only addresses that
`Links` lets through become links.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from icpbot.playground.richtext import unescaped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    from icpbot.playground.records import User
    from icpbot.playground.state import Workspace

_TOKEN = re.compile(r"```\n?(?P<block>.+?)\n?```|`(?P<code>[^`\n]+)`|<(?P<link>[^<>\n]+)>", re.DOTALL)
_STYLES = (
    (re.compile(r"(?<![\w*])\*(?![\s*])([^*\n]*[^*\s])\*(?![\w*])"), "strong"),
    (re.compile(r"(?<![\w_])_(?![\s_])([^_\n]*[^_\s])_(?![\w_])"), "em"),
    (re.compile(r"(?<![\w~])~(?![\s~])([^~\n]*[^~\s])~(?![\w~])"), "s"),
)
# Two characters of the private use area hold the place of what is finished already.
_OPEN, _CLOSE = "\ue000", "\ue001"
_HELD = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_QUOTED = re.compile(r"^&gt; ?", re.MULTILINE)
_ARCHIVE = re.compile(r"/archives/(?P<channel>[A-Z0-9]+)(?:/p(?P<ts>\d{10})(?P<rest>\d{6}))?")
_THREAD = re.compile(r"thread_ts=(\d+\.\d+)")
_FILE = re.compile(r"/files/[A-Z0-9]+/(?P<file>F[A-Z0-9]+)(?:/|$)")
_CANVAS = re.compile(r"/docs/[A-Z0-9]+/(?P<canvas>F[A-Z0-9]+)$")
_TYPED = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")


@dataclass(frozen=True)
class Links:
    """Where links lead for one person; Slack's own addresses lead into this page."""

    team: Workspace
    person: User
    base: str

    def target(self, url: str) -> str | None:
        """The address to link to; nothing for a scheme that is not safe."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        if parts.scheme not in {"http", "https", "mailto"}:
            return None
        return self._inside(url) or url

    def _inside(self, url: str) -> str | None:
        parts = urlsplit(url)
        if parts.netloc not in {f"{self.team.domain}.slack.com", urlsplit(self.base).netloc}:
            return None
        root = f"/as/{self.person.name}"
        if file := _FILE.match(parts.path):
            return f"{root}/files/{file['file']}"
        if canvas := _CANVAS.match(parts.path):
            return f"{root}/canvas/{canvas['canvas']}"
        if place := _ARCHIVE.match(parts.path):
            there = f"{root}/in/{place['channel']}"
            if not place["ts"]:
                return there
            ts = f"{place['ts']}.{place['rest']}"
            thread = _THREAD.search(parts.query)
            return f"{there}?thread={thread[1]}#m{ts}" if thread else f"{there}?thread={ts}#m{ts}"
        return None

    def person_name(self, identity: str) -> str:
        """How a mention of this person reads."""
        user = self.team.users.get(identity)
        return f"@{(user.name if user.bot_id else user.real_name) if user else identity}"

    def channel_name(self, identity: str) -> str:
        """How a channel reads for somebody who may not know of it."""
        channel = self.team.channels.get(identity)
        if channel is None or (channel.kind != "public" and self.person.id not in channel.members):
            return "a private channel"
        return f"#{channel.name}"


def anchor(links: Links, url: str, label: str) -> Markup:
    """A link, or the label alone when the address is not safe."""
    target = links.target(url)
    if target is None:
        return escape(label)
    if target.startswith("/") and "/files/" not in target and "/canvas/" not in target:
        return Markup('<a href="{}">{}</a>').format(target, label)
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(target, label)


def mrkdwn(text: str, links: Links) -> Markup:
    """Slack's markup: bold, italic, strike, code, quotes, links and mentions."""
    held: list[Markup] = []

    def hold(finished: Markup) -> str:
        held.append(finished)
        return f"{_OPEN}{len(held) - 1}{_CLOSE}"

    def token(found: re.Match[str]) -> str:
        if found["block"]:
            return hold(Markup("<pre>{}</pre>").format(unescaped(found["block"])))
        if found["code"]:
            return hold(Markup("<code>{}</code>").format(unescaped(found["code"])))
        return hold(_reference(found["link"], links))

    marked = _TOKEN.sub(token, text.replace(_OPEN, "").replace(_CLOSE, ""))
    shown = str(escape(unescaped(marked)))
    for pattern, tag in _STYLES:
        shown = pattern.sub(rf"<{tag}>\1</{tag}>", shown)
    shown = _with_quotes(shown)
    # Every character of `shown` was escaped above; the rest are the tags of this function.
    return Markup(_HELD.sub(lambda found: str(held[int(found[1])]), shown))  # noqa: S704


def _with_quotes(shown: str) -> str:
    """Lines that begin with `>` as quotations; other line ends stay."""
    parts: list[str] = []
    for line in shown.split("\n"):
        if _QUOTED.match(line):
            words = _QUOTED.sub("", line)
            if parts and parts[-1].endswith("</blockquote>"):
                parts[-1] = parts[-1].removesuffix("</blockquote>") + f"<br>{words}</blockquote>"
            else:
                parts.append(f"<blockquote>{words}</blockquote>")
        else:
            parts.append(line)
    return (
        "<br>".join(parts)
        .replace("</blockquote><br>", "</blockquote>")
        .replace("<br><blockquote>", "<blockquote>")
    )


def _reference(inside: str, links: Links) -> Markup:
    """What stands between `<` and `>`: a person, a channel, a call to many, or a link."""
    target, _, label = inside.partition("|")
    if target.startswith("@"):
        return mention(links.person_name(target[1:]))
    if target.startswith("#"):
        return mention(links.channel_name(target[1:]))
    if target.startswith("!"):
        return mention(label or "@" + target[1:].partition("^")[0])
    return anchor(links, unescaped(target), unescaped(label or target))


def mention(name: str) -> Markup:
    """Somebody or something called by name."""
    return Markup('<span class="mention">{}</span>').format(name)


def plain(text: str) -> Markup:
    """Text without markup; line ends stay."""
    return Markup("<br>").join(text.split("\n"))


def markdown(text: str, links: Links) -> Markup:
    """Markdown as in streamed messages; raw HTML in it is text, pictures are left out."""
    reader = MarkdownIt("commonmark", {"html": False, "breaks": True})
    reader.enable(["table", "strikethrough"]).disable("image")
    reader.add_render_rule("link_open", _link_rule(links))
    return Markup(reader.render(text))  # noqa: S704 - markdown-it escapes what is not markup


def _link_rule(links: Links) -> Callable[..., str]:
    def opened(
        renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        token = tokens[index]
        target = links.target(str(token.attrGet("href") or "")) or "#"
        token.attrs = {"href": target}
        if not target.startswith(("/", "#")):
            token.attrs |= {"target": "_blank", "rel": "noopener noreferrer"}
        return renderer.renderToken(tokens, index, options, env)

    return opened


def typed(text: str, team: Workspace) -> str:
    """What a person types as Slack's client sends it: escaped, with links and mentions as references."""
    sent = str(escape(text)).replace("&#34;", '"').replace("&#39;", "'")
    sent = _TYPED.sub(lambda found: f"<{found[0]}>", sent)
    names = sorted((user for user in team.users.values()), key=lambda user: -len(user.name))
    for user in names:
        sent = re.sub(rf"(?<![\w@])@{re.escape(user.name)}\b", f"<@{user.id}>", sent)
    for channel in team.channels.values():
        if channel.kind == "public":
            sent = re.sub(
                rf"(?<![\w#&])#{re.escape(channel.name)}\b", f"<#{channel.id}|{channel.name}>", sent
            )
    return sent
