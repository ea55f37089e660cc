"""The list engine says of every row what `domain.fit` says of it alone."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icpbot.adapters.readers import files, tables
from icpbot.adapters.readers.encoding import decode
from icpbot.adapters.tables.engine import PolarsLists
from icpbot.adapters.tables.names import keys
from icpbot.adapters.tables.rewriting import Files
from icpbot.adapters.tables.spill import Spill
from icpbot.adapters.tables.wording import ADDED
from icpbot.bootstrap import Parts
from icpbot.domain.accounts import Account, Fact, FactOrigin, account_id, known
from icpbot.domain.errors import Rejected, UsageError
from icpbot.domain.fit import ORDER, assess
from icpbot.domain.names import named
from icpbot.domain.profile import AllOf, AnyOf, Criterion, Profile, Range, Thresholds
from icpbot.domain.values import Amount, parse_value
from icpbot.settings import Settings
from icpbot.usecases.fit import Fit, by_criterion, fact_key, question_text
from icpbot.usecases.fit_list import check_list
from icpbot.usecases.showing.verdicts import because

FILES = Files(files.Files(), decode, tables.sheets)
NOW = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    parts = Parts(Settings.model_construct(home=tmp_path_factory.mktemp("home")))
    account = Account(
        id=account_id(parts.workspace, "Żabka Polska"),
        workspace=parts.workspace,
        name="Żabka Polska sp. z o.o.",
    )
    facts = [
        Fact(attribute="industry", value="Retail", origin=FactOrigin.REP, date=NOW.date()),
        Fact(attribute="employees", value=300.0, origin=FactOrigin.WEB, date=NOW.date()),
        Fact(attribute="revenue", value=Amount(number=7e6, currency="EUR"), origin=FactOrigin.RESEARCH),
        Fact(attribute="mood_of_the_day", value="good", origin=FactOrigin.REP),
    ]
    parts.desk.accounts.save(account, facts)
    yield parts.desk
    parts.close()


BANDS = {
    "industry": [("Logistics",), ("Retail", "Banking"), ("Gambling",), ("IT",)],
    "employees": [Range(min=50, max=500), Range(min=20, max=1000), Range(max=10), Range(min=5000)],
    "revenue": [Range(min=1, unit="million", currency="EUR"), Range(min=500_000), Range(max=100_000, currency="PLN")],
    "country": [("PL", "CZ"), ("EU",), ("HU",), ("UA",)],
    "board_access": [True, False],
    "tech_stack": [AnyOf(contains=("SAP", "Oracle")), AllOf(all=("AWS", "Python")), AnyOf(contains=("Excel",)), ("Shopify",)],
    "Mood of the day": [("good",), ("bad", "sad"), Range(min=5), True],
    "founded": [Range(min=2000), Range(min=1980, max=1999), (2001.0, 2002.0)],
    "brand_count": [Range(min=2)],
}  # fmt: skip
CELLS = {
    "industry": ["", "logistyka", "Retail", "hazard", "Road Freight", "?", "IT", "软件"],
    "Headcount": ["", "180", "51-200", "1 200", "12,5", "5001", "a lot", "-3", "0", "1.234", "12.50", "01.02.2024"],
    "revenue_eur": ["", "1500000", "2.5M EUR", "5 mln zł", "600 тис. грн", "n/a", "1234.5678"],
    "employees": ["", "", "40"],
    "country": ["", "Polska", "HU", "Hungary", "Deutschland", "Чехія", "波兰"],
    "board_access": ["", "yes", "tak", "ні", "0", "1", "sometimes"],
    "tech_stack": ["", "SAP; Excel", "AWS;Python", "python, aws", "Shopify", "Oracle|SAP"],
    "mood_of_the_day": ["", "good", "sad", "7", "3.5", "yes", "1;2"],
    "founded": ["", "1999", "2001", "2010", "2002.0"],
    "note": ["", "=SUM(A1)", "-5", "+420 777", "@x", 'a "b", c', "two\nlines", "-x"],
}  # fmt: skip
NAMES = [
    "Kolos s.r.o.",
    "Žabka Polska",
    "Żabka Polska SA",
    "ŻABKA POLSKA",
    "=Nova",
    "ТОВ Нова",
    "",
    "远禾有限公司",
    "Foo & Co",
]
WEIGHTS = st.sampled_from([0.0, 0.1, 0.3, 1.0, 2.0, 3.0])


@st.composite
def criteria(draw: st.DrawFn) -> tuple[Criterion, ...]:
    some = draw(st.lists(st.sampled_from(sorted(BANDS)), min_size=1, max_size=9, unique=True))
    return tuple(draw(criterion(attribute)) for attribute in some)


@st.composite
def criterion(draw: st.DrawFn, attribute: str) -> Criterion:
    bands = {
        name: draw(st.sampled_from(BANDS[attribute]))
        for name in draw(st.sets(st.sampled_from(["ideal", "ok", "avoid"]), min_size=1))
    }
    breaks = "avoid" in bands and draw(st.booleans())
    return Criterion(
        attribute=attribute,
        weight=draw(WEIGHTS),
        deal_breaker=breaks,
        ignored=draw(st.integers(0, 9)) == 0,
        **bands,
    )


PROFILES = st.builds(
    lambda some, limits: Profile(name="P", criteria=some, thresholds=Thresholds(ok_at=min(limits), ideal_at=max(limits))),
    criteria(), st.tuples(st.integers(0, 100), st.integers(0, 100)),
)  # fmt: skip
ROWS = st.lists(
    st.fixed_dictionaries(
        {"company": st.sampled_from(NAMES), **{c: st.sampled_from(v) for c, v in CELLS.items()}}
    ),
    min_size=1,
    max_size=12,
)


def alone(cells, profile, desk):
    """The report on one row, from the definition: stored facts, then the row's, then `assess`."""
    catalogue = desk.knowledge.catalogue()
    facts = [f for a in desk.accounts.accounts(desk.workspace) for f in desk.accounts.facts(a.id)]
    facts = facts if cells["company"] in {"Žabka Polska", "ŻABKA POLSKA"} else []
    for column in CELLS:
        attribute = catalogue.attribute("revenue" if column == "revenue_eur" else column)
        value = parse_value(attribute, cells[column].strip())
        if value is not None:
            key = attribute.key if attribute else fact_key(column, desk)
            facts.append(
                Fact(attribute=key, value=value, origin=FactOrigin.CRM, date=NOW.date(), recorded_at=NOW)
            )
    return assess(cells["company"], profile, by_criterion(profile, known(facts), desk), catalogue=catalogue)


