"""What people decide about themes holds, whatever is counted anew, and says nothing to whom it should not."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.clusters import alike
from icpbot.domain.decisions import Decision, Deed, may_know, side, words_of
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import Insight, InsightKind
from icpbot.domain.sources import Reader
from icpbot.domain.themes import build, theme_called

PAIN = InsightKind.PAIN
NOW = datetime(2026, 3, 12, tzinfo=UTC)


def insight(number, *, source=None, audience="workspace", text=None):
    source = source or f"s{number}"
    quote = Quote(source_id=source, start=number, end=number + 9, text=text or f"Wypowiedź {number}.")
    return Insight(
        id=f"i{number:03}", workspace="w", source_id=source, kind=PAIN, text=quote.text, quote=quote,
        audience=audience, account=source, date=date(2026, 1, 1) + timedelta(days=number),
    )  # fmt: skip


def decision(deed, one, other=None, **more):
    return Decision(
        id=f"d-{deed}", kind=PAIN, deed=deed, one=side(one), other=side(other) if other else None, by="Marta",
        at=NOW, **more,
    )  # fmt: skip


def themes(insights, pairs, *decisions):
    return build(PAIN, insights, alike(len(insights), pairs), asked=(), of_accounts=20, decisions=decisions)


def groups(found):
    return {frozenset(i.id for i in theme.insights) for theme in found}


def named(*numbers):
    return frozenset(f"i{number:03}" for number in numbers)


VOICES = [insight(n) for n in range(14)]
ALIKE = st.dictionaries(
    st.tuples(st.integers(0, 13), st.integers(0, 13)).filter(lambda p: p[0] < p[1]),
    st.sampled_from([0.2, 0.4, 0.6, 0.9]),
    max_size=50,
)
APART = [(0, 1, 0.9), (2, 3, 0.9)]


def listed(alike):
    return [(a, b, score) for (a, b), score in alike.items()]


@given(ALIKE, st.data())
def test_merged_and_split_back_is_as_before_and_so_it_stays_when_more_is_said(alike, data):
    early = [p for p in listed(alike) if max(p[:2]) < 9]
    before = themes(VOICES[:9], early)
    if len(before) < 2:
        return
    one, other = data.draw(st.permutations(before))[:2]
    merge = decision(Deed.MERGE, one.insights, other.insights)
    together = themes(VOICES[:9], early, merge)
    both = frozenset(i.id for i in (*one.insights, *other.insights))
    assert groups(together) == groups(before) - groups([one, other]) | {both}

    split = decision(Deed.SPLIT, other.insights, one.insights)

    assert themes(VOICES[:9], early, merge, split) == before
    mixed = any(
        {i.id for i in one.insights} & group and {i.id for i in other.insights} & group
        for group in groups(themes(VOICES, listed(alike)))
    )
    if not mixed:  # what is said later may bring the two together by itself; then they stay apart
        later = groups(themes(VOICES, listed(alike), merge, split))
        assert all(
            not (group & {i.id for i in one.insights} and group & {i.id for i in other.insights})
            for group in later
        )


@given(ALIKE, st.data())
def test_every_voice_is_in_one_theme_whatever_was_decided(alike, data):
    found, log = themes(VOICES, listed(alike)), []
    for number in range(data.draw(st.integers(1, 6))):
        theme, other = data.draw(st.sampled_from(found)), data.draw(st.sampled_from(found))
        if theme is not other:
            log.append(decision(Deed.MERGE, theme.insights, other.insights))
        elif len(theme.insights) > 1:
            log.append(decision(Deed.SPLIT, theme.insights[:1], theme.insights[1:]))
        else:
            log.append(decision(Deed.RENAME, theme.insights, label=f"Temat {number}"))
        found = themes(VOICES, listed(alike), *log)

    assert sorted(i.id for theme in found for i in theme.insights) == [v.id for v in VOICES]


@given(ALIKE, st.data())
def test_voices_that_were_taken_apart_never_come_together_again_by_themselves(alike, data):
    found = [
        t for t in themes(VOICES[:7], [p for p in listed(alike) if max(p[:2]) < 7]) if len(t.insights) > 1
    ]
    if not found:
        return
    theme = data.draw(st.sampled_from(found))
    apart, stay = theme.insights[:1], theme.insights[1:]

    later = groups(themes(VOICES, listed(alike), decision(Deed.SPLIT, apart, stay)))

    home = next(group for group in later if apart[0].id in group)
    assert not home & {i.id for i in stay}


def test_a_merged_theme_counts_accounts_of_both_and_takes_in_what_is_said_later():
    merge = decision(Deed.MERGE, VOICES[0:2], VOICES[2:4])

    found = themes(VOICES[:5], [*APART, (1, 4, 0.9), (0, 4, 0.9)], merge)

    assert groups(found) == {named(0, 1, 2, 3, 4)}
    assert found[0].accounts == 5


def test_what_joined_after_a_split_goes_with_whom_it_is_like():
    all_alike = [(a, b, 0.9) for a in range(3) for b in range(a)]
    split = decision(Deed.SPLIT, VOICES[2:3], VOICES[0:2])
    newcomer = [(3, 2, 0.9), (3, 0, 0.5), (3, 1, 0.5)]

    found = themes(VOICES[:4], [*all_alike, *newcomer], split)

    assert groups(found) == {named(0, 1), named(2, 3)}


def test_a_name_stays_as_the_theme_grows_and_the_last_name_counts():
    old, new = (decision(Deed.RENAME, VOICES[0:2], label=label) for label in ("Papiery", "Листи вручну"))
    grown = [*APART, (0, 4, 0.9), (1, 4, 0.9), (0, 5, 0.9), (1, 5, 0.9), (4, 5, 0.9)]

    found = themes(VOICES[:6], grown, old, new)

    assert {(t.label, t.named) for t in found if t.named} == {("Листи вручну", True)}
    assert named(0, 1, 4, 5) in groups(t for t in found if t.named)


def test_a_rejected_theme_says_so_and_the_others_do_not():
    found = themes(VOICES[:4], APART, decision(Deed.REJECT, VOICES[0:2]))

    assert {(min(i.id for i in t.insights), t.rejected) for t in found} == {("i000", True), ("i002", False)}


def test_one_voice_of_many_does_not_pass_a_rejection_on_to_strangers():
    rejected = decision(Deed.REJECT, VOICES[0:8])
    rest_forgotten = [VOICES[0], *VOICES[8:12]]
    alike = [(a, b, 0.9) for a in range(5) for b in range(a)]

    assert [t.rejected for t in themes(rest_forgotten, alike, rejected)] == [False]


def test_a_voice_is_found_again_by_its_words_once_its_file_was_edited():
    again = [v.model_copy(update={"id": f"x{n}", "source_id": f"new{n}"}) for n, v in enumerate(VOICES[:2])]

    [theme] = themes(again, [(0, 1, 0.9)], decision(Deed.RENAME, VOICES[0:2], label="Papiery"))

    assert theme.label == "Papiery"


def test_a_decision_of_forgotten_voices_goes_and_one_of_some_of_them_stays():
    merge = decision(Deed.MERGE, VOICES[0:2], VOICES[2:4])

    assert merge.keeping(lambda voice: voice.source_id != "s0").voices == side(VOICES[1:4]).voices
    assert merge.keeping(lambda voice: voice.source_id not in {"s0", "s1"}) is None
    assert merge.keeping(lambda _voice: True) == merge


def test_a_name_is_known_to_those_alone_who_may_read_all_it_was_given_to():
    closed = insight(20, audience="channel:C1")
    rename = decision(Deed.RENAME, [VOICES[0], closed], label="Převzetí firmy")
    inside = Reader(workspace="w", audiences=frozenset({"channel:C1"}))

    assert not may_know(rename, Reader(workspace="w"))
    assert may_know(rename, inside)
    assert may_know(rename.following(closed.source_id, "workspace"), Reader(workspace="w"))
    assert not may_know(rename.following(closed.source_id, "channel:C2"), inside)


def test_a_decision_keeps_no_words_of_anybody():
    kept = decision(Deed.REJECT, VOICES[0:2]).model_dump_json()

    assert "Wypowiedź" not in kept
    assert words_of(VOICES[0]) in kept


def test_a_theme_is_found_by_the_name_it_had_when_its_first_voice_was_another():
    [before] = themes(VOICES[1:3], [(0, 1, 0.9)])
    [grown] = themes(VOICES[0:3], [(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9)])

    assert before.id != grown.id
    assert theme_called(before.id, [grown]) == grown
    assert theme_called("t-nobody", [grown]) is None
