"""Tables: any delimiter, encoding and layout; customers, surveys, transcripts, other rows."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest

from icpbot.adapters.readers import Files
from icpbot.domain.errors import Rejected
from icpbot.domain.sources import Kind, Origin

QUESTIONS = "How likely are you to recommend us? (0-10),What almost kept you from buying?"
PRICE = "The price was too high for us in year {}"
SURVEY = f"respondent_id,role,{QUESTIONS}\n" + "".join(
    f"R{n:03},{'Owner' if n % 2 else 'Dispatcher'},{n % 11},{'' if n % 3 else PRICE.format(n)}\n"
    for n in range(40)
)


def table(name: str, data: str | bytes) -> tuple[list[str], list[list[str]]]:
    return Files().table(name, data.encode() if isinstance(data, str) else data)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_any_delimiter_and_encoding_gives_the_same_table(delimiter, encoding) -> None:
    rows = [["Firma", "Obrat", "Nástroje"], ["Žluťásek", "1.5", "SAP a Excel"], ["Řehoř", "2.5", ""]]
    text = "\r\n".join(delimiter.join(row) for row in rows)

    assert table("a.csv", text.encode(encoding)) == (rows[0], rows[1:])


def test_decimal_commas_and_sets_do_not_confuse_the_delimiter() -> None:
    assert table("a.csv", "firma;obrat\nA;1,5\nB;2,5\n") == (["firma", "obrat"], [["A", "1,5"], ["B", "2,5"]])
    assert table("a.csv", "account,stack\nA,SAP;Excel\nB,\n")[1] == [["A", "SAP;Excel"], ["B", ""]]
    assert table("a.csv", "sep=;\nfirma;obrat\nA;1\n")[0] == ["firma", "obrat"]


def test_quoted_cells_keep_their_line_breaks_and_quotes() -> None:
    assert table("a.csv", 'a,b\n"one\ntwo","say ""hi"""\n')[1] == [["one\ntwo", 'say "hi"']]


def test_columns_have_distinct_names_and_rows_full_length() -> None:
    header, rows = table("a.csv", "name,note,note,,\nA,1,2,3,\nB\n\n,,,,\n")

    assert header == ["name", "note", "note (2)", "unnamed 4"]
    assert rows == [["A", "1", "2", "3"], ["B", "", "", ""]]


def test_a_title_above_the_table_is_no_header(make) -> None:
    data = make.xlsx([["Customers 2026"], [], ["account", "employees", "since"], ["A", 12, date(2024, 5, 1)]])

    assert table("a.xlsx", data) == (["account", "employees", "since"], [["A", "12", "2024-05-01"]])


def test_cells_of_a_workbook_become_what_people_see(make) -> None:
    data = make.xlsx(
        [["a", "b", "c", "d", "e"], [1.0, 2.5, True, datetime.fromisoformat("2024-05-01T12:30"), " x "]]
    )

    assert table("a.xlsx", data)[1] == [["1", "2.5", "true", "2024-05-01 12:30:00", "x"]]


def test_the_fullest_sheet_is_read_and_the_others_are_mentioned(read, make) -> None:
    data = make.xlsx([["about"]], [["account", "employees"], ["A", 1], ["B", 2]])

    assert table("a.xlsx", data)[0] == ["account", "employees"]
    assert read("a.xlsx", data).warnings == ("read-other-sheets",)


def test_a_sheet_that_states_a_wrong_size_is_read(make) -> None:
    data = make.xlsx([["account", "employees"], ["A", 1]])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            new.writestr(member, old.read(member).replace(b'ref="A1:B2"', b'ref="A1:XFD9"'))

    assert table("a.xlsx", out.getvalue()) == (["account", "employees"], [["A", "1"]])


@pytest.mark.parametrize(("name", "data"), [("a.csv", "a,b\n"), ("a.csv", "a,b\n,\n\n"), ("a.tsv", "a\tb")])
def test_a_table_without_rows_is_refused(refused, name, data) -> None:
    assert refused(name, data).key == "read-no-rows"


def test_an_empty_workbook_is_refused(refused, make) -> None:
    assert refused("a.xlsx", make.xlsx([[]])).key == "read-no-rows"


