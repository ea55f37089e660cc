"""The library: what has been read, searching it, forgetting, and building the index anew."""

from icpbot.domain.errors import NotFound
from icpbot.domain.model import Model
from icpbot.domain.names import key_of
from icpbot.domain.passages import split
from icpbot.domain.profile import Basis, Claim, Profile
from icpbot.domain.ranking import Filter, Hit, spread, stretches, within_words
from icpbot.domain.sources import EVERYTHING, Reader, Source
from icpbot.usecases.ports import Desk, Progress

MOST = 200
"""Candidates fetched when the page is limited by words."""


def search(
    query: str, reader: Reader, *, desk: Desk, k: int = 10, words: int | None = None,
    source: str | None = None, account: str | None = None, language: str | None = None,
) -> list[Hit]:  # fmt: skip
    """The best passages a reader may see; at most a few of one source unless one is asked for."""
    where = within(reader, source=source, account=account, language=language)
    hits = desk.index.search(query, where, MOST if words else max(k * 5, 50))
    ordered = hits if source else spread(hits)
    return within_words(ordered, words) if words else ordered[:k]


def places(
    query: str, reader: Reader, *, desk: Desk, k: int = 10,
    source: str | None = None, account: str | None = None, language: str | None = None,
) -> list[Hit]:  # fmt: skip
    """The best places to read on: passages that stand side by side in a source are one place."""
    where = within(reader, source=source, account=account, language=language)
    hits = desk.index.search(query, where, max(k * 3, 30))
    joined = list(stretches(hits, lambda key: _text(key, desk)))
    return (joined if source else spread(joined))[:k]


def within(reader: Reader, **narrower: str | None) -> Filter:
    """What may be searched for a reader."""
    return Filter(workspace=reader.workspace, audiences=audiences(reader), **narrower)


def _text(source_id: str, desk: Desk) -> str:
    source = desk.sources.get(source_id)
    return source.text if source else ""


def audiences(reader: Reader) -> tuple[str, ...]:
    """What a filter wants: nothing listed means everything is readable."""
    return () if EVERYTHING in reader.audiences else reader.readable


def find_source(name: str, reader: Reader, *, desk: Desk) -> Source:
    """A source by its id, its path or its file name."""
    for source in desk.sources.all(reader):
        if name in {source.id, source.path, source.path.rsplit("/", 1)[-1]}:
            return source
    raise NotFound("source-unknown", name=name)


class Forgotten(Model):
    """What went: proof for the person who asked."""

    sources: tuple[str, ...] = ()
    passages: int = 0
    insights: int = 0
    claims_flagged: int = 0


def forget(
    reader: Reader, *, desk: Desk, ids: tuple[str, ...] = (), account: str | None = None,
    speaker: str | None = None,
) -> Forgotten:  # fmt: skip
    """Remove sources with their passages, vectors, insights and quotes, and flag the claims that
    leaned on them.
    """
    doomed = [s for s in desk.sources.all(reader) if _named(s, ids, account, speaker)]
    if not doomed:
        raise NotFound("source-unknown", name=", ".join(ids) or account or speaker or "")
    gone = tuple(s.id for s in doomed)
    passages = sum(len(desk.sources.passages_of(source_id)) for source_id in gone)
    insights = sum(i.source_id in gone for i in desk.insights.insights(reader))
    desk.index.remove(gone)
    flagged = _flag_claims(set(gone), desk)
    desk.sources.remove(gone)
    return Forgotten(sources=gone, passages=passages, insights=insights, claims_flagged=flagged)


def _named(source: Source, ids: tuple[str, ...], account: str | None, speaker: str | None) -> bool:
    if source.id in ids or source.path in ids:
        return True
    if account and source.account and key_of(source.account) == key_of(account):
        return True
    return bool(speaker) and speaker in source.speakers


def _flag_claims(gone: set[str], desk: Desk) -> int:
    """Every stored version loses the quotes; a claim without any left becomes an assumption."""
    flagged = 0
    for latest in desk.profiles.profiles(desk.workspace):
        for profile in desk.profiles.versions(desk.workspace, latest.name):
            claims = tuple(_without(claim, gone) for claim in profile.claims)
            roles = tuple(
                r.model_copy(update={"quotes": tuple(q for q in r.quotes if q.source_id not in gone)})
                for r in profile.roles
            )
            if (claims, roles) != (profile.claims, profile.roles):
                flagged += sum(a != b for a, b in zip(claims, profile.claims, strict=True))
                changed = profile.model_copy(update={"claims": claims, "roles": roles})
                desk.profiles.rewrite(desk.workspace, changed)
    for conversation, draft in desk.drafts.conversations(desk.workspace):
        cleaned = _without_history(draft.profile, gone)
        if cleaned != draft.profile:
            update = {"profile": cleaned, "history": ()}
            desk.drafts.save_draft(conversation, draft.model_copy(update=update))
    return flagged


def _without_history(profile: Profile, gone: set[str]) -> Profile:
    return profile.model_copy(update={"claims": tuple(_without(c, gone) for c in profile.claims)})


def _without(claim: Claim, gone: set[str]) -> Claim:
    left = tuple(quote for quote in claim.quotes if quote.source_id not in gone)
    if left == claim.quotes:
        return claim
    basis = claim.basis if left else Basis.ASSUMPTION
    update = {"quotes": left, "basis": basis, "flagged": True, "counts": None}
    said = {" ".join(quote.text.split()) for quote in claim.quotes if quote not in left}
    if " ".join(claim.text.split()) in said:  # the claim was worded by whom we must forget
        update["text"] = " ".join(left[0].text.split()) if left else "…"
    return claim.model_copy(update=update)


def reindex(reader: Reader, *, desk: Desk, progress: Progress | None = None) -> int:
    """Build the index from the store; the number of passages in it."""
    desk.index.clear()
    total = 0
    for source in desk.sources.all(reader):
        passages = desk.sources.passages_of(source.id) or split(source)
        desk.index.add(source, passages, progress)
        total += len(passages)
    return total
