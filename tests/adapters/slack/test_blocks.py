from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from icpbot.adapters.slack.blocks import FULL_ANSWER, action_name, fallback, layout, reply_blocks
from icpbot.adapters.slack.markup import clipped, escaped
from icpbot.domain.reply import Attachment, Button, Cited, Reply, Table
from icpbot.playground.limits import check_message

EVIL = "<!channel> <@U123> <https://evil.example|click> *bold* _it_ ~no~ `code` & more"
words = (
    st.text(min_size=1, max_size=60) | st.just(EVIL) | st.text(min_size=1, max_size=4).map(lambda t: t * 1000)
)
cells = st.tuples(words, words, st.just(""))
replies = st.builds(
    Reply,
    headline=words,
    lines=st.lists(words, max_size=80).map(tuple),
    quotes=st.lists(
        st.builds(
            Cited,
            text=words,
            who=words,
            number=st.integers(1, 99),
            link=st.none() | st.just("https://x.example/p1"),
            translation=st.none() | words,
        ),
        max_size=30,
    ).map(tuple),
    table=st.none() | st.builds(Table, header=cells, rows=st.lists(cells, max_size=150).map(tuple)),
    notice=st.none() | words,
    next_step=st.none() | words,
    buttons=st.lists(
        st.builds(Button, action=st.sampled_from(["fit", "forget"]), label=words, value=words), max_size=40
    ).map(tuple),
)


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [
            found
            for key, inner in value.items()
            for found in ([inner] if key == "text" and isinstance(inner, str) else texts(inner))
        ]
    return [found for inner in value for found in texts(inner)] if isinstance(value, list) else []


@settings(max_examples=60, deadline=None)
@given(replies)
def test_slack_takes_every_reply(reply: Reply) -> None:
    page = layout(reply)

    check_message(text=page.text, blocks=page.blocks, text_limit=4000)
    assert page.text.strip()
    assert "<!channel>" not in "".join(texts(page.blocks)) + page.text


@settings(max_examples=60, deadline=None)
@given(replies)
def test_what_does_not_fit_is_in_the_file(reply: Reply) -> None:
    page = layout(reply)
    shown = "\n".join(texts(page.blocks))

    if [file.name for file in page.attachments] == [FULL_ANSWER]:
        whole = page.attachments[0].content.decode()
        assert all(line in whole for line in reply.lines)
    else:
        assert all(escaped(line) in shown for line in reply.lines if line.strip())


def test_a_short_headline_is_bold_and_a_long_one_is_not() -> None:
    assert texts(reply_blocks(Reply(headline="Acme: *ideal*")))[0] == "Acme: *ideal*"
    assert texts(reply_blocks(Reply(headline="Acme: ideal")))[0] == "*Acme: ideal*"
    assert texts(reply_blocks(Reply(headline="x" * 200)))[0] == "x" * 200


def test_a_quote_is_shown_as_it_was_said_with_its_number_linked() -> None:
    quote = Cited(text="I *never* use `it` & <b>", who="Ana, CFO", number=1, link="https://x.example/p1")

    block = reply_blocks(Reply(headline="h", quotes=(quote,)))[1]

    said, source = block["elements"]
    assert said["elements"] == [{"type": "text", "text": "I *never* use `it` & <b>"}]
    assert source["elements"][0] == {"type": "link", "url": "https://x.example/p1", "text": "[1]"}


def test_injected_markup_neither_pings_nor_links() -> None:
    quote = Cited(text=EVIL, who=EVIL, number=1, link="javascript:alert(1)")
    reply = Reply(headline=EVIL, lines=(EVIL,), quotes=(quote,), table=Table(header=("a",), rows=((EVIL,),)))

    shown = json.dumps(reply_blocks(reply), ensure_ascii=False) + fallback(reply)

    for ping in ("<!channel>", "<@U123>", "<https://evil.example|click>\\n", "javascript:"):
        assert ping not in shown
    mrkdwn = [block["text"] for block in reply_blocks(reply) if block["type"] == "section"]
    assert all("<" not in text["text"] and text["verbatim"] for text in mrkdwn)


def test_buttons_of_one_kind_stay_apart_and_keep_their_name() -> None:
    buttons = tuple(Button(action="pick", label=str(n), value=str(n)) for n in range(6))

    first, second = reply_blocks(Reply(headline="h", buttons=buttons))[1:]

    ids = [element["action_id"] for element in first["elements"]]
    assert len(set(ids)) == 5
    assert {action_name(one) for one in ids} == {"pick"}
    assert [element["action_id"] for element in second["elements"]] == ["pick"]


def test_attachments_of_the_reply_come_first() -> None:
    own = Attachment(name="a.csv", content=b"a")

    page = layout(Reply(headline="h", lines=("x" * 5000,), attachments=(own,)))

    assert [file.name for file in page.attachments] == ["a.csv", FULL_ANSWER]


@given(st.text(max_size=300), st.integers(2, 200))
def test_clipping_never_cuts_an_escape(text: str, limit: int) -> None:
    shown = clipped(text, limit)

    assert len(shown) <= limit
    for entity in ("&amp;", "&lt;", "&gt;"):
        shown = shown.replace(entity, "")
    assert "&" not in shown


def test_bytes_of_an_attachment_survive_the_queue() -> None:
    reply = Reply(headline="h", attachments=(Attachment(name="x.png", content=b"\x89PNG\xff\x00"),))

    assert Reply.model_validate_json(reply.model_dump_json()) == reply


def test_a_translation_stands_below_the_quote_and_outside_of_it() -> None:
    quote = Cited(
        text="Dvě hodiny denně.", who="Jana", number=1, translation="(z czeskiego: „Dwie <!channel>.”)"
    )
    page = layout(Reply(headline="Tak.", quotes=(quote,)))

    said, meant, source = page.blocks[1]["elements"]
    assert texts([said]) == ["Dvě hodiny denně."]
    assert texts([meant]) == ["(z czeskiego: „Dwie <\u2060!channel>.”)"]
    assert texts([source]) == ["[1]", " Jana"]
    assert "“Dvě hodiny denně.” (z czeskiego: „Dwie &lt;!channel&gt;.”) Jana [1]" in page.text
