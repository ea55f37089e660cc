"""One engine for every place: who may read what, in whose language, with one ending."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from icpbot.domain.canvases import Canvas
from icpbot.domain.errors import Rejected
from icpbot.domain.requests import FileRef, Place, Request, RequestKind, RequestStatus
from icpbot.domain.sources import Reader
from icpbot.usecases.handle import answer, deliver, receive
from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.ports import Person

CANARY = "Zanzibar flamingo contract"
SECRET = f"""Rada: What was the hardest part?
Jana: The hardest part was the {CANARY}, we lost two hours every day to it.
"""


class Rooms:
    """Implements `Conversations`: who is where, what was delivered."""

    def __init__(self, members=None, files=None, people=None):
        self.members = members or {}
        self.files = files or {}
        self.people = people or {}
        self.delivered = []
        self.said = []
        self.canvases = {}

    def reader_of(self, request):
        place = request.place
        mine = {f"channel:{room}" for room, people in self.members.items() if place.user in people}
        here = {f"channel:{place.channel}"} if place.channel in self.members else set()
        alone = place.private or place.direct
        return Reader(workspace="local", user=place.user, audiences=frozenset(mine if alone else here))

    def person(self, request):
        return self.people.get(request.place.user, Person())

    def takes_part(self, request):
        return True

    def audience_of(self, request):
        return f"channel:{request.place.channel}" if request.place.channel in self.members else "workspace"

    def thread(self, request):
        return ()

    def working(self, request, text):
        self.said.append(text)

    def so_far(self, request, reply):
        self.said.append(reply)

    def fetch(self, file):
        if file.url not in self.files:
            raise Rejected("file-not-fetched", name=file.name)
        return self.files[file.url]

    def write_canvas(self, request, title, markdown, known):
        canvas = Canvas(id=known or f"F{len(self.canvases) + 1}", link="https://slack.test/docs/T/F")
        self.canvases[canvas.id] = markdown
        return canvas

    def remove_canvas(self, canvas):
        del self.canvases[canvas.id]

    def deliver(self, request, reply):
        self.delivered.append((request.id, reply))
        return "posted"


class Queue:
    def __init__(self):
        self.ids = []

    def enqueue(self, request_id):
        if request_id not in self.ids:
            self.ids.append(request_id)


def asked(text, *, number=1, channel="general", user="marta", kind=RequestKind.MESSAGE, **place):
    files = place.pop("files", ())
    action = place.pop("action", None)
    return Request(
        id=f"T:{number}:{text[:20]}:{channel}", workspace="local", kind=kind, text=text, files=files, action=action,
        place=Place(channel=channel, user=user, message=f"{number}.0", **place),
        asked_at=datetime(2026, 3, 12, tzinfo=UTC),
    )  # fmt: skip


@pytest.fixture
def talk(desk):
    def say(text, rooms=None, **more):
        rooms = rooms or Rooms()
        request = asked(text, **more)
        queue = Queue()
        receive(request, desk=desk, jobs=queue)
        reply = answer(request.id, desk=desk, conversations=rooms)
        deliver(request.id, reply, desk=desk, conversations=rooms)
        return reply

    return say


@pytest.fixture
def secret(desk):
    """Something said in a private channel whose members are Marta and Jonas."""
    ingest(Upload(path="secret.txt", data=SECRET.encode(), audience="channel:board"), desk=desk)
    return Rooms(members={"board": {"marta", "jonas"}})


def everything(reply):
    quotes = " ".join(f"{q.text} {q.who}" for q in reply.quotes)
    return f"{reply.text} {quotes} {reply.private or ''}"


def test_what_was_said_in_a_private_channel_stays_there(talk, secret):
    inside = talk("What was the hardest part?", secret, channel="board")
    public = talk("What was the hardest part?", secret, channel="general", number=2)

    assert CANARY in everything(inside)
    assert "Zanzibar" not in everything(public)
    assert public.answered is False


def test_the_asker_alone_is_told_that_something_was_left_out(talk, secret):
    member = talk("What was the hardest part?", secret, channel="general", user="marta")
    stranger = talk("What was the hardest part?", secret, channel="general", user="ola", number=2)

    assert member.private is not None
    assert "Zanzibar" not in member.private
    assert stranger.private is None


def test_who_left_the_channel_loses_access_at_once(talk, secret):
    before = talk("What was the hardest part?", secret, channel="D1", direct=True, user="jonas")
    secret.members["board"].discard("jonas")
    after = talk("What was the hardest part?", secret, channel="D1", direct=True, user="jonas", number=2)

    assert CANARY in everything(before)
    assert "Zanzibar" not in everything(after)


@pytest.mark.parametrize(
    "text", ["sources", "profile", "gaps", "traits", "best", "help", "What hurts them most?", "draft"]
)
def test_no_command_lets_a_stranger_see_a_private_source(talk, secret, text):
    reply = talk(text, secret, channel="general", user="ola")

    assert "Zanzibar" not in everything(reply)


def test_an_upload_belongs_to_those_who_saw_it(talk, desk):
    rooms = Rooms(members={"board": {"marta"}}, files={"u": SECRET.encode()})
    file = FileRef(id="F1", name="talk.txt", url="u")

    talk("", rooms, kind=RequestKind.FILE, channel="board", files=(file,))
    talk(
        "",
        rooms,
        kind=RequestKind.FILE,
        channel="general",
        files=(file.model_copy(update={"name": "b.txt"}),),
        number=2,
    )

    audiences = {s.audience for s in desk.sources.all(Reader(workspace="local", audiences=frozenset({"*"})))}
    assert audiences == {"workspace"}  # shown to everybody later, it is everybody's; the closed copy is gone


def test_a_file_that_cannot_be_fetched_ends_in_one_sentence_with_its_name(talk):
    reply = talk("", Rooms(), kind=RequestKind.FILE, files=(FileRef(id="F1", name="raport.pdf", url="gone"),))

    assert reply.failed
    assert "raport.pdf" in reply.text


def test_an_event_that_comes_twice_is_one_request_with_one_ending(desk):
    rooms, queue, request = Rooms(), Queue(), asked("what is an ICP?")

    first = receive(request, desk=desk, jobs=queue)
    second = receive(request, desk=desk, jobs=queue)
    reply = answer(request.id, desk=desk, conversations=rooms)
    deliver(request.id, reply, desk=desk, conversations=rooms)
    deliver(request.id, reply, desk=desk, conversations=rooms)
    receive(request, desk=desk, jobs=queue)

    assert (first, second) == (True, False)
    assert len(rooms.delivered) == 1
    assert queue.ids == [request.id]
    assert answer(request.id, desk=desk, conversations=rooms) is None
    assert desk.requests.request(request.id).status is RequestStatus.ANSWERED


@pytest.mark.parametrize(
    ("text", "expected"),
    [("What is an ICP?", "ideal customer profile"), ("Co to jest ICP?", "Profil idealnego klienta"),
     ("Co je to ICP?", "Profil ideálního zákazníka"), ("Що таке ICP?", "Профіль ідеального клієнта"),
     ("什么是ICP？", "理想客户画像")],
)  # fmt: skip
def test_the_reply_comes_in_the_askers_language(talk, text, expected):
    assert expected in talk(text).text


def test_what_is_missing_is_said_with_the_next_step(talk):
    assert "draft" in talk("profile").text
    assert "CSV" in talk("best", number=2).text
    assert "fit" in talk("fit", number=3).text
    assert "interviews" in talk("What hurts them?", number=4).text


def test_a_draft_goes_on_in_its_thread_and_only_there(talk, desk, interview):
    ingest(Upload(path="talk.txt", data=interview.encode()), desk=desk)

    opening = talk("draft", channel="general", number=1)
    answered = talk("skip", channel="general", thread="1.0", number=2)
    elsewhere = talk("What is an ICP?", channel="general", number=3)

    assert "Best customer" in opening.text
    assert "Who they are" in answered.text
    assert "ideal customer profile" in elsewhere.text


def test_names_alone_are_a_fit_list(talk, desk):
    from icpbot.domain.profile import Criterion, Profile, Range
    from icpbot.usecases.profiles import save

    save(Profile(name="P", criteria=(Criterion(attribute="employees", ideal=Range(min=50)),)), desk=desk)

    reply = talk("Harborline, Bruk-Trans and Nova Post")

    assert [row[0] for row in reply.table.rows] == ["Bruk-Trans", "Harborline", "Nova Post"] or len(
        reply.table.rows
    ) == 3
    assert reply.headline.startswith("3 names")


def test_only_the_uploader_may_have_a_source_forgotten(talk, desk):
    ingest(
        Upload(path="talk.txt", data=b"Rada: Why?\nJana: Because of the audit last year.", uploader="marta"),
        desk=desk,
    )

    refused = talk("forget talk.txt", user="ola")
    done = talk("forget talk.txt", user="marta", number=2)

    assert refused.failed
    assert not done.failed
    assert desk.sources.all(Reader(workspace="local")) == []


def test_forgetting_a_source_flags_the_claims_that_leaned_on_it(desk, add, reader):
    from icpbot.domain.grounding import Quote
    from icpbot.domain.insights import InsightKind
    from icpbot.domain.profile import Basis, Claim, Profile
    from icpbot.usecases.forgetting import forget
    from icpbot.usecases.profiles import current, save

    source = add(SECRET).source
    start = source.text.index("The hardest")
    quote = Quote(source_id=source.id, start=start, end=len(source.text), text=source.text[start:])
    claim = Claim(kind=InsightKind.PAIN, text="It is hard.", basis=Basis.EVIDENCE, quotes=(quote,))
    save(Profile(name="P", claims=(claim,)), desk=desk)

    gone = forget(reader, desk=desk, ids=(source.id,))

    [left] = current(desk).claims
    assert gone.claims_flagged == 1
    assert (left.basis, left.quotes, left.flagged) == (Basis.ASSUMPTION, (), True)


TABLE = b"account,lifetime_value,employees\nZanzibar Freight,900,120\nFlamingo Cargo,100,15\n"


def test_a_customer_table_of_a_closed_channel_ranks_nobody_in_public(talk, desk):
    rooms = Rooms(members={"board": {"marta"}}, files={"u": TABLE})
    receipt = talk(
        "", rooms, kind=RequestKind.FILE, channel="board", files=(FileRef(id="F", name="c.csv", url="u"),)
    )

    public = talk("best", rooms, channel="general", user="ola", number=2)
    names = talk("fit Zanzibar", rooms, channel="general", user="ola", number=3)

    assert "public channel" in receipt.text
    assert "Zanzibar Freight" not in public.text + names.text


def test_a_claim_that_leans_on_a_closed_source_is_not_shown_in_part(desk, add, reader):
    from icpbot.domain.grounding import Quote
    from icpbot.domain.insights import InsightKind
    from icpbot.domain.profile import Basis, Claim, Profile
    from icpbot.usecases.reading import visible

    sources = [
        add(SECRET, audience="channel:board").source,
        add("Rada: Why?\nJana: It is so very slow.", "b.txt").source,
    ]
    quotes = tuple(Quote(source_id=s.id, start=0, end=5, text=s.text[:5]) for s in sources)
    profile = Profile(
        name="P", claims=(Claim(kind=InsightKind.PAIN, text=CANARY, basis=Basis.EVIDENCE, quotes=quotes),)
    )

    assert visible(profile, Reader(workspace="local"), desk).claims == ()
    assert (
        visible(profile, Reader(workspace="local", audiences=frozenset({"channel:board"})), desk) == profile
    )


def test_what_a_colleague_reports_is_not_counted_as_a_customers_voice(desk, add, reader, interview):
    from icpbot.usecases.counting import themes

    add(interview, "talk.txt")
    add(
        "Account: Zelenec\n\nThey spend three hours a day on re-typing delivery notes, they told me.",
        "notes.md",
        origin="second-hand",
    )

    for theme in themes(reader, desk=desk):
        assert theme.of_accounts == 1
        assert {i.account for i in theme.insights} == {"Kolos Logistik"}


def test_words_that_were_forgotten_do_not_live_on_as_a_claims_wording(desk, add, reader):
    from icpbot.domain.grounding import Quote
    from icpbot.domain.insights import InsightKind
    from icpbot.domain.profile import Basis, Claim, Profile
    from icpbot.usecases.forgetting import forget
    from icpbot.usecases.profiles import current, save

    source = add(SECRET).source
    start = source.text.index("The hardest")
    quote = Quote(source_id=source.id, start=start, end=len(source.text), text=source.text[start:])
    save(
        Profile(
            name="P",
            claims=(Claim(kind=InsightKind.PAIN, text=quote.text, basis=Basis.EVIDENCE, quotes=(quote,)),),
        ),
        desk=desk,
    )

    forget(reader, desk=desk, ids=(source.id,))

    assert "Zanzibar" not in current(desk).model_dump_json()


class Torn:
    """Implements `Labeller`: as likely the one as the other."""

    def __init__(self, **likelihoods):
        self.weights = likelihoods

    def likelihoods(self, texts):
        return [self.weights for _ in texts]

    def label(self, texts):
        return [max(self.weights.items(), key=lambda pair: pair[1]) for _ in texts]


def test_of_two_things_to_do_the_person_picks_and_the_pick_is_done(desk):
    desk = replace(desk, intent_labels=Torn(profile=0.41, draft=0.39, ask=0.2))
    rooms, first = Rooms(), asked("robimy ten nasz icp teraz", number=1)

    def ended(request):
        receive(request, desk=desk, jobs=Queue())
        reply = answer(request.id, desk=desk, conversations=rooms)
        deliver(request.id, reply, desk=desk, conversations=rooms)
        return reply

    unsure = ended(first)
    picked = ended(asked(unsure.buttons[1].value, kind=RequestKind.ACTION, action="as", number=2))
    elsewhere = ended(
        asked(unsure.buttons[1].value, kind=RequestKind.ACTION, action="as", number=3, channel="board")
    )

    assert unsure.headline == "Nie wiem, o co chodzi. Co wybierasz?"
    assert [(b.action, b.label) for b in unsure.buttons] == [
        ("as", "Pokaż profil"),
        ("as", "Naszkicuj profil"),
    ]
    assert "Best customer" in picked.text
    assert elsewhere.failed


def test_a_likely_question_is_answered_with_the_other_reading_beside_it(desk):
    desk = replace(desk, intent_labels=Torn(profile=0.41, ask=0.39, draft=0.2))
    request = asked("what is an ICP anyway")
    receive(request, desk=desk, jobs=Queue())

    reply = answer(request.id, desk=desk, conversations=Rooms())

    assert "ideal customer profile" in reply.text
    assert [b.action for b in reply.buttons] == ["as", "good", "bad"]


@pytest.mark.parametrize(
    ("person", "text", "said"),
    [
        (Person(language="cs"), "profile", "cs"), (Person(language="uk"), "fit Kolos", "uk"),
        (Person(language="pl"), "what is an ICP?", "en"), (Person(), "profile", "en"), (Person(language="de"), "best", "en"),
        (Person(language="en"), "Що таке ICP?", "uk"), (Person(language="en"), "理想客户是谁", "zh"),
    ],
)  # fmt: skip
def test_the_locale_speaks_where_the_words_do_not(desk, person, text, said):
    request = asked(text)
    rooms = Rooms(people={"marta": person})
    receive(request, desk=desk, jobs=Queue())

    reply = answer(request.id, desk=desk, conversations=rooms)

    assert desk.requests.request(request.id).language in {None, said, person.language, "en"}
    assert desk.voice.say("profile-none", said) == reply.text or text not in {"profile", "fit Kolos"}
    assert desk.language_of(reply.text) == said
