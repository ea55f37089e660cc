"""A table that comes with "do these fit?" is judged row by row; without such words it is research."""

import csv
import io
from dataclasses import replace
from zipfile import ZipFile

import pytest
import yaml

from icpbot.domain.errors import Rejected
from icpbot.domain.sources import Reader, local_reader
from icpbot.usecases.charting import pictured
from icpbot.usecases.dropped import asks_for_verdicts, judged_list
from icpbot.usecases.ingest import Upload
from icpbot.usecases.profiles import parse

LIST = """company,industry,employees,country,board_access,note
Žabka Logistics,Logistics,120,PL,yes,=1+1
Hazard Klub,Gambling,80,CZ,no,
Нова Компанія,,,UA,,
"""


@pytest.fixture
def judging(desk, shortest_profile):
    profile = parse(yaml.safe_load(shortest_profile), desk.knowledge.catalogue())
    desk.profiles.save(desk.workspace, profile, expected=0)
    return desk


@pytest.mark.parametrize(
    ("text", "name", "judged"),
    [
        ("fit", "prospects.csv", True),
        ("do these companies fit our ICP?", "prospects.xlsx", True),
        ("Czy te firmy pasują do naszego ICP?", "lista.csv", True),
        ("Hodí se tyhle firmy k našemu ICP?", "seznam.csv", True),
        ("Чи підходять ці компанії під наш ICP?", "список.csv", True),
        ("这些公司符合我们的理想客户吗？", "名单.xlsx", True),
        ("", "prospects.csv", False),
        ("our customers with their lifetime value", "customers.csv", False),
        ("do these fit?", "interview.txt", False),
    ],
)
def test_words_decide_what_a_table_is_for(desk, text, name, judged):
    assert asks_for_verdicts(text, name, desk=desk) is judged


def test_the_list_comes_back_as_a_message_and_a_file(judging):
    upload = Upload(path="C1/prospects.csv", data=LIST.encode())

    reply = judged_list(upload, local_reader(judging.workspace), desk=judging, language="cs")

    assert reply.table
    assert [row[0] for row in reply.table.rows] == ["Žabka Logistics", "Нова Компанія", "Hazard Klub"]
    [file] = reply.attachments
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert file.name == "prospects-icp.csv"
    assert [row["icp_verdict"] for row in rows] == ["ideal", "undecided", "avoid"]
    assert rows[0]["note"].startswith("'=")
    assert judging.sources.all(local_reader(judging.workspace)) == []


@pytest.mark.parametrize("language", ["en", "pl", "cs", "uk", "zh"])
def test_the_verdicts_of_a_list_are_drawn(judging, language):
    upload = Upload(path="C1/lista firm.csv", data=LIST.encode())

    reply = judged_list(upload, local_reader(judging.workspace), desk=judging, language=language)

    [chart] = reply.charts
    assert [bar.note for bar in chart.panels[0].bars] == ["33% · 1/3", "0% · 0/3", "33% · 1/3", "33% · 1/3"]
    shown = pictured(reply, desk=judging)
    assert [file.name[-4:] for file in shown.attachments] == [".csv", ".png"]
    assert shown.attachments[1].content.startswith(b"\x89PNG")
    assert "33% · 1/3" in shown.attachments[1].alt


def test_a_chart_that_cannot_be_drawn_leaves_the_reply_as_it_is(judging):
    class Broken:
        def drawn(self, chart, form):
            raise Rejected("chart-nothing")

    reply = judged_list(Upload(path="p.csv", data=LIST.encode()), local_reader(judging.workspace), desk=judging, language="en")  # fmt: skip
    shown = pictured(reply, desk=replace(judging, charts=Broken()))

    assert shown == reply.model_copy(update={"charts": ()})


def test_a_long_list_comes_back_as_a_zip_of_bounded_size(judging, monkeypatch):
    monkeypatch.setattr("icpbot.usecases.showing.packed.PLAIN", 10_000)
    rows = "".join(f'Firma {n},Logistics,120,PL,yes,"первый\nдругий {n}"\n' for n in range(9_000))
    upload = Upload(path="C1/prospects.csv", data=(LIST + rows).encode())

    def judged():
        reply = judged_list(upload, local_reader(judging.workspace), desk=judging, language="uk")
        [file] = reply.attachments
        with ZipFile(io.BytesIO(file.content)) as archive, archive.open("prospects-icp.csv") as table:
            return reply, file, list(csv.DictReader(io.TextIOWrapper(table, "utf-8", newline="")))

    whole, file, found = judged()
    assert (file.name, len(found)) == ("prospects-icp.zip", 9_003)

    monkeypatch.setattr("icpbot.usecases.showing.packed.MOST", 1 << 18)
    cut, file, found = judged()
    assert 0 < len(found) < 9_003
    assert len(cut.lines) == len(whole.lines) + 1
    assert str(9_003 - len(found)) in "".join(filter(str.isdigit, cut.lines[-1]))
    assert all(row["note"].startswith(("первый\nдругий ", "'=")) for row in found)


def test_a_table_without_names_is_refused_in_a_sentence(judging):
    upload = Upload(path="C1/prospects.csv", data=b"colour,size\nred,3\n")

    reply = judged_list(upload, local_reader(judging.workspace), desk=judging, language="pl")

    assert reply.failed
    assert "{" not in reply.headline


def test_a_guest_gets_no_verdicts(judging):
    guest = Reader(workspace=judging.workspace, user="G", audiences=frozenset({"channel:C1"}), outside=True)

    reply = judged_list(Upload(path="C1/p.csv", data=LIST.encode()), guest, desk=judging, language="en")

    assert reply.failed
    assert reply.attachments == ()
