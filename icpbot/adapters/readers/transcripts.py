"""Transcripts in JSON: ours, Whisper's, Podcasting 2.0's, and JSON Lines of ours."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from icpbot.adapters.readers.about import About, language_code
from icpbot.adapters.readers.dates import date_in
from icpbot.adapters.readers.encoding import clean, decode
from icpbot.adapters.readers.lines import joined, seconds, turn
from icpbot.adapters.readers.sources import from_turns
from icpbot.adapters.readers.subtitles import with_speakers
from icpbot.domain.errors import Rejected
from icpbot.domain.sources import SourceText, Turn
from icpbot.domain.text import word_count

_LISTS = ("turns", "segments", "utterances", "sentences")
_TEXTS = ("text", "body")
_SPEAKERS = ("speaker", "speaker_name", "speakerName")
_STARTS = ("start", "startTime", "start_time")
_ENDS = ("end", "endTime", "end_time")
_PAUSE = 2.0


def read_json(name: str, data: bytes) -> SourceText:
    document = _loaded(name, decode(name, data))
    if isinstance(document, list):
        whole = [item for item in document if _segments(item) is not None]
        if whole and len(whole) == len(document):
            return _several(name, whole)
        document = {"turns": document}
    return _one(name, document)


def read_jsonl(name: str, data: bytes) -> SourceText:
    """One transcript a line; some tools write a single document over many lines instead."""
    text = decode(name, data)
    lines = [line for line in text.split("\n") if line.strip()]
    documents = [_loaded(name, line) for line in lines]
    if all(_segments(each) is None for each in documents):
        return _one(name, {"turns": documents})
    return _several(name, documents)


def _loaded(name: str, text: str) -> Any:
    """RecursionError is the guard against brackets nested without end."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as exc:
        raise Rejected("read-broken", name=name) from exc


def _one(name: str, document: object) -> SourceText:
    turns = _turns(name, document)
    return from_turns(name, with_speakers(turns), _about(document))


def _several(name: str, documents: Sequence[object]) -> SourceText:
    if len(documents) == 1:
        return _one(name, documents[0])
    turns: list[Turn] = []
    for document in documents:
        title = _about(document).title
        turns += [Turn(text=title, heading=True)] if title else []
        turns += with_speakers(_turns(name, document))
    return from_turns(name, turns, About())


def _segments(document: object) -> list[Any] | None:
    if not isinstance(document, dict):
        return None
    lists = (document.get(key) for key in _LISTS)
    return next((each for each in lists if isinstance(each, list)), None)


def _turns(name: str, document: object) -> list[Turn]:
    segments = _segments(document)
    if not segments or not all(isinstance(each, dict) and _text(each) is not None for each in segments):
        raise Rejected("read-not-transcript", name=name, found=_found(document))
    turns = [_turn(each) for each in segments]
    spoken = [each for each in turns if each.text]
    if not spoken:
        raise Rejected("read-empty", name=name)
    words = sum(word_count(each.text) for each in spoken)
    return list(_sentences(spoken)) if words < 2 * len(spoken) and _timed(spoken) else spoken


def _found(document: object) -> str:
    """The keys that are there instead, so that the person knows which file this was."""
    inner = (_segments(document) or [document])[0]
    keys = list(inner) if isinstance(inner, dict) else []
    return clean(", ".join(map(str, keys[:5])))[:60] or type(inner).__name__


def _text(segment: Mapping[str, Any]) -> str | None:
    return next((segment[key] for key in _TEXTS if isinstance(segment.get(key), str)), None)


def _first(segment: Mapping[str, Any], keys: Sequence[str]) -> object:
    return next((segment[key] for key in keys if segment.get(key) is not None), None)


def _turn(segment: Mapping[str, Any]) -> Turn:
    speaker = _first(segment, _SPEAKERS)
    label = " ".join(clean(str(speaker)).split()) if isinstance(speaker, str | int) else None
    start, end = seconds(_first(segment, _STARTS)), seconds(_first(segment, _ENDS))
    return turn(clean(_text(segment) or "").strip(), label, start, end)


def _timed(turns: Sequence[Turn]) -> bool:
    return all(each.start is not None for each in turns)


def _sentences(turns: Sequence[Turn]) -> Iterator[Turn]:
    """Podcasting 2.0 may give every word its own segment: joined per speaker up to a pause."""
    run: list[Turn] = []
    for each in turns:
        if run and (each.speaker != run[-1].speaker or _paused(run[-1], each)):
            yield _run(run)
            run = []
        run.append(each)
    if run:
        yield _run(run)


def _paused(last: Turn, following: Turn) -> bool:
    gap = (following.start or 0) - (last.end or last.start or 0)
    return gap > _PAUSE or (bool(re.search(r"[.!?。！？]$", last.text)) and gap > _PAUSE / 4)


def _run(run: Sequence[Turn]) -> Turn:
    return turn(joined(each.text for each in run), run[0].speaker, run[0].start, run[-1].end)


def _about(document: object) -> About:
    """What the transcript states of itself; values of a wrong type say nothing."""
    given = document if isinstance(document, dict) else {}
    stated = {key: clean(value).strip() for key, value in given.items() if isinstance(value, str)}
    language = stated.get("language") or stated.get("lang")
    return About(
        title=stated.get("title") or stated.get("doc_id"),
        account=stated.get("account"),
        date=date_in(stated.get("date", "")),
        language=language_code(language) if language else None,
    )
