from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models import blocks as kit

from icpbot.playground.errors import SlackError
from icpbot.playground.limits import (
    BLOCK_COST,
    BLOCKS_WEIGHT,
    blocks_weight,
    check_message,
    check_metadata,
    check_prompts,
    check_view,
)


def section(text: str = "hello", **more: Any) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(label: str = "Go", **more: Any) -> dict[str, Any]:
    return {"type": "button", "text": {"type": "plain_text", "text": label}, **more}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def refusal(**content: Any) -> SlackError:
    with pytest.raises(SlackError) as caught:
        check_message(**content)
    return caught.value


def problems(*blocks: Any) -> list[str]:
    refused = refusal(text="x", blocks=list(blocks))
    assert refused.error == "invalid_blocks"
    messages = refused.extra["response_metadata"]["messages"]
    assert messages == [f"[ERROR] {error}" for error in refused.extra["errors"]]
    return list(refused.extra["errors"])


@given(st.integers(1, 3500))
def test_a_section_holds_at_most_3000_characters(length: int) -> None:
    block = section("x" * length)

    if length <= 3000:
        check_message(text="x", blocks=[block])
    else:
        assert problems(block) == ["must be less than 3001 characters [json-pointer:/blocks/0/text/text]"]


@given(st.integers(1, 60))
def test_a_message_holds_at_most_50_blocks(count: int) -> None:
    blocks = [{"type": "divider"}] * count

    if count <= 50:
        check_message(text="x", blocks=blocks)
    else:
        assert problems(*blocks) == ["no more than 50 items allowed [json-pointer:/blocks]"]


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=10))
def test_all_blocks_together_are_weighed_with_a_toll_for_each(lengths: list[int]) -> None:
    blocks = [section("x" * length) for length in lengths]
    weight = sum(lengths) + BLOCK_COST * len(lengths)

    assert blocks_weight(blocks) == weight
    if weight <= BLOCKS_WEIGHT:
        check_message(text="x", blocks=blocks)
    else:
        assert refusal(text="x", blocks=blocks).error == "msg_blocks_too_long"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["type", "text", "elements", "x"]), inner)
        ),
        max_leaves=12,
    )
)
def test_rubbish_is_refused_by_name_and_never_breaks_the_check(rubbish: Any) -> None:
    assert problems({"type": "actions", "elements": rubbish})


