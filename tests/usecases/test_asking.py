"""What an answer leads with: the one thing asked about, and nothing that is far from it."""

import pytest

from icpbot.domain.sources import local_reader
from icpbot.usecases import drafting
from icpbot.usecases.answers import AnswerClaim, CitedWords
from icpbot.usecases.ask import ask
from icpbot.usecases.claiming import Check, screened
from icpbot.usecases.ingest import Upload, ingest

TALKS = {
    "kolos.txt": "Firma: Kolos\n\nRada: Jak to děláte dnes?\nVeselá: Dvě hodiny denně přepisujeme dodací listy.\n"
    "Rada: Kdo rozhoduje?\nVeselá: Rozhoduji já, ale smlouvu podepisuje finanční ředitel.\n",
    "bruk.txt": "Account: Bruk\n\nRada: Jaki jest największy problem?\nMarek: Codziennie ktoś gubi list przewozowy.\n"
    "Rada: Czy cena była problemem?\nMarek: Nie, cena nie była problemem.\n",
    "nova.txt": "Компанія: Нова\n\nРада: Що найбільше заважає?\nОксана: Водії гублять накладні щотижня.\n",
}


@pytest.fixture
def heard(desk):
    for name, said in TALKS.items():
        ingest(Upload(path=name, data=said.encode()), desk=desk)
    return desk, local_reader(desk.workspace)


@pytest.mark.parametrize("question", ["Is price a problem?", "Czy cena jest problemem?", "Je cena problém?"])
def test_a_question_about_one_thing_is_not_answered_with_everything_of_its_kind(heard, question):
    answer = ask(question, heard[1], desk=heard[0])

    assert answer.counts is None
    assert answer.claims[0].text == "Nie, cena nie była problemem."


def test_a_question_for_the_kind_still_is(heard):
    answer = ask("Jakie problemy mają klienci?", heard[1], desk=heard[0])

    assert answer.counts is not None


def test_what_is_far_from_the_question_does_not_fill_the_answer(heard):
    answer = ask("Kolik firem přepisuje dodací listy?", heard[1], desk=heard[0])

    assert [claim.text for claim in answer.claims] == ["Dvě hodiny denně přepisujeme dodací listy."]


def test_a_word_is_found_in_another_case(heard):
    assert any("cena" in claim.text for claim in ask("Co mówią o cenie?", heard[1], desk=heard[0]).claims)


def test_a_question_in_the_middle_of_a_draft_is_answered_and_asked_back(heard):
    desk, reader = heard
    drafting.start("c", reader, desk=desk, language="cs")

    draft, _, reply = drafting.turn("c", "Kdo podepisuje smlouvu?", reader, desk=desk, who="a", heard="cs")

    assert "finanční ředitel" in reply.text
    assert reply.next_step.startswith("Zpátky k návrhu: Nejlepší zákazník · 1 z 9")
    assert draft.profile.claims == ()


@pytest.mark.parametrize(("message", "spoken"), [
    ("od 20 do 80 mil. Kč", "cs"), ("1, 2", "cs"), ("wolałbym raczej większe firmy z Polski", "pl"), ("我们卖给波兰的物流公司", "zh"),
])  # fmt: skip
def test_a_few_figures_do_not_change_the_language_of_a_draft(heard, message, spoken):
    desk, reader = heard
    drafting.start("c", reader, desk=desk, language="cs")

    _, _, reply = drafting.turn(
        "c", message, reader, desk=desk, who="a", heard=desk.language_of(message) or "pl"
    )

    assert reply.language == spoken


@pytest.mark.parametrize(("question", "begins"), [
    ("jaká je definice persony?", "Persona popisuje"), ("podaj definicję ICP", "Profil idealnego klienta"),
    ("дай визначення персони", "Персона описує"), ("Definition of ICP, please", "An ideal customer profile"),
])  # fmt: skip
def test_who_asks_for_a_definition_may_name_the_term_in_any_case(desk, question, begins):
    answer = ask(question, local_reader(desk.workspace), desk=desk)

    assert answer.text.startswith(begins)


def test_of_the_one_account_that_is_asked_about_more_is_told(heard):
    told = ask("Co víme o Kolos?", heard[1], desk=heard[0])

    assert len(told.claims) == 2
    assert {source.account for source in told.sources.values()} == {"Kolos"}


@pytest.mark.parametrize(("words", "stands"), [
    ("Czy cena była problemem?", False), ("cena nie była problemem", True),
])  # fmt: skip
def test_what_an_interviewer_said_is_no_evidence_for_a_models_claim(heard, words, stands):
    desk, reader = heard
    sources = {source.id: source for source in desk.sources.all(reader)}
    passages = [p for key in sources for p in desk.sources.passages_of(key)]
    said = next(p for p in passages if words in p.text)
    check = Check(screened(passages, sources, desk), None, desk.align, sources, "en")

    claim, lost = check(
        AnswerClaim(text="Price came up.", citations=[CitedWords(passage_id=said.id, quote=words)])
    )

    assert (bool(claim), lost) == (stands, 0)
