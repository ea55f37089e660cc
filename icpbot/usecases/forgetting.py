"""Forgetting: a source leaves the store, the index and everything that quotes it; then we look again."""

from collections.abc import Iterable, Sequence
from datetime import date as Day
from datetime import timedelta

from icpbot.domain.accounts import Account, FactOrigin
from icpbot.domain.decisions import words_of
from icpbot.domain.errors import NotFound
from icpbot.domain.fit import FitReport
from icpbot.domain.likeness import sketch
from icpbot.domain.model import Model
from icpbot.domain.names import key_of
from icpbot.domain.profile import Basis, Claim, Profile
from icpbot.domain.requests import Request
from icpbot.domain.sources import Kind, Reader, Source, local_reader
from icpbot.domain.text import one_line
from icpbot.domain.traces import GONE, Says, traces_of, without, worded
from icpbot.usecases.customers import BEST, remembered_best
from icpbot.usecases.enriching import forget_asked
from icpbot.usecases.ports import Desk

FORGOTTEN = "[forgotten]"
"""What is kept of a recorded answer that said something of a forgotten source."""


class Forgotten(Model):
    """What went: proof for the person who asked.

    `places` counts what was removed or made silent, by place; `left` what a second look still found,
    nothing when all went well. `alike` are sources that say nearly the same, and `naming` those that
    name the person, and stay.
    """

    sources: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    passages: int = 0
    insights: int = 0
    claims_flagged: int = 0
    places: dict[str, int] = {}
    left: dict[str, int] = {}
    alike: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()


def forget(
    reader: Reader, *, desk: Desk, ids: tuple[str, ...] = (), account: str | None = None,
    speaker: str | None = None, older_than: int | None = None,
) -> Forgotten:  # fmt: skip
    """Remove sources with their passages, vectors, insights and quotes, flag the claims that leaned on
    them, and silence recorded answers. The store goes last: a command cut short can be repeated.

    By account, what is known of the account goes too. By speaker, every source that person speaks in.
    `older_than` is in days, by the source's own date, else by when it was added. Raises `NotFound`.
    """
    before = (desk.clock() - timedelta(days=older_than)).date() if older_than is not None else None
    doomed = [s for s in desk.sources.all(reader) if _named(s, ids, account, speaker, before)]
    if not doomed and not (account and _known_as(account, desk)):
        raise NotFound("source-unknown", name=", ".join(ids) or account or speaker or str(before))
    gone = tuple(source.id for source in doomed)
    alike = _alike(doomed, desk)
    says = traces_of(doomed, alike, _names(doomed, account, speaker))
    counted = Forgotten(
        sources=gone,
        names=tuple(source.path for source in doomed),
        passages=sum(len(desk.sources.passages_of(source_id)) for source_id in gone),
        insights=sum(len(desk.insights.insights(reader, source=source_id)) for source_id in gone),
        alike=tuple(source.path for source in alike if reader.may_read(source.audience)),
        naming=_naming(speaker, gone, reader, desk),
    )
    _from_decisions(set(gone), says, desk)
    places = desk.index.held(gone) if gone else {}
    claims, places["drafts"] = _from_profiles(set(gone), says, desk)
    places["requests"] = _from_requests(set(gone), says, desk)
    places |= desk.leavings.clear()
    if gone:
        desk.index.remove(gone)
    places["accounts"] = _from_accounts(doomed, account, desk)
    desk.sources.remove(gone)
    places["files"] = int(desk.sources.sweep())
    left = _left(gone, places, desk)
    del places["files"]
    return counted.model_copy(update={"claims_flagged": claims, "places": places, "left": left})


def expire(*, desk: Desk, days: int) -> Forgotten | None:
    """Forget what is older than the retention allows; nothing when there is none."""
    try:
        return forget(local_reader(desk.workspace), desk=desk, older_than=days)
    except NotFound:
        return None


def _named(
    source: Source, ids: Sequence[str], account: str | None, speaker: str | None, before: Day | None
) -> bool:
    if source.id in ids or source.path in ids:
        return True
    if account and source.account and key_of(source.account) == key_of(account):
        return True
    if speaker and key_of(speaker) in map(key_of, source.speakers):
        return True
    return before is not None and (source.date or source.added_at.date()) < before


