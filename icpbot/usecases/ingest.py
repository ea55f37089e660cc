"""Ingest: a file becomes a source that can be searched, counted and quoted."""

import re
from collections import Counter
from enum import StrEnum

from icpbot.domain.accounts import Account, account_id
from icpbot.domain.errors import IcpbotError, Rejected
from icpbot.domain.likeness import Alike, Sketch, judged, sketch
from icpbot.domain.model import Model
from icpbot.domain.names import key_of
from icpbot.domain.passages import split
from icpbot.domain.sources import (
    WORKSPACE,
    Kind,
    Origin,
    Source,
    SourceText,
    SpeakerRole,
    Turn,
    content_hash,
    local_reader,
    source_id,
)
from icpbot.domain.speakers import infer_roles
from icpbot.domain.text import word_count
from icpbot.domain.titles import titles
from icpbot.usecases.customers import import_table
from icpbot.usecases.extract import extract, questions_asked
from icpbot.usecases.ports import Desk, Progress

LANGUAGES = frozenset({"en", "pl", "cs", "uk", "zh"})
_TELLING = 8
"""Words of a turn below which its language is anybody's guess."""
RECORDINGS = frozenset({"m4a", "mp3", "mp4", "wav", "webm", "ogg"})


class Status(StrEnum):
    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


class Upload(Model):
    """A file as someone gave it, with what they said about it."""

    path: str
    data: bytes
    account: str | None = None
    kind: Kind | None = None
    origin: Origin | None = None
    audience: str = WORKSPACE
    uploader: str | None = None
    link: str | None = None


class Receipt(Model):
    """What became of one file; `reason` is a sentence when it was rejected."""

    path: str
    status: Status
    source: Source | None = None
    passages: int = 0
    replaced: tuple[str, ...] = ()
    """Ids of the older sources it took the place of."""
    alike: tuple[Source, ...] = ()
    """Older sources that say nearly the same; all are kept until a person decides."""
    heard: dict[str, int] = {}
    not_asked: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    reason: str | None = None
    tokens: int = 0
    """What the model cost."""


def unpacked(upload: Upload, *, desk: Desk) -> list[Upload]:
    """The files in a file: each one of an archive, and each line of a `.jsonl` with several
    transcripts, is one by itself. An archive that is refused comes back whole, and `ingest` says why.
    """
    try:
        inside = desk.reader.unpacked(_name(upload.path), upload.data)
    except Rejected:
        return [upload]
    whole = upload.path.encode(errors="replace").decode()  # a name may have bytes that are no text
    files = [(f"{whole}/{path}", data) for path, data in inside] or [(whole, upload.data)]
    parts = [part for path, data in files for part in _lines(path, data)]
    return [upload.model_copy(update={"path": path, "data": data}) for path, data in parts]


def _lines(path: str, data: bytes) -> list[tuple[str, bytes]]:
    lines = data.splitlines() if path.lower().endswith(".jsonl") else []
    full = [line for line in lines if line.strip()]
    if len(full) < 2:
        return [(path, data)]
    return [(f"{path}#{number}.json", line) for number, line in enumerate(full, 1)]


def ingest(upload: Upload, *, desk: Desk, language: str = "en", progress: Progress | None = None) -> Receipt:
    """Read, split, index and understand one file. A bad one is rejected with its reason, and
    nothing of it is kept.
    """
    try:
        return _ingested(upload, desk, language, progress)
    except IcpbotError as error:
        if error.exit_code > 1:  # not the file's fault
            raise
        reason = desk.voice.say(error.key, language, **{"name": _name(upload.path), **error.values})
        return Receipt(path=upload.path, status=Status.REJECTED, reason=reason)


