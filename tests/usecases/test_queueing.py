from datetime import UTC, datetime

import pytest

from icpbot.domain.requests import TERMINAL, FileRef, Place, Request, RequestKind, RequestStatus
from icpbot.usecases.ports import Person
from icpbot.usecases.queueing import LIST_LINES, tell_place, ticket

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Room:
    """A place that remembers the status lines, and knows which language its people speak."""

    def __init__(self, language=None):
        self.lines = []
        self.language = language

    def working(self, request, text):
        self.lines.append((request.id, text))

    def person(self, _request):
        return Person(language=self.language)


def asked(desk, text, kind=RequestKind.MESSAGE, **about):
    place = Place(**{"channel": "C1", "user": "ana", "message": "1.0", **about.pop("place", {})})
    request = Request(id=f"r{len(desk.requests.requests())}", workspace=desk.workspace, kind=kind, text=text,
                      place=place, asked_at=NOON, **about)  # fmt: skip
    desk.requests.receive(request)
    return request.id


def test_a_ticket_says_whose_turn_it_is(desk):
    found = ticket(asked(desk, "Kdo podepisuje smlouvu?"), desk=desk)

    assert (found.workspace, found.person, found.bulk) == (desk.workspace, "ana", False)
    assert found.conversation == f"{desk.workspace}/C1/1.0"


def test_files_and_long_lists_are_bulk(desk):
    file = asked(desk, "", RequestKind.FILE, files=(FileRef(id="F1", name="rozmowa.txt", url="x"),))
    names = asked(desk, "fit:" + "\nFirma Śliwka" * LIST_LINES)

    assert ticket(file, desk=desk).bulk
    assert ticket(names, desk=desk).bulk
    assert not ticket(asked(desk, "fit: Śliwka\nJabłko"), desk=desk).bulk


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("What hurts operations people the most?", "There is a queue just now. You are number 4."),
        ("Co najbardziej boli klientów w logistyce?", "Jest teraz kolejka. Masz w niej numer 4."),
        ("Co nejvíc trápí zákazníky v logistice?", "Teď je tu fronta. Jste v ní číslo 4."),
        ("Що найбільше болить нашим клієнтам у логістиці?", "Зараз є черга. Ваш номер у ній 4."),
        ("物流客户最痛的是什么？", "现在需要排队，你排在第4位。"),
    ],
)
def test_the_place_is_told_in_the_language_of_the_question(desk, question, line):
    room, request = Room(), asked(desk, question)

    tell_place(request, 4, desk=desk, conversations=room)

    assert [text.replace("\u2068", "").replace("\u2069", "") for _, text in room.lines] == [line]


def test_a_file_without_words_is_told_in_the_language_of_the_person_s_slack(desk):
    room = Room("pl")
    request = asked(desk, "", RequestKind.FILE, files=(FileRef(id="F1", name="a.txt", url="x"),))

    tell_place(request, 1, desk=desk, conversations=room)

    assert room.lines == [(request, "Jest teraz kolejka. Twoja kolej jest następna.")]


@pytest.mark.parametrize(
    "about",
    [
        {"kind": RequestKind.HOME},
        {"kind": RequestKind.ACTION},
        {"status": RequestStatus.ANSWERED},
        {"place": {"channel": TERMINAL}},
    ],
)
def test_what_is_not_answered_by_a_post_has_no_status_line(desk, about):
    room = Room()

    tell_place(asked(desk, "What hurts?", **about), 2, desk=desk, conversations=room)

    assert room.lines == []
