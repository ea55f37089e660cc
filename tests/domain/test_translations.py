"""What a model makes of foreign words stands beside them only where nothing speaks against it."""

import pytest

from icpbot.domain.translations import plausible

CZECH = "Dvě hodiny denně přepisujeme dodací listy, 47 kusů za 2,5 hodiny."


@pytest.mark.parametrize(
    ("quote", "text", "language"),
    [
        (CZECH, "Two hours a day we re-type delivery notes, 47 pieces in 2.5 hours.", "en"),
        (CZECH, "我们每天花两个小时重新录入送货单，47份要2.5小时。", "zh"),
        (
            "每天抄送货单要花两个小时，写错三成。",
            "Щодня ми дві години переписуємо накладні й помиляємося в третині.",
            "uk",
        ),
        ("Ми сплатили 1 200 гривень.", "We paid 1,200 hryvnias.", "en"),
        ("Psali jsme na jana@firma.cz každý den.", "We wrote to jana@firma.cz again and again.", "en"),
        ("Naprosto nesmyslné.", "That makes no sense at all.", "en"),
    ],
)
def test_a_translation_of_the_same_length_and_numbers_may_stand(quote, text, language):
    assert plausible(text, quote, language)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "Two hours.",
        CZECH,
        CZECH.upper(),
        "Two hours a day we re-type delivery notes, 48 pieces in 2.5 hours.",
        "Two hours a day we re-type delivery notes, 47 pieces in 25 hours.",
        "Two hours a day we re-type delivery notes, which is 90 % of us. It hurts.",
        "Two hours a day we re-type delivery notes, see https://buy.example now please.",
        "Two hours a day we re-type delivery notes, tell @channel about it right now.",
        "Two hours a day. " * 20,
        "Three hours a day we re-type delivery notes, 47 pieces in 2.5 hours.",
        "Half of us re-type delivery notes two hours a day, 47 pieces in 2.5 hours.",
    ],
)
def test_what_adds_leaves_out_or_repeats_may_not(text):
    assert not plausible(text, CZECH, "en")