def _name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _ingested(upload: Upload, desk: Desk, language: str, progress: Progress | None) -> Receipt:
    digest = content_hash(upload.data)
    others = desk.sources.like(desk.workspace, content_hash=digest, path=upload.path)
    same = _same(others, digest, upload.audience)
    if same and (upload.account is None or upload.account == same.account):
        return Receipt(path=upload.path, status=Status.UNCHANGED, source=same,
                       passages=len(desk.sources.passages_of(same.id)))  # fmt: skip
    text = _read(upload, desk)
    source = build_source(upload, text, digest, desk)
    older = [s for s in others if _replaced(s, source)]
    marks = sketch(source)
    corrected, unsure = _alike(source, marks, {s.id for s in older}, desk)
    warnings = [desk.voice.say(key, language) for key in text.warnings]
    warnings += [desk.voice.say("receipt-corrected", language, name=_name(s.path)) for s in corrected]
    warnings += [_unsure_line(s, upload, desk, language) for s in unsure]
    if source.kind is Kind.CUSTOMERS and source.audience == WORKSPACE:
        import_table(_name(upload.path), upload.data, desk=desk)
    elif source.kind is Kind.CUSTOMERS:  # rankings and facts are everybody's, this table is not
        warnings.append(desk.voice.say("receipt-customers-closed", language))
    replaced = [s.id for s in (*older, *corrected)]
    passages, tokens = index_then_store(source, desk, marks=marks, replaces=replaced, progress=progress)
    status = Status.UPDATED if replaced else Status.ADDED
    receipt = _receipt(source, status, passages, warnings, desk)
    return receipt.model_copy(update={"replaced": tuple(replaced), "alike": tuple(unsure), "tokens": tokens})


def _alike(source: Source, own: Sketch, older: set[str], desk: Desk) -> tuple[list[Source], list[Source]]:
    """Sources of another name that say nearly the same: those it corrects, and those it may.

    It corrects only what the same readers see and the same person gave, or anybody's if it comes from
    the command line; of what these readers may not see nothing is said.
    """
    if source.kind is Kind.CUSTOMERS:  # its rows are merged by account
        return [], []
    corrected: list[Source] = []
    unsure: list[Source] = []
    for other, marks in desk.sources.near(source, own):
        found = judged(source, own, other, marks)
        if other.id in older or found is Alike.OTHER or other.audience not in {source.audience, WORKSPACE}:
            continue
        mine = other.audience == source.audience and source.uploader in {None, other.uploader}
        (corrected if found is Alike.SAME and mine else unsure).append(other)
    return corrected, unsure


def _unsure_line(other: Source, upload: Upload, desk: Desk, language: str) -> str:
    command = "forget" if upload.uploader else "icpbot forget"
    return desk.voice.say("receipt-alike", language, name=_name(other.path), command=f"{command} {other.id}")


def _read(upload: Upload, desk: Desk) -> SourceText:
    """A file is read; a recording is listened to first, and its transcript read under its name."""
    name = _name(upload.path)
    stem, _, suffix = name.rpartition(".")
    if suffix.lower() not in RECORDINGS:
        return desk.reader.read(name, upload.data)
    if desk.hearing is None:
        raise Rejected("hear-not-set", name=name)
    return desk.reader.read(f"{stem}.json", desk.hearing.heard(name, upload.data))


def _same(others: list[Source], digest: str, audience: str) -> Source | None:
    """The same content where these readers already see it."""
    visible = [s for s in others if s.content_hash == digest and s.audience in {audience, WORKSPACE}]
    return visible[0] if visible else None


def _replaced(old: Source, new: Source) -> bool:
    """An edited file replaces its older self; one shown to everybody replaces its closed copies."""
    edited = old.path == new.path and old.audience == new.audience and old.uploader == new.uploader
    opened = old.content_hash == new.content_hash and new.audience == WORKSPACE
    return edited or opened


def build_source(upload: Upload, text: SourceText, digest: str, desk: Desk) -> Source:
    """The source with what the person said, else what the file says, else what can be inferred."""
    kind = upload.kind or text.kind or Kind.NOTES
    sample = " ".join(turn.text for turn in text.turns[:60])[:4000]
    account = upload.account or known_account(text, _name(upload.path), desk)
    language = text.language or desk.language_of(sample)
    roles = infer_roles(text.turns, text.roles) if kind is not Kind.SURVEY else {}
    stem = _name(upload.path).rpartition(".")[0]
    return Source(
        id=source_id(desk.workspace, digest, upload.audience),
        workspace=desk.workspace,
        path=upload.path,
        kind=kind,
        origin=upload.origin or text.origin or _origin(kind),
        audience=upload.audience,
        content_hash=digest,
        turns=_in_other_languages(text.turns, language, desk),
        added_at=desk.clock(),
        title=text.title,
        language=language,
        date=text.date,
        account=account,
        uploader=upload.uploader,
        link=upload.link,
        roles=roles,
        titles=titles(text.turns, roles, text.titles, stem, desk.knowledge.catalogue()) if roles else {},
    )


