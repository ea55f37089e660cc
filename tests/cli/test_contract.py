"""The command line as the contract fixes it, each command in a process of its own."""

import csv
import json
import shutil

import pytest


@pytest.fixture
def talk(tmp_path, interview):
    path = tmp_path / "2026-03-12 Kolos.txt"
    path.write_text(interview, encoding="utf-8")
    return path


@pytest.fixture
def profile(tmp_path, icpbot, shortest_profile):
    path = tmp_path / "profile.yaml"
    path.write_text(shortest_profile, encoding="utf-8")
    assert icpbot("profile", "import", path).code == 0
    return path


def test_ingest_tells_what_became_of_each_file_and_a_bad_one_stops_nothing(icpbot, talk, tmp_path):
    bad = tmp_path / "empty.txt"
    bad.write_text("")

    ran = icpbot("ingest", bad, talk, tmp_path / "nowhere.txt", "--json")

    empty, good, missing = ran.json["sources"]
    assert ran.code == 1
    assert empty["status"] == missing["status"] == "rejected"
    assert "empty" in empty["reason"]
    assert "nowhere.txt" in missing["reason"]
    assert good["status"] == "added"
    assert good["account"] == "Kolos Logistik"
    assert good["speakers"] == ["Rada", "Jana"]
    assert (good["turns"], good["kind"], good["language"]) == (6, "interview", "en")


def test_the_same_file_again_changes_nothing_and_an_edited_one_replaces_its_older_self(
    icpbot, talk, interview
):
    icpbot("ingest", talk)
    again = icpbot("ingest", talk, "--json").json["sources"][0]
    talk.write_text(interview + "Rada: And then?\nJana: Then we signed within a week.\n", encoding="utf-8")
    edited = icpbot("ingest", talk, "--json").json["sources"][0]

    assert again["status"] == "unchanged"
    assert edited["status"] == "updated"
    assert len(icpbot("sources", "--json").json["sources"]) == 1


def test_every_quote_of_an_answer_stands_in_the_source_at_its_offsets(icpbot, talk):
    icpbot("ingest", talk)

    answer = icpbot("ask", "What took two hours every day?", "--json").json

    assert answer["answered"] is True
    assert answer["engine"] == "extractive"
    cited = [c for claim in answer["claims"] for c in claim["citations"]]
    assert cited
    for citation in cited:
        text = icpbot("source", citation["source_id"], "--text").out
        start, end = citation["offsets"]
        assert text[start:end] == citation["quote"]


def test_what_nobody_said_is_an_answer_with_status_one(icpbot, talk):
    icpbot("ingest", talk)

    ran = icpbot("ask", "Do they care about ISO 27001?", "--json")

    assert ran.code == 1
    assert ran.json["answered"] is False
    assert ran.json["claims"] == []


def test_batches_answer_line_by_line_in_order(icpbot, talk, tmp_path):
    icpbot("ingest", talk)
    questions, queries = tmp_path / "q.jsonl", tmp_path / "s.jsonl"
    questions.write_text('{"id": "a", "question": "Who signs?"}\n{"id": "b", "question": "opera?"}\n')
    queries.write_text(json.dumps({"id": 7, "query": "delivery notes", "source": str(talk)}) + "\n")

    answers = icpbot("ask", "--batch", questions).lines
    found = icpbot("search", "--batch", queries, "-k", "1").lines

    assert [a["id"] for a in answers] == ["a", "b"]
    assert found[0]["id"] == 7
    assert found[0]["passages"][0]["turns"] == [0, 5]


def test_search_stops_when_the_words_are_reached(icpbot, talk):
    icpbot("ingest", talk)

    few = icpbot("search", "contract", "--words", "1", "--json").json["passages"]
    all_of_it = icpbot("search", "contract", "--words", "5000", "--json").json["passages"]

    assert len(few) == 1
    assert len(all_of_it) >= len(few)


def test_forget_takes_a_source_out_of_everything(icpbot, talk):
    source_id = icpbot("ingest", talk, "--json").json["sources"][0]["source_id"]

    gone = icpbot("forget", source_id, "--json").json["forgotten"]

    assert gone["sources"] == [source_id]
    assert icpbot("sources", "--json").json["sources"] == []
    assert icpbot("search", "delivery notes", "--json").json["passages"] == []
    assert icpbot("insights", "--json").json["insights"] == []
    leftovers = [
        path for path in icpbot.home.rglob("*")
        if path.is_file() and "cache" not in path.parts and b"re-typing" in path.read_bytes()
    ]  # fmt: skip
    assert leftovers == []