def expected(cells, profile, desk):
    report = alone(cells, profile, desk)
    fit = Fit(report=report)
    return [report.verdict.value, f"{report.score.low:g}", f"{report.score.high:g}", question_text(report, desk, "en") or "",
            because(fit, desk, "en"), "P v1"]  # fmt: skip


def written(rows, path, header=None) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        columns = header or ["company", *CELLS]
        writer.writerow(columns)
        writer.writerows([row[c] for c in columns] if isinstance(row, dict) else row for row in rows)
    return path


def plain(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" else cell


@pytest.mark.parametrize("small", [0, 1_000_000], ids=["in batches", "read whole"])
@settings(
    max_examples=40, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(profile=PROFILES, rows=ROWS)
def test_every_row_is_judged_as_it_would_be_alone(small, profile, rows, desk, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("icpbot.usecases.fit_list.complete", lambda *_: profile)
    table, out = written(rows, tmp_path / "in.csv"), tmp_path / "out.csv"
    engine = PolarsLists(FILES, small)
    listed = check_list(table, out, desk=replace(desk, lists=engine, clock=lambda: NOW))

    found = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"), newline="")))
    told = sorted(
        [
            plain(row["company"]),
            plain(row["note"]),
            *(row[c] for c in CELLS if c != "note"),
            *(plain(row[c]) for c in ADDED),
        ]
        for row in found
    )
    wanted = sorted(
        [row["company"], row["note"], *(row[c] for c in CELLS if c != "note"), *expected(row, profile, desk)]
        for row in rows
    )
    assert told == wanted
    keys = [
        (ORDER[row["icp_verdict"]], -float(row["icp_score_high"]), -float(row["icp_score_low"]))
        for row in found
    ]
    assert [k[0] for k in keys] == sorted(k[0] for k in keys)
    assert listed.rows == len(rows) == sum(listed.mix.values())


PROFILE = Profile(name="P", criteria=(Criterion(attribute="employees", ideal=Range(min=50)),))


@pytest.fixture
def check(desk, tmp_path, monkeypatch):
    """The listed summary and the rows written, of a table given as bytes and read in batches."""
    monkeypatch.setattr("icpbot.usecases.fit_list.complete", lambda *_: PROFILE)

    def run(data: bytes, name: str = "in.csv", small: int = 0):
        (tmp_path / name).write_bytes(data)
        engine, out = PolarsLists(FILES, small), tmp_path / "out.csv"
        listed = check_list(tmp_path / name, out, desk=replace(desk, lists=engine))
        return listed, list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"), newline="")))

    return run


def test_repeated_and_unknown_companies_are_told_apart(check) -> None:
    listed, rows = check(
        "company,employees\nKolos s.r.o.,60\nKOLOS sro,70\nFoo GmbH,1\nFoo AG,1\nŻabka Polska,\n".encode()
    )

    assert (listed.duplicate_rows, listed.unknown_rows) == (1, 4)
    assert {name.casefold().replace(".", "") for name in listed.duplicates} <= {"kolos sro"}
    assert "Żabka Polska" not in listed.unknown
    assert [row["icp_verdict"] for row in rows if row["company"] == "Żabka Polska"] == ["ideal"]


@pytest.mark.parametrize(
    "data",
    [
        b'company;note;employees\nKolos;a 5" pipe;60\nNova;"x;y";1\n',
        "company\temployees\nKolos\t60\nNova\t1\n".encode("utf-16"),
        "\ufeffsep=;\ncompany;employees\nKolos;60\n\n;;\nNova;1\n".encode(),
        b"Prospects 2026,\ncompany,employees\nKolos,60\nNova,1\n",
        "company,město,employees\nKolos,Plzeň,60\nNova,Žďár,1\n".encode("cp1250"),
        b"company,employees,note\nKolos,60,a\nNova,1,b,beyond the header\n",
    ],
    ids=["stray quotes", "utf-16", "excel's own", "title row", "code page", "wider rows"],
)  # fmt: skip
def test_a_large_file_is_read_as_a_small_one_is(check, data) -> None:
    batches, whole = check(data)[1], check(data, small=1_000_000)[1]

    assert [(r["company"], r["icp_verdict"]) for r in batches] == [("Kolos", "ideal"), ("Nova", "avoid")]
    assert batches == whole


@pytest.mark.parametrize("small", [0, 1_000_000], ids=["in batches", "read whole"])
def test_a_workbook_is_a_list_too(check, small) -> None:
    book = openpyxl.Workbook()
    for row in (["company", "employees"], ["Kolos", 60], ["Nova", 1]):
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)

    assert [r["icp_verdict"] for r in check(data.getvalue(), "in.xlsx", small)[1]] == ["ideal", "avoid"]


@pytest.mark.parametrize("encoding", ["cp1250", "utf-16", "utf-8"])
def test_letters_far_down_a_large_file_tell_its_encoding(check, encoding) -> None:
    plain = "".join(f"Firma {n},{n % 97}\n" for n in range(120_000))
    data = f"company,employees\n{plain}Žďár Řeznictví,60\n".encode(encoding)

    assert "Žďár Řeznictví" in {row["company"] for row in check(data)[1]}


@pytest.mark.parametrize("data", [b"employees\n60\n", b"company,employees\n"], ids=["no name", "no rows"])
def test_what_is_no_list_is_refused_and_leaves_no_file(check, tmp_path, data) -> None:
    with pytest.raises(Rejected):
        check(data)

    assert not list(tmp_path.glob("*out*"))


def test_a_place_that_cannot_be_written_is_named(desk, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("icpbot.usecases.fit_list.complete", lambda *_: PROFILE)
    table = written([["Kolos", "60"]], tmp_path / "in.csv", ["company", "employees"])

    with pytest.raises(UsageError, match="out-not-writable"):
        check_list(table, tmp_path / "no" / "out.csv", desk=desk)


def test_many_batches_are_one_list_in_order(check, monkeypatch) -> None:
    monkeypatch.setattr("icpbot.adapters.tables.pieces.PIECE", 640)
    rows = "".join(f'Firma {n},{n % 97},"two\nlines"\n' for n in range(1_000))

    listed, found = check(f"company,employees,note\n{rows}".encode())

    verdicts = [row["icp_verdict"] for row in found]
    assert len(found) == listed.rows == 1_000
    assert verdicts == sorted(verdicts, reverse=True)
    assert {row["company"] for row in found} == {f"Firma {n}" for n in range(1_000)}
    assert all(row["note"] == "two\nlines" for row in found)


def test_rows_that_find_no_room_in_memory_come_out_in_the_same_order(check, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("icpbot.adapters.tables.pieces.PIECE", 256)
    rows = "".join(f'Žabka {n % 50} GmbH,{n % 97 or "a lot"},"two\nlines"\n' for n in range(1_000))
    data = f"company,employees,note\n{rows}".encode()
    listed, _ = check(data)
    in_memory = (tmp_path / "out.csv").read_bytes()

    monkeypatch.setattr("icpbot.adapters.tables.engine.Spill", partial(Spill, kept=5_000))
    spilled, _ = check(data)

    assert (tmp_path / "out.csv").read_bytes() == in_memory
    assert spilled == listed
    assert listed.duplicate_rows == 950
    assert set(listed.duplicates) == {f"Žabka {n} GmbH" for n in range(20)}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_row_that_is_written_as_it_was_read_is_as_one_put_together(check, delimiter, end) -> None:
    rows = [
        ["company", "employees", "note", "more"],
        ["  Kolos ", "60", " x", "-12%"],
        ["Nova", " 1", "", ""],
        ["=Foo", "-3", "@home", "-x"],
        ["Bar", "70", "\u00a0wide\u3000", "+420 777"],
        ["", "", "", ""],
        ["Baz", "", "-", "= 1"],
    ]
    plain = end.join(delimiter.join(row) for row in rows).encode()
    quoted = end.join(delimiter.join(f'"{cell}"' for cell in row) for row in rows).encode()

    assert check(plain) == check(quoted)
    assert [row["note"] for row in check(plain)[1]] == ["x", "wide", "'-", "", "'@home"]


def test_a_row_with_fewer_cells_than_the_header_keeps_its_verdict_in_its_column(check) -> None:
    _, rows = check(b"company,employees,note\nKolos,60\nNova,1,a\nFoo\n")

    assert [(row["company"], row["icp_verdict"]) for row in rows] == [
        ("Kolos", "ideal"), ("Foo", "undecided"), ("Nova", "avoid"),
    ]  # fmt: skip


@given(
    st.lists(
        st.text(max_size=24)
        | st.sampled_from(
            [
                *NAMES,
                "Foo Company Ltd.",
                "TOV Nova",
                "x a s a",
                "Müller & Söhne GmbH & Co. KG",
                "İstanbul A.Ş.",
            ]
        ),
        min_size=1,
    )
)
def test_keys_of_a_column_are_those_of_its_names(names) -> None:
    found = keys(pl.Series(names, dtype=pl.String)).rows()

    assert found == [(own.key, own.form or "") for own in map(named, names)]
