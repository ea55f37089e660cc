"""What people type in a conversation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.moves import Move, understand
from icpbot.domain.phrases import criteria_in, ranges
from icpbot.domain.profile import Range


@pytest.mark.parametrize(
    ("message", "picks"),
    [
        ("1", (1,)),
        ("1 and 3", (1, 3)),
        ("1, 2 and 4", (1, 2, 4)),
        ("1,3", (1, 3)),
        ("1 3", (1, 3)),
        ("#1 & #2", (1, 2)),
        ("1. and 2.", (1, 2)),
        ("1) and 3)", (1, 3)),
        ("1-3", (1, 2, 3)),
        ("1 i 3", (1, 3)),
        ("1 a 3", (1, 3)),
        ("1 і 3", (1, 3)),
        ("1和3", (1, 3)),
        ("第一和第三", (1, 3)),
        ("第1个和第3个", (1, 3)),
        ("first and third", (1, 3)),
        ("the second one, please", (2,)),
        ("pierwsze i trzecie", (1, 3)),
        ("první a třetí", (1, 3)),
        ("перше і третє", (1, 3)),
        ("tylko 2", (2,)),
        ("yes, 1 and 2", (1, 2)),
        ("tak, ale tylko 1", (1,)),
        ("no, only 4", (4,)),
        ("all but 2", (1, 3, 4)),
        ("wszystkie oprócz 1", (2, 3, 4)),
        ("všechny kromě 4", (1, 2, 3)),
        ("усі, крім 3", (1, 2, 4)),
        ("3, 3 and 1", (3, 1)),
    ],
)
def test_numbers_pick_proposals(message, picks) -> None:
    understood = understand(message, 4)

    assert (understood.move, understood.picks, understood.rest) == (Move.PICK, picks, "")


@pytest.mark.parametrize(
    ("message", "picks", "rest"),
    [
        ("1 and 2. the second more for smaller ones", (1, 2), "the second more for smaller ones"),
        ("1, but only for logistics", (1,), "but only for logistics"),
        ("2 – it hurts most", (2,), "it hurts most"),
        ("1 i 3; trzecie tylko dla małych", (1, 3), "trzecie tylko dla małych"),
        ("1和3，第二个不对", (1, 3), "第二个不对"),
        ("1. because 80 people use it", (1,), "because 80 people use it"),
    ],
)
def test_what_is_said_beyond_the_picks_is_kept(message, picks, rest) -> None:
    understood = understand(message, 4)

    assert (understood.move, understood.picks, understood.rest) == (Move.PICK, picks, rest)


@pytest.mark.parametrize("message", ["5", "0", "1 and 50", "1 or 2", "not 2", "all but 9", "99999999999"])
def test_numbers_that_pick_nothing_for_sure_pick_nothing(message) -> None:
    understood = understand(message, 4)

    assert (understood.move, understood.picks) == (Move.PICK, ())


@pytest.mark.parametrize(
    "message",
    ["3 warehouses", "50–200 people", "1–3 warehouses", "1,5 mln zł", "20–30 mil. Kč", "2 of our best said so",
     "at least 3 warehouses", "一般都是人工", "three of them", "we use 2"],
)  # fmt: skip
def test_a_number_of_something_is_no_pick(message) -> None:
    assert understand(message, 4).move is Move.TEXT
    assert understand(message, 4).rest == message


@pytest.mark.parametrize(
    ("move", "messages"),
    [
        (Move.ALL, ["all", "Both!", "all 4", "wszystkie", "všechny", "усі", "全部"]),
        (Move.NONE, ["none", "None of these.", "żadne", "žádný", "жоден", "都不是"]),
        (Move.YES, ["yes", "OK", "Tak.", "ano", "так", "好的"]),
        (Move.NO, ["no", "nie", "ne", "ні", "不对"]),
        (Move.SKIP, ["skip", "don’t know", "pomiń", "přeskočit", "далі", "跳过"]),
        (Move.BACK, ["back", "wstecz", "zpět", "назад", "返回"]),
        (Move.UNDO, ["undo", "cofnij", "vrátit", "скасувати", "撤销"]),
        (Move.WHY, ["why?", "dlaczego", "Proč?", "чому", "为什么"]),
        (Move.LATER, ["later", "później", "později", "пізніше", "稍后"]),
        (Move.DONE, ["done", "that’s all", "gotowe", "hotovo", "готово", "完成"]),
        (Move.RESTART, ["start over", "od nowa", "znovu", "спочатку", "重新开始"]),
    ],
)
def test_short_commands_are_understood_in_five_languages(move, messages) -> None:
    assert [understand(message, 4).move for message in messages] == [move] * len(messages)


@pytest.mark.parametrize(
    ("message", "move", "rest"),
    [
        ("no, 50–200 people", Move.NO, "50–200 people"),
        ("nie, 50–200 osób", Move.NO, "50–200 osób"),
        ("yes, but only for smaller ones", Move.YES, "but only for smaller ones"),
        ("none. they search when an audit comes", Move.NONE, "they search when an audit comes"),
    ],
)
def test_a_yes_or_no_keeps_what_follows_it(message, move, rest) -> None:
    assert (understand(message, 4).move, understand(message, 4).rest) == (move, rest)


@pytest.mark.parametrize(
    "message", ["No one trusts the numbers", "Yes Trans is one of them", "all our customers use Excel"]
)
def test_a_sentence_that_begins_like_an_answer_is_a_sentence(message) -> None:
    assert understand(message, 4).move is Move.TEXT


@given(st.text(max_size=40), st.integers(0, 4))
def test_a_pick_is_always_one_of_those_offered(message, offered) -> None:
    assert all(1 <= n <= offered for n in understand(message, offered).picks)


INF = None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("od 50 do 500 pracowników", 50, 500),
        ("50-500人", 50, 500),
        ("50 – 500", 50, 500),
        ("from 50 to 500", 50, 500),
        ("between 50 and 500 employees", 50, 500),
        ("mezi 50 a 500", 50, 500),
        ("від 50 до 500 працівників", 50, 500),
        ("1 000–5 000 employees", 1000, 5000),
        ("20–30 mil. Kč", 20e6, 30e6),
        ("500k to 2M", 500e3, 2e6),
        ("$5M–$10M", 5e6, 10e6),
        ("5000万到1亿", 5e7, 1e8),
        ("at least 3 warehouses", 3, INF),
        ("min. 50", 50, INF),
        ("50+ employees", 50, INF),
        ("50 employees or more", 50, INF),
        ("co najmniej 50 osób", 50, INF),
        ("alespoň 50", 50, INF),
        ("щонайменше 50", 50, INF),
        ("至少3个仓库", 3, INF),
        ("50人以上", 50, INF),
        ("more than 3 warehouses", 4, INF),
        ("more than one warehouse", 2, INF),
        ("więcej niż 100 osób", 101, INF),
        ("více než 100 lidí", 101, INF),
        ("понад 100 людей", 101, INF),
        ("超过100人", 101, INF),
        ("more than 1.5 million", 1.5e6, INF),
        ("at most 50", INF, 50),
        ("up to 50 people", INF, 50),
        ("maks. do 50 osób", INF, 50),
        ("nejvýše 50", INF, 50),
        ("до 50 осіб", INF, 50),
        ("no more than 50 people", INF, 50),
        ("nie więcej niż 50 osób", INF, 50),
        ("не більше ніж 50", INF, 50),
        ("不超过50人", INF, 50),
        ("no fewer than 50", 50, INF),
        ("不少于50人", 50, INF),
        ("under 80 people", INF, 79),
        ("fewer than 80", INF, 79),
        ("pod 50 zaměstnanců", INF, 49),
        ("poniżej 10 osób", INF, 9),
        ("менше 10", INF, 9),
    ],
)
def test_a_range_means_what_people_mean_by_it(text, low, high) -> None:
    assert [(r.min, r.max) for r, _ in ranges(text)] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "50 people",
        "period 50",
        "method 3",
        "50, 500 people",
        "500 to 50",
        "in 2 or 3 weeks",
        "not at least 50",
        "Eldorado 5",
    ],
)
def test_what_states_no_range_gives_none(text) -> None:
    assert list(ranges(text)) == []


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("€5–10M", "EUR"),
        ("20–30 mil. Kč", "CZK"),
        ("5-10 mln zł", "PLN"),
        ("5000万元以上", "CNY"),
        ("5-10 sites", None),
    ],
)
def test_a_range_of_money_keeps_its_currency(text, currency) -> None:
    assert [r.currency for r, _ in ranges(text)] == [currency]


def told(text, catalogue) -> dict[str, object]:
    return {c.attribute: c.ideal for c in criteria_in(text, catalogue)}


@pytest.mark.parametrize(
    ("text", "criteria"),
    [
        (
            "50–500 employees in Poland or Czechia",
            {"employees": Range(min=50, max=500), "country": ("PL", "CZ")},
        ),
        ("od 50 do 500 pracowników", {"employees": Range(min=50, max=500)}),
        ("50-500人", {"employees": Range(min=50, max=500)}),
        ("więcej niż 100 osób", {"employees": Range(min=101)}),
        ("20–30 mil. Kč", {"revenue": Range(min=20e6, max=30e6, currency="CZK")}),
        ("at least 3 warehouses", {"warehouses": Range(min=3)}),
        ("至少3个仓库", {"warehouses": Range(min=3)}),
        ("revenue 5M, employees 50-500", {"employees": Range(min=50, max=500)}),
        (
            "employees: 50-500, revenue 10-20M",
            {"employees": Range(min=50, max=500), "revenue": Range(min=10e6, max=20e6)},
        ),
        ("50-100 carriers", {}),
        ("logistics or retail", {"industry": ("Logistics", "Retail")}),
        ("firmy z branży: logistyka", {"industry": ("Logistics",)}),
        ("波兰的物流公司", {"country": ("PL",), "industry": ("Logistics",)}),
        ("we want it in Poland, so be it", {"country": ("PL",)}),
        ("PL, CZ and SK", {"country": ("PL", "CZ", "SK")}),
        ("mali klienci", {}),
        ("IT companies", {"industry": ("Information Technology",)}),
        ("SAP", {"tech_stack": ("SAP S/4HANA",)}),
        ("their ERP is SAP", {"erp": ("SAP S/4HANA",)}),
        ("they sell and we hurt", {}),
        ("nothing, none, 没有", {}),
    ],
)
def test_criteria_are_read_from_a_persons_own_words(catalogue, text, criteria) -> None:
    assert told(text, catalogue) == criteria


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("logistics, not Germany", {"industry": ("Logistics",)}, {"country": ("DE",)}),
        ("no gambling", {}, {"industry": ("Gambling",)}),
        ("EU without Hungary", {"country": ("EU",)}, {"country": ("HU",)}),
        ("not only Poland", {"country": ("PL",)}, {}),
        ("不要德国", {}, {"country": ("DE",)}),
    ],
)
def test_what_is_ruled_out_is_not_read_as_wanted(catalogue, text, wanted, unwanted) -> None:
    found = criteria_in(text, catalogue)

    assert {c.attribute: c.ideal for c in found if c.ideal} == wanted
    assert {c.attribute: c.avoid for c in found if c.avoid} == unwanted


def test_a_protected_attribute_is_never_read_from_words(catalogue) -> None:
    for text in ("Poland", "age 30-40", "nationality: Polish, Poland", "wiek od 30 do 40 lat"):
        assert not any(catalogue.attribute(c.attribute).protected for c in criteria_in(text, catalogue))


@given(st.text(max_size=60))
def test_any_words_can_be_read(catalogue, text) -> None:
    for criterion in criteria_in(text, catalogue):
        assert criterion.ideal is not None or criterion.avoid is not None


NUMBERS = st.integers(1, 9000)


@given(
    NUMBERS,
    NUMBERS,
    st.sampled_from(
        ["{}-{} employees", "from {} to {} people", "od {} do {} osób", "від {} до {} осіб", "{}到{}人"]
    ),
)
def test_a_stated_range_is_read_exactly_or_not_at_all(catalogue, one, other, template) -> None:
    low, high = sorted((one, other))

    assert told(template.format(low, high), catalogue) == {"employees": Range(min=low, max=high)}
