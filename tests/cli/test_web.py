"""Looking a company up from the command line, and what stands in its way."""

import pytest
from searcher import Searcher

PAGE = "https://www.kolos.cz/o-nas"


@pytest.fixture
def allowed():
    with Searcher(f"[[Kolos employs 85 people.|{PAGE}]]") as service:
        yield {"ICPBOT_MODEL": "openai:gpt-test", "OPENAI_API_KEY": "not-a-key", "OPENAI_BASE_URL": service.url,
               "ICPBOT_WEB_SEARCH": "true"}  # fmt: skip


@pytest.fixture
def profile(icpbot, tmp_path, shortest_profile):
    file = tmp_path / "profile.yaml"
    file.write_text(shortest_profile)
    icpbot("profile", "import", file)


@pytest.mark.usefixtures("profile")
def test_a_company_is_looked_up_and_its_page_told(icpbot, allowed):
    ran = icpbot("fit", "Kolos", "--web", "--json", env=allowed)

    told = {c["attribute"]: c for c in ran.json["results"][0]["criteria"]}
    assert (ran.code, ran.json["tokens"], ran.json["notice"]) == (0, 400, None)
    assert (told["employees"]["value"], told["employees"]["origin"]) == (85, "web")
    assert told["employees"]["citation"]["source_id"] == PAGE
    asked = icpbot("requests", "--json", env=allowed).json["requests"]
    assert [r["tokens"] for r in asked] == [400]
    assert "not checked by a person" in icpbot("fit", "Kolos").out


@pytest.mark.usefixtures("profile")
@pytest.mark.parametrize(
    "arguments", [("Kolos", "Bor"), ("Kolos", "--fact", "employees=3"), ("Kolos", "--text", "about.txt")]
)
def test_one_company_is_looked_up_at_a_time(icpbot, allowed, arguments):
    ran = icpbot("fit", *arguments, "--web", env=allowed)

    assert ran.code == 2
    assert "one company up at a time" in ran.err


@pytest.mark.usefixtures("profile")
def test_where_it_is_not_allowed_a_sentence_says_who_may_allow_it(icpbot):
    ran = icpbot("fit", "Kolos", "--web")

    assert ran.code == 1
    assert "ICPBOT_WEB_SEARCH" in ran.err


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        ({"ICPBOT_WEB_SEARCH": "true"}, "OPENAI_API_KEY"),
        (
            {"ICPBOT_WEB_SEARCH": "true", "OPENAI_API_KEY": "k", "ICPBOT_MODEL": "none"},
            "ICPBOT_MODEL=openai:",
        ),
        (
            {"ICPBOT_WEB_SEARCH": "true", "OPENAI_API_KEY": "k", "ICPBOT_MODEL": "ollama:x"},
            "ICPBOT_MODEL=openai:",
        ),
        ({"ICPBOT_WEB_SEARCH": "perhaps", "OPENAI_API_KEY": "k"}, "ICPBOT_WEB_SEARCH"),
    ],
)
def test_half_a_setting_stops_the_start_with_a_sentence(icpbot, settings, missing):
    ran = icpbot("sources", env=settings)

    assert ran.code == 2
    assert missing in ran.err
    assert "ICPBOT_WEB_SEARCH" in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_doctor_tells_whether_the_web_is_asked(icpbot, allowed):
    told = [
        next(p["detail"] for p in icpbot("doctor", "--json", env=env).json["parts"] if p["part"] == "web")
        for env in ({}, allowed)
    ]

    assert told == ["off: nobody is looked up", "looked up with openai:gpt-test"]
