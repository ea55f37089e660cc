"""What meeting tools put around a transcript: Teams, Otter, Gong, Google Meet and its notes.

Their own lines are no words of anybody. The block above the first speaker gives title, date and
participants; a time on a line of its own is that of the next speaker.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from icpbot.adapters.readers.about import About
from icpbot.adapters.readers.dates import date_in
from icpbot.adapters.readers.labels import named, plausible
from icpbot.adapters.readers.lines import Line, seconds
from icpbot.domain.text import word_count

_CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,7})?"
_NOISE = re.compile(
    r".{1,80} (?:started|stopped) transcription|Transcribed by https?://otter\.ai.*"
    r"|.{1,80} (?:rozpoczął|rozpoczęła|zatrzymał|zatrzymała) transkrypcję"
    r"|.{1,80} (?:zahájil|zahájila|zastavil|zastavila|ukončil|ukončila) přepis"
    r"|.{1,80} (?:розпочав|розпочала|зупинив|зупинила) транскрибування|.{1,80}(?:开始|停止)(?:转录|听录)"
    r"|(?:Meeting|Transcription|Transcript) ended after [\d:]+.*"
    r"|This editable transcript was computer generated.*"
    r"|You should review Gemini's notes.*|Please provide feedback about using Gemini.*"
    r"|(?:\d+h ?)?(?:\d+m ?)?\d+s"
)
_TOOLS = re.compile(
    r"SUMMARY KEYWORDS|Recorded on .{4,40} via .{2,40}|📝 ?Notes|.{0,120} [-–] Transcript"
    r"|.{0,120}-Meeting Recording|.{1,80} started transcription|This editable transcript was computer.*"
)
_TOP = 40
"""Lines above the first speaker, at most."""
_ALONE = re.compile(r"\d{1,2}:\d\d:\d\d")
_CUE = re.compile(rf"({_CLOCK})\s{{0,9}}-->\s{{0,9}}{_CLOCK}(?:\s{{1,9}}(.{{1,80}}))?")
_TITLE_END = re.compile(r"[-_ ]*(?:\d{8}_\d{6})?-Meeting Recording$| [-–] Transcript$| ?\([^()]*GMT[^()]*\)")
_PEOPLE = re.compile(r"(?:SPEAKERS|Attendees|Participants|Invited)\b[:\s]*(.*)")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")


def tidied(lines: Sequence[Line]) -> tuple[About, list[Line]]:
    """What the tool says of the meeting, and the lines without the tool's own."""
    top = next((i for i, line in enumerate(lines[:_TOP]) if _begins(lines, i)), None)
    by_tool = any(_TOOLS.fullmatch(line.text) for line in lines if len(line.text) < 200)
    kept = [line for line in lines if not _is_noise(line)]
    if not by_tool or top is None:
        about = _about(kept[:_TOP]) if by_tool else About()
        return about, list(_timed(kept))
    about = _about(lines[:top])
    while top and (not lines[top - 1].text or _ALONE.fullmatch(lines[top - 1].text)):
        top -= 1  # the time of the first speaker
    return about, list(_timed([line for line in lines[top:] if not _is_noise(line)]))


def _is_noise(line: Line) -> bool:
    return len(line.text) < 200 and bool(_NOISE.fullmatch(line.text))


def _begins(lines: Sequence[Line], position: int) -> bool:
    """A speaker whose name recurs, or has a time."""
    line = lines[position]
    if _CUE.fullmatch(line.text):
        return True
    if not line.label or line.label in {"SPEAKERS", "Participants", "Attendees"}:
        return False
    return line.start is not None or sum(each.label == line.label for each in lines) > 1


def _about(top: Sequence[Line]) -> About:
    texts = [line.text for line in top if line.text]
    found = (date_in(text) for text in texts if word_count(text) <= 14)
    title = next((_title(text) for text in texts if _may_be_title(text)), None)
    return About(title=title or None, date=next(filter(None, found), None), people=tuple(_people(texts)))


def _title(text: str) -> str:
    return _TITLE_END.sub("", text).strip()


def _may_be_title(text: str) -> bool:
    """Not the line that holds little but the date, nor one of the tool's own."""
    short = len(text) < 200 and 0 < word_count(text) <= 14
    bare = _TITLE_END.sub("", text)
    dated = date_in(bare) is not None and word_count(re.sub(r"[\d:.,/-]+", " ", bare)) <= 4
    return short and not dated and not _NOISE.fullmatch(text) and not text.startswith("📝")


def _people(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names after the tool's word for participants, on its line or the next; addresses as roles."""
    for text, following in zip_longest(texts, texts[1:], fillvalue=""):
        match = _PEOPLE.fullmatch(text[:2_000])
        if match:
            listed = match.group(1) or following[:2_000]
            yield from ((" ".join(re.split(r"[._]", each.split("@")[0])).title(), each)
                        for each in _MAIL.findall(listed))  # fmt: skip
            yield from ((name, "") for name in map(str.strip, listed.split(","))
                        if plausible(name) and named(name) and "@" not in name)  # fmt: skip


def _timed(lines: Sequence[Line]) -> Iterator[Line]:
    """Times and names on lines of their own joined to what is said below them."""
    start: float | None = None
    announced = False
    for line in lines:
        cue = _CUE.fullmatch(line.text) if len(line.text) < 200 else None
        if cue:
            start, announced = seconds(cue.group(1)), True
            if cue.group(2) and plausible(cue.group(2)):
                yield _speaker(cue.group(2), start)
                announced = False
        elif announced and line.text:
            yield _speaker(line.text, start) if plausible(line.text) and named(line.text) else line
            announced = False
        elif _ALONE.fullmatch(line.text):
            start = seconds(line.text)
        elif line.label and line.start is None and start is not None:
            yield replace(line, start=start)
            start = None
        else:
            yield line


def _speaker(name: str, start: float | None) -> Line:
    return Line(name, label=" ".join(name.split()), start=start, body=name)
