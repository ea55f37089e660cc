"""In Slack: a company described in a message is judged by that, and an undecided one is looked up by a button."""

import pytest
from searcher import Searcher

from icpbot.domain.accounts import FactOrigin
from icpbot.domain.profile import Criterion, Profile, Range
from icpbot.usecases.fit import Book
from icpbot.usecases.profiles import save

HAULIERS = Profile(name="Hauliers", criteria=(
    Criterion(attribute="employees", ideal=Range(min=50, max=500), weight=2),
    Criterion(attribute="country", ideal=("PL", "CZ")),
))  # fmt: skip
PAGE = "https://www.kolos.cz/o-nas"


@pytest.fixture
def service():
    with Searcher(f"[[Kolos employs 85 people.|{PAGE}]]") as searcher:
        yield searcher


@pytest.fixture
def more_settings(service):
    return {"ICPBOT_MODEL": "openai:gpt-test", "OPENAI_API_KEY": "not-a-key", "OPENAI_BASE_URL": service.url,
            "ICPBOT_WEB_SEARCH": True}  # fmt: skip


def test_the_button_looks_an_undecided_company_up_for_all_who_come_later(office, service):
    save(HAULIERS, desk=office.desk)
    office.people.say("ben", None, "fit Kolos")
    office.settled()
    card = office.direct("ben")[-1]
    assert "Look it up on the web" in str(card.blocks)

    office.people.click("ben", card, "web")
    office.settled()

    told = str(office.direct("ben")[-1].blocks)
    account, _ = Book(office.desk).find("Kolos")
    [fact] = office.desk.accounts.facts(account.id)
    assert "85 (web, kolos.cz, not checked by a person" in told
    assert (fact.origin, fact.citation.source_id) == (FactOrigin.WEB, PAGE)
    [pressed] = [r for r in office.desk.requests.requests() if r.action == "web"]
    assert pressed.tokens == 400
    assert [path for path, _ in service.asked] == ["/v1/responses"]


def test_a_text_below_a_name_counts_in_the_verdict(office):
    save(HAULIERS, desk=office.desk)

    office.people.say(
        "ben", None, "fit Kolos\nKolos is a haulier with 85 employees, headquartered in Poland."
    )
    office.settled()

    told = str(office.direct("ben")[-1].blocks)
    assert "85" in told
    assert "pasted text" in told
