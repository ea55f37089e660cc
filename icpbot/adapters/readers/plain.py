"""Plain text: transcripts of Zoom, Teams, Otter and Gong, chat exports, or paragraphs."""

import re

from icpbot.adapters.readers import markdown, subtitles
from icpbot.adapters.readers.encoding import decode
from icpbot.adapters.readers.lines import lines_of
from icpbot.adapters.readers.sources import from_lines
from icpbot.domain.sources import SourceText

_CUE = re.compile(r"\s*(?:\d+\s*\n)?\d+:\d\d:\d\d[,.]\d+ *--> *\d")
_MARKUP = re.compile(r"^(?:#{1,6} \S|(?:> )?\*\*[^*\n]{1,60}\*\*)", re.MULTILINE)
_TIMESTAMPS = re.compile(r"^\[\d+:\d\d\.\d+\]", re.MULTILINE)


def read(name: str, data: bytes) -> SourceText:
    """By its content: people rename subtitles and Markdown to .txt."""
    text = decode(name, data)
    if text.startswith("WEBVTT"):
        return subtitles.vtt(name, text)
    if _CUE.match(text):
        return subtitles.srt(name, text)
    if len(_TIMESTAMPS.findall(text)) > 2:
        return subtitles.lrc(name, text)
    if len(_MARKUP.findall(text)) > 1:
        return markdown.from_text(name, text)
    return from_lines(name, lines_of(text))
