"""Bytes to text: Unicode with or without its mark, and the legacy code pages of our languages."""

import codecs
import re
from collections.abc import Callable
from itertools import islice

from icpbot.domain.errors import Rejected

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LATIN_MARKS = "„“”‚‘’«»–—…•°§©®€\u00a0\u00ad"
_CENTRAL = set(
    "ąćęłńóśźżáčďéěíňřšťúůýžäöüßôľĺŕőűçëâăşţđĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÄÖÜÔĽĹŔŐŰÇËÂĂŞŢĐ" + _LATIN_MARKS
)
_WESTERN = set("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸŒ¿¡£" + _LATIN_MARKS)
_CYRILLIC_WORD = re.compile(r"[А-ЯЄІЇҐЁ]?[а-яєіїґё']+|[А-ЯЄІЇҐЁ]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_FOREIGN_LINE = re.compile(r"[\x00-\x09\x0b-\x7f]{0,300}[^\x00-\x7f][^\n]{0,300}")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def decode(name: str, data: bytes) -> str:
    """The text of a file; raises `Rejected` when it is empty or no text at all."""
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise Rejected("read-empty", name=name)
    text = _marked(name, data)
    if text is None:
        # A zero is half a character of UTF-16; no other encoding of text has one.
        text = _utf16_unmarked(data) if b"\x00" in data else _unicode(data) or _legacy(data)
    if text is None or not _sane(text):
        raise Rejected("read-encoding", name=name)
    text = clean(text)
    if not text.strip():
        raise Rejected("read-empty", name=name)
    return text


def guessed(data: bytes) -> str | None:
    """A few bytes without a mark, such as a file's name."""
    return _unicode(data) or _legacy(data)


def clean(text: str) -> str:
    """One kind of line break, and nothing a database or JSON cannot hold."""
    unbroken = _SURROGATES.sub("\ufffd", _BREAKS.sub("\n", text))
    return _CONTROL.sub("", unbroken).replace("\ufeff", "")


def _marked(name: str, data: bytes) -> str | None:
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as exc:
        raise Rejected("read-encoding", name=name) from exc


def _unicode(data: bytes) -> str | None:
    """UTF-8; a file cut inside a character, or with one bad byte in hundreds, is still UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        loose = data.decode(errors="replace")
    bad = loose.count("\ufffd")
    good = _foreign(loose) - bad
    cut = bad == 1 and loose.endswith("\ufffd")
    return loose if good and (cut or bad * 100 <= good) else None


def _utf16_unmarked(data: bytes) -> str | None:
    """Windows tools write UTF-16 without a mark: every second byte of Latin text is zero, and the
    other scripts read as themselves in one order of bytes only.
    """
    half = len(data) // 2
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        text = _try(data, encoding)
        latin = half >= 2 and zeros.count(0) > 0.3 * half
        if text and (latin or max(_cyrillic(_sample(text)), _chinese(_sample(text))) > 0.8):
            return text
    return None


def _legacy(data: bytes) -> str | None:
    """The code page whose non-ASCII characters look most like its languages."""
    scored = [(score(_sample(text)), order, text) for order, (encoding, score) in enumerate(_PAGES)
              if (text := _try(data, encoding)) is not None]  # fmt: skip
    if not scored:
        return None
    best = max(score for score, _, _ in scored)
    if best < 0.5 and sum(byte > 127 for byte in data) > 0.05 * len(data):
        return None
    tied = [(order, text) for score, order, text in scored if score == best]
    return tied[0][1] if len({text for _, text in tied}) == 1 else _detected(data) or tied[0][1]


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _sample(text: str) -> str:
    """Enough of the lines that are not plain English."""
    return "\n".join(islice((m.group() for m in _FOREIGN_LINE.finditer(text)), 2_000))[:200_000]


def _foreign(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _share(found: int, text: str) -> float:
    return found / max(1, _foreign(text))


def _central(text: str) -> float:
    return _latin(text, _CENTRAL)


def _western(text: str) -> float:
    return _latin(text, _WESTERN)


def _latin(text: str, letters: set[str]) -> float:
    """The share of known letters, if most letters have no accent: in other scripts none are plain."""
    plain = sum(char.isalpha() for char in text if char.isascii())
    accented = sum(char.isalpha() for char in text if not char.isascii())
    return _share(sum(char in letters for char in text), text) if plain >= accented else 0.0


def _cyrillic(text: str) -> float:
    """Cyrillic words with capitals only where words have them: other pages give mixed case."""
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text)
    good = sum(len(w) - w.count("'") for w in words if len(w) > 1 and _CYRILLIC_WORD.fullmatch(w))
    short = sum(len(w) for w in words if len(w) == 1 and _CYRILLIC_WORD.fullmatch(w))
    return _share(good + short + sum(char in _LATIN_MARKS + "№" for char in text), text)


def _chinese(text: str) -> float:
    """Han characters of the common half of GB 2312, and Chinese punctuation."""
    return _share(sum(map(_common_han, filter(lambda char: not char.isascii(), text))), text)


def _common_han(char: str) -> bool:
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return 0xB0 <= code[0] <= 0xD7 or code[0] in {0xA1, 0xA3}


_PAGES: tuple[tuple[str, Callable[[str], float]], ...] = (
    ("cp1250", _central),
    ("cp1251", _cyrillic),
    ("gb18030", _chinese),
    ("cp1252", _western),
)


def _detected(data: bytes) -> str | None:
    """Where two pages fit equally well, letter statistics decide."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=[page for page, _ in _PAGES]).best()
    return str(best) if best else None


def _sane(text: str) -> bool:
    """Few control characters: a picture or a program is no text in any code page."""
    return "\x00" not in text and len(_CONTROL.findall(text)) <= 0.002 * len(text)
