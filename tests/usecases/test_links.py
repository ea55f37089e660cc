"""Links to a profile: what they show, to whom, and how they end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from icpbot.domain.errors import NotAllowed, NotFound, UsageError
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import InsightKind
from icpbot.domain.links import Gone
from icpbot.domain.profile import Basis, Claim, Profile
from icpbot.domain.requests import Place
from icpbot.domain.sources import Reader, local_reader
from icpbot.usecases import profiles
from icpbot.usecases.links import link_of, link_reply, make, opened, unlink, unlink_reply

URL = "https://icp.example.com"


@pytest.fixture
def desk(make_desk):
    return replace(make_desk(), public_url=URL)


OPEN, SECRET, OTHER = (
    "Každé ráno hodinu přepisujeme dodací listy.",
    "Nasz prezes chce sprzedać firmę jesienią.",
    "Ми платимо за склад удвічі більше, ніж раніше.",
)


@pytest.fixture
def profile(desk, add):
    """Three claims: one open, one from the closed channel G1, one from the closed channel G2."""
    claims = []
    for text, name, audience in ((OPEN, "a.txt", "workspace"), (SECRET, "b.txt", "channel:G1"),
                                 (OTHER, "c.txt", "channel:G2")):  # fmt: skip
        source = add(f"Anna: {text}", name, audience=audience).source
        start = source.text.index(text)
        quote = Quote(source_id=source.id, start=start, end=start + len(text), text=text)
        claims.append(Claim(kind=InsightKind.PAIN, text=text, basis=Basis.EVIDENCE, quotes=(quote,)))
    return profiles.save(Profile(name="Logistika", claims=tuple(claims)), desk=desk)


def shown(address, desk):
    found = opened(link_of(address.rpartition("/")[2], desk=desk), desk=desk)
    return found.page.model_dump_json() if found.page else found.gone


def told(page):
    return [text for text in (OPEN, SECRET, OTHER) if text in page]


def slack_reader(desk, *channels, **more):
    audiences = frozenset(f"channel:{channel}" for channel in channels)
    return Reader(workspace=desk.workspace, audiences=audiences, user="U1", **more)


def test_a_link_from_the_command_line_shows_no_closed_source_though_its_maker_may_read_them_all(
    desk, profile
):
    address, link = make(profile, local_reader(desk.workspace), desk=desk, by="terminal", language="cs")

    assert address.startswith(f"{URL}/profiles/")
    assert told(shown(address, desk)) == [OPEN]
    assert link.audiences == ()


def test_a_link_shows_what_its_conversation_may_read_and_not_all_its_maker_may(desk, profile):
    reader = slack_reader(desk, "G1", "G2")

    for channel, expected in (("G1", [OPEN, SECRET]), ("G2", [OPEN, OTHER]), ("C9", [OPEN])):
        place = Place(channel=channel, user="U1", private=True)
        address, _ = make(profile, reader, desk=desk, by="U1", language="pl", place=place)
        assert told(shown(address, desk)) == expected


def test_who_left_a_channel_cannot_make_a_link_that_shows_it(desk, profile):
    address, _ = make(
        profile, slack_reader(desk), desk=desk, by="U1", language="pl", place=Place(channel="G1", user="U1")
    )

    assert told(shown(address, desk)) == [OPEN]


def test_guests_make_no_links_and_end_none(desk, profile):
    guest = slack_reader(desk, "G1", outside=True)

    with pytest.raises(NotAllowed):
        make(profile, guest, desk=desk, by="U1", language="en", place=Place(channel="G1"))
    with pytest.raises(NotAllowed):
        unlink(profile, guest, desk=desk)


def test_a_link_shows_the_profile_as_it_is_now(desk, profile):
    address, _ = make(profile, local_reader(desk.workspace), desk=desk, by="terminal", language="cs")

    profiles.save(profile.model_copy(update={"description": "Jen sklady nad sto lidí"}), desk=desk)

    assert "Jen sklady nad sto lidí" in shown(address, desk)


def test_a_link_ends_with_its_time_and_an_ended_one_says_why(desk, profile):
    early, link = make(
        profile, local_reader(desk.workspace), desk=desk, by="terminal", language="cs", hours=1
    )
    later = replace(desk, clock=lambda: link.expires_at)

    assert shown(early, later) is Gone.EXPIRED
    assert (
        shown(early, replace(desk, clock=lambda: link.expires_at - timedelta(seconds=1))) is not Gone.EXPIRED
    )


def test_unlinking_ends_all_links_of_a_profile_and_of_no_other(desk, profile):
    other = profiles.save(Profile(name="Pivovary"), desk=desk)
    everything = local_reader(desk.workspace)
    first, second = (make(profile, everything, desk=desk, by="terminal", language="cs")[0] for _ in range(2))
    kept, _ = make(other, everything, desk=desk, by="terminal", language="cs")

    assert unlink(profile, everything, desk=desk) == 2

    assert [shown(address, desk) for address in (first, second)] == [Gone.REVOKED, Gone.REVOKED]
    assert "Pivovary" in shown(kept, desk)
    fresh, _ = make(profile, everything, desk=desk, by="terminal", language="cs")
    assert "Logistika" in shown(fresh, desk)


def test_forged_and_mangled_addresses_are_unknown(desk, profile):
    address = make(profile, local_reader(desk.workspace), desk=desk, by="terminal", language="cs")[0]
    good = address.rpartition("/")[2]
    link_id, expires, signature = good.split(".")
    forged = [
        "", ".", good[:-1], good + "A", f"{link_id}.{int(expires) + 1}.{signature}", f"{link_id}.{expires}.",
        f"{link_id[::-1]}.{expires}.{signature}", good.upper(), f"{link_id}.{expires}", "../../etc/passwd", "ž" * 500,
        f"{link_id}.{expires}.{'A' * len(signature)}",
    ]  # fmt: skip

    for one in forged:
        with pytest.raises(NotFound, match="link-unknown"):
            link_of(one, desk=desk)
    assert link_of(good, desk=desk).id == link_id


def test_a_link_of_another_installation_of_the_bot_is_unknown(desk, profile, make_desk, tmp_path):
    address = make(profile, local_reader(desk.workspace), desk=desk, by="terminal", language="cs")[0]

    with pytest.raises(NotFound):
        link_of(address.rpartition("/")[2], desk=make_desk(tmp_path / "elsewhere"))


def test_without_a_public_address_there_is_no_link_and_the_sentence_says_how_to_get_a_file(desk, profile):
    bare = replace(desk, public_url=None)

    with pytest.raises(UsageError, match="link-no-address"):
        make(profile, local_reader(desk.workspace), desk=bare, by="terminal", language="cs")
    for language in ("en", "pl", "cs", "uk", "zh"):
        assert "icpbot profile export --format html" in desk.voice.say("link-no-address", language)


@pytest.mark.parametrize(
    ("language", "made", "ended"),
    [
        ("en", "this link works until", "1 link to Logistika no longer works."),
        ("pl", "ten link działa do", "1 link do profilu Logistika już nie działa."),
        ("cs", "tento odkaz funguje do", "1 odkaz na Logistika už nefunguje."),
        ("uk", "це посилання працює до", "1 посилання на Logistika більше не працює."),
        ("zh", "这个链接在", "Logistika 的1个链接已失效。"),
    ],
)
def test_the_reply_names_the_day_it_ends_and_warns_when_it_carries_a_closed_conversation(
    desk, profile, language, made, ended
):
    reader, say = slack_reader(desk, "G1"), desk.voice.say
    openly = link_reply(profile, reader, Place(channel="C1", user="U1"), desk=desk, language=language)
    closed = link_reply(profile, reader, Place(channel="G1", user="U1"), desk=desk, language=language)

    assert made in openly.headline
    assert openly.lines[0].startswith(URL)
    assert (openly.notice, closed.notice) == (say("link-open", language), say("link-here", language))
    assert desk.links.revoke(desk.workspace, "Logistika", desk.clock()) == 2
    make(profile, reader, desk=desk, by="U1", language=language)
    assert unlink_reply(profile, reader, desk=desk, language=language).headline == ended
