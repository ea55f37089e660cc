"""E-mails: what a colleague or customer wrote, under the sender's name."""

import email
import email.policy
import re
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import getaddresses, parseaddr, parsedate_to_datetime

from icpbot.adapters.readers import web
from icpbot.adapters.readers.about import About
from icpbot.adapters.readers.encoding import clean, decode
from icpbot.adapters.readers.guards import BROKEN
from icpbot.adapters.readers.lines import Line, line
from icpbot.adapters.readers.sources import from_lines
from icpbot.domain.errors import Rejected
from icpbot.domain.sources import Origin, SourceText

ATTACHMENTS = "read-attachments-skipped"
"""A warning: the mail has attachments; only its text was read."""

_HEADERS = ("From", "To", "Subject", "Date", "Received", "Message-ID")
_PEOPLE = 200
_QUOTE = re.compile(r"^(?:>\s?)+")
_SIGNATURE = re.compile(r"\n--[ \t]*\n.*", re.DOTALL)


def read(name: str, data: bytes) -> SourceText:
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
        if not any(header in message for header in _HEADERS):
            raise Rejected("read-broken", name=name)
        return _source(name, message)
    except (MessageError, *BROKEN) as exc:
        raise Rejected("read-broken", name=name) from exc


def _source(name: str, message: EmailMessage) -> SourceText:
    lines = _lines(name, message)
    sender = clean(parseaddr(str(message.get("From", "")))[0]).strip() or None
    found = from_lines(name, lines, _about(message))
    turns = found.turns
    if not any(turn.speaker for turn in turns):
        turns = tuple(t if t.heading else t.model_copy(update={"speaker": sender}) for t in turns)
    attached = any(True for _ in message.iter_attachments())
    return found.model_copy(update={"turns": turns, "warnings": (ATTACHMENTS,) if attached else ()})


def _about(message: EmailMessage) -> About:
    """Second-hand even if it quotes a conversation: somebody chose what to pass on."""
    title = " ".join(clean(str(message.get("Subject", ""))).split())
    try:
        sent = parsedate_to_datetime(str(message["Date"])).date() if message["Date"] else None
    except ValueError:
        sent = None
    written = getaddresses([str(message.get(header, "")) for header in ("From", "To", "Cc")])
    people = tuple((clean(name), clean(address)) for name, address in written[:_PEOPLE])
    return About(title=title or None, date=sent, origin=Origin.SECOND_HAND, people=people)


def _lines(name: str, message: EmailMessage) -> list[Line]:
    part = message.get_body(preferencelist=("plain", "html"))
    raw = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(raw, bytes) or not raw.strip():
        raise Rejected("read-empty", name=name)
    text = _decoded(name, raw, part.get_content_charset())
    if part.get_content_subtype() == "html":
        return web.lines_of(web.parsed(name, text))
    unsigned = _SIGNATURE.sub("\n", text)
    return [line(_QUOTE.sub("", each)) for each in unsigned.split("\n")]


def _decoded(name: str, raw: bytes, charset: str | None) -> str:
    """By the stated character set; many mailers state a wrong one or none."""
    try:
        return clean(raw.decode(charset or "utf-8"))
    except (LookupError, ValueError):
        return decode(name, raw)
