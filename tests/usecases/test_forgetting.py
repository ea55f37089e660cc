"""Forgetting: nothing of a source is left, what leaned on it says so, and the rest stays."""

from datetime import date

import pytest

from icpbot.cli.people import chat_turn
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import InsightKind
from icpbot.domain.profile import Basis, Claim, Profile, Role
from icpbot.domain.reply import Reply
from icpbot.domain.requests import FileRef, Place, Request, RequestKind
from icpbot.usecases import drafting
from icpbot.usecases.forgetting import FORGOTTEN, expire, forget
from icpbot.usecases.handle import deliver
from icpbot.usecases.profiles import current, save

TALKS = {
    "fenwick.txt": """Account: Quuxlington Holdings
Date: 2026-03-12

Rada: What was the hardest part of your day before?
Philomena: The zanzibarite flamingoes protocol costs us two hours every day, because we re-type delivery notes.
Rada: And what made you start looking for something else?
Philomena: Our biggest customer demanded electronic xylophonic proof of delivery from January on.
""",
    "rozmowa.txt": """Account: Brzęczyszczykiewicz Transport

Rada: Co było najtrudniejsze?
Grzegorz: Najgorsze były żółwiogłowe faktury, które codziennie przepisywaliśmy ręcznie przez trzy godziny.
""",
    "访谈.txt": """客户：龘靐齉齾物流

访谈员：之前最麻烦的是什么？
客户：我们每天要花两个小时手工录入龘靐鱻麤送货单，司机非常不满意。
""",
}
CANARIES = ("zanzibarite", "flamingoes", "xylophonic", "philomena", "Philomena", "Quuxlington", "żółwiogłowe", "Brzęczyszczykiewicz",
            "龘靐", "鱻麤", "fenwick", "zolwiogl", "zanzi", "quuxl", "xylop")  # fmt: skip
KEPT = """Account: Kolos Logistik

Rada: What hurts you most?
Jana: Our drivers lose the signed papers on the way home and nobody can find them again.
"""


@pytest.fixture
def library(desk, add):
    """Three talks and one that stays, asked about, quoted in a profile and in a draft."""
    sources = [add(text, name).source for name, text in TALKS.items()]
    kept = add(KEPT, "kept.txt").source
    for number, question in enumerate(
        ("What takes two hours every day?", "Co było najtrudniejsze?", "他们每天花两个小时做什么？", "sources",
         "What hurts them most?", "Is it true that the zanzibarite flamingoes protocol costs us two hours?")
    ):  # fmt: skip
        chat_turn(question, desk, number=number)
    save(Profile(name="P", claims=tuple(claim(s) for s in sources), roles=(role(sources[0]),)), desk=desk)
    return {source.path: source for source in [*sources, kept]}


def quote(source):
    turn = source.turns[-1].text
    start = source.text.rindex(turn)
    return Quote(source_id=source.id, start=start, end=start + len(turn), text=turn)


def claim(source):
    said = quote(source)
    return Claim(kind=InsightKind.PAIN, text=said.text, basis=Basis.EVIDENCE, quotes=(said,))


def role(source):
    return Role(title="CFO", concerns=(source.turns[-1].text,), quotes=(quote(source),))


def traces(home, words=CANARIES):
    """Files under the home that hold a word, in any case of it and in UTF-8 or UTF-16."""
    found = []
    for path in home.rglob("*"):
        if path.is_file() and "cache" not in path.relative_to(home).parts:
            held = path.read_bytes()
            found += [
                (path.name, word)
                for word in words
                for form in (word, word.lower(), word.upper())
                if any(form.encode(code) in held for code in ("utf-8", "utf-16-le", "utf-16-be"))
            ]
    return found


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def test_no_file_holds_a_word_of_what_was_forgotten(desk, library, home, reader):
    drafting.start("terminal", reader, desk=desk, name="P")
    drafting.say("terminal", TALKS["fenwick.txt"].splitlines()[-1], reader, desk=desk)
    assert traces(home)

    gone = forget(reader, desk=desk, ids=tuple(s.id for p, s in library.items() if p != "kept.txt"))

    assert traces(home) == []
    assert gone.left == {}
    assert set(gone.names) == set(TALKS)
    assert gone.places["vectors"] == gone.places["words"] == gone.passages > 0
    assert gone.places["drafts"] == 1


def test_what_was_not_forgotten_stays(desk, library, reader):
    chat_turn("Co było najtrudniejsze w Brzęczyszczykiewicz Transport?", desk, number=9)

    forget(reader, desk=desk, ids=(library["fenwick.txt"].id,))

    assert {s.path for s in desk.sources.all(reader)} == {*TALKS, "kept.txt"} - {"fenwick.txt"}
    assert [c.flagged for c in current(desk).claims] == [True, False, False]
    assert "żółwiogłowe" in current(desk).model_dump_json()
    assert "żółwiogłowe" in desk.requests.requests(desk.workspace)[-1].answer