def test_only_tables_are_tables(make) -> None:
    with pytest.raises(Rejected) as caught:
        table("a.docx", make.docx("Hi"))

    assert (caught.value.key, caught.value.values["ext"]) == ("read-unsupported", "docx")


@pytest.mark.parametrize("name", ["account", "Firma", "Společnost", "Компанія", "公司"])
def test_companies_with_figures_are_a_customer_table(read, name) -> None:
    source = read("a.csv", f"{name},domain,employees,city\nA,a.example,12,Brno\nB,b.example,,Łódź\nC,,30,\n")

    assert source.kind is Kind.CUSTOMERS
    assert [turn.text for turn in source.turns] == [
        f"{name}: A; domain: a.example; employees: 12; city: Brno",
        f"{name}: B; domain: b.example; city: Łódź",
        f"{name}: C; employees: 30",
    ]
    assert {turn.speaker for turn in source.turns} == {None}


def test_rows_of_deals_are_no_customer_table(read) -> None:
    deals = "deal,account,status,amount\n" + "".join(f"D{n},{'AB'[n % 2]},won,{n}00\n" for n in range(10))

    assert read("deals.csv", deals).kind is Kind.NOTES


def test_a_survey_gives_its_open_answers_under_their_question(read) -> None:
    source = read("2026-05-04 survey.csv", SURVEY)

    assert (source.kind, source.origin, str(source.date)) == (Kind.SURVEY, Origin.FIRST_HAND, "2026-05-04")
    assert (source.turns[0].text, source.turns[0].heading) == ("What almost kept you from buying?", True)
    assert [(turn.speaker, turn.text) for turn in source.turns[1:3]] == [
        ("Respondent R000", "The price was too high for us in year 0"),
        ("Respondent R003", "The price was too high for us in year 3"),
    ]
    assert len(source.turns) == 1 + 14


def test_respondents_without_an_id_are_counted_by_row(read) -> None:
    plain = "\n".join(line.partition(",")[2] for line in SURVEY.splitlines())

    assert [turn.speaker for turn in read("s.csv", plain).turns[1:3]] == ["Respondent 1", "Respondent 4"]


def test_a_survey_of_closed_questions_has_nothing_to_quote(read) -> None:
    rows = "".join(f"{n % 5 + 1},{'Yes' if n % 2 else 'No'}\n" for n in range(30))

    source = read("s.csv", "How satisfied are you? (1-5),Would you buy it again?\n" + rows)

    assert (source.kind, source.turns) == (Kind.SURVEY, ())


def test_who_answered_is_not_quoted_as_an_answer(read) -> None:
    rows = "".join(f"Jan Novák {n},n{n}@example.com,The paper is always lost on day {n}\n" for n in range(20))

    source = read("s.csv", "Name,E-mail,What hurts you the most these days?\n" + rows)

    assert [turn.text for turn in source.turns if turn.heading] == ["What hurts you the most these days?"]


def test_a_survey_that_asks_for_the_company_is_still_a_survey(read) -> None:
    rows = "".join(f"Firm {n},{n % 11},They lose the paper of case {n} all the time\n" for n in range(20))

    source = read(
        "s.csv", "Company,How likely are you to recommend us?,What hurts you the most these days?\n" + rows
    )

    assert source.kind is Kind.SURVEY


@pytest.mark.parametrize(
    "header", ["speaker,start,text", "Speaker,Start time,Transcript", "说话人,开始,内容"]
)
def test_a_transcript_in_rows_is_an_interview(read, said, header) -> None:
    source = read("a.csv", f'{header}\nAnna,0:05,Why?\nBob,0:09,"So, you see."\n')

    assert said(source) == [("Anna", "Why?"), ("Bob", "So, you see.")]
    assert [turn.start for turn in source.turns] == [5, 9]
    assert source.kind is Kind.INTERVIEW


def test_the_sample_tables_are_what_they_are(read, sample) -> None:
    kinds = {path.name: read(path.name, path.read_bytes()).kind for path in sorted(sample.rglob("*.csv"))}

    assert kinds["customers.csv"] is Kind.CUSTOMERS
    assert kinds["survey.csv"] is Kind.SURVEY
    assert kinds["deals.csv"] is Kind.NOTES
