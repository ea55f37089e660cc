"""The vault: what must not be readable in the database, and what must not be forged outside of it.

Every secret makes two keys of its own by HKDF (RFC 5869): one encrypts (Fernet: AES-128-CBC with
HMAC-SHA-256), one signs. The first secret encrypts and signs; all of them decrypt and check.
"""

import hmac
import os
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from icpbot.domain.errors import UsageError

_SIGNATURE_BYTES = 18
"""144 bits: too many to guess, few enough for an address."""


class Vault:
    """Implements `Seal`, and encrypts what the store keeps of installations."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._cipher = cipher(keys, "icpbot tokens")
        self._signers = [derived(key, "icpbot links") for key in keys]

    def locked(self, text: str) -> str:
        return self._cipher.encrypt(text.encode()).decode()

    def opened(self, locked: str) -> str:
        """Raises `UsageError` when none of the keys fits: it was encrypted under another one."""
        try:
            return self._cipher.decrypt(locked.encode()).decode()
        except InvalidToken as error:
            raise UsageError("secret-key-unknown") from error

    def relocked(self, locked: str) -> str:
        """The same under the first key."""
        try:
            return self._cipher.rotate(locked.encode()).decode()
        except InvalidToken as error:
            raise UsageError("secret-key-unknown") from error

    def fresh(self) -> str:
        return secrets.token_hex(12)

    def signature(self, text: str) -> str:
        return _signed(self._signers[0], text)

    def holds(self, text: str, signature: str) -> bool:
        """In a time that tells nothing of how nearly it was guessed."""
        given = signature.encode(errors="replace")
        checked = [hmac.compare_digest(_signed(key, text).encode(), given) for key in self._signers]
        return any(checked)


def cipher(keys: Sequence[str], purpose: str) -> MultiFernet:
    """What is encrypted for one purpose does not open for another."""
    return MultiFernet([Fernet(urlsafe_b64encode(derived(key, purpose))) for key in keys])


def derived(key: str, purpose: str) -> bytes:
    """32 bytes that tell nothing of the key, nor of those derived for another purpose."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(key.encode())


def _signed(key: bytes, text: str) -> str:
    digest = hmac.digest(key, text.encode(), "sha256")[:_SIGNATURE_BYTES]
    return urlsafe_b64encode(digest).decode()


def keep_key(file: Path, key: str) -> None:
    """In place of the one that is there."""
    file.unlink(missing_ok=True)
    _make(file, key)


def kept_key(file: Path) -> str:
    """The secret in a file that its owner alone may read; made when there is none."""
    try:
        if not file.exists():
            _make(file, secrets.token_urlsafe(32))
        return file.read_text(encoding="ascii")
    except OSError as error:
        raise UsageError("setting-missing", name="ICPBOT_SECRET_KEY", because="ICPBOT_PUBLIC_URL") from error


def _make(file: Path, key: str) -> None:
    """Whole or not at all, and once: the first of several processes wins."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as opened:
            opened.write(key)
        with suppress(FileExistsError):
            os.link(draft, file)
    finally:
        draft.unlink()