def _names(doomed: Iterable[Source], account: str | None, speaker: str | None) -> list[str]:
    """Names that only a reply about these sources can hold; a title of two words may be anybody's."""
    titles = {source.title for source in doomed if source.title and len(source.title.split()) > 2}
    files = {source.path.replace("\\", "/").rsplit("/", 1)[-1] for source in doomed}
    return [*titles, *files, *(name for name in (account, speaker) if name)]


def _alike(doomed: Sequence[Source], desk: Desk) -> list[Source]:
    gone = {source.id for source in doomed}
    near = {one.id: one for source in doomed for one, _ in desk.sources.near(source, sketch(source))}
    return [one for key, one in near.items() if key not in gone]


def _naming(speaker: str | None, gone: Sequence[str], reader: Reader, desk: Desk) -> tuple[str, ...]:
    if not speaker:
        return ()
    says = traces_of((), names=[speaker])
    return tuple(s.path for s in desk.sources.all(reader) if s.id not in gone and says(s.text))


def _left(gone: Sequence[str], places: dict[str, int], desk: Desk) -> dict[str, int]:
    """A second look at the truth and the index, and what could not be swept."""
    found = dict(desk.index.held(gone)) if gone else {}
    found["sources"] = sum(desk.sources.get(source_id) is not None for source_id in gone)
    found["passages"] = sum(len(desk.sources.passages_of(source_id)) for source_id in gone)
    found["files"] = int(not places["files"])
    return {place: number for place, number in found.items() if number}


# -- what quotes a source ------------------------------------------------------------------


def _from_profiles(gone: set[str], says: Says, desk: Desk) -> tuple[int, int]:
    """Every stored version and draft loses the quotes; how many claims were flagged, and drafts changed."""
    flagged = changed = 0
    for latest in desk.profiles.profiles(desk.workspace):
        for profile in desk.profiles.versions(desk.workspace, latest.name):
            cleaned = _without_quotes(profile, gone, says)
            if cleaned != profile:
                flagged += sum(a != b for a, b in zip(cleaned.claims, profile.claims, strict=True))
                desk.profiles.rewrite(desk.workspace, cleaned)
    for conversation, draft in desk.drafts.conversations(desk.workspace):
        update = {"profile": _without_quotes(draft.profile, gone, says)}
        history = tuple(
            step.model_copy(update={"profile": _without_quotes(step.profile, gone, says)})
            for step in draft.history
        )
        cleaned_draft = without(draft.model_copy(update={**update, "history": history}), says)
        if cleaned_draft != draft:
            changed += 1
            desk.drafts.save_draft(conversation, cleaned_draft)
    return flagged, changed


def _without_quotes(profile: Profile, gone: set[str], says: Says) -> Profile:
    claims = tuple(_without(claim, gone) for claim in profile.claims)
    roles = tuple(
        role.model_copy(update={"quotes": tuple(q for q in role.quotes if q.source_id not in gone)})
        for role in profile.roles
    )
    changed = profile.model_copy(update={"claims": claims, "roles": roles})
    return without(changed, says)


def _without(claim: Claim, gone: set[str]) -> Claim:
    """A claim without any quote left becomes an assumption."""
    left = tuple(quote for quote in claim.quotes if quote.source_id not in gone)
    if left == claim.quotes:
        return claim
    basis = claim.basis if left else Basis.ASSUMPTION
    update = {"quotes": left, "basis": basis, "flagged": True, "counts": None}
    said = {one_line(quote.text) for quote in claim.quotes if quote not in left}
    if one_line(claim.text) in said:  # the claim was worded by whom we must forget
        update["text"] = one_line(left[0].text) if left else GONE
    return claim.model_copy(update=update)


