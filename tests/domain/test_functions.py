"""Who says so: functions by their titles in five languages, and titles where a source states them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from icpbot.adapters.knowledge.folder import KnowledgeFolder
from icpbot.domain.functions import functions_in, groups_of_functions, voices_of_function
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import Insight, InsightKind
from icpbot.domain.sources import Kind, Origin, Source, SpeakerRole, Turn
from icpbot.domain.titles import titles

CATALOGUE = KnowledgeFolder(Path(__file__).parents[2] / "knowledge").catalogue()


def found(text):
    return [term.key for term in functions_in(text, CATALOGUE)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("CFOs against drivers", ["finance", "logistics"]),
        ("Chief financial officers vs. warehouse managers?", ["finance", "warehouse"]),
        ("Księgowe kontra kierowcy", ["finance", "logistics"]),
        ("Finanční ředitelé oproti vedoucím skladu", ["finance", "warehouse"]),
        ("Чим бухгалтери відрізняються від водіїв?", ["finance", "logistics"]),
        ("财务总监和物流经理相比", ["finance", "logistics"]),
        ("Is it cheaper than before?", []),
        ("IT against purchasing managers", ["it", "purchasing"]),
    ],
)
def test_a_question_names_functions_by_their_titles(text, keys):
    assert found(text) == keys


def told(*turns, roles=None, stated=None, name="talk"):
    said = [Turn(speaker=who, text=text) for who, text in turns]
    return titles(said, roles or {"Rada": SpeakerRole.INTERVIEWER}, stated or {}, name, CATALOGUE)


@pytest.mark.parametrize(
    ("who", "said", "title"),
    [
        (
            "Jana",
            "Hello. I'm the chief financial officer here, so I see every invoice.",
            "chief financial officer",
        ),
        ("Jana", "I am the deputy head of operations at Kolos.", "deputy head of operations"),
        ("Jana", "Jestem tu księgową i to ja wpisuję faktury.", "księgową"),
        ("Jana", "No, na vizitce mám vedoucí provozu. V praxi všechno.", "vedoucí provozu"),
        ("Оксана", "Я головна бухгалтерка, тож рахунки йдуть через мене.", "головна бухгалтерка"),
        ("周敏", "我是财务总监，什么都要我签字。", "财务总监"),
        ("Jana Nováková, CFO", "Dobrý den.", "CFO"),
        ("Jana Nováková (finanční ředitelka)", "Dobrý den.", "finanční ředitelka"),
        ("CFO", "Good morning.", "CFO"),
        ("Jana Nováková", "Thanks for the call.\nJana Nováková\nCFO\nKolos", "CFO"),
    ],
)
def test_a_title_is_heard_where_a_speaker_says_or_signs_it(who, said, title):
    assert told(("Rada", "Kdo jste?"), (who, said)) == {who: title}


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Minnie Driver", "Hello."),
        ("Jan Kupiec", "Dzień dobry, jestem zadowolony."),
        ("Jana", "I am afraid the driver lost the notes."),
        ("Jana", "Jsem ráda, že řidič přijel."),
        ("Jana", "I'm responsible for the drivers."),
        ("Jana", "I am hiring drivers all the time."),
        ("Jana", "The CFO signs everything."),
    ],
)
def test_a_name_or_somebody_elses_title_is_none_of_the_speakers(who, said):
    assert told(("Rada", "Who are you?"), (who, said)) == {}


def test_what_the_list_of_people_states_comes_first_and_whoever_asks_has_none():
    turns = (
        ("Rada", "I am the CFO of questions."),
        ("Jana", "I'm the accountant."),
        ("Petr", "Jsem skladník."),
    )

    assert told(*turns, stated={"Jana": "Logistics director"}) == {
        "Jana": "Logistics director",
        "Petr": "skladník",
    }


def test_a_lone_customer_has_the_title_that_the_file_is_called_by():
    assert told(("Rada", "?"), ("Ieva", "Hello."), name="norvolta_coo_2026-09-15") == {"Ieva": "coo"}
    assert told(("Rada", "?"), ("Ieva", "Hi."), ("Jonas", "Hi."), name="norvolta_coo_2026-09-15") == {}
    assert told(("Rada", "?"), ("Ieva", "Hi."), name="cfo and coo of Norvolta") == {}


def source(number, **jobs):
    return Source(
        id=f"s{number}", workspace="w", path="x", kind=Kind.INTERVIEW, origin=Origin.FIRST_HAND,
        audience="workspace", content_hash="0", turns=(), added_at=datetime(2026, 3, 1, tzinfo=UTC), titles=jobs,
        roles={"Rada": SpeakerRole.INTERVIEWER, **dict.fromkeys(jobs, SpeakerRole.CUSTOMER)},
    )  # fmt: skip


def said_by(source_id, speaker):
    quote = Quote(source_id=source_id, start=0, end=2, text="Ne")
    return Insight(id=speaker, workspace="w", source_id=source_id, kind=InsightKind.PAIN, text="Ne", quote=quote,
                   audience="workspace", speaker=speaker)  # fmt: skip


def test_of_two_in_one_interview_each_speaks_for_their_own_function():
    sources = [
        source(1, Jana="finanční ředitelka", Petr="řidič"),
        source(2, Ola="Head of finance"),
        source(3),
    ]
    voices = {"s1": "Kolos", "s2": "Harborline", "s3": "Bruk"}

    money, roads = groups_of_functions("CFOs vs. drivers", sources, voices, CATALOGUE, "cs")

    assert (money.name, roads.name) == ("Finance", "Logistika a dodavatelský řetězec")
    assert (money.voices, roads.voices) == ({"s1": "Kolos", "s2": "Harborline"}, {"s1": "Kolos"})
    assert money.holds(said_by("s1", "Jana"))
    assert not money.holds(said_by("s1", "Petr"))
    assert roads.holds(said_by("s1", "Petr"))


def test_who_is_not_counted_and_who_asks_belongs_to_no_function():
    asks = source(1, Rada="CFO").model_copy(update={"roles": {"Rada": SpeakerRole.INTERVIEWER}})
    [finance] = functions_in("CFO", CATALOGUE)

    found = voices_of_function(
        finance, [asks, source(2, Ola="CFO")], {"s1": "Kolos"}, CATALOGUE, name="Finance"
    )

    assert (found.voices, found.speakers) == ({}, frozenset())


def test_a_question_about_one_function_sets_nobody_against_anybody():
    assert groups_of_functions("What do CFOs say?", [], {}, CATALOGUE, "en") is None
