"""Text as people write it: words, sentences, and a form in which two spellings are equal."""

import re
import unicodedata
from collections.abc import Iterator

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LETTERS = r"[^\W_\u3400-\u9fff\uf900-\ufaff]+"  # Han next to them ("CRM系统") is words of its own
_WORD = re.compile(rf"[\u3400-\u9fff\uf900-\ufaff]|{_LETTERS}(?:['’\-.]{_LETTERS})*", re.UNICODE)
_TERM = re.compile(rf"[\u3400-\u9fff\uf900-\ufaff]+|{_LETTERS}", re.UNICODE)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[。!?！？…]+[”’」』）]*|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|dr|Prof|prof|Ing|Mgr|Bc|inż|mgr|hab|np|tzn|tzw|tj|itp|itd|m\.in|tzv|např|atd|apod"
    r"|resp|cca|vs|etc|e\.g|i\.e|ul|св|вул|грн|тис|млн|напр|ім|т\. ?д|т\. ?п|mil|mln|tis|tys)|\b[^\W\d])$"
)
_BEFORE_NUMBER = re.compile(r"\b(?:No|Nr|nr|ok|č|str|бл|\d+)$")
"""Words that are no abbreviation unless a number follows, and ordinals ("5. května") unless a
sentence does: "Did it help? No. We went back."
"""
_STEM, _SHORTEST = 5, 3
"""Letters of a stem at most, and at least where the word has them."""
_VOWELS = "aeiouyаеиіоуюяєы"
"""As folded letters."""

_FOLDS = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "「": '"', "」": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "ʼ": "'",
        "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-", "−": "-",
        "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
        "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "",
    }
)  # fmt: skip


def word_count(text: str) -> int:
    """Words of a text; two Han characters count as one word, as 240 of them read like 120 words."""
    han = len(HAN.findall(text))
    return len(_WORD.findall(text)) - han + (han + 1) // 2


_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _FOLDS)))}]")
_ACCENTS = filter(unicodedata.combining, map(chr, (*range(0x300, 0x3100), *range(0xFE20, 0xFE30))))
_MARKS = re.compile(f"[{''.join(_ACCENTS)}]+")
"""Accents and vowel signs that stand on the letter before them."""


def fold(text: str) -> str:
    """Lower case without diacritics: 'Žabka' and 'zabka' become equal."""
    if text.isascii():
        return text.replace("`", "'").lower()
    plain = text.translate(_FOLDS) if _FOLDED.search(text) else text
    return _MARKS.sub("", unicodedata.normalize("NFKD", plain).casefold())


def normalised(text: str) -> tuple[str, list[int]]:
    """A form for comparing quotes, and for each of its characters the offset it came from.

    Compatibility forms, case, quotation marks, dashes and runs of white space are made equal.
    Accents are taken apart: a file from a Mac holds "é" as two characters, a model answers with one.
    """
    out: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        for piece in unicodedata.normalize("NFKD", char.translate(_FOLDS)).casefold():
            blank = piece.isspace()
            if blank and (not out or out[-1] == " "):
                continue
            out.append(
                " " if blank else "'" if piece == '"' else piece
            )  # within a quote people change " to '
            offsets.append(offset)
    while out and out[-1] == " ":
        out.pop()
        offsets.pop()
    return "".join(out), offsets


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end offset of every sentence, without the white space around it."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.group()[0] == "." and _goes_on(text, start, match.start(), match.end()):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, start: int, end: int, following: int) -> bool:
    """Whether the full stop at `end` belongs to an abbreviation or an ordinal."""
    before = text[max(start, end - 12) : end]
    if _ABBREVIATION.search(before):
        return True
    after = text[following : following + 3].lstrip()[:1]
    last = _BEFORE_NUMBER.search(before)
    if last is None:
        return False
    return after.islower() if last.group().isdigit() else after.isdigit()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def terms(text: str) -> list[str]:
    """Search terms: folded words cut to five letters without the vowels at their end (a stem that needs no
    dictionary and serves Polish, Czech and Ukrainian endings alike), numbers whole, Han text by bigrams.
    """
    out: list[str] = []
    for term in _TERM.findall(fold(text)):
        if term[0] >= "\u3400" and HAN.match(term):
            out += [term[i : i + 2] for i in range(max(1, len(term) - 1))]
        else:
            out.append(term if term[0].isdigit() else _stem(term))
    return out


def _stem(term: str) -> str:
    """The first letters without the vowels they end in: Slavic nouns bend there ("cena", "cenę")."""
    cut = term[:_STEM]
    return cut[:_SHORTEST] + cut[_SHORTEST:].rstrip(_VOWELS)


def one_line(text: str) -> str:
    """The same words with single spaces between them; for display, never for quotes' offsets."""
    return " ".join(text.split())


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word with an ellipsis; for display, never for quotes."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut).rstrip(" ,;:") + "…"
