"""Correcting what was guessed of sources: by a person, or by the customer table that names them in full."""

from collections.abc import Iterable
from contextlib import suppress

from icpbot.domain.errors import InUse
from icpbot.domain.names import key_of
from icpbot.domain.sources import Source, local_reader
from icpbot.usecases.ports import Desk


def correct(source: Source, *, desk: Desk, **corrected: object) -> Source:
    """The source with its account, audience, origin or roles corrected, in the store and in the index.

    It keeps its id, as quotes point to it.
    """
    changed = Source.model_validate({**dict(source), "turns": tuple(source.turns), **corrected})
    desk.sources.update(changed)
    if changed.audience != source.audience:
        _move_decisions(changed, desk)
    desk.index.add(changed, desk.sources.passages_of(changed.id))
    return changed


def _move_decisions(source: Source, desk: Desk) -> None:
    """What was said of themes is known to those who may read the source now."""
    for decision in desk.decisions.decisions(desk.workspace):
        followed = decision.following(source.id, source.audience)
        if followed != decision:
            desk.decisions.decide(desk.workspace, followed)


def named_in_full(names: Iterable[str], *, desk: Desk) -> list[Source]:
    """Sources about "Harborline" are about "Harborline Distribution" once a customer table names just one
    company that begins so; whichever of the two was read first, they are one account.
    """
    full = {key_of(name): name for name in names}
    corrected = []
    for source in desk.sources.all(local_reader(desk.workspace)):
        key = key_of(source.account) if source.account else ""
        meant = [name for known, name in full.items() if known.startswith(f"{key} ")] if key else []
        if key and key not in full and len(meant) == 1:
            whole = desk.sources.get(source.id) or source
            with suppress(InUse):  # another process has the index; accounts are told by the store
                correct(whole, desk=desk, account=meant[0])
            corrected.append(whole)
            _let_go(source.account or "", desk)
    return corrected


def _let_go(name: str, desk: Desk) -> None:
    """The account of the short name, if nothing else is known of it."""
    for account in desk.accounts.accounts(desk.workspace):
        if account.name == name and not desk.accounts.facts(account.id):
            desk.accounts.remove(account.id)
