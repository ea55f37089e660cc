"""Foreign quotes get what they mean beside them, over real HTTP, and nothing that could not be what they mean."""

import re

import pytest
from liar import MEANINGS, Liar

from icpbot.cli.asking import answer_json
from icpbot.domain.sources import local_reader
from icpbot.usecases.answers import Engine
from icpbot.usecases.ask import ask
from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.showing.answers import answer_reply

CZECH = """Account: Kolos
Date: 2026-03-12

Rada: Co bylo nejtěžší?
Jana: Dvě hodiny denně přepisujeme dodací listy do systému, řádek po řádku, a pište na jana@kolos.cz.
Rada: Kdo nakonec podepsal smlouvu?
Jana: Jenom finanční ředitel podepisuje smlouvy nad dvě stě tisíc korun.
"""
WORDS = "Dvě hodiny denně přepisujeme dodací listy do systému, řádek po řádku"
SIGNS = "Jenom finanční ředitel podepisuje smlouvy nad dvě stě tisíc korun"
MEANING = {
    "en": "Two hours a day we re-type delivery notes into the system, line by line",
    "pl": "Dwie godziny dziennie przepisujemy listy przewozowe do systemu, wiersz po wierszu",
    "uk": "Дві години на день ми переписуємо накладні в систему, рядок за рядком",
    "zh": "我们每天花两个小时把送货单一行一行地录入系统",
}
QUESTION = "What takes them two hours every day?"
MARKED = {
    "en": f"(from Czech: “{MEANING['en']}”)",
    "pl": f"(z czeskiego: „{MEANING['pl']}”)",
    "uk": f"(з чеської: «{MEANING['uk']}»)",
    "zh": f"（译自捷克语：“{MEANING['zh']}”）",
}


class Speaker(Liar):
    """Quotes what it is told to quote, and says of it what it is told to say."""

    def __init__(self, says, quotes=(WORDS,)):
        super().__init__()
        self.says = says
        self.quotes = quotes

    def claims(self, prompt):
        passage = re.search(r"\[(p\w+)\]", prompt).group(1)
        return {
            "claims": [{"text": "?", "citations": [{"passage_id": passage, "quote": q}]} for q in self.quotes]
        }

    def translations(self, prompt):
        ids = re.findall(r"^\[(q\d+)\]", prompt, re.MULTILINE)
        return {"quotes": [{"id": key, "text": text} for key, text in self.says(ids)]}


@pytest.fixture
def asked(make_desk):
    """The answer, the prompts that asked for a translation, and the desk."""

    def ask_it(says, question=QUESTION, quotes=(WORDS,), text=CZECH, **settings):
        with Speaker(says, quotes) as model:
            desk = make_desk(ICPBOT_MODEL="openai:gpt-test", OPENAI_API_KEY="not-a-key", OPENAI_BASE_URL=model.url,
                             **settings)  # fmt: skip
            ingest(Upload(path="talk.txt", data=text.encode()), desk=desk)
            model.prompts.clear()
            answer = ask(question, local_reader(desk.workspace), desk=desk)
            if not settings.get("ICPBOT_TOKENS_PER_DAY"):
                again = ask(question, local_reader(desk.workspace), desk=desk)
                assert (again.translations, again.tokens) == (answer.translations, 0)
        return answer, [p for p in model.prompts if "[q1]" in p], desk

    return ask_it


def each(*texts):
    return lambda ids: list(zip(ids, texts, strict=True))


@pytest.mark.parametrize("language", MEANING)
def test_a_quote_is_followed_by_what_it_means_in_the_readers_language(asked, language):
    answer, prompts, desk = asked(each(MEANING[language]), ICPBOT_LANGUAGE=language)

    [quote] = answer_reply(answer, desk=desk).quotes
    assert quote.text == WORDS
    assert quote.translation == MARKED[language]
    assert f"“{WORDS}” {MARKED[language]} Jana, Kolos" in answer_reply(answer, desk=desk).text
    [citation] = answer_json(answer)["claims"][0]["citations"]
    assert (citation["quote"], citation["translation"]) == (WORDS, MEANING[language])
    assert answer.tokens == 240
    assert len(prompts) == 1  # the second time it is remembered