def _origin(kind: Kind) -> Origin:
    return Origin.SECOND_HAND if kind in {Kind.NOTES, Kind.THREAD} else Origin.FIRST_HAND


def _in_other_languages(turns: tuple[Turn, ...], language: str | None, desk: Desk) -> tuple[Turn, ...]:
    """Turns that are long enough to tell, and told to be in another language than the source."""
    marked: list[Turn] = []
    for turn in turns:
        long = word_count(turn.text) >= _TELLING and not turn.heading
        found = desk.language_of(turn.text[:1000]) if long and language else None
        other = found in LANGUAGES and found != language
        marked.append(turn.model_copy(update={"language": found}) if other else turn)
    return tuple(marked)


def known_account(text: SourceText, name: str, desk: Desk) -> str | None:
    """The account's name as the CRM writes it: the file's guess, an e-mail domain or a word of the
    file's name must begin exactly one known account's name. Otherwise the guess stays as it is.
    """
    accounts = desk.accounts.accounts(desk.workspace)
    known = {key_of(a.name): a.name for a in accounts}
    if text.account:
        key = key_of(text.account)
        starting = [full for k, full in known.items() if f"{k} ".startswith(f"{key} ")]
        return known.get(key) or (starting[0] if len(starting) == 1 else text.account)
    written = {a.name for a in accounts if a.domain and a.domain.casefold() in text.domains}
    if len(written) == 1:
        return written.pop()
    words = [word for word in key_of(name.rsplit(".", 1)[0]).split() if len(word) > 4]
    words += [key_of(re.split(r"[-.]", domain)[0]) for domain in text.domains]
    found = {full for k, full in known.items() for word in words if k.split()[:1] == [word]}
    return found.pop() if len(found) == 1 else None


def index_then_store(
    source: Source, desk: Desk, *, marks: Sketch, replaces: list[str], progress: Progress | None = None
) -> tuple[int, int]:
    """The index first, the truth last: what is not in the store is never shown, so a kill in
    between leaves nothing half-done to see. Returns the number of passages, and the model's tokens.
    """
    passages = split(source)
    desk.index.add(source, passages, progress)
    insights, tokens = extract(source, passages, desk)
    asked = questions_asked(source, desk) if source.kind is Kind.INTERVIEW else []
    desk.sources.add(source, passages, insights, asked, marks=marks, replaces=replaces)
    stale = [old for old in replaces if old != source.id]
    if stale:
        desk.index.remove(stale)
    if source.account and source.audience == WORKSPACE:  # that we talk to somebody may be a secret
        _remember_account(source.account, desk)
    return len(passages), tokens


def _remember_account(name: str, desk: Desk) -> None:
    known = {key_of(a.name) for a in desk.accounts.accounts(desk.workspace)}
    if key_of(name) not in known:
        account = Account(id=account_id(desk.workspace, name), workspace=desk.workspace, name=name)
        desk.accounts.save(account, [])


def _receipt(source: Source, status: Status, passages: int, warnings: list[str], desk: Desk) -> Receipt:
    everything = local_reader(desk.workspace)
    asked = {a.kind for a in desk.insights.asked(everything, source=source.id)}
    heard = desk.insights.insights(everything, source=source.id)
    motivation = ("reason_to_buy", "pain", "job", "alternative", "trigger")
    return Receipt(
        path=source.path,
        status=status,
        source=source,
        passages=passages,
        heard=dict(Counter(i.kind.value for i in heard).most_common()),
        not_asked=tuple(k for k in motivation if k not in asked) if source.kind is Kind.INTERVIEW else (),
        warnings=tuple(warnings),
    )


def duration_minutes(source: Source) -> int | None:
    ends = [end for turn in source.turns if (end := turn.end or turn.start) is not None]
    return round(max(ends) / 60) if ends else None


def told_apart(source: Source) -> dict[str, str]:
    """Speakers with their roles, for the receipt."""
    return {name: source.roles.get(name, SpeakerRole.UNKNOWN).value for name in source.speakers}