def _from_decisions(gone: set[str], says: Says, desk: Desk) -> None:
    """What was decided about themes nobody speaks of any more goes quietly, and names in their words too."""
    decisions = desk.decisions.decisions(desk.workspace)
    if not decisions:
        return
    known = set(desk.sources.ids()) - gone
    left = (i for i in desk.insights.insights(local_reader(desk.workspace)) if i.source_id in known)
    said = {words_of(insight) for insight in left}
    for decision in decisions:
        kept = decision.keeping(lambda voice: voice.source_id in known or voice.words in said)
        if kept is None or says(kept.label or ""):
            desk.decisions.drop(desk.workspace, decision.id)
        elif (cleaned := without(kept, says)) != decision:
            desk.decisions.decide(desk.workspace, cleaned)


def _from_requests(gone: set[str], says: Says, desk: Desk) -> int:
    """Records stay, with a mark for what was said; how many were changed."""
    changed = 0
    for request in desk.requests.requests(desk.workspace):
        cleaned = _silenced(request, gone, says)
        if cleaned != request:
            changed += 1
            desk.requests.update_request(cleaned)
    return changed


def _silenced(request: Request, gone: set[str], says: Says) -> Request:
    update: dict[str, object] = {"files": tuple(file for file in request.files if not says(file.name))}
    if gone.intersection(request.cites):
        update |= {"answer": FORGOTTEN, "cites": tuple(c for c in request.cites if c not in gone)}
    leaning = (r for r in request.verdicts if not says(r.account) and not gone & _cited(r))
    update["verdicts"] = tuple(leaning)
    return without(request.model_copy(update=update), says, FORGOTTEN)


def _cited(report: FitReport) -> set[str]:
    return {c.citation.source_id for c in report.criteria if c.citation}


# -- what is known of accounts -------------------------------------------------------------


def _known_as(name: str, desk: Desk) -> list[Account]:
    return [a for a in desk.accounts.accounts(desk.workspace) if key_of(a.name) == key_of(name)]


def _from_accounts(doomed: Sequence[Source], asked: str | None, desk: Desk) -> int:
    """The account that was asked for goes; rows of a forgotten customer table go unless another table
    has them; an account that only forgotten sources spoke of has no reason to stay.
    """
    gone = {source.id for source in doomed}
    kept = [s for s in desk.sources.all(local_reader(desk.workspace)) if s.id not in gone]
    wanted = {account.id for account in _known_as(asked, desk)} if asked else set()
    rows, others = _tables(doomed), _tables(kept)
    spoken_of = _spoken_of(doomed) - _spoken_of(kept)
    removed: list[str] = []
    for account in desk.accounts.accounts(desk.workspace):
        name = worded(account.name)
        listed = name in rows and name not in others
        if listed:
            desk.accounts.remove(account.id, origin=FactOrigin.CRM)
        pointless = (listed or key_of(account.name) in spoken_of) and not _has_facts(account, desk)
        if account.id in wanted or pointless:
            desk.accounts.remove(account.id)
            removed.append(account.name)
    if asked:
        for name in {asked, *removed}:
            forget_asked(name, desk=desk)
        _from_deals(asked, desk)
        desk.crm.forget(desk.workspace, sorted(wanted))
    _from_best(removed, desk)
    return len(removed)


def _tables(sources: Iterable[Source]) -> str:
    return " ; ".join(worded(turn.text) for s in sources if s.kind is Kind.CUSTOMERS for turn in s.turns)


def _spoken_of(sources: Iterable[Source]) -> set[str]:
    return {key_of(source.account) for source in sources if source.account}


def _has_facts(account: Account, desk: Desk) -> bool:
    rows = desk.accounts.customers(desk.workspace)
    return bool(desk.accounts.facts(account.id)) or account.name in {row.account for row in rows}


def _from_deals(asked: str, desk: Desk) -> None:
    deals = desk.accounts.deals(desk.workspace)
    kept = [deal for deal in deals if key_of(asked) not in map(key_of, map(str, deal.values()))]
    if len(kept) != len(deals):
        desk.accounts.save_deals(desk.workspace, kept)


def _from_best(removed: Sequence[str], desk: Desk) -> None:
    last = remembered_best(desk)
    if last and set(removed) & set(last.accounts):
        kept = tuple(name for name in last.accounts if name not in removed)
        desk.accounts.save_setting(
            desk.workspace, BEST, last.model_copy(update={"accounts": kept}).model_dump()
        )