def test_a_reader_of_the_language_gets_no_translation_and_nobody_is_asked(asked):
    answer, prompts, _ = asked(each("?"), "Co jim bere dvě hodiny denně?")

    assert answer.engine is Engine.MODEL
    assert (answer.translations, prompts) == ({}, [])


def test_personal_details_are_hidden_from_whoever_translates(asked):
    quote = WORDS + ", a pište na [e-mail]"
    said = MEANING["en"] + ", and write to [e-mail]"
    answer, [prompt], _ = asked(each(said), quotes=(quote,))

    assert "jana@kolos.cz" not in prompt
    [(words, meant)] = answer.translations.items()
    assert "jana@kolos.cz" in words
    assert meant.text == said


@pytest.mark.parametrize(
    "says",
    [
        each("Zwei Stunden am Tag tippen wir Lieferscheine in das System, Zeile für Zeile"),
        each(WORDS),
        each("Two hours a day we re-type 47 delivery notes into the system, line by line"),
        each("Two hours"),
        lambda ids: [("q7", MEANING["en"])],
        lambda ids: [(ids[0], MEANING["en"]), (ids[0], MEANING["en"])],
        lambda ids: [],
    ],
    ids=["another language", "the quote itself", "a number", "half", "an unknown id", "twice", "nothing"],
)
def test_what_cannot_be_what_a_quote_means_is_left_out_silently(asked, says):
    answer, prompts, _ = asked(says)

    assert answer.translations == {}
    assert answer.notice is None
    assert answer.claims[0].citations[0].quote.text == WORDS
    assert prompts


def test_one_bad_translation_takes_no_other_with_it(asked):
    answer, _, _ = asked(each(MEANING["en"], "Only 93 directors sign contracts"), quotes=(WORDS, SIGNS))

    assert [c.citations[0].quote.text for c in answer.claims] == [WORDS, SIGNS]
    assert {words: t.text for words, t in answer.translations.items()} == {WORDS: MEANING["en"]}


def test_translations_are_paid_from_the_same_budget(asked):
    answer, prompts, _ = asked(each(MEANING["en"]), ICPBOT_TOKENS_PER_DAY=100)

    assert answer.engine is Engine.MODEL
    assert answer.tokens == 120
    assert (answer.translations, prompts) == ({}, [])


def test_names_of_speakers_are_hidden_and_come_back(asked):
    text = CZECH.replace("Jenom finanční ředitel", "Jenom Rada a finanční ředitel")
    quote = SIGNS.replace("Jenom finanční ředitel", "Jenom Speaker 1 (interviewer) a finanční ředitel")
    said = "Only Speaker 1 (interviewer) and the chief financial officer sign contracts over two hundred thousand"
    answer, [prompt], _ = asked(each(said), quotes=(quote,), text=text, ICPBOT_PSEUDONYMS=True)

    assert "Rada" not in prompt
    [meant] = answer.translations.values()
    assert meant.text.startswith("Only Rada and the chief")


@pytest.mark.parametrize("seed", range(6))
def test_whatever_a_liar_says_of_foreign_quotes_only_what_may_be_true_is_shown(make_desk, seed):
    with Liar(seed, troubled=0.2) as model:
        desk = make_desk(
            ICPBOT_MODEL="openai:gpt-test", OPENAI_API_KEY="not-a-key", OPENAI_BASE_URL=model.url
        )
        source = ingest(Upload(path="talk.txt", data=CZECH.encode()), desk=desk).source
        answers = [
            ask(q, local_reader(desk.workspace), desk=desk)
            for q in (QUESTION, "Co zabiera im dwie godziny dziennie?", "Who signs?", "Co robią codziennie?")
        ]

    for answer in answers:
        quotes = {c.quote.text for claim in answer.claims for c in claim.citations}
        assert set(answer.translations) <= quotes
        assert all(
            source.text[c.quote.start : c.quote.end] == c.quote.text
            for claim in answer.claims
            for c in claim.citations
        )
        for meant in answer.translations.values():
            assert meant.text in MEANINGS
            assert desk.language_of(meant.text) == answer.language
