"""Decisions about themes: alike on SQLite and PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from icpbot.adapters.store.decisions import SqlDecisions
from icpbot.domain.decisions import Decision, Deed, Side, Voice
from icpbot.domain.insights import InsightKind

NOW = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
VOICE = Voice(insight_id="i1", source_id="s1", words="0f", audience="channel:C1")


def decision(name, **more):
    content = {"kind": InsightKind.PAIN, "deed": Deed.RENAME, "one": Side(voices=(VOICE,), of=3),
               "label": "Ручне введення", "by": "Марта", "at": NOW, **more}  # fmt: skip
    return Decision(id=name, **content)


def test_decisions_come_back_as_they_were_made_oldest_first(engine):
    store = SqlDecisions(engine)
    store.decide("T1", decision("d2"))
    store.decide("T1", decision("d1", deed=Deed.SPLIT, other=Side(voices=(VOICE,), of=1), label=None))
    store.decide("T2", decision("d2", by="Jana"))

    assert [d.id for d in store.decisions("T1")] == ["d2", "d1"]
    assert store.decisions("T1")[0] == decision("d2")
    assert [d.by for d in store.decisions("T2")] == ["Jana"]


def test_a_decision_that_is_taken_back_keeps_its_place(engine):
    store = SqlDecisions(engine)
    store.decide("T1", decision("d1"))
    store.decide("T1", decision("d2"))
    store.decide("T1", decision("d1", undone_by="Ola", undone_at=NOW))

    assert [(d.id, d.stands) for d in store.decisions("T1")] == [("d1", False), ("d2", True)]


def test_a_dropped_decision_is_gone_from_its_workspace_alone(engine):
    store = SqlDecisions(engine)
    store.decide("T1", decision("d1"))
    store.decide("T2", decision("d1"))

    store.drop("T1", "d1")

    assert store.decisions("T1") == []
    assert len(store.decisions("T2")) == 1


def test_of_several_who_decide_at_once_nobody_is_lost(engine):
    store = SqlDecisions(engine)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda n: store.decide("T1", decision(f"d{n}")), range(12)))

    assert {d.id for d in store.decisions("T1")} == {f"d{n}" for n in range(12)}
