"""The guided conversation: no dead end, nothing counted that nobody said."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from icpbot.domain.bands import check
from icpbot.domain.clusters import alike
from icpbot.domain.conversation import begin, begun, reply
from icpbot.domain.draft import Draft
from icpbot.domain.drafted import gaps
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import Insight, InsightKind, Stance
from icpbot.domain.moves import Move, understand
from icpbot.domain.phrases import ranges
from icpbot.domain.profile import Basis, Counts, Criterion, Profile, Range
from icpbot.domain.proposals import (
    OFFERED,
    STEPS,
    Evidence,
    Section,
    Step,
    criterion_of,
    propose,
    section_of,
)
from icpbot.domain.themes import Theme, build
from icpbot.domain.traits import Trait, TraitVerdict

NONE = Evidence()


def at(draft):
    return draft.profile, draft.step


def theme(kind: InsightKind, number: int, *, against: bool = False) -> Theme:
    said = [
        Insight(
            id=f"i-{kind}-{number}-{n}", workspace="w", source_id=f"s{n}", kind=kind, text=f"{kind} number {number}",
            quote=Quote(source_id=f"s{n}", start=n, end=n + 9, text=f"{kind} words {number}.{n}"),
            audience="workspace", account=f"A{n}", date=date(2026, 1, 1 + n),
            stance=Stance.CONTRADICTS if against or n == 0 else Stance.SUPPORTS,
        )
        for n in range(4)
    ]  # fmt: skip
    return Theme(
        id=f"t-{kind}-{number}", kind=kind, label=f"{kind} number {number}", named=True, insights=tuple(said),
        accounts=0 if against else 3, sources=3, of_accounts=12, asked=9, contradicting=1,
    )  # fmt: skip


def trait(attribute: str, value: str | None = None, span: tuple[float | None, float | None] | None = None, *,
          verdict: TraitVerdict = TraitVerdict.DISTINCTIVE, best_n: int = 14, rest_n: int = 9, low: float = 1.5) -> Trait:  # fmt: skip
    return Trait(
        attribute=attribute, value=value, range=span, best_n=best_n, best_of=15, rest_n=rest_n, rest_of=40,
        lift=3, low=low, high=6, p=0.001, q=0.01, verdict=verdict,
    )  # fmt: skip


FULL = Evidence(
    metrics=("lifetime_value", "cost_to_serve", "referrals"),
    accounts=12,
    themes={kind: tuple(theme(kind, n) for n in range(1, 6)) for kind in InsightKind},
    traits=(
        trait("employees", span=(105, 893)),
        trait("board_access", "yes"),
        trait("industry", "Logistics", low=2.5),
        trait("industry", "Distribution", low=2.1),
        trait("country", "PL", verdict=TraitVerdict.NOT_DISTINCTIVE),
        trait("industry", "Gambling", verdict=TraitVerdict.NOT_DISTINCTIVE, best_n=0, rest_n=5),
    ),
)  # fmt: skip
OWN = {105.0, 893.0}
REPLIES = [
    "yes", "no", "all", "none", "1", "2", "1 and 3", "4", "9", "1 or 2", "all but 1", "yes, but only 2", "0", "",
    "   ", "skip", "back", "undo", "why", "later", "done", "start over", "tak", "nie", "cofnij", "později", "далі",
    "好", "跳过", "1和2", "50–500 employees in Poland or Czechia", "od 50 do 500 pracowników", "více než 100 lidí",
    "至少3个仓库", "від 20 до 80 працівників", "no, 50–200 people", "1 and 2, at least 3 warehouses", "logistics",
    "hazard", "no gambling", "under 10 people", "lifetime value and referrals", "country, revenue", "wiek, country",
    "they never pay on time", "nie płacą w terminie", "nikdy neplatí včas", "не платять вчасно", "他们从不按时付款",
    "1. because it hurts most", "the audit, mostly", "?", "…", "{}", "Poland, not Germany", "EU without Hungary",
]  # fmt: skip


def new(step: Step = Step.BEST_CUSTOMER, **profile) -> Draft:
    return Draft(id="d1", workspace="w", profile=Profile(name="P", **profile), step=step)


@pytest.fixture(scope="module")
def talk(catalogue):
    """The draft, and all that was said, after some messages."""

    def run(draft: Draft, *messages: str, evidence: Evidence = FULL):
        said = []
        for message in messages:
            draft, say = reply(draft, message, evidence, catalogue=catalogue, who="Marta")
            said.append(say)
        return draft, said

    return run


def keys(say) -> list[str]:
    return [line.key for line in say.lines]


@pytest.fixture(scope="module")
def sentences(root) -> set[str]:
    text = (root / "icpbot/messages/en.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][\w-]*) =", text, re.MULTILINE))


class Conversation(RuleBasedStateMachine):
    """Whatever a person types, the conversation goes on and the profile stays measurable."""

    def __init__(self, catalogue, sentences, evidence) -> None:
        super().__init__()
        self.catalogue, self.sentences, self.evidence = catalogue, sentences, evidence
        self.draft = new()
        self.numbers: set[float] = set(OWN)

    @rule(message=st.one_of(st.sampled_from(REPLIES), st.sampled_from(REPLIES), st.text(max_size=25)))
    def say(self, message: str) -> None:
        before = self.draft
        self.numbers |= {
            end for span, _ in ranges(message) for end in (span.min, span.max) if end is not None
        }

        self.draft, said = reply(before, message, self.evidence, catalogue=self.catalogue, who="Marta")

        self.goes_on(said)
        self.stays_measurable()
        self.keeps_what_was_said(before, message)

    def goes_on(self, said) -> None:
        assert said.lines
        assert {line.key for line in said.lines} <= self.sentences
        assert said.ended == (self.draft.finished or self.draft.paused)
        assert said.step is self.draft.step
        assert len(said.proposals) <= max(OFFERED, len(self.draft.pending))
        assert Draft.model_validate_json(self.draft.model_dump_json()) == self.draft

    def stays_measurable(self) -> None:
        profile = self.draft.profile
        check(profile, self.catalogue)
        stated = [
            end
            for criterion in profile.criteria
            for _, band in criterion.bands()
            if isinstance(band, Range)
            for end in (band.min, band.max)
            if end is not None
        ]
        assert set(stated) <= self.numbers
        assert all(claim.quotes for claim in profile.claims if claim.basis is Basis.EVIDENCE)
        assert len({claim.text for claim in profile.claims if claim.basis is Basis.EVIDENCE}) == sum(
            claim.basis is Basis.EVIDENCE for claim in profile.claims
        )

    def keeps_what_was_said(self, before: Draft, message: str) -> None:
        assert [entry.text for entry in self.draft.said] == [*(entry.text for entry in before.said), message]
        if understand(message, 0).move is Move.UNDO and before.history and not before.pending:
            assert self.draft.profile == before.history[-1].profile
        elif self.draft.profile != before.profile:
            assert self.draft.history[-1].profile == before.profile
        if self.draft.pending and not before.pending and understand(message, OFFERED).move is Move.TEXT:
            assert self.draft.profile == before.profile


@pytest.mark.parametrize("evidence", [FULL, NONE], ids=["evidence", "no evidence"])
def test_no_reply_leads_to_a_dead_end_or_an_unmeasurable_profile(catalogue, sentences, evidence) -> None:
    run_state_machine_as_test(
        lambda: Conversation(catalogue, sentences, evidence),
        settings=settings(deadline=None, max_examples=80, stateful_step_count=20, database=None),
    )


@pytest.mark.parametrize("evidence", [FULL, NONE], ids=["evidence", "no evidence"])
@pytest.mark.parametrize("step", STEPS)
def test_every_step_takes_every_reply(talk, sentences, step, evidence) -> None:
    for message in REPLIES:
        _, (say,) = talk(new(step), message, evidence=evidence)

        assert say.lines, message
        assert set(keys(say)) <= sentences, message


def test_saying_all_to_everything_reaches_the_review_and_finishes_a_complete_profile(talk, catalogue) -> None:
    draft, said = new(), []
    while not (said and said[-1].ended):
        draft, (say,) = talk(draft, "all" if propose(*at(draft), FULL) else "yes")
        said.append(say)
        assert len(said) <= 16

    assert draft.finished
    assert (draft.step, draft.complete) == (Step.REVIEW, 1)
    assert gaps(draft.profile) == []
    assert draft.profile.backed == 1
    check(draft.profile, catalogue)


@pytest.mark.parametrize("language", ["tak", "ano", "так", "好"])
def test_a_yes_in_any_language_carries_through_the_whole_conversation(talk, language) -> None:
    draft, said = talk(new(), *[language] * 16)

    assert draft.finished
    assert any(say.ended for say in said)


def test_the_place_in_the_conversation_is_told(talk) -> None:
    _, (say,) = talk(new(), "all")

    place = next(line for line in say.lines if line.key == "draft-place")
    assert place.values == {"section": "who", "number": 2, "of": len(Section)}


def test_proposals_are_few_and_from_the_evidence() -> None:
    offered = propose(*at(new(Step.TRIGGER)), FULL)

    assert [p.label for p in offered] == [f"trigger number {n}" for n in range(1, OFFERED + 1)]
    assert propose(*at(new(Step.TRIGGER)), NONE) == []


def test_what_everybody_contradicts_is_not_proposed() -> None:
    evidence = Evidence(themes={InsightKind.PAIN: (theme(InsightKind.PAIN, 1, against=True),)})

    assert propose(*at(new(Step.PAIN)), evidence) == []


def test_an_accepted_claim_keeps_its_counts_and_its_supporting_quotes(talk) -> None:
    draft, _ = talk(new(Step.PAIN), "2")

    (claim,) = draft.profile.claims
    assert (claim.kind, claim.text, claim.basis) == (InsightKind.PAIN, "pain number 2", Basis.EVIDENCE)
    assert claim.counts == Counts(accounts=3, of=12, asked=9, contradicting=1)
    assert [quote.text for quote in claim.quotes] == ["pain words 2.1", "pain words 2.2", "pain words 2.3"]


def test_only_what_is_picked_is_accepted_and_words_beside_it_are_a_note(talk) -> None:
    draft, _ = talk(new(Step.TRIGGER), "1 and 3. the second more for smaller ones")

    assert [claim.text for claim in draft.profile.claims] == ["trigger number 1", "trigger number 3"]
    assert {claim.note for claim in draft.profile.claims} == {"the second more for smaller ones"}


@pytest.mark.parametrize("message", ["5", "1 or 2", "not 2", "1 and 9"])
@pytest.mark.parametrize("step", [Step.PAIN, Step.WHO, Step.AVOID, Step.BEST_CUSTOMER])
def test_a_pick_of_nothing_is_asked_again_and_changes_nothing(talk, step, message) -> None:
    before = new(step)

    draft, (say,) = talk(before, message)

    assert (draft.step, draft.profile) == (step, before.profile)
    assert keys(say)[0] == "draft-unclear"


@pytest.mark.parametrize("message", ["", "  ", "all"])
def test_saying_nothing_where_nothing_is_offered_is_asked_again(talk, message) -> None:
    draft, (say,) = talk(new(Step.PAIN), message, evidence=NONE)

    assert (draft.step, draft.profile.claims) == (Step.PAIN, ())
    assert keys(say)[0] == "draft-unclear"


@pytest.mark.parametrize(
    "words", ["they never pay on time", "nie płacą", "neplatí včas", "не платять", "从不按时付款"]
)
def test_a_persons_own_words_are_an_assumption(talk, words) -> None:
    draft, (say,) = talk(new(Step.PAIN), words)

    (claim,) = draft.profile.claims
    assert (claim.text, claim.basis, claim.quotes, claim.counts, claim.by) == (
        words,
        Basis.ASSUMPTION,
        (),
        None,
        "Marta",
    )
    assert keys(say)[0] == "draft-assumption"


def test_own_words_about_deciders_and_disqualifiers_go_where_they_belong(talk) -> None:
    decided, _ = talk(new(Step.DECISION_ROLE), "the CFO")
    avoided, _ = talk(new(Step.AVOID), "those who want it for free")

    assert [role.title for role in decided.profile.roles] == ["the CFO"]
    assert avoided.profile.disqualifiers == ("those who want it for free",)


def test_criteria_in_own_words_are_read_back_and_count_only_after_a_yes(talk) -> None:
    asked, (say,) = talk(new(Step.WHO), "50–500 employees in Poland or Czechia")

    assert asked.profile.criteria == ()
    assert keys(say) == ["draft-read-back"]
    assert [p.criterion.attribute for p in say.proposals] == ["employees", "country"]

    agreed, (noted,) = talk(asked, "yes")
    assert agreed.profile.criteria == (
        Criterion(attribute="employees", ideal=Range(min=50, max=500)),
        Criterion(attribute="country", ideal=("PL", "CZ")),
    )
    assert keys(noted)[0] == "draft-noted"

    refused, _ = talk(asked, "no")
    assert (refused.profile.criteria, refused.pending, refused.step) == ((), (), Step.WHO)


def test_one_of_those_read_back_can_be_picked_by_number(talk) -> None:
    draft, _ = talk(new(Step.WHO), "50–500 employees in Poland or Czechia", "2")

    assert [c.attribute for c in draft.profile.criteria] == ["country"]


def test_a_correction_of_what_was_read_back_is_read_back_again(talk) -> None:
    draft, said = talk(new(Step.WHO), "50–500 employees", "no, 50–200 people", "yes")

    assert keys(said[1]) == ["draft-read-back"]
    assert draft.profile.criteria == (Criterion(attribute="employees", ideal=Range(min=50, max=200)),)


def test_a_yes_that_adds_something_has_it_read_back_too(talk) -> None:
    draft, said = talk(new(Step.WHO), "50–500 employees", "yes, and at least 3 warehouses", "yes")

    assert keys(said[1]) == ["draft-read-back"]
    assert [c.attribute for c in draft.profile.criteria] == ["employees", "warehouses"]


def test_criteria_beside_a_pick_are_read_back_and_not_lost(talk) -> None:
    draft, said = talk(new(Step.WHO), "2, at least 3 warehouses", "yes")

    assert keys(said[0]) == ["draft-read-back"]
    assert [c.attribute for c in draft.profile.criteria] == ["board_access", "warehouses"]


def test_a_skip_amid_a_read_back_leaves_it_out(talk) -> None:
    draft, _ = talk(new(Step.WHO), "50–500 employees", "skip")

    assert (draft.profile.criteria, draft.pending, draft.step) == ((), (), Step.TRIGGER)


def test_whom_to_avoid_becomes_an_avoid_band_that_breaks_the_deal(talk) -> None:
    draft, _ = talk(new(Step.AVOID), "gambling", "yes")

    (criterion,) = draft.profile.criteria
    assert (criterion.ideal, criterion.avoid, criterion.deal_breaker) == (None, ("Gambling",), True)


@pytest.mark.parametrize(
    ("step", "message"), [(Step.AVOID, "gambling"), (Step.AVOID, "no gambling"), (Step.WHO, "no gambling")]
)
def test_what_is_only_ruled_out_breaks_the_deal_and_weighs_nothing(talk, step, message) -> None:
    draft, _ = talk(new(step), message, "yes")

    assert draft.profile.criteria == (
        Criterion(attribute="industry", avoid=("Gambling",), deal_breaker=True, weight=0),
    )


def test_an_attribute_that_was_only_ruled_out_weighs_once_it_is_wanted(talk) -> None:
    ruled_out = Criterion(attribute="industry", avoid=("Gambling",), deal_breaker=True, weight=0)

    draft, _ = talk(new(Step.WHO, criteria=(ruled_out,)), "logistics", "yes")

    assert draft.profile.criteria == (
        Criterion(
            attribute="industry", ideal=("Logistics",), avoid=("Gambling",), deal_breaker=True, weight=1
        ),
    )


def test_only_what_can_earn_points_is_weighed() -> None:
    ruled_out = Criterion(attribute="country", avoid=("DE",), deal_breaker=True, weight=0)
    wanted = (
        Criterion(attribute="industry", ideal=("Logistics",)),
        Criterion(attribute="employees", ideal=Range(min=5)),
    )

    offered = propose(*at(new(Step.WEIGHTS, criteria=(ruled_out, *wanted))), FULL)

    assert [(p.label, p.criterion.weight) for p in offered] == [("industry", 3), ("employees", 2)]


def test_the_newest_word_on_a_value_wins_over_an_older_band(talk, catalogue) -> None:
    wanted = Criterion(attribute="industry", ideal=("Gambling",))

    draft, _ = talk(new(Step.AVOID, criteria=(wanted,)), "gambling", "yes")

    (criterion,) = draft.profile.criteria
    assert (criterion.ideal, criterion.avoid, criterion.weight) == (None, ("Gambling",), 0)
    check(draft.profile, catalogue)


def test_what_does_not_matter_is_ignored_and_personal_traits_are_no_topic(talk) -> None:
    draft, said = talk(new(Step.IGNORE), "country, revenue and gender", "yes")

    assert [(c.attribute, c.ignored) for c in draft.profile.criteria] == [
        ("country", True),
        ("revenue", True),
    ]
    assert keys(said[0]) == ["draft-read-back"]


@pytest.mark.parametrize(
    "message", ["lifetime value and referrals", "LTV, referrals", "wartość klienta i polecenia"]
)
def test_what_best_means_can_be_said_in_words(talk, message) -> None:
    draft, _ = talk(new(), message)

    assert draft.profile.best_customer == {"lifetime_value": 1.0, "referrals": 1.0}


def test_criteria_come_from_the_range_and_the_values_of_traits(talk) -> None:
    draft, _ = talk(new(Step.WHO), "all")

    assert {c.attribute: c.ideal for c in draft.profile.criteria} == {
        "employees": Range(min=105, max=893),
        "board_access": True,
        "industry": ("Logistics", "Distribution"),
    }
    assert criterion_of([trait("own_fleet", "no")]).ideal is False


def test_weights_follow_how_much_an_attribute_sets_the_best_apart(talk) -> None:
    draft, _ = talk(new(Step.WHO), "all")
    weighed, _ = talk(draft.model_copy(update={"step": Step.WEIGHTS}), "all")

    assert {c.attribute: c.weight for c in weighed.profile.criteria} == {
        "employees": 2, "board_access": 2, "industry": 3,
    }  # fmt: skip


def test_undo_brings_back_the_profile_and_the_step_before_the_last_change(talk) -> None:
    draft, _ = talk(new(Step.TRIGGER), "1", "2", "skip", "undo")

    assert [claim.text for claim in draft.profile.claims] == ["trigger number 1"]
    assert draft.step is Step.PAIN


def test_undo_with_nothing_done_says_so(talk) -> None:
    _, (say,) = talk(new(), "undo")

    assert keys(say)[0] == "draft-nothing-to-undo"


def test_starting_over_keeps_the_name_and_can_be_undone(talk) -> None:
    full, _ = talk(new(Step.TRIGGER), "1", "2")

    empty, _ = talk(full, "start over")
    assert (empty.profile, empty.step) == (Profile(name="P"), Step.BEST_CUSTOMER)

    back, _ = talk(empty, "undo")
    assert back.profile == full.profile


def test_back_and_skip_move_one_step_and_stop_at_the_first(talk) -> None:
    assert talk(new(Step.PAIN), "back")[0].step is Step.TRIGGER
    assert talk(new(Step.PAIN), "skip")[0].step is Step.JOB
    assert talk(new(), "back", "back")[0].step is Step.BEST_CUSTOMER


def test_later_pauses_and_the_next_word_goes_on_where_it_stopped(talk) -> None:
    paused, (say,) = talk(new(Step.PAIN), "later")
    resumed, _ = talk(paused, "1")

    assert (paused.paused, say.ended, paused.step) == (True, True, Step.PAIN)
    assert not resumed.paused
    assert [claim.text for claim in resumed.profile.claims] == ["pain number 1"]
    assert keys(begin(paused, FULL))[0] == "draft-resume"


def test_done_finishes_from_anywhere_and_keeps_what_there_is(talk) -> None:
    draft, said = talk(new(Step.PAIN), "1", "done")

    assert draft.finished
    assert said[-1].ended
    assert len(draft.profile.claims) == 1


@pytest.mark.parametrize("message", ["no", "none"])
def test_a_no_at_the_review_does_not_finish(talk, message) -> None:
    draft, (say,) = talk(new(Step.REVIEW), message)

    assert not draft.finished
    assert not say.ended


def test_why_explains_and_asks_again(talk) -> None:
    draft, (say,) = talk(new(Step.PAIN), "why?")

    assert draft.step is Step.PAIN
    assert keys(say)[0] == "draft-why-why"


def test_steps_with_nothing_to_ask_are_passed_over(talk) -> None:
    assert talk(new(Step.DECISION_ROLE), "skip", evidence=NONE)[0].step is Step.AVOID


def test_completeness_grows_with_what_is_held_and_gaps_name_the_rest(talk) -> None:
    draft, _ = talk(new(Step.TRIGGER), "1", "1")

    assert draft.complete == pytest.approx(2 / 13)
    assert set(gaps(draft.profile)) == set(STEPS[:-1]) - {Step.TRIGGER, Step.PAIN}


@pytest.mark.parametrize("step", STEPS)
def test_every_step_belongs_to_a_section_and_has_its_sentences(sentences, step) -> None:
    assert f"draft-ask-{step.replace('_', '-')}" in sentences
    assert f"draft-why-{section_of(step).replace('_', '-')}" in sentences


def test_an_opening_without_evidence_says_so() -> None:
    assert keys(begin(new(), NONE))[0] == "draft-open-empty"
    assert keys(begin(new(), FULL))[0] == "draft-open"


def test_a_number_means_what_was_offered_under_it_though_the_order_has_changed(talk) -> None:
    kinds = dict(FULL.themes)
    kinds[InsightKind.PAIN] = tuple(reversed(FULL.themes[InsightKind.PAIN]))
    at_pain, _ = talk(new(Step.TRIGGER), "1")

    picked, _ = talk(at_pain, "2", evidence=FULL.model_copy(update={"themes": kinds}))

    assert len(at_pain.offered) == OFFERED
    assert [c.text for c in picked.profile.claims if c.kind is InsightKind.PAIN] == ["pain number 2"]


def test_when_the_evidence_for_an_offer_is_gone_it_says_so_and_offers_anew(talk) -> None:
    at_pain, _ = talk(new(Step.TRIGGER), "1")
    kinds = FULL.themes | {InsightKind.PAIN: FULL.themes[InsightKind.PAIN][2:]}
    fewer = FULL.model_copy(update={"themes": kinds})

    told, (say,) = talk(at_pain, "1", evidence=fewer)
    taken, _ = talk(told, "1", evidence=fewer)

    assert keys(say)[0] == "draft-changed"
    assert told.profile == at_pain.profile
    assert [p.label for p in say.proposals] == ["pain number 3", "pain number 4", "pain number 5"]
    assert taken.profile.claims[-1].text == "pain number 3"


def heard(number: int, *voices: tuple[str, str]) -> Theme:
    """A theme of pains with a voice per account, as (language, words)."""
    insights = [
        Insight(
            id=f"h{number}-{n}", workspace="w", source_id=f"h{number}-{n}", kind=InsightKind.PAIN, text=words,
            quote=Quote(source_id=f"h{number}-{n}", start=0, end=len(words), text=words), audience="workspace",
            account=f"A{n}", language=language,
        )
        for n, (language, words) in enumerate(voices)
    ]  # fmt: skip
    pairs = [(a, b, 0.9) for a in range(len(insights)) for b in range(a)]
    (theme,) = build(InsightKind.PAIN, insights, alike(len(insights), pairs), asked=[], of_accounts=12)
    return theme


SLIPS = ("en", "Our drivers lose the delivery slips every second week."), ("cs", "Řidiči ztrácejí dodací listy každý druhý týden.")  # fmt: skip
VAGUE = ("en", "It is what it is."), ("en", "He did not manage."), ("en", "That was it.")
LATE = ("en", "Customers pay our invoices two months late."), ("pl", "Klienci płacą faktury z opóźnieniem dwóch miesięcy.")  # fmt: skip


def of(*themes: Theme, language: str | None = None) -> Evidence:
    return Evidence(accounts=12, themes={InsightKind.PAIN: themes}, language=language)


def test_what_speaks_for_itself_is_offered_before_what_more_accounts_said_unintelligibly() -> None:
    offered = propose(Profile(name="P"), Step.PAIN, of(heard(1, *VAGUE), heard(2, *SLIPS), language="cs"))

    assert [(p.label, p.counts.accounts) for p in offered] == [(SLIPS[1][1], 2), (VAGUE[0][1], 3)]


@pytest.mark.parametrize(("language", "first"), [("pl", LATE[1][1]), ("cs", SLIPS[1][1])])
def test_among_equals_comes_first_what_the_reader_can_read_in_their_language(language, first) -> None:
    offered = propose(Profile(name="P"), Step.PAIN, of(heard(1, *SLIPS), heard(2, *LATE), language=language))

    assert offered[0].label == first


def test_a_number_means_what_was_offered_though_its_taker_speaks_another_language(catalogue) -> None:
    draft = new(Step.PAIN)
    czech = of(heard(1, *SLIPS), language="cs")
    offered = begun(draft, begin(draft, czech), czech)

    taken, say = reply(offered, "1", of(heard(1, *SLIPS), language="en"), catalogue=catalogue, who="Ola")

    assert [c.text for c in taken.profile.claims] == [SLIPS[1][1]]
    assert keys(say)[0] == "draft-taken"


def test_a_theme_that_the_profile_holds_is_not_offered_in_another_voice(catalogue) -> None:
    taken, _ = reply(new(Step.PAIN), "1", of(heard(1, *SLIPS), language="cs"), catalogue=catalogue)

    assert (
        propose(taken.profile, Step.PAIN, of(heard(1, *SLIPS), heard(2, *LATE), language="en"))[0].label
        == LATE[0][1]
    )
    assert propose(taken.profile, Step.PAIN, of(heard(1, *SLIPS), language="en")) == []


def by_two(catalogue, *turns: tuple[str, str]):
    draft, said = new(Step.WHO), []
    for who, message in turns:
        draft, say = reply(draft, message, NONE, catalogue=catalogue, who=who)
        draft = Draft.model_validate_json(draft.model_dump_json())
        said.append(say)
    return draft, said


AGAINST = (("Jana", "50-500 employees"), ("Jana", "ano"), ("Оксана", "back"), ("Оксана", "20-80 працівників"), ("Оксана", "так"))  # fmt: skip


def size_of(draft: Draft) -> tuple[float | None, float | None]:
    ideal = draft.profile.criterion("employees").ideal
    return ideal.min, ideal.max


def test_what_another_person_said_is_not_overwritten_but_put_to_both(catalogue) -> None:
    draft, said = by_two(catalogue, *AGAINST)

    assert size_of(draft) == (50, 500)
    assert said[-1].lines[0].key == "draft-dispute"
    assert said[-1].lines[0].values == {"first": "Jana", "second": "Оксана", "what": "employees"}
    assert [entry.who for entry in draft.said] == ["Jana", "Jana", "Оксана", "Оксана", "Оксана"]


@pytest.mark.parametrize(
    ("settled", "size"), [("1", (50, 500)), ("2", (20, 80)), ("skip", (50, 500)), ("2.", (20, 80))]
)
def test_they_settle_it_and_the_conversation_goes_on(catalogue, settled, size) -> None:
    draft, said = by_two(catalogue, *AGAINST, ("Jana", settled))

    assert draft.dispute is None
    assert size_of(draft) == size
    assert said[-1].lines


def test_a_dispute_waits_until_somebody_settles_it(catalogue) -> None:
    draft, said = by_two(catalogue, *AGAINST, ("Jana", "hmm"), ("Jana", "tak"))

    assert draft.dispute
    assert begin(draft, NONE).lines == said[-1].lines


def test_adding_to_what_another_said_and_changing_ones_own_mind_disputes_nothing(catalogue) -> None:
    added, _ = by_two(
        catalogue, *AGAINST[:2], ("Оксана", "back"), ("Оксана", "тільки Польща"), ("Оксана", "так")
    )
    own, _ = by_two(catalogue, *[("Jana", message) for _, message in AGAINST])

    assert added.dispute is None
    assert added.profile.criterion("country")
    assert (own.dispute, size_of(own)) == (None, (20, 80))


@pytest.mark.parametrize("message", ["undo", "start over"])
def test_nobody_takes_back_for_another(catalogue, message) -> None:
    draft, said = by_two(catalogue, *AGAINST[:2], ("Оксана", message))

    assert size_of(draft) == (50, 500)
    assert said[-1].lines[0].key == "draft-dispute"


@pytest.mark.parametrize(
    ("message", "key"),
    [("small companies", "draft-sized"), ("małe firmy", "draft-sized"), ("asi 200 lidí", "draft-about"),
     ("такі, як чеські", "draft-like"), ("大约200人", "draft-about"), ("what do we sell?", "draft-aside")],
)  # fmt: skip
def test_what_only_the_person_knows_is_asked_back(talk, message, key) -> None:
    draft, (say,) = talk(new(Step.WHO), message)

    assert keys(say)[0] == key
    assert draft.profile == new().profile


@pytest.mark.parametrize("said", [
    "We sell to logistics companies in Poland, 50 to 300 people", "Firmy logistyczne z Polski, od 50 do 300 osób",
    "Prodáváme logistickým firmám v Polsku, 50 až 300 lidí", "логістичні компанії в Польщі, 50–300 працівників",
    "波兰的物流公司，50到300人",
])  # fmt: skip
def test_who_says_at_the_start_which_companies_they_mean_is_read_back_and_not_asked_to_measure(
    said, catalogue
):
    draft, answer = reply(new(Step.BEST_CUSTOMER), said, NONE, catalogue=catalogue)
    assert [line.key for line in answer.lines] == ["draft-read-back"]

    draft, _ = reply(draft, "yes", NONE, catalogue=catalogue)

    ideals = {c.attribute: c.ideal for c in draft.profile.criteria}
    assert ideals == {"employees": Range(min=50, max=300), "industry": ("Logistics",), "country": ("PL",)}
    assert draft.step is Step.WHO