def test_the_index_is_built_anew_from_the_store(icpbot, talk):
    icpbot("ingest", talk)
    shutil.rmtree(icpbot.home / "chroma")

    done = icpbot("reindex", "--json").json

    assert done == {"passages": 1}
    assert len(icpbot("search", "delivery notes", "--json").json["passages"]) == 1


def test_a_profile_is_imported_shown_compared_and_approved(icpbot, profile, tmp_path, shortest_profile):
    changed = tmp_path / "changed.yaml"
    changed.write_text(shortest_profile.replace("max: 500}", "max: 300}"), encoding="utf-8")
    icpbot("profile", "import", changed)

    differs = icpbot("profile", "diff", "Mid-market logistics@1", "Mid-market logistics@2", "--json").json
    approved = icpbot("profile", "approve", "--by", "Marta", "--json").json

    assert differs["changes"] == [
        {"what": "employees", "where": "ideal", "before": "50–500", "after": "50–300"}
    ]
    assert approved == {"name": "Mid-market logistics", "version": 2, "status": "approved"}
    assert icpbot("profile", "list", "--json").json["profiles"][0]["status"] == "approved"


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        ("{attribute: industry, ideal: [Retail], ok: [Retail]}", "criteria[0].ok"),
        ("{attribute: employees, ideal: {min: 50, max: 10}}", "criteria[0].ideal"),
        ("{attribute: employees}", "criteria[0]"),
        ("{attribute: employees, ideal: big}", "criteria[0].ideal"),
        ("{attribute: employees, ideal: {min: 5}, wieght: 2}", "criteria[0].wieght"),
        ("{attribute: gender, ideal: [women]}", "criteria[0].attribute"),
    ],
)
def test_a_profile_that_cannot_be_measured_is_refused_by_its_path(icpbot, tmp_path, entry, path):
    file = tmp_path / "bad.yaml"
    file.write_text(f"name: X\ncriteria:\n  - {entry}\n", encoding="utf-8")

    ran = icpbot("profile", "import", file)

    assert ran.code == 2
    assert path in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("form", ["md", "html", "docx", "json", "yaml", "csv"])
def test_every_export_is_written_and_says_the_profiles_name_or_criteria(icpbot, profile, tmp_path, form):
    out = tmp_path / f"icp.{form}"

    ran = icpbot("profile", "export", "--format", form, "--out", out)

    assert ran.code == 0
    if form == "docx":
        from docx import Document

        assert Document(str(out)).paragraphs[0].text == "Mid-market logistics"
    else:
        text = out.read_text(encoding="utf-8-sig")
        assert "industry" in text.lower()
        assert "http" not in text.replace("http-equiv", "")


def test_fit_gives_a_range_and_the_question_that_decides(icpbot, profile):
    ran = icpbot("fit", "Acme", "--fact", "industry=logistyka", "--fact", "employees=180",
                 "--fact", "country=Slovakia", "--json")  # fmt: skip

    [result] = ran.json["results"]
    assert result["verdict"] == "undecided"
    assert result["score"] == {"low": 62.5, "high": 87.5}
    assert result["next_question"]["attribute"] == "board_access"
    assert result["next_question"]["decides"] is True
    assert {c["attribute"]: c["band"] for c in result["criteria"]} == {
        "industry": "ideal", "employees": "ideal", "country": "neither", "board_access": "unknown",
        "brand_count": "ignored",
    }  # fmt: skip


def test_a_deal_breaker_disqualifies_whatever_the_score(icpbot, profile):
    ran = icpbot("fit", "Bet365", "--fact", "industry=hazard", "--fact", "employees=100", "--json")

    [result] = ran.json["results"]
    assert result["verdict"] == "avoid"
    assert result["disqualified_by"] == ["industry"]


def test_a_table_is_ranked_its_columns_kept_and_its_formulas_defused(icpbot, profile, tmp_path):
    table, out = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_text(
        "company,industry,employees,country,board_access,notes\n"
        "Bad,Gambling,100,PL,yes,=1+1\nOpen,Logistics,,,,-5\nGood,Logistics,120,Poland,tak,@x\n",
        encoding="utf-8",
    )

    icpbot("fit", "--csv", table, "--out", out)

    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert [r["company"] for r in rows] == ["Good", "Open", "Bad"]
    assert [r["icp_verdict"] for r in rows] == ["ideal", "undecided", "avoid"]
    assert [r["notes"] for r in rows] == ["'@x", "-5", "'=1+1"]
    assert rows[0]["icp_profile_version"] == "Mid-market logistics v1"


