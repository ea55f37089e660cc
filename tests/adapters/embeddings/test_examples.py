"""Labels by examples: told apart in every language, remembered, and honest about small talk."""

from pathlib import Path

import numpy as np
import pytest

from icpbot.adapters.embeddings.bridge import Bridge
from icpbot.adapters.embeddings.examples import ExampleLabeller, _joined, _scores
from icpbot.adapters.embeddings.features import Cues, Wording
from icpbot.adapters.knowledge.folder import KnowledgeFolder
from icpbot.domain.labelling import score

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"
LEAST = {"en": 0.75, "pl": 0.75, "cs": 0.65, "uk": 0.65, "zh": 0.75}


@pytest.fixture(scope="module")
def knowledge():
    return KnowledgeFolder(KNOWLEDGE)


@pytest.fixture(scope="module")
def wording(knowledge):
    return Wording(Bridge(KNOWLEDGE / "bridges"), knowledge.sentence_cues())


@pytest.fixture(scope="module")
def insights(encoder, knowledge, wording, label_cache):
    return ExampleLabeller(
        encoder,
        lambda: knowledge.examples("insight_examples.jsonl", "kind"),
        lambda: wording,
        cache=label_cache,
        shipped=KNOWLEDGE / "trained",
    )


def test_unseen_sentences_are_labelled_well_in_every_language(insights, knowledge):
    cases = knowledge.cases("cases/insights.jsonl", "kind")
    guessed = [label for label, _ in insights.label([text for text, _, _ in cases])]
    shares = score([(label, language) for _, label, language in cases], guessed).micro_f1
    assert {language: shares[language] >= least for language, least in LEAST.items()} == dict.fromkeys(
        LEAST, True
    )


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, I was on mute, can you see my screen?",
        "If we had a plant in Brazil, perhaps we would think about it.",
        "A friend of mine runs a hotel and he has the same trouble, I heard.",
        "No, invoices were never an issue here.",
        "Dzień dobry, jak pogoda w Krakowie?",
        "Gdybyśmy mieli fabrykę w Brazylii, może byśmy się zastanowili.",
        "Nie, z fakturami akurat nie mamy problemu.",
        "Dobrý den, jaké je u vás počasí?",
        "Kdybychom měli továrnu v Brazílii, možná bychom o tom přemýšleli.",
        "Ne, s fakturami my žádný problém nemáme.",
        "Добрий день, яка у вас погода?",
        "Якби ми мали завод у Бразилії, може, й подумали б.",
        "Ні, з рахунками в нас немає жодних проблем.",
        "您好，今天天气怎么样？",
        "如果我们在巴西有工厂，可能会考虑一下。",
        "我们没觉得报关麻烦，一直挺顺利。",
    ],
)
def test_small_talk_what_ifs_and_denied_problems_are_no_insights(insights, text):
    assert insights.label([text])[0][0] == "none"


def test_likelihoods_are_chances_and_an_empty_list_is_fine(insights):
    (row,) = insights.likelihoods(["We use Excel for everything."])
    assert sum(row.values()) == pytest.approx(1.0, abs=1e-4)
    assert insights.label([]) == []


def test_what_was_trained_is_kept_and_trained_anew_for_other_examples(encoder, wording, tmp_path):
    def labelled(pairs):
        return ExampleLabeller(encoder, lambda: pairs, lambda: wording, cache=tmp_path).label(
            ["too expensive"]
        )

    pairs = [("the price is too high", "objection"), ("we use excel", "tool")]
    first = labelled(pairs)
    assert labelled(pairs) == first
    assert len(list(tmp_path.glob("labels-*.npz"))) == 1
    assert labelled([*pairs, ("far too dear", "price")])[0][0] in {"price", "objection"}
    assert len(list(tmp_path.glob("labels-*.npz"))) == 2


def test_a_broken_cache_is_trained_over(encoder, wording, tmp_path):
    pairs = [("the price is too high", "objection"), ("we use excel", "tool")]

    def labeller():
        return ExampleLabeller(encoder, lambda: pairs, lambda: wording, cache=tmp_path)

    first = labeller().label(["price"])
    (kept,) = tmp_path.glob("labels-*.npz")
    kept.write_bytes(kept.read_bytes()[:100])
    assert labeller().label(["price"]) == first


def test_cues_match_beginnings_whole_words_phrases_and_han():
    cues = Cues({"one": {"en": "sign used_to now.", "cs": "podepis"}, "two": {"zh": "签字"}})
    assert cues.of("She signs it")[:2] == [1.0, 0.0]
    assert cues.of("nowadays we used it")[:2] == [0.0, 0.0]
    assert cues.of("we used to, now he podepisuje")[0] == pytest.approx(3**0.5)
    assert cues.of("老板签字")[:2] == [0.0, 1.0]


def test_few_n_grams_score_as_their_wide_rows_do(insights):
    texts = [
        "We lose two hours a day on delivery notes.",
        "Každý den ztrácíme hodiny.",
        "我们每天浪费两个小时",
        "",
    ]
    model = insights._model()
    vectors, grams, cues = insights._read(texts)

    wide = _joined(vectors, grams, cues, model.rarity) @ model.weights

    assert np.allclose(_scores(vectors, grams, cues, model), wide, atol=1e-5)


@pytest.mark.parametrize(
    ("file", "label"),
    [("insight_examples.jsonl", "kind"), ("question_examples.jsonl", "kind"), ("intents.jsonl", "intent")],
)
def test_what_ships_was_taught_by_these_examples(encoder, wording, tmp_path, file, label):
    """`make train` teaches it anew."""
    pairs = KnowledgeFolder(KNOWLEDGE).examples(file, label)
    labeller = ExampleLabeller(encoder, lambda: pairs, lambda: wording, cache=tmp_path)

    assert (KNOWLEDGE / "trained" / labeller.name(pairs)).exists()
    assert len(list((KNOWLEDGE / "trained").iterdir())) == 3