def test_recorded_answers_that_quote_it_are_silenced_and_the_record_stays(desk, library, reader):
    before = desk.requests.requests(desk.workspace)

    gone = forget(reader, desk=desk, ids=(library["fenwick.txt"].id,))

    after = desk.requests.requests(desk.workspace)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [r.id for r in after] == [r.id for r in before]
    assert len(changed) == gone.places["requests"] > 0
    assert all(new.answer == FORGOTTEN for _, new in changed)
    assert after[5].text == FORGOTTEN  # the question itself said five of its words in a row
    assert after[0].text == before[0].text


def test_an_account_leaves_with_its_customer_row_its_facts_and_its_deals(desk, library, reader, home, add):
    from icpbot.usecases.customers import best, import_deals

    table = b"account,lifetime_value,employees\nQuuxlington Holdings,900,120\nKolos Logistik,100,15\nA,1,1\n"
    add(table, "customers.csv")
    import_deals("deals.csv", b"account,outcome\nQuuxlington Holdings,won\nKolos Logistik,lost\n", desk=desk)
    best(desk=desk, count=1)

    forget(reader, desk=desk, account="quuxlington holdings")
    forget(reader, desk=desk, ids=("customers.csv",))

    assert [d["account"] for d in desk.accounts.deals(desk.workspace)] == ["Kolos Logistik"]
    assert traces(home, ("Quuxlington", "quuxl")) == []


def test_a_forgotten_customer_table_takes_its_rows_unless_another_table_has_them(desk, add, reader):
    add(b"account,lifetime_value\nZanzibar Freight,900\nFlamingo Cargo,100\n", "old.csv")
    add(b"account,lifetime_value\nFlamingo Cargo,120\nNova,5\n", "new.csv")

    forget(reader, desk=desk, ids=("old.csv",))

    assert {c.account for c in desk.accounts.customers(desk.workspace)} == {"Flamingo Cargo", "Nova"}
    assert {a.name for a in desk.accounts.accounts(desk.workspace)} == {"Flamingo Cargo", "Nova"}


def test_forgetting_a_person_tells_where_else_the_name_stands(desk, add, reader):
    add("Rada: Why?\nOksana: Because we lost every second delivery note in the van.", "oksana.txt")
    add("Rada: Why?\nPetr: Oksana told me so, she is the one who signs everything here.", "petr.txt")

    gone = forget(reader, desk=desk, speaker="oksana")

    assert gone.names == ("oksana.txt",)
    assert gone.naming == ("petr.txt",)


def test_words_a_kept_version_says_too_stay_where_they_are_quoted(desk, add, reader):
    text = "Rada: Why?\n" + "".join(
        f"Jana: In week {n} the {w} papers were lost again and nobody could say who had signed them.\n"
        for n, w in enumerate(("green", "yellow", "blue", "torn", "wet"))
    )
    old = add(text, "old.txt", uploader="ola").source
    new = add(text.replace("torn", "torn-up"), "new.txt", uploader="marta").source
    save(Profile(name="P", claims=(claim(new),)), desk=desk)

    gone = forget(reader, desk=desk, ids=(old.id,))

    assert gone.alike == ("new.txt",)
    assert current(desk).claims == (claim(new),)


def test_a_reply_that_waited_while_its_source_was_forgotten_is_not_delivered(desk, add, reader):
    source = add(KEPT).source
    place = Place(channel="D1", user="marta", direct=True)
    request = Request(id="r1", workspace=desk.workspace, kind=RequestKind.MESSAGE, text="What hurts?", place=place,
                      asked_at=desk.clock(), files=(FileRef(id="F", name="talk.txt", url="u"),))  # fmt: skip
    desk.requests.receive(request)
    said = []

    class Room:
        def deliver(self, _request, reply):
            said.append(reply.text)

    forget(reader, desk=desk, ids=(source.id,))
    deliver("r1", Reply(headline="The papers are lost.", cites=(source.id,)), desk=desk, conversations=Room())

    assert "papers" not in said[0] + (desk.requests.request("r1").answer or "")
    assert "forgotten" in said[0]
    assert desk.requests.request("r1").files == ()


def test_what_is_older_than_allowed_is_forgotten_by_its_own_date(desk, add, reader):
    add("Date: 2020-01-05\n\nRada: Why?\nJana: That was all a long time ago, I am afraid.", "old.txt")
    add("Rada: Why?\nJana: This has no date and was added only today.", "undated.txt")

    gone = expire(desk=desk, days=365)

    assert gone.names == ("old.txt",)
    assert desk.sources.all(reader)[0].date is None or desk.sources.all(reader)[0].date > date(2020, 1, 5)
    assert expire(desk=desk, days=365) is None
