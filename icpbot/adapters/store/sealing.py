"""What people said, encrypted where it lies: columns that seal what is written and open what is read.

A database is opened with a ring of keys. The first key seals (AES-256-GCM, a new nonce for every value),
all of them open, and what was written in clear before there was a key is still read. Terms of the words'
index become keyed digests, which find the same passages and tell no word.
"""

import json
import os
import re
from base64 import b64decode, b64encode
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any
from weakref import WeakKeyDictionary

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import JSON, Dialect, Text
from sqlalchemy.types import TypeDecorator

from icpbot.adapters.store.vault import derived
from icpbot.domain.errors import UsageError

MARK = "\x01"
"""Begins every sealed value, followed by the name of its key. `storable` lets no other text begin so."""
_NAME, _NONCE, _DIGEST = 8, 12, 6
"""Characters of a key's name; bytes of a nonce (NIST SP 800-38D); bytes of a term: with a million different
terms the odds that any two of them share a digest are 1 in 500."""
_SEALED = "sealed"
_HALVES = re.compile("[\ud800-\udfff]")


class Ring:
    """The keys of a database. Without any, or with `seals=False`, it is written in clear."""

    def __init__(self, keys: Sequence[str] = (), *, seals: bool = True) -> None:
        self._ciphers = {_name(key): AESGCM(derived(key, "icpbot words")) for key in keys}
        self._terms = {_name(key): derived(key, "icpbot terms") for key in keys}
        self.first = next(iter(self._ciphers), "") if seals else ""
        """The name of the key that seals; empty for none."""
        self.names = (self.first, *(name for name in (*self._ciphers, "") if name != self.first))
        """Whatever something may be under: the first key, the others, none."""

    def sealed(self, text: str) -> str:
        if not self.first:
            return text
        nonce = os.urandom(_NONCE)
        locked = self._ciphers[self.first].encrypt(nonce, text.encode(), None)
        return MARK + self.first + b64encode(nonce + locked).decode()

    def opened(self, text: str) -> str:
        """What was sealed, or is in clear; raises `UsageError` when none of the keys fits."""
        if not text.startswith(MARK):
            return text
        try:
            cipher, locked = self._ciphers[_under(text)], b64decode(text[1 + _NAME :])
            return cipher.decrypt(locked[:_NONCE], locked[_NONCE:], None).decode()
        except (KeyError, ValueError, InvalidTag) as error:
            raise UsageError("secret-key-unknown") from error

    def term(self, term: str, under: str) -> str:
        """How a term stands in the index under a key, or in clear under none."""
        key = self._terms.get(under)
        return blake2b(term.encode(), key=key, digest_size=_DIGEST).hexdigest() if key else term


CLEAR = Ring()
_RINGS: "WeakKeyDictionary[Dialect, Ring]" = WeakKeyDictionary()


def give_ring(dialect: Dialect, ring: Ring) -> None:
    """Every engine has a dialect of its own, and hands it to the types of the columns."""
    _RINGS[dialect] = ring


def ring_of(dialect: Dialect) -> Ring:
    return _RINGS.get(dialect, CLEAR)


class Said(TypeDecorator[str]):
    """Text of people. It cannot be compared in SQL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return ring_of(dialect).sealed(storable(value)) if value else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return opened(value, ring_of(dialect))  # type: ignore[no-any-return]


class SaidBody(TypeDecorator[Any]):
    """An object or a list with text of people; what is neither, or empty, is left as it is. Of an object
    named here SQL can still look at these keys: `SaidBody(place=("channel",))`.
    """

    impl = JSON
    cache_ok = True

    def __init__(self, **clear: tuple[str, ...]) -> None:
        super().__init__()
        self.clear = tuple(clear.items())

    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        return self.impl_instance.coerce_compared_value(op, value)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        ring = ring_of(dialect)
        if not ring.first or not value or not isinstance(value, dict | list):
            return value
        return {
            **self._seen_in(value),
            _SEALED: ring.sealed(json.dumps(_storable(value), ensure_ascii=False)),
        }

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return opened(value, ring_of(dialect))

    def _seen_in(self, body: dict[str, Any] | list[Any]) -> dict[str, Any]:
        named = (
            (name, keys, body[name]) for name, keys in self.clear if isinstance(body, dict) and name in body
        )
        return {name: {key: found.get(key) for key in keys} for name, keys, found in named}


def opened(value: Any, ring: Ring) -> Any:
    """A stored text or body as it was written."""
    token = token_in(value)
    if token is None:
        return value
    return json.loads(ring.opened(token)) if isinstance(value, dict) else ring.opened(token)


def token_in(value: Any) -> str | None:
    """The sealed text of a stored body or text, if it is sealed."""
    found = value.get(_SEALED) if isinstance(value, dict) else value
    return found if isinstance(found, str) and found.startswith(MARK) else None


def sealed_under(value: Any) -> str:
    """The name of the key that a stored value is under; empty for none."""
    token = token_in(value)
    return _under(token) if token else ""


def storable(text: str, *, sealed: bool = False) -> str:
    """The same, as long, without what PostgreSQL or UTF-8 cannot hold, and without the mark where it is
    not `sealed`.
    """
    if not text.isascii() and _lone(text):
        text = _HALVES.sub("\ufffd", text)
    text = text.replace("\x00", "\ufffd")
    return "\ufffd" + text[1:] if text.startswith(MARK) and not sealed else text


def _lone(text: str) -> bool:
    """Whether halves of characters stand alone in it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {_storable(key): _storable(item) for key, item in value.items()}
    return [_storable(item) for item in value] if isinstance(value, list) else value


def dumped(value: Any) -> str:
    """JSON for the database; its escapes, too, hold nothing that PostgreSQL cannot read."""
    text = json.dumps(value)
    return json.dumps(_storable(value)) if "\\u0000" in text or "\\ud" in text else text


def _name(key: str) -> str:
    return derived(key, "icpbot key names").hex()[:_NAME]


def _under(token: str) -> str:
    return token[1 : 1 + _NAME]
