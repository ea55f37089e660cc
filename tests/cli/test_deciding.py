"""`icpbot profile submit`, `review`, `approve`, `rollback`."""

import pytest


@pytest.fixture
def profile(icpbot, tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text(
        "name: Logistika\ncriteria:\n  - {attribute: employees, ideal: {min: 50}, weight: 2}\n"
        "claims:\n  - {kind: pain, text: Přepisování}\n"
    )
    assert icpbot("profile", "import", file).code == 0
    assert icpbot("profile", "submit", "--json").json["status"] == "in review"
    return file


def test_a_department_objects_and_the_approval_waits_for_a_reason(icpbot, profile):
    said = icpbot("profile", "review", "--department", "sales", "--section", "pains", "--object", "Nikdo", "--by", "Ola",
                  "--json").json  # fmt: skip

    assert [(r["department"], r["section"], r["text"]) for r in said["objections"]] == [
        ("sales", "pain", "Nikdo")
    ]
    assert said["waiting"]["sales"] == ["criteria"]
    refused = icpbot("profile", "approve", "--by", "Anna")
    assert (refused.code, refused.err) == (
        1, "One objection to Logistika still stands. Settle it, or approve with a reason.\n",
    )  # fmt: skip
    assert (
        icpbot("profile", "approve", "--by", "Anna", "--why", "Víme", "--json").json["status"] == "approved"
    )


def test_all_four_agree_and_it_is_approved(icpbot, profile):
    for department in ("sales", "marketing", "customer-success", "support"):
        done = icpbot("profile", "review", "--department", department, "--section", "all", "--agree", "--by", "Ola",
                      "--json")  # fmt: skip
    assert done.json["status"] == "approved"
    assert icpbot("profile", "review").out.startswith(
        "Logistika v1 · approved\nDepartments that agree: 4 of 4\n"
    )


@pytest.mark.parametrize(
    "given",
    [
        ("--department", "sales"),
        ("--department", "sales", "--section", "pain", "--by", "Ola"),
        ("--department", "sales", "--section", "pain", "--agree", "--object", "x", "--by", "Ola"),
        ("--department", "sales", "--section", "pain", "--agree"),
    ],
)
def test_half_a_remark_is_wrong_usage(icpbot, profile, given):
    assert icpbot("profile", "review", *given).code == 2


def test_going_back_is_a_new_version(icpbot, profile):
    profile.write_text(profile.read_text().replace("50", "80"))
    icpbot("profile", "import", profile)

    assert icpbot("profile", "rollback", "1", "--json").json == {
        "name": "Logistika", "version": 3, "status": "draft",
    }  # fmt: skip
    assert icpbot("profile", "diff", "Logistika@1", "Logistika@3", "--json").json == {"changes": []}
    assert icpbot("profile", "rollback", "9").code == 1


def test_the_tree_is_listed_exported_and_imported_again(icpbot, profile, tmp_path):
    segment = tmp_path / "s.yaml"
    segment.write_text("name: Praha\nparent: Logistika\ncriteria:\n  - {attribute: country, ideal: [CZ]}\n")
    assert icpbot("profile", "import", segment).code == 0

    assert icpbot("profile", "list").out == "Logistika v1 · in review\n  Praha v1 · draft\n"
    assert "Employees: ideal" in icpbot("profile", "show", "--profile", "Praha").out
    kept = icpbot("profile", "export", "--format", "json", "--profile", "Praha").json
    assert (kept["parent"], len(kept["criteria"])) == ("Logistika", 1)
    profile.write_text(profile.read_text() + "parent: Praha\n")
    refused = icpbot("profile", "import", profile)
    assert refused.code == 2
    assert "parent leads from" in refused.err


@pytest.mark.parametrize("form", ["clickup", "leadbooster", "leadbooster-md", "table"])
def test_other_systems_get_their_file(icpbot, profile, tmp_path, form):
    out = tmp_path / "out"

    assert icpbot("profile", "export", "--format", form, "--out", out).code == 0
    assert out.stat().st_size > 40


def test_a_table_becomes_the_criteria_of_a_profile_and_keeps_the_rest(icpbot, profile, tmp_path):
    table = tmp_path / "Agentura.csv"
    table.write_text(
        "Kritérium;Ideální;Dobré;Nechceme;Váha\nZaměstnanci;50–500;20–1000;;3\nZemě;CZ, SK;;;1\n"
    )

    assert icpbot("profile", "import", table, "--json").json == {
        "name": "Agentura",
        "version": 1,
        "status": "draft",
    }
    assert icpbot("profile", "import", table, "--profile", "Logistika", "--json").json["version"] == 2
    kept = icpbot("profile", "show", "--profile", "Logistika", "--json").json
    assert [c["attribute"] for c in kept["criteria"]] == ["employees", "country"]
    assert [c["text"] for c in kept["claims"]] == ["Přepisování"]
    table.write_text("a,b\n1,2\n")
    assert icpbot("profile", "import", table).code == 2
