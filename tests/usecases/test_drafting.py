"""People draft a profile from the sample research, whatever they say and however often they stop."""

from __future__ import annotations

import importlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icpbot.bootstrap import Parts
from icpbot.domain.bands import check
from icpbot.domain.conversation import begin, begun, reply
from icpbot.domain.draft import Draft
from icpbot.domain.insights import InsightKind
from icpbot.domain.moves import Move, understand
from icpbot.domain.profile import Basis, Claim, Criterion, Profile, Range
from icpbot.domain.proposals import Step
from icpbot.settings import Settings
from icpbot.usecases import drafting

CONVERSATIONS = 1000
WORDS = (
    "1", "2", "1 and 3", "all", "yes", "no", "none", "skip", "back", "undo", "why", "later", "done", "start over",
    "tak", "cofnij", "zpět", "далі", "撤销", "7", "", "50–500 employees in Poland", "od 50 do 500 pracowników",
    "w Niemczech i na Węgrzech", "více než 100 lidí", "без азартних ігор", "不超过300人", "small companies",
    "1. because it hurts", "they never pay on time", "why so many?", "country, revenue", "not Germany",
)  # fmt: skip
TURNS = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(("Jana", "Оксана"))), min_size=1, max_size=9
)


@pytest.fixture(scope="module")
def people():
    """Who drafts in the measurement drafts here."""
    return importlib.import_module("draft")


@pytest.fixture(scope="module")
def researched(people, tmp_path_factory, encoder, label_cache):
    """A desk and a reader that have read the sample research."""
    home = tmp_path_factory.mktemp("researched")
    (home / "cache").symlink_to(label_cache)
    parts = Parts(Settings(ICPBOT_HOME=home, model="none"))
    parts.__dict__["encoder"] = encoder
    yield people.library(parts)
    parts.close()


@pytest.fixture(scope="module")
def known(researched):
    desk, reader = researched
    return drafting.evidence(reader, desk), desk.knowledge.catalogue()


def test_whoever_cooperates_has_a_profile_in_twenty_replies_and_sixty_words(people, researched) -> None:
    result = people.talk(people.PEOPLE[0], *researched)

    assert (result.finished, result.complete, result.dead_ends) == (True, 1.0, 0)
    assert result.replies <= 20
    assert result.words < 60
    assert result.backed >= 0.8


def test_nobody_is_stuck_or_misread(people, researched) -> None:
    for person in people.PEOPLE[1:]:
        result = people.talk(person, *researched)

        assert (result.finished, result.dead_ends, result.misread) == (True, 0, 0), person.name


@settings(
    max_examples=CONVERSATIONS, deadline=None, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(turns=TURNS)
def test_a_thousand_conversations_go_on_and_lose_nothing(known, turns) -> None:
    evidence, catalogue = known
    draft = Draft(id="d", workspace="w", profile=Profile(name="P"))
    opening = begin(draft, evidence)
    draft = begun(draft, opening, evidence)
    for message, who in turns:
        before = draft
        draft, say = reply(before, message, evidence, catalogue=catalogue, who=who)

        assert Draft.model_validate_json(draft.model_dump_json()) == draft
        assert say.lines
        assert say.ended == (draft.finished or draft.paused)
        assert (draft.said[-1].text, draft.said[-1].who, len(draft.said)) == (
            message,
            who,
            len(before.said) + 1,
        )
        check(draft.profile, catalogue)
        stays_or_is_remembered(before, draft, message)


def stays_or_is_remembered(before: Draft, after: Draft, message: str) -> None:
    if after.dispute and not before.dispute:
        assert after.profile == before.profile
    elif (
        understand(message, 0).move is Move.UNDO and before.history and not (before.pending or before.dispute)
    ):
        last = before.history[-1]
        assert (after.profile, after.step, after.by) == (last.profile, last.step, last.by)
    elif after.profile != before.profile and not before.dispute:
        assert after.history[-1].profile == before.profile


def test_what_is_restarted_or_left_is_there_again(known) -> None:
    evidence, catalogue = known
    draft = Draft(id="d", workspace="w", profile=Profile(name="P"))
    for message in ("all", "all", "later"):
        draft, _ = reply(draft, message, evidence, catalogue=catalogue, who="Jana")
    kept = draft.profile

    restarted, _ = reply(draft, "start over", evidence, catalogue=catalogue, who="Jana")
    again, _ = reply(restarted, "undo", evidence, catalogue=catalogue, who="Jana")

    assert draft.paused
    assert restarted.profile == Profile(name="P")
    assert (again.profile, again.step) == (kept, draft.step)


def test_numbers_refer_to_what_was_offered_after_a_restart_of_the_program(researched) -> None:
    desk, reader = researched
    _, said = drafting.start("kept", reader, desk=desk, name="Kept")

    stored = desk.drafts.draft(desk.workspace, "kept")

    assert stored.offered == tuple(p.id for p in said.proposals)


def test_a_draft_stored_before_offers_were_kept_is_read() -> None:
    old = {"id": "d", "workspace": "w", "profile": {"name": "P"}, "step": "pain",
           "said": [{"who": None, "text": "1", "step": "who"}],
           "history": [{"profile": {"name": "P"}, "step": "who"}]}  # fmt: skip

    draft = Draft.model_validate_json(json.dumps(old))

    assert (draft.offered, draft.by, draft.dispute) == (None, {}, None)


def test_a_paused_draft_that_is_taken_up_again_takes_replies(researched) -> None:
    desk, reader = researched
    drafting.start("paused", reader, desk=desk, name="Paused")
    drafting.say("paused", "později", reader, desk=desk, who="Jana")
    assert not drafting.is_open("paused", desk)

    drafting.start("paused", reader, desk=desk)

    assert drafting.is_open("paused", desk)


@pytest.mark.parametrize("language", ["en", "pl", "cs", "uk", "zh"])
def test_the_review_says_what_is_wrong_with_the_profile(researched, language) -> None:
    desk, _ = researched
    claim = Claim(kind=InsightKind.PAIN, text="Kierowcy nie pracują", basis=Basis.ASSUMPTION)
    profile = Profile(
        name="P", claims=(claim,), disqualifiers=("slow payers",),
        criteria=(Criterion(attribute="employees", ideal=Range(min=1_000_000)),),
    )  # fmt: skip
    draft = Draft(id="d", workspace="w", profile=profile, step=Step.REVIEW)

    reply_ = drafting.as_reply(
        drafting.reviewed(draft, begin(draft, drafting.Evidence()), desk), desk=desk, language=language
    )

    table = desk.accounts.customers(desk.workspace)
    unknown = sum("employees" not in customer.attributes for customer in table)
    narrow = desk.voice.say("lint-narrow", language, n=unknown, of=len(table))
    assert narrow in reply_.lines
    assert any("slow payers" in line for line in reply_.lines)
