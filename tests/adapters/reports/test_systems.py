"""What other systems read: ClickUp's doc and tasks, question cards for a website, an agency's scoring table."""

import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icpbot.adapters.reports.documents import Writer
from icpbot.domain.handed import criterion_from, table_rows
from icpbot.domain.profile import AllOf, AnyOf, Claim, Criterion, Profile, Range
from icpbot.domain.review import Department, Opinion
from icpbot.usecases.exporting import material
from icpbot.usecases.pasting import from_table
from icpbot.usecases.profiles import approve, save, submit
from icpbot.usecases.reviewing import remark

CRITERIA = (
    Criterion(attribute="employees", ideal=Range(min=1000, max=5000), ok=Range(min=20), weight=2),
    Criterion(attribute="industry", ideal=("Logistics",), avoid=("Gambling", "Tobacco; cigars"), weight=3,
              deal_breaker=True),
    Criterion(attribute="revenue", ideal=Range(min=1.5, max=20, unit="million", currency="EUR"), weight=0.5),
    Criterion(attribute="tech_stack", ideal=AllOf(all=("SAP", "Excel")), avoid=AnyOf(contains=("Lotus", "=1+1"))),
    Criterion(attribute="board_access", ideal=True, weight=2, note="Ptáme se | nahlas"),
    Criterion(attribute="jak_rychle", ideal=("svižně, ale klidně",), ok=(2.0, True)),
    Criterion(attribute="brand_count", ignored=True),
)  # fmt: skip
PROFILE = Profile(
    name="Logistika",
    criteria=CRITERIA,
    claims=(Claim(kind="pain", text="*Přepisování* | =A1"),),
    language="cs",
)


@pytest.fixture
def saved(desk):
    return save(PROFILE, desk=desk)


@pytest.fixture
def write(desk, reader):
    def written(form, profile, language="cs"):
        return Writer().written(form, material(profile, reader, desk=desk, language=language))

    return written


@pytest.fixture
def read_back(desk, reader, saved):
    """A criterion written into a table and read from it."""
    about = material(saved, reader, desk=desk, language="cs")

    def through(criterion):
        made = replace(about, profile=PROFILE.model_copy(update={"criteria": (criterion,)}))
        header, cells = csv.reader(io.StringIO(Writer().written("table", made).decode("utf-8-sig")))
        [row] = table_rows(header, [cells])
        return criterion_from(row, 0, about.catalogue)

    return through


@pytest.mark.parametrize("language", ["en", "pl", "cs", "uk", "zh"])
def test_the_scoring_table_reads_back_as_the_same_criteria(desk, saved, write, language):
    content = write("table", saved, language)

    again = from_table("agentura.csv", content, "Jiná", desk=desk)

    assert again.criteria == CRITERIA


SCALARS = st.one_of(
    st.text("abčžż,; +\"'=≥|[{5", min_size=1, max_size=8).map(str.strip).filter(bool), st.booleans()
)
BANDS = st.one_of(
    st.booleans(),
    st.builds(
        AnyOf,
        contains=st.lists(st.sampled_from(["SAP", "a, b", "c; d"]), min_size=1, max_size=3, unique=True),
    ),
    st.builds(Range, min=st.floats(0, 1e9), currency=st.sampled_from([None, "CZK"])),
    st.lists(SCALARS, min_size=1, max_size=3, unique_by=str).map(tuple),
)


@settings(
    deadline=None,
    database=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(band=BANDS, weight=st.integers(0, 10_000).map(lambda n: n / 100))
def test_whatever_band_is_written_is_read_back(read_back, band, weight):
    criterion = Criterion(attribute="něco", ideal=band, weight=weight)

    assert read_back(criterion) == criterion


def test_cards_ask_in_the_order_of_weight_and_tell_what_an_answer_is_worth(saved, write):
    told = json.loads(write("leadbooster", saved))

    assert [c["attribute"] for c in told["cards"]][:3] == ["industry", "employees", "board_access"]
    assert told["points"] == sum(c["points"] for c in told["cards"])
    first = told["cards"][0]
    assert [(r["band"], r["points"], r["ends"]) for r in first["rules"]] == [
        ("ideal", 3, False),
        ("avoid", 0, True),
    ]
    assert told["cards"][2]["options"] == ["ano", "ne"]
    assert "brand_count" not in {c["attribute"] for c in told["cards"]}
    assert told["language"] == "cs"


def test_cards_to_read_say_the_same(saved, write):
    text = write("leadbooster-md", saved, "pl").decode()

    assert text.count("\n## ") == 6
    assert "- [ ] tak" in text
    assert "→ ✗" in text


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tasks(content):
    return list(csv.DictReader(io.StringIO(unpacked(content)["tasks.csv"].decode("utf-8-sig"))))


def test_clickup_has_a_doc_and_tasks_with_owners_and_priorities(desk, saved, write):
    submit(None, desk=desk)
    under = remark(
        saved, "pain", Opinion.OBJECT, department=Department.SUPPORT, by="Jan", desk=desk, text="Nikdo"
    )

    files = unpacked(write("clickup", under))
    found = tasks(write("clickup", under))

    assert set(files) == {"profile.md", "personas.md", "tasks.csv"}
    assert files["profile.md"].decode().startswith("# Logistika\n")
    assert (found[0]["Priority"], found[0]["Assignee"], found[0]["Tags"]) == ("urgent", "Jan", "support")
    assert {t["Assignee"] for t in found if t["Priority"] == "high"} == {
        "Prodej", "Marketing", "Péče o zákazníky", "Podpora",
    }  # fmt: skip
    assert any("Přepisování" in t["Task Name"] for t in found)
    assert write("clickup", under) == write("clickup", under)


def test_an_approved_profile_is_to_be_looked_at_again_by_whoever_approved_it(desk, saved, write):
    done = approve(None, by="=Anna", desk=desk)

    [again] = [t for t in tasks(write("clickup", done)) if t["Tags"] == "review"]

    assert again["Assignee"] == "'=Anna"
    assert again["Due Date"] > str(done.approved_at.date())
