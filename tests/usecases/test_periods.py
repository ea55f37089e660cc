"""A question that names a time is answered from that time alone, and says so."""

from datetime import date

import pytest

from icpbot.domain.periods import Period
from icpbot.domain.sources import local_reader
from icpbot.usecases.ask import ask
from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.library import search


@pytest.fixture
def dated(desk):
    for day, name, words in (
        ("2025-05-10", "Kolos", "Wir"),
        ("2026-03-12", "Veselka", "We lose two hours every day re-typing delivery notes by hand."),
        ("2026-09-02", "Zahrada", "Re-typing delivery notes by hand costs us a whole day every week."),
    ):
        said = (
            words
            if len(words) > 5
            else "Paper delivery notes get lost, and we re-type them by hand every evening."
        )
        text = f"Date: {day}\nInterviewer: What hurts most?\nPaní Nová: {said}\n"
        ingest(Upload(path=f"{day} {name}.txt", data=text.encode(), account=name), desk=desk)
    return desk


def test_search_looks_only_at_the_period(dated):
    hits = search(
        "delivery notes", local_reader(dated.workspace), desk=dated, period=Period(since=date(2026, 1, 1))
    )

    assert {hit.passage.source_id for hit in hits} == {
        s.id for s in dated.sources.all(local_reader(dated.workspace)) if s.date and s.date.year == 2026
    }


@pytest.mark.parametrize(
    ("question", "says", "years"),
    [
        ("What did they say about delivery notes in March 2026?", "2026-03-01", {2026}),
        ("Co mówili o przepisywaniu dokumentów dostawy w 2025?", "2025-12-31", {2025}),
        ("Co říkali o dodacích listech od února 2026?", "Jen od 2026-02-01", {2026}),
    ],
)
def test_the_answer_names_the_period_and_quotes_nothing_else(dated, question, says, years):
    answer = ask(question, local_reader(dated.workspace), desk=dated)

    assert says in answer.text
    assert {source.date.year for source in answer.sources.values()} <= years


def test_nothing_of_the_period_is_said_so(dated):
    answer = ask("What hurt them about delivery notes in 2019?", local_reader(dated.workspace), desk=dated)

    assert not answer.answered
    assert "2019-01-01" in answer.text


def test_sources_of_an_unknown_day_are_not_hidden_by_a_year_in_the_question(desk):
    text = "Interviewer: What hurts most?\nPaní Nová: In 2015 we lost two hours a day on delivery notes.\n"
    ingest(Upload(path="talk.txt", data=text.encode(), account="Kolos"), desk=desk)

    assert ask("What hurt them in 2015?", local_reader(desk.workspace), desk=desk).answered