@given(st.sampled_from(["", " ", "\n"]))
def test_nothing_to_show_is_no_text(text: str) -> None:
    assert refusal(text=text).error == "no_text"


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        ({"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}, "less than 151"),
        ({"type": "header", "text": {"type": "mrkdwn", "text": "x"}}, "unsupported type: mrkdwn"),
        ({"type": "sektion"}, "unsupported type: sektion"),
        ({"type": "section"}, "missing required field: text or fields"),
        (section(""), "more than 0 characters"),
        (section(block_id="x" * 256), "less than 256"),
        (section(disabled=True), "invalid additional property: disabled"),
        (section(fields=[{"type": "mrkdwn", "text": "x"}] * 11), "no more than 10 items"),
        (section(fields=[{"type": "mrkdwn", "text": "x" * 2001}]), "less than 2001"),
        (actions(button("x" * 76)), "less than 76"),
        (actions(button(action_id="x" * 256)), "less than 256"),
        (actions(button(value="x" * 2001)), "less than 2001"),
        (actions(button(url="x" * 3001)), "less than 3001"),
        (actions(button(style="green")), "valid enum value"),
        (actions(*[button()] * 26), "no more than 25 items"),
        (actions(button(action_id="a"), button(action_id="a")), 'action_id "a" already exists'),
        ({"type": "context", "elements": [{"type": "mrkdwn", "text": "x"}] * 11}, "more than 10"),
        ({"type": "context", "elements": [button()]}, "unsupported type: button"),
        ({"type": "image", "image_url": "https://x.example/i.png"}, "field: alt_text"),
        ({"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]] * 101}, "more than 100"),
        ({"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * 21]}, "more than 20"),
        ({"type": "table", "rows": [[{"type": "mrkdwn", "text": "x"}]]}, "unsupported type"),
        ({"type": "markdown", "text": "x" * 12_001}, "less than 12001"),
        ({"type": "alert", "text": {"type": "plain_text", "text": "x"}, "level": "loud"}, "enum"),
    ],
)
def test_each_limit_of_a_block_is_named(block: dict[str, Any], problem: str) -> None:
    assert problem in "\n".join(problems(block))


def test_options_have_limits_of_their_own() -> None:
    option = {"text": {"type": "plain_text", "text": "x" * 76}, "value": "v" * 151}
    select = {"type": "static_select", "action_id": "a", "options": [option] * 101}

    found = "\n".join(problems(actions(select)))

    assert "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]" in found
    assert "[json-pointer:/blocks/0/elements/0/options/0/text/text]" in found
    assert "must be less than 151 characters" in found


def test_a_block_id_is_used_once_in_a_message() -> None:
    assert problems(section(block_id="b"), section(block_id="b")) == [
        'block_id "b" already exists [json-pointer:/blocks/1/block_id]'
    ]


def test_an_action_id_may_come_again_in_another_block() -> None:
    check_message(text="x", blocks=[actions(button(action_id="a"))] * 2)


def test_markdown_blocks_share_12000_characters() -> None:
    half = {"type": "markdown", "text": "x" * 6001}

    assert refusal(text="x", blocks=[half, half]).error == "msg_blocks_too_long"


def test_a_message_has_one_table() -> None:
    table = {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]]}

    refused = refusal(text="x", blocks=[table, table])

    assert refused.error == "invalid_attachments"
    assert refused.extra["errors"] == ["only_one_table_allowed"]


def test_text_has_an_end_and_markdown_text_stands_alone() -> None:
    check_message(text="x" * 40_000)
    assert refusal(text="x" * 40_001).error == "msg_too_long"
    assert refusal(text="x", markdown_text="y").error == "markdown_text_conflict"
    assert refusal(markdown_text="y" * 12_001).error == "msg_too_long"


@pytest.mark.parametrize(
    "block",
    [
        kit.HeaderBlock(text="Best customers"),
        kit.SectionBlock(text="*Logistics*", fields=["a", "b"]),
        kit.ContextBlock(elements=[{"type": "mrkdwn", "text": "3 of 12 accounts"}]),
        kit.MarkdownBlock(text="**bold**"),
        kit.TaskCardBlock(task_id="1", title="Read", status="in_progress"),
        kit.PlanBlock(title="Plan"),
        kit.AlertBlock(text="Mind the gap", level="warning"),
        kit.CardBlock(title="Acme", body="ideal"),
        kit.TableBlock(rows=[[{"type": "raw_text", "text": "a"}]]),
        kit.RichTextBlock(
            elements=[
                kit.RichTextListElement(
                    style="bullet",
                    elements=[
                        kit.RichTextSectionElement(elements=[kit.RichTextElementParts.Text(text="one")])
                    ],
                )
            ]
        ),
        kit.ActionsBlock(
            elements=[
                kit.ButtonElement(text="Go", action_id="go", value="1", style="primary"),
                kit.OverflowMenuElement(
                    action_id="more",
                    options=[kit.Option(text="a", value="1"), kit.Option(text="b", value="2")],
                ),
                kit.DatePickerElement(action_id="day", initial_date="2026-11-21"),
            ]
        ),
        kit.ContextActionsBlock(
            elements=[
                kit.FeedbackButtonsElement(
                    action_id="feedback",
                    positive_button=kit.FeedbackButtonObject(text="Good", value="up"),
                    negative_button=kit.FeedbackButtonObject(text="Bad", value="down"),
                )
            ]
        ),
        kit.InputBlock(label="Why", element=kit.PlainTextInputElement(action_id="why")),
    ],
    ids=lambda block: block.type,
)
def test_what_slack_sdk_builds_is_accepted(block: kit.Block) -> None:
    check_message(text="x", blocks=[block.to_dict()])


def modal(**more: Any) -> dict[str, Any]:
    title = {"type": "plain_text", "text": "Edit"}
    return {"type": "modal", "title": title, "blocks": [section()], **more}


@pytest.mark.parametrize(
    ("view", "problem"),
    [
        (modal(title={"type": "plain_text", "text": "x" * 25}), "less than 25"),
        (modal(blocks=[{"type": "divider"}] * 101), "no more than 100 items"),
        (modal(private_metadata="x" * 3001), "less than 3001"),
        (modal(callback_id="x" * 256), "less than 256"),
        (modal(colour="red"), "invalid additional property: colour"),
        (modal(blocks=[{"type": "markdown", "text": "x"}]), "unsupported type: markdown"),
        (modal(type="home", title=None), "invalid additional property: title"),
        (modal(type="page"), "valid enum value"),
        ({"type": "modal", "blocks": []}, "missing required field: title"),
        (
            modal(
                blocks=[
                    kit.InputBlock(label="Why", element=kit.PlainTextInputElement(action_id="a")).to_dict()
                ]
            ),
            "missing required field: submit",
        ),
    ],
)
def test_each_limit_of_a_view_is_named(view: dict[str, Any], problem: str) -> None:
    with pytest.raises(SlackError) as caught:
        check_view(view, kinds=("modal", "home"))

    assert caught.value.error == "invalid_arguments"
    assert problem in "\n".join(caught.value.extra["errors"])


def test_metadata_has_a_type_and_an_object() -> None:
    good = {"event_type": "answer", "event_payload": {"request": "r1"}}

    assert check_metadata(good) == good
    assert check_metadata({}) is None
    for bad, error in [
        ("x", "invalid_metadata_format"),
        ({"event_type": "x"}, "invalid_metadata_schema"),
        ({"event_type": "x", "event_payload": {"a": "x" * 9000}}, "metadata_too_large"),
    ]:
        with pytest.raises(SlackError, match=error):
            check_metadata(bad)


def test_suggested_prompts_are_one_to_four() -> None:
    prompt = {"title": "Draft", "message": "Draft our ICP"}

    check_prompts([prompt] * 4)
    for bad in ([], [prompt] * 5, [{"title": "x"}], "x"):
        with pytest.raises(SlackError, match="invalid_arguments"):
            check_prompts(bad)
