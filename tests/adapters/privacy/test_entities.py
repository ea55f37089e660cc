"""Names, places and numbers of people are hidden; over real pipelines of spaCy, made here."""

import sys

import pytest
from liar import Liar

from icpbot.adapters.language.detect import LanguageDetector
from icpbot.adapters.language.masking import personal
from icpbot.adapters.privacy.entities import Entities
from icpbot.domain.disguise import masked
from icpbot.domain.errors import UsageError
from icpbot.domain.sources import local_reader
from icpbot.usecases.ask import ask
from icpbot.usecases.ingest import Upload, ingest

KNOWN = {
    "en": {"PERSON": ["Peter Smith", "Peter"], "GPE": ["London"], "ORG": ["Kolos"]},
    "pl": {"persName": ["Anny Nowak", "Anna"], "placeName": ["Krakowa"], "geogName": ["Wisłą"]},
    "cs": {"PER": ["Petrovi Svobodovi"], "LOC": ["Brna"]},
    "uk": {"PER": ["Оксана Коваль"], "LOC": ["Львові"]},
    "zh": {"PERSON": ["陈立国"], "GPE": ["上海"]},
}


@pytest.fixture(scope="module")
def pipelines(tmp_path_factory):
    """Folders of pipelines that know a few names by heart, with the labels of the well-known ones."""
    spacy = pytest.importorskip("spacy")
    folders = {}
    for language, names in KNOWN.items():
        pipeline = spacy.blank(language)
        rules = [{"label": label, "pattern": name} for label, known in names.items() for name in known]
        pipeline.add_pipe("entity_ruler").add_patterns(rules)
        folders[language] = str(tmp_path_factory.mktemp("pipelines") / language)
        pipeline.to_disk(folders[language])
    return folders


@pytest.fixture(scope="module")
def entities(pipelines):
    return Entities(personal, pipelines, LanguageDetector())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "We asked Peter Smith about the London warehouse last week.",
            "We asked [person] about the [place] warehouse last week.",
        ),
        (
            "Przyjechaliśmy do Anny Nowak z Krakowa, nad Wisłą.",
            "Przyjechaliśmy do [person] z [place], nad [place].",
        ),
        (
            "Řekli jsme to Petrovi Svobodovi, který přijel z Brna.",
            "Řekli jsme to [person], který přijel z [place].",
        ),
        ("Оксана Коваль працює у Львові вже десять років.", "[person] працює у [place] вже десять років."),
        ("我们问过陈立国，他在上海工作。", "我们问过[person]，他在[place]工作。"),
    ],
)
def test_names_and_places_are_hidden_by_the_pipeline_of_the_language(entities, text, shown):
    assert masked(text, entities) == shown


def test_companies_stay_since_research_is_about_them(entities):
    assert (
        masked("Kolos told us that the price was fine.", entities) == "Kolos told us that the price was fine."
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mój PESEL to 44051401359, proszę.", "Mój PESEL to [id], proszę."),
        ("The scanner answers at 192.168.12.4 today.", "The scanner answers at [id] today."),
        ("Моя адреса в мережі 10.20.30.40, запишіть.", "Моя адреса в мережі [id], запишіть."),
        ("我的服务器是 192.168.12.4 谢谢", "我的服务器是 [id] 谢谢"),
        ("Her NHS number is 943 476 5919.", "Her NHS number is [id]."),
        ("His insurance number is AB123456C.", "His insurance number is [id]."),
    ],
)
def test_numbers_of_people_need_no_pipeline(text, shown):
    blank = Entities(personal, {"*": "blank"}, LanguageDetector())

    assert masked(text, blank) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Mój PESEL to 44051401358, proszę.",
        "Przesyłka 9440514013591 wyszła.",
        "Verze 2.0.1 a objednávka 123456789.",
        "2026年有12000件",
    ],
)
def test_what_fails_its_check_digit_or_is_longer_stays(text):
    blank = Entities(personal, {"*": "blank"}, LanguageDetector())

    assert masked(text, blank) == text


def test_a_name_that_runs_into_an_address_is_hidden_whole(tmp_path):
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    rule = {"label": "PERSON", "pattern": [{"TEXT": "Peter"}, {"TEXT": "peter@example.org"}]}
    pipeline.add_pipe("entity_ruler").add_patterns([rule])
    pipeline.to_disk(tmp_path / "en")
    entities = Entities(personal, {"*": str(tmp_path / "en")}, LanguageDetector())

    shown = masked("Please write to Peter peter@example.org about it.", entities)

    assert "eter" not in shown


def test_a_pipeline_that_is_not_there_is_named_at_the_start(tmp_path):
    with pytest.raises(UsageError, match=r"presidio-pipeline-missing.*xx_no_such_model"):
        Entities(personal, {"en": "xx_no_such_model"}, LanguageDetector())


def test_a_folder_that_is_no_pipeline_lets_no_text_pass(tmp_path):
    entities = Entities(personal, {"*": str(tmp_path)}, LanguageDetector())

    with pytest.raises(UsageError, match="presidio-pipeline-missing"):
        entities("Peter Smith")


def test_without_the_extra_one_sentence_says_what_to_install(icpbot, monkeypatch):
    monkeypatch.setitem(sys.modules, "presidio_analyzer", None)

    ran = icpbot("ask", "Who signs?", env={"ICPBOT_PRESIDIO": "blank"})

    assert ran.code == 2
    assert "icpbot[presidio]" in ran.err


@pytest.mark.parametrize("value", ["en=en_core_web_sm,PL=x", "=x=y", "english=x"])
def test_a_language_that_is_none_is_a_wrong_setting(icpbot, value):
    ran = icpbot("ask", "Who signs?", env={"ICPBOT_PRESIDIO": value})

    assert ran.code == 2
    assert "ICPBOT_PRESIDIO" in ran.err


TALK = """Account: Kolos Logistik

Rada: What was the hardest part of your day?
Jana: Peter Smith spent two hours every day re-typing delivery notes in London, line by line.
"""


def test_a_model_sees_no_name_and_a_quote_is_in_the_customers_own_words(make_desk, pipelines):
    with Liar(0) as liar:
        desk = make_desk(ICPBOT_PRESIDIO=f"en={pipelines['en']},blank", ICPBOT_MODEL="openai:gpt-test",
                         OPENAI_API_KEY="not-a-key", OPENAI_BASE_URL=liar.url)  # fmt: skip
        source = ingest(Upload(path="talk.txt", data=TALK.encode()), desk=desk).source
        answers = [ask(f"What takes {n} hours every day for Peter?", local_reader(desk.workspace), desk=desk)
                   for n in ("two", "2", "many")]  # fmt: skip

    assert liar.prompts
    for hidden in ("Peter", "Smith", "London", "Jana"):
        assert not any(hidden in prompt for prompt in liar.prompts)
    quotes = [c.quote for a in answers for claim in a.claims for c in claim.citations]
    assert any("Peter Smith" in quote.text for quote in quotes)
    assert all(source.text[q.start : q.end] == q.text for q in quotes)
