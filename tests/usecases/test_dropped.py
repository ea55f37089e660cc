"""A table that comes with "do these fit?" is judged row by row; without such words it is research."""

import csv
import io

import pytest
import yaml

from icpbot.domain.sources import Reader, local_reader
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
