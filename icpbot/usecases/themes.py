"""Themes in people's hands: merged, split, renamed, rejected, and all of it taken back."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass

from icpbot.domain.decisions import Decision, Deed, Side, may_know, side
from icpbot.domain.errors import NotAllowed, NotFound, UsageError
from icpbot.domain.insights import InsightKind
from icpbot.domain.sources import Reader
from icpbot.domain.text import one_line
from icpbot.domain.themes import Theme, theme_called
from icpbot.usecases.counting import themes_and_rejected
from icpbot.usecases.ports import Desk

LONGEST_LABEL = 120
LONGEST_REASON = 500


@dataclass(frozen=True)
class Hand:
    """Who decides: the name that is kept, what they may read, and the request it came with, so that a request
    that is handled again decides nothing more. Whoever decides belongs to the workspace.
    """

    reader: Reader
    desk: Desk
    by: str
    request: str | None = None

    def __post_init__(self) -> None:
        if self.reader.outside:
            raise NotAllowed("form-not-yours")

    def theme(self, name: str) -> Theme:
        """As the reader sees it; raises `NotFound`."""
        return _called(name, themes_and_rejected(self.reader, desk=self.desk))


def merge(one: str, other: str, hand: Hand) -> Decision:
    """Two themes of one kind become one. Raises `NotFound` and `UsageError`."""

    def drawn() -> dict[str, object]:
        first, second = hand.theme(one), hand.theme(other)
        if first.id == second.id:
            raise UsageError("theme-same")
        if first.kind is not second.kind:
            raise UsageError("theme-kinds")
        return {"kind": first.kind, "one": side(first.insights), "other": side(second.insights)}

    return _made(Deed.MERGE, hand, drawn)


def split(name: str, insight_ids: Collection[str], hand: Hand) -> Decision:
    """Some voices of a theme become one of their own. Raises `NotFound` and `UsageError`."""

    def drawn() -> dict[str, object]:
        theme = hand.theme(name)
        apart = [i for i in theme.insights if i.id in insight_ids]
        if {i.id for i in apart} != set(insight_ids) or not 0 < len(apart) < len(theme.insights):
            raise UsageError("theme-voices")
        stay = [i for i in theme.insights if i.id not in insight_ids]
        return {"kind": theme.kind, "one": side(apart), "other": side(stay)}

    return _made(Deed.SPLIT, hand, drawn)


def rename(name: str, label: str, hand: Hand) -> Decision:
    """A theme is called as a person calls it. Raises `NotFound` and `UsageError`."""

    def drawn() -> dict[str, object]:
        written = one_line(label).strip()
        if not written or len(written) > LONGEST_LABEL:
            raise UsageError("theme-label", most=LONGEST_LABEL)
        theme = hand.theme(name)
        return {"kind": theme.kind, "one": side(theme.insights), "label": written}

    return _made(Deed.RENAME, hand, drawn)


def reject(name: str, hand: Hand, reason: str | None = None) -> Decision:
    """What was heard is no theme: it is counted nowhere until it is restored. Raises `NotFound`."""

    def drawn() -> dict[str, object]:
        theme, why = hand.theme(name), one_line(reason or "").strip()[:LONGEST_REASON]
        return {"kind": theme.kind, "one": side(theme.insights), "reason": why or None}

    return _made(Deed.REJECT, hand, drawn)


def restore(name: str, hand: Hand) -> Decision:
    """Take back a decision by its id, or the latest one about a theme. Raises `NotFound`."""
    desk, known = hand.desk, _seen(hand.reader, hand.desk)
    wanted = next((d for d in known if d.id == name), None) or _latest_about(name, known, hand)
    if not wanted.stands:
        return wanted
    undone = wanted.model_copy(update={"undone_by": hand.by, "undone_at": desk.clock()})
    desk.decisions.decide(desk.workspace, undone)
    return undone


def log(reader: Reader, *, desk: Desk) -> list[Decision]:
    """Who decided what, oldest first, as far as the reader may know of it."""
    return [
        d if may_know(d, reader) else d.model_copy(update={"label": None, "reason": None})
        for d in _seen(reader, desk)
    ]


def subject(decision: Decision, reader: Reader, *, desk: Desk, of: Side | None = None) -> Theme | None:
    """The theme of today that a decision, or one side `of` it, is about, rejected or not; nothing if its
    voices are gone.
    """
    ids = {voice.insight_id for voice in (of or decision.one).voices}
    found = [
        (sum(i.id in ids for i in theme.insights), theme)
        for theme in themes_and_rejected(reader, desk=desk, kind=decision.kind)
    ]
    most, theme = max(found, key=lambda pair: pair[0], default=(0, None))
    return theme if most else None


def rejected(reader: Reader, *, desk: Desk) -> list[Theme]:
    return [theme for theme in themes_and_rejected(reader, desk=desk) if theme.rejected]


def with_others(name: str, hand: Hand) -> tuple[Theme, list[Theme]]:
    """A theme, and what it could be merged with. Raises `NotFound`."""
    every = themes_and_rejected(hand.reader, desk=hand.desk)
    theme = _called(name, every)
    return theme, [t for t in every if t.kind is theme.kind and t.id != theme.id and not t.rejected]


def kind_called(word: str) -> InsightKind | None:
    return InsightKind(word) if word in set(InsightKind) else None


def _called(name: str, every: Collection[Theme]) -> Theme:
    found = theme_called(name, every)
    if found is None:
        raise NotFound("theme-unknown", name=name)
    return found


def _seen(reader: Reader, desk: Desk) -> list[Decision]:
    """Decisions about anything that the reader may read."""
    known = desk.decisions.decisions(desk.workspace)
    return [d for d in known if any(reader.may_read(voice.audience) for voice in d.voices)]


def _latest_about(name: str, known: Collection[Decision], hand: Hand) -> Decision:
    about = {insight.id for insight in hand.theme(name).insights}
    for decision in reversed(list(known)):
        if decision.stands and any(voice.insight_id in about for voice in decision.voices):
            return decision
    raise NotFound("theme-untouched")


def _made(deed: Deed, hand: Hand, drawn: Callable[[], dict[str, object]]) -> Decision:
    """A decision kept once: the request that brought it names it."""
    desk, now = hand.desk, hand.desk.clock()
    known = {d.id: d for d in desk.decisions.decisions(desk.workspace)} if hand.request else {}
    if hand.request and (before := known.get(_id(deed, hand.request))):
        return before
    content = drawn()
    brought = hand.request or f"{now.isoformat()}\n{_ids(content)}"
    decision = Decision.model_validate(
        {**content, "id": _id(deed, brought), "deed": deed, "by": hand.by, "at": now}
    )
    desk.decisions.decide(desk.workspace, decision)
    return decision


def _id(deed: Deed, brought: str) -> str:
    return "d" + hashlib.sha256(f"{deed}\n{brought}".encode()).hexdigest()[:12]


def _ids(content: dict[str, object]) -> str:
    sides = [value for value in content.values() if isinstance(value, Side)]
    return "\n".join(voice.insight_id for one in sides for voice in one.voices)