def test_the_verdicts_of_a_table_are_drawn_when_asked(icpbot, profile, tmp_path):
    table, out, chart = (tmp_path / name for name in ("in.csv", "out.csv", "chart.svg"))
    table.write_text("company,industry\nŽabka,Gambling\nНова,Logistics\n", encoding="utf-8")

    icpbot("fit", "--csv", table, "--out", out, "--chart", chart)

    assert "50% · 1/2" in chart.read_text(encoding="utf-8")


def test_a_scripted_draft_ends_in_a_saved_profile(icpbot, talk, tmp_path):
    icpbot("ingest", talk)
    script = tmp_path / "script.txt"
    script.write_text(
        "skip\n50–500 employees\nyes\n1\n1\nskip\nskip\nskip\nskip\nskip\n1\nGambling\nyes\nyes\n"
    )

    done = icpbot("draft", "--profile", "Mid-market", "--script", script, "--json").json

    assert done["turns"][0]["user"] is None
    assert all(turn["bot"] and turn["section"] for turn in done["turns"])
    assert done["profile"]["name"] == "Mid-market"
    assert 0 < done["complete"] <= 1
    assert icpbot("profile", "list").out.startswith("Mid-market v")


def test_a_draft_goes_on_where_it_was_left(icpbot, tmp_path):
    first, second = tmp_path / "1.txt", tmp_path / "2.txt"
    first.write_text("skip\n50–500 employees\nyes\n")
    second.write_text("done\n")

    icpbot("draft", "--script", first)
    done = icpbot("draft", "--script", second, "--json").json

    [criterion] = done["profile"]["criteria"]
    assert criterion["attribute"] == "employees"


@pytest.mark.parametrize(
    ("arguments", "env", "named"),
    [
        (("nonsense",), {}, "nonsense"),
        (("fit",), {}, "names"),
        (("doctor",), {"ICPBOT_MODEL": "gpt"}, "ICPBOT_MODEL"),
        (("doctor",), {"ICPBOT_DATABASE_URL": "mysql://x"}, "ICPBOT_DATABASE_URL"),
        (("doctor",), {"ICPBOT_MODEL": "openai:gpt-5-mini"}, "OPENAI_API_KEY"),
        (("doctor",), {"PORT": "many"}, "PORT"),
        (("ask", "x"), {"ICPBOT_CHROMA_URL": "chroma"}, "ICPBOT_CHROMA_URL"),
    ],
)
def test_wrong_usage_and_settings_end_with_status_two_and_name_what_is_wrong(icpbot, arguments, env, named):
    ran = icpbot(*arguments, env=env)

    assert ran.code == 2
    assert named in ran.err
    assert ran.out == ""


def test_a_needed_service_that_does_not_answer_is_status_four(icpbot):
    ran = icpbot("search", "x", env={"ICPBOT_CHROMA_URL": "http://127.0.0.1:9"})

    assert ran.code == 4
    assert "ICPBOT_CHROMA_URL" in ran.err


def test_doctor_tells_which_parts_are_in_use(icpbot):
    ran = icpbot("doctor", "--json")

    assert ran.code == 0
    assert {p["part"] for p in ran.json["parts"]} >= {"store", "index", "embeddings", "model", "slack"}


def test_chat_answers_and_every_request_is_on_record(icpbot, talk):
    icpbot("ingest", talk)

    ran = icpbot("chat", stdin="what is an ICP?\nsources\nexit\n")

    requests = icpbot("requests", "--json").json["requests"]
    assert "ideal customer profile" in ran.out.lower()
    assert [r["status"] for r in requests] == ["answered", "answered"]
    assert all(r["ended_at"] for r in requests)


def test_help_imports_nothing_heavy(process):
    ran = process("--help", env={"PYTHONPROFILEIMPORTTIME": "1"})

    loaded = {line.rsplit("|", 1)[-1].strip() for line in ran.err.splitlines()}
    assert ran.code == 0
    assert loaded.isdisjoint({"numpy", "chromadb", "sqlalchemy", "langchain", "openai", "slack_bolt", "dbos"})
