"""Two groups set against each other are counted on both sides, and chance is named as what it is."""

import pytest

from icpbot.domain.comparison import Group, compare
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import Insight, InsightKind
from icpbot.domain.sources import Reader, local_reader
from icpbot.domain.themes import Theme
from icpbot.usecases import customers
from icpbot.usecases.ask import ask
from icpbot.usecases.comparing import compared
from icpbot.usecases.ingest import Upload, ingest

TABLE = (
    "account,country,industry\n"
    + "".join(f"Polska {n},PL,Logistics\n" for n in range(4))
    + "".join(f"Česko {n},CZ,Retail\n" for n in range(4))
)
DEALS = (
    "account,outcome\n"
    + "".join(f"Polska {n},won\n" for n in range(4))
    + "".join(f"Česko {n},lost\n" for n in range(4))
)


def insight(account: str) -> Insight:
    quote = Quote(source_id=f"s-{account}", start=0, end=4, text="slow")
    return Insight(id=f"i-{account}", workspace="w", source_id=f"s-{account}", kind=InsightKind.PAIN, text="slow",
                   quote=quote, audience="workspace", account=account)  # fmt: skip


def test_a_side_counts_its_own_voices_once() -> None:
    theme = Theme(id="t", kind=InsightKind.PAIN, label="slow", insights=tuple(map(insight, "abcxy")), accounts=5,
                  sources=5, of_accounts=9, asked=0, contradicting=0)  # fmt: skip
    first = Group(name="A", voices={f"s-{c}": c for c in "abcd"})
    second = Group(name="B", voices={f"s-{c}": c for c in "uvwx"})

    [one] = compare([theme], (first, second))

    assert [(side.said, side.of) for side in one.sides] == [(3, 4), (1, 4)]
    assert not one.differs  # three of four beside one of four happens by chance


def test_among_many_themes_a_chance_difference_is_not_called_one() -> None:
    groups = (
        Group(name="A", voices={f"s-{c}": c for c in "abcdef"}),
        Group(name="B", voices={f"s-{c}": c for c in "uvwxyz"}),
    )
    striking = themed("one", "abcdef")
    others = [themed(f"t{n}", "au") for n in range(10)]

    assert compare([themed("one", "abcde")], groups)[0].differs
    assert not compare([themed("one", "abcde"), *others], groups)[0].differs
    assert compare([striking, *others], groups)[0].differs


def test_the_side_that_says_it_more_speaks() -> None:
    groups = (
        Group(name="A", voices={f"s-{c}": c for c in "abc"}),
        Group(name="B", voices={f"s-{c}": c for c in "xyz"}),
    )

    [one] = compare([themed("t", "axy")], groups)

    assert one.voice.account in {"x", "y"}


def themed(name: str, accounts: str) -> Theme:
    return Theme(id=name, kind=InsightKind.PAIN, label="slow", insights=tuple(map(insight, accounts)), sources=1,
                 accounts=len(accounts), of_accounts=12, asked=0, contradicting=0)  # fmt: skip


@pytest.fixture
def researched(desk):
    customers.import_table("customers.csv", TABLE.encode(), desk=desk)
    customers.import_deals("deals.csv", DEALS.encode(), desk=desk)
    for name in [f"{side} {n}" for side in ("Polska", "Česko") for n in range(4)]:
        pain = (
            "We lose two hours every day re-typing delivery notes by hand."
            if name.startswith("P")
            else ("Our invoices are always late and customers complain about it every month.")
        )
        day = "2026-02-10" if name.endswith(("0", "1")) else "2026-08-10"
        text = f"Date: {day}\nInterviewer: What hurts most in your daily work?\nPaní Nová: {pain} That is how it is at {name}.\n"
        ingest(Upload(path=f"{name}.txt", data=text.encode(), account=name), desk=desk)
    return desk


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What hurts customers in Poland against those in Czechia?", ("Poland", "Czechia")),
        ("Pains of won against lost deals?", ("won deals", "lost deals")),
        ("Porównaj bóle klientów z Polski i z Czech", ("Polska", "Czechy")),
        (
            "Jaký je rozdíl mezi vyhranými a prohranými obchody, co je bolí?",
            ("vyhrané obchody", "prohrané obchody"),
        ),
        ("Чим відрізняються проблеми клієнтів з Польщі та з Чехії?", ("Польща", "Чехія")),
        ("对比波兰和捷克客户的痛点", ("波兰", "捷克")),
    ],
)
def test_both_sides_are_named_and_counted(researched, question, names):
    answer = ask(question, local_reader(researched.workspace), desk=researched)

    assert all(name in answer.text for name in names), answer.text
    assert "4" in answer.text
    assert len({c.citations[0].quote.source_id for c in answer.claims}) > 1
    assert all(claim.citations[0].quote.text[:90] in answer.text for claim in answer.claims)


def test_what_changed_is_counted_before_and_since(researched):
    comparison = compared("What pains have changed since June 2026?", local_reader(researched.workspace),
                          desk=researched, kind=None, language="en")  # fmt: skip

    assert comparison
    assert [(g.name, len(g.voices)) for g in comparison.groups] == [
        ("before 2026-06-01", 4),
        ("since 2026-06-01", 4),
    ]


def test_whoever_is_no_member_learns_nothing_of_the_customer_table(researched):
    guest = Reader(
        workspace=researched.workspace, user="G", audiences=frozenset({"channel:C1"}), outside=True
    )

    assert compared("Poland against Czechia", guest, desk=researched, kind=None, language="en") is None


def test_a_question_that_compares_nothing_is_answered_as_ever(researched):
    reader = local_reader(researched.workspace)

    assert (
        compared("What hurts customers in Poland?", reader, desk=researched, kind=None, language="en") is None
    )


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What hurts CFOs against engineers?", ("Finance", "Software engineering")),
        (
            "Co boli dyrektorów finansowych w porównaniu z programistami?",
            ("Finanse", "Rozwój oprogramowania"),
        ),
        ("对比财务总监和工程师的痛点", ("财务", "软件研发")),
    ],
)
def test_people_are_set_against_each_other_by_what_they_do(desk, question, names):
    for number in range(3):
        for title, pain in (
            ("CFO", "Closing the month takes us fifteen days and nobody trusts the figures."),
            ("Software engineer", "Our builds break twice a day and we wait hours for every release."),
        ):
            talk = (
                f"Rada (Researcher): What hurts most in your daily work?\nNova {number} ({title}): {pain}\n"
            )
            ingest(
                Upload(path=f"{title} {number}.txt", data=talk.encode(), account=f"{title} {number}"),
                desk=desk,
            )

    answer = ask(question, local_reader(desk.workspace), desk=desk)

    assert all(name in answer.text for name in names), answer.text
    assert "3" in answer.text
