"""Subtitles and other timed lines: WebVTT, SubRip, LRC and Whisper's table; a turn per cue."""

import html
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from icpbot.adapters.readers.about import About
from icpbot.adapters.readers.encoding import decode
from icpbot.adapters.readers.guards import BROKEN
from icpbot.adapters.readers.header import collected, fields_of, is_fictional
from icpbot.adapters.readers.labels import speakers
from icpbot.adapters.readers.lines import BLANK, Line, joined, line, seconds, turn
from icpbot.adapters.readers.sources import from_turns
from icpbot.domain.errors import Rejected
from icpbot.domain.sources import SourceText, Turn

_VOICE = re.compile(r"<v(?:\.[\w-]{1,40}){0,9}\s([^>]{1,200})>")
_TAG = re.compile(
    r"</?(?:v|c|b|i|u|s|font|ruby|rt|lang)\b[^>]{0,200}>|<\d[\d:.]{0,30}>|\{\\[^}]{0,200}\}", re.IGNORECASE
)
_STAMP = re.compile(r"\[((?:\d+:)?\d+:\d\d(?:[.,]\d+)?)\](.*)")
_TIMING = re.compile(r"^[ \t]{0,9}\d[\d:.,]{3,20}[ \t]{0,9}-->", re.MULTILINE)
_SPARSE = 0.9

SKIPPED = "read-cues-skipped"
"""A warning: cues with impossible times were left out."""


def read_vtt(name: str, data: bytes) -> SourceText:
    text = decode(name, data)
    return vtt(name, text) if text.lstrip().startswith("WEBVTT") else srt(name, text)


def read_srt(name: str, data: bytes) -> SourceText:
    text = decode(name, data)
    return vtt(name, text) if text.lstrip().startswith("WEBVTT") else srt(name, text)


def read_lrc(name: str, data: bytes) -> SourceText:
    return lrc(name, decode(name, data))


def vtt(name: str, text: str) -> SourceText:
    from webvtt import WebVTT
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    try:
        track = WebVTT.from_string(text.lstrip())
        cues = [
            (c.raw_text, c.start_time.in_milliseconds(), c.end_time.in_milliseconds()) for c in track.captions
        ]
    except (MalformedCaptionError, MalformedFileError, *BROKEN) as exc:
        raise Rejected("read-broken", name=name) from exc
    return _source(name, cues, _noted([*track.header_comments, *track.metadata]), stated=_stated(text))


def srt(name: str, text: str) -> SourceText:
    from webvtt import WebVTT
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    bare = text.strip()
    numbered = bare if re.match(r"\d+\s*\n", bare) else f"1\n{bare}"  # some tools leave the numbers out
    try:
        track = WebVTT.from_buffer(io.StringIO(numbered), format="srt")
        cues = [
            (c.raw_text, c.start_time.in_milliseconds(), c.end_time.in_milliseconds()) for c in track.captions
        ]
    except (MalformedCaptionError, MalformedFileError, *BROKEN) as exc:
        raise Rejected("read-broken", name=name) from exc
    return _source(name, cues, About(), stated=_stated(text))


def _stated(text: str) -> int:
    """How many cues the file has by its timing lines; the parser leaves out bad ones silently."""
    return len(_TIMING.findall(text))


def _noted(comments: Iterable[str]) -> About:
    """A NOTE block or a metadata line is no turn, but may hold the account, date or language."""
    lines = [line(raw) for comment in comments for raw in comment.split("\n") if not is_fictional(raw)]
    return collected([field for each in lines for field in fields_of(each, Counter())], About())


def _source(name: str, cues: Sequence[tuple[str, int, int]], about: About, *, stated: int) -> SourceText:
    turns = [piece for raw, start, end in cues for piece in _turns(raw, start / 1000, end / 1000)]
    if not turns:
        raise Rejected("read-broken" if stated > len(cues) else "read-empty", name=name)
    return from_turns(name, with_speakers(turns), about, warnings=(SKIPPED,) if stated > len(cues) else ())


def _turns(raw: str, start: float, end: float) -> Iterator[Turn]:
    """One turn a cue, or one for each voice where a cue has several."""
    parts = _VOICE.split(raw)
    for voice, words in zip(["", *parts[1::2]], parts[::2], strict=True):
        text = joined(html.unescape(_TAG.sub("", words)).split("\n"))
        if text:
            yield turn(text, " ".join(html.unescape(voice).split()), start, end)


def with_speakers(turns: Sequence[Turn]) -> list[Turn]:
    """'Name: text' cues told apart; where only changes of speaker are named, names carry on."""
    if any(each.speaker for each in turns):
        return list(turns)
    lines = [line(each.text, bare=each.text) for each in turns]
    who = speakers([each for one in lines for each in (one, BLANK)])
    named = sum(one.label in who for one in lines)
    carries = 0 < named < _SPARSE * len(lines)
    found: list[Turn] = []
    for each, one in zip(turns, lines, strict=True):
        last = found[-1].speaker if found and carries else None
        found.append(_named(each, one, last) if one.label not in who else _named(each, one, one.label))
    return [each for each in found if each.text]


def _named(each: Turn, one: Line, speaker: str | None) -> Turn:
    words = one.words if speaker and speaker == one.label else each.text
    return each.model_copy(update={"speaker": speaker, "text": words})


def lrc(name: str, text: str) -> SourceText:
    """`[mm:ss.xx]text`; a stamp without text ends the line before it."""
    stamped = [(seconds(m.group(1)), m.group(2).strip())
               for raw in text.split("\n") if (m := _STAMP.fullmatch(raw.strip()))]  # fmt: skip
    turns = [turn(words, None, start, end) for (start, words), (end, _) in pairwise([*stamped, (None, "")])
             if words]  # fmt: skip
    if not turns:
        raise Rejected("read-empty", name=name)
    return from_turns(name, with_speakers(turns), About())
