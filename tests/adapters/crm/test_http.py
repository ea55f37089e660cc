"""Throttling, failures and refusals, over real HTTP."""

import json
import traceback

import pytest
from crm_servers import TOKEN, Fault, HubSpot, Pipedrive, served

from icpbot.adapters.crm import hubspot, pipedrive
from icpbot.adapters.crm.http import ATTEMPTS, LONGEST_WAIT, Waiting, checked_url
from icpbot.domain.errors import Conflict, NotAllowed, Unavailable, UsageError
from icpbot.messages.voice import FluentVoice

DAILY = {"status": "error", "policyName": "DAILY", "errorType": "RATE_LIMIT"}
SECONDLY = {"status": "error", "policyName": "TEN_SECONDLY_ROLLING", "errorType": "RATE_LIMIT"}


class Slept:
    def __init__(self):
        self.naps = []
        self.now = 0.0

    def sleep(self, seconds):
        self.naps.append(round(seconds, 3))
        self.now += seconds

    @property
    def waiting(self):
        return Waiting(sleep=self.sleep, chance=lambda: 1.0, clock=lambda: self.now)


@pytest.fixture(
    params=[(Pipedrive, pipedrive.Pipedrive), (HubSpot, hubspot.HubSpot)], ids=["pipedrive", "hubspot"]
)
def both(request):
    """A server, its client, and the naps the client took."""
    kind, client = request.param
    slept = Slept()
    with served(kind()) as server:
        system = client(TOKEN, server.url, slept.waiting)
        yield server, system, slept
        system.close()


def test_who_is_told_when_to_come_back_comes_then_and_not_before(both):
    server, system, slept = both
    server.faults = [Fault(429, {"retry-after": "7"}), Fault(429, {"retry-after": "3"}, SECONDLY)]

    system.check()

    assert slept.naps == [7.0, 3.0]
    assert len(server.asked) == 3


def test_a_date_says_when_to_come_back_too(both):
    from email.utils import formatdate

    server, system, slept = both
    server.faults = [Fault(503, {"retry-after": formatdate(server.now + 20, usegmt=True)})]

    system.check()

    assert slept.naps == [20.0]


def test_pipedrives_window_is_waited_for_when_nothing_is_left_of_it():
    slept = Slept()
    with served(Pipedrive()) as server:
        system = pipedrive.Pipedrive(TOKEN, server.url, slept.waiting)
        server.faults = [
            Fault(
                200,
                {"x-ratelimit-limit": "20", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "2"},
                {"data": []},
            )
        ]
        system.check()
        system.check()
        server.faults = [Fault(429, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "2"})]
        slept.naps.clear()
        slept.now += 10
        system.check()
        system.close()

    assert slept.naps == [2.0]


def test_questions_keep_their_distance(both):
    _, system, slept = both

    for _ in range(4):
        system.check()

    assert len(slept.naps) == 3
    assert min(slept.naps) >= 0.1


def test_a_burst_of_failures_is_sat_out_longer_each_time(both):
    server, system, slept = both
    server.faults = [
        Fault(502),
        Fault(500),
        Fault(raw=b"<html>oops"),
        Fault(raw=b'{"data": ['),
        Fault(drop=True),
    ]

    system.check()

    assert slept.naps == [1.0, 2.0, 4.0, 8.0, 16.0]
    assert len(server.asked) == ATTEMPTS


@pytest.mark.parametrize("fault", [Fault(503), Fault(raw=b"[]"), Fault(drop=True)])
def test_trouble_without_end_is_given_up(both, fault):
    server, system, _ = both
    server.faults = [fault] * 20

    with pytest.raises(Unavailable, match="crm-not-answering"):
        system.check()
    assert len(server.asked) == ATTEMPTS


def test_throttling_without_end_is_given_up(both):
    server, system, slept = both
    server.faults = [Fault(429)] * 20

    with pytest.raises(Unavailable, match="crm-busy"):
        system.check()
    assert len(slept.naps) == ATTEMPTS - 1


def test_nobody_sleeps_for_hours(both):
    server, system, slept = both
    server.faults = [Fault(429, {"retry-after": str(int(LONGEST_WAIT) + 1)})]

    with pytest.raises(Unavailable, match="crm-busy"):
        system.check()
    assert slept.naps == []


def test_hubspots_limit_of_a_day_is_not_waited_for():
    slept = Slept()
    with served(HubSpot()) as server:
        system = hubspot.HubSpot(TOKEN, server.url, slept.waiting)
        server.faults = [Fault(429, {}, DAILY)]
        with pytest.raises(Unavailable, match="crm-busy"):
            system.check()
        system.close()
    assert slept.naps == []


@pytest.mark.parametrize(("status", "kind", "key"), [
    (401, UsageError, "crm-token-refused"), (403, NotAllowed, "crm-not-allowed"), (400, Conflict, "crm-question-refused"),
    (404, Conflict, "crm-question-refused"), (302, Unavailable, "crm-elsewhere"),
])  # fmt: skip
def test_a_refusal_is_one_sentence_and_is_not_asked_again(both, status, kind, key):
    server, system, slept = both
    server.faults = [Fault(status, {"location": "http://127.0.0.1:9/elsewhere"}, {"error": "no"})]

    with pytest.raises(kind) as refused:
        system.check()

    assert refused.value.key == key
    for language in ("en", "pl", "cs", "uk", "zh"):
        said = FluentVoice().say(refused.value.key, language, **refused.value.values)
        assert key not in said
        assert "\n" not in said
    assert len(server.asked) == 1
    assert slept.naps == []


def test_a_wrong_token_is_refused_by_the_systems_themselves_and_told_nowhere(both):
    server, system, _ = both
    wrong = type(system)("another-secret-token", server.url, Slept().waiting)

    with pytest.raises(UsageError) as refused:
        wrong.check()

    told = "".join(traceback.format_exception(refused.value)) + repr(wrong) + str(wrong.__dict__.get("_web"))
    assert "another-secret-token" not in told
    wrong.close()


def test_an_answer_that_comes_too_late_is_asked_for_again(both, monkeypatch):
    from icpbot.adapters.crm import http

    server, system, slept = both
    monkeypatch.setattr(http, "TIMEOUT", 0.2)
    server.faults = [Fault(late=1.0)]

    system.check()

    assert len(server.asked) == 2
    assert slept.naps == [1.0]


def test_an_answer_without_end_is_not_read(both, monkeypatch):
    from icpbot.adapters.crm import http

    server, system, _ = both
    monkeypatch.setattr(http, "MAX_BYTES", 1000)
    server.faults = [Fault(raw=json.dumps({"data": "x" * 5000}).encode())]

    with pytest.raises(Unavailable):
        system.check()


@pytest.mark.parametrize(
    "url",
    [
        "http://crm.example.com",
        "ftp://127.0.0.1",
        "https://",
        "https://u:p@crm.example.com",
        "crm.example.com",
        "https://a.example?x=1",
    ],
)
def test_a_token_goes_over_tls_or_nowhere(url):
    with pytest.raises(UsageError, match="crm-url-wrong"):
        checked_url(url)


def test_addresses_keep_no_slash_at_their_end():
    assert checked_url(" https://firma.pipedrive.com/ ") == "https://firma.pipedrive.com"
