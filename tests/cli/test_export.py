"""`icpbot profile export` as a person runs it."""

import pytest

PROFILE = """
name: 中型物流
language: cs
criteria:
  - {attribute: employees, ideal: {min: 50, max: 500}, weight: 2}
"""
STARTS = {
    "md": b"# ",
    "html": b"<!doctype html>",
    "pdf": b"%PDF-",
    "docx": b"PK",
    "json": b"{",
    "yaml": b"name:",
    "csv": b"\xef\xbb\xbfattribute",
}


@pytest.fixture
def imported(tmp_path, icpbot):
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    assert icpbot("profile", "import", path).code == 0


@pytest.mark.parametrize("name", STARTS)
def test_every_format_is_written_where_it_was_asked_for(icpbot, imported, tmp_path, name):
    out = tmp_path / f"profil.{name}"

    ran = icpbot("profile", "export", "--format", name, "--out", out)

    assert (ran.code, ran.err) == (0, "")
    assert out.read_bytes().startswith(STARTS[name])


def test_an_unknown_format_is_answered_with_those_there_are(icpbot, imported):
    ran = icpbot("profile", "export", "--format", "pptx")

    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1
    assert "pptx" in ran.err
    assert all(name in ran.err for name in STARTS)


@pytest.mark.parametrize("where", ["nowhere/profile.pdf", "."])
def test_a_place_that_cannot_be_written_is_answered_with_what_to_do(icpbot, imported, tmp_path, where):
    ran = icpbot("profile", "export", "--format", "csv", "--out", tmp_path / where)

    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1
    assert "--out" in ran.err
