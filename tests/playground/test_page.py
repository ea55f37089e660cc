"""The page over HTTP: what each person sees, what is sent to the app, and what is never shown."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from bs4 import BeautifulSoup

from icpbot.playground import LoopbackSlack, blocks, company

sys.path.insert(0, str(Path(__file__).parent))
from page_kit import BLOCKS, BUTTON, ELEMENTS, OPTIONS, mrkdwn, option, plain

MANIFEST = Path(__file__).parents[2] / "deploy/slack/manifest.yaml"
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


@pytest.fixture
def slack(tmp_path):
    samples = tmp_path / "samples"
    (samples / "interviews").mkdir(parents=True)
    (samples / "interviews" / "Kolos – Veselá.vtt").write_text("WEBVTT", encoding="utf-8")
    (samples / "interviews" / "стрибор.txt").write_text("Оксана: так", encoding="utf-8")
    (samples / "truth.yaml").write_text("secret", encoding="utf-8")
    with LoopbackSlack(company(), manifest=MANIFEST).with_page(samples) as server:
        yield server


class Browser:
    """One person's browser, without a script."""

    def __init__(self, slack, who):
        self.slack, self.who = slack, who
        self.http = httpx.Client(base_url=slack.context.base, trust_env=False, headers={"X-Playground": "1"})

    def get(self, path):
        return self.http.get(f"/as/{self.who}{path}")

    def see(self, where="research", thread=None):
        channel = self.slack.workspace.find_channel(where) or self.slack.workspace.direct(self.who)
        answer = self.get(f"/in/{channel.id}" + (f"?thread={thread}" if thread else ""))
        assert answer.status_code == 200
        return BeautifulSoup(answer.text, "lxml")

    def do(self, what, files=None, **form):
        answer = self.http.post(f"/as/{self.who}/do/{what}", data=form, files=files)
        return answer.json()

    def press(self, message, act, **form):
        return self.do("press", channel=message.channel, ts=message.ts, act=act, **form)


@pytest.fixture
def browser(slack):
    made = []

    def make(who):
        made.append(Browser(slack, who))
        return made[-1]

    yield make
    for one in made:
        one.http.close()


@pytest.fixture
def shown(slack, client, browser):
    """A message of the app with these blocks, and its element on Marta's page."""

    def post(*parts, where="research", text="x"):
        channel = slack.workspace.channel(where).id
        sent = client.chat_postMessage(channel=channel, text=text, blocks=list(parts), unfurl_links=False, unfurl_media=False)  # fmt: skip
        message = slack.workspace.message(channel, sent["ts"])
        return message, browser("marta").see(where).find(id=f"m{message.ts}")

    return post


# -- blocks -----------------------------------------------------------------------------------


def test_there_is_a_sample_of_every_block_that_slack_knows():
    assert set(BLOCKS) == set(blocks.MESSAGE_BLOCKS)


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_block_is_drawn(shown, kind):
    block, words, selector = BLOCKS[kind]

    _, article = shown(block)

    assert article.select_one(selector) is not None
    assert words in " ".join(article.get_text().split())


def test_rich_text_keeps_lists_quotes_links_and_mentions(slack, shown):
    _, article = shown({"type": "rich_text", "elements": [
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "bez podpisu nám nezaplatí"}]},
        {"type": "rich_text_list", "style": "ordered", "offset": 2, "elements": [
            {"type": "rich_text_section", "elements": [{"type": "link", "url": "https://a.pl", "text": "[1]"}]}]},
        {"type": "rich_text_section", "elements": [
            {"type": "user", "user_id": slack.workspace.user("rada").id}, {"type": "emoji", "name": "wave", "unicode": "1f44b"},
            {"type": "link", "url": "javascript:alert(1)", "text": "nie"}]},
        {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "a < b"}]},
    ]})  # fmt: skip

    assert article.blockquote.text == "bez podpisu nám nezaplatí"
    assert article.select_one("ol[start='3'] a[href='https://a.pl']").text == "[1]"
    assert "@Rada Novák👋nie" in article.text
    assert article.pre.text == "a < b"
    assert len(article.select(".content a")) == 1


def test_streamed_text_is_markdown_and_shows_that_it_goes_on(slack, client, browser):
    asked = slack.people.say("marta", None, "co boli?")
    where = {"channel": asked.channel, "thread_ts": asked.ts}
    sent = client.api_call("chat.startStream", params={**where, "markdown_text": "**7 z 12** firm"})

    page = browser("marta").see("D", thread=asked.ts)
    assert page.find(id=f"t{sent['ts']}").select_one(".streaming strong").text == "7 z 12"

    stop = {"channel": asked.channel, "ts": sent["ts"], "blocks": [BLOCKS["context"][0]]}
    client.api_call("chat.stopStream", json=stop)
    page = browser("marta").see("D", thread=asked.ts)
    assert page.select_one(".streaming") is None
    assert page.find(id=f"t{sent['ts']}").select_one(".context") is not None


# -- hostile text -----------------------------------------------------------------------------


def test_hostile_text_stays_text_everywhere(slack, client, shown, browser):
    slack.workspace.add_channel("x" + HOSTILE, members=["marta"], topic=HOSTILE)
    shown(
        {"type": "section", "text": mrkdwn(HOSTILE), "fields": [plain(HOSTILE), mrkdwn("<javascript:alert(1)|x>")],
         "accessory": {"type": "static_select", "action_id": HOSTILE, "options": [option(HOSTILE, HOSTILE)]}},
        {"type": "markdown", "text": f"{HOSTILE} [x](javascript:alert(1))"},
        {"type": "header", "text": plain(HOSTILE)},
        {"type": "actions", "block_id": HOSTILE, "elements": [
            {**BUTTON, "text": plain(HOSTILE[:70]), "value": HOSTILE, "url": "javascript:alert(1)",
             "confirm": {"title": plain(HOSTILE[:90]), "text": plain("'" + HOSTILE), "confirm": plain("a"), "deny": plain("b")}}]},
        {"type": "table", "rows": [[{"type": "raw_text", "text": HOSTILE}]]},
        {"type": "image", "image_url": "javascript:alert(1)", "alt_text": HOSTILE},
        text=HOSTILE,
    )  # fmt: skip
    slack.people.upload("rada", "research", {HOSTILE.replace("/", "") + ".txt": b"x"}, comment=HOSTILE)

    page = browser("marta").see()

    assert [s.get("src") for s in page.find_all("script")] == ["/static/page.js"]
    assert not [name for tag in page.find_all() for name in tag.attrs if name.startswith("on")]
    assert {urlsplit(a["href"]).scheme for a in page.find_all("a", href=True)} <= {"", "http", "https"}
    assert all(img["src"].startswith("/") for img in page.find_all("img"))
    assert page.text.count("<script>alert(1)</script>") >= 9


def test_nothing_but_the_pages_own_files_may_run_or_load(browser):
    headers = browser("rada").get("/home").headers

    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    page = browser("rada").see()
    assert page.find_all("style") == []
    assert not page.select("[style]")


def test_a_page_uploaded_as_a_file_is_shown_as_text(slack, browser):
    message = slack.people.upload(
        "rada", "research", {"x.html": b"<script>alert(1)</script>", "y.bin": b"\0\xff"}
    )
    page, other = (browser("marta").get(f"/files/{file['id']}") for file in message.files)

    assert page.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "sandbox" in page.headers["Content-Security-Policy"]
    assert other.headers["Content-Disposition"] == "attachment"


def test_only_this_computer_and_only_the_page_itself_are_answered(slack, browser):
    rada = browser("rada")

    assert rada.http.get("/as/rada/home", headers={"Host": "evil.example"}).status_code == 403
    del rada.http.headers["X-Playground"]
    assert rada.http.post("/as/rada/do/say", data={"text": "x"}).status_code == 403
    assert slack.messages("research") == []


# -- who sees what ----------------------------------------------------------------------------


def test_a_private_channel_is_there_for_its_members_only(slack, browser):
    board = slack.workspace.channel("icp-board")
    message = slack.people.upload("marta", board, {"plan.txt": b"tajne"})
    jonas, marta = browser("jonas"), browser("marta")
    file = f"/files/{message.files[0]['id']}"

    assert "icp-board" in marta.see().text
    assert marta.get(file).text == "tajne"
    assert "icp-board" not in jonas.see().text
    assert jonas.get(f"/in/{board.id}").status_code == 302
    assert jonas.get(file).status_code == 404
    assert "error" in jonas.do("say", channel=board.id, text="halo")
    assert "error" in jonas.do("press", channel=board.id, ts=message.ts, act="a|b")
    assert "error" in jonas.do("shortcut", id="check_fit", channel=board.id, ts=message.ts)
    assert len(slack.messages(board)) == 1


def test_a_direct_message_of_two_is_seen_by_the_two(slack, browser):
    between = slack.workspace.between("rada", "marta")
    browser("rada").do("say", channel=between.id, text="jen mezi námi")

    assert "jen mezi námi" in BeautifulSoup(browser("marta").get(f"/in/{between.id}").text, "lxml").text
    assert browser("jonas").get(f"/in/{between.id}").status_code == 302
    assert slack.delivery.events == []


def test_what_is_whispered_is_shown_to_one_person(slack, client, browser):
    channel = slack.workspace.channel("sales").id
    jonas = slack.workspace.user("jonas").id
    client.chat_postEphemeral(channel=channel, user=jonas, text="jen pro tebe")

    assert "jen pro tebe" in browser("jonas").see("sales").select_one(".whispered").text
    assert "jen pro tebe" not in browser("marta").see("sales").text


def test_a_guest_sees_the_channels_they_are_in_and_others_may_join(slack, browser):
    slack.workspace.add_channel("logistika", members=["rada"])
    channels = [row.channel.name for row in _sight(slack, "vera").channels()]
    jonas = browser("jonas")

    assert channels == ["research"]
    assert jonas.see("logistika").select_one("[data-do=join]") is not None
    jonas.do("join", channel=slack.workspace.channel("logistika").id)
    assert jonas.see("logistika").select_one("form.composer") is not None


def _sight(slack, who):
    return slack._web.page._sight(slack.workspace.user(who).id)


def test_what_is_new_is_marked_until_somebody_looks(slack, browser):
    marta = browser("marta")
    slack.people.say("rada", "sales", "hotovo")

    assert marta.see("research").select_one("#side .unread").text.startswith("sales")
    marta.see("sales")
    assert marta.see("research").select_one("#side .unread") is None


# -- writing ----------------------------------------------------------------------------------


def test_a_mention_reaches_the_app_as_slack_sends_it_and_opens_its_thread(slack, browser):
    channel = slack.workspace.channel("sales")

    answer = browser("jonas").do("say", channel=channel.id, text="@icpbot 5 < 6 & dość?")

    [message] = slack.messages("sales")
    assert message.text == f"<@{slack.bot.id}> 5 &lt; 6 &amp; dość?"
    assert answer == {"open": f"/as/jonas/in/{channel.id}?thread={message.ts}"}
    assert [e["event"]["type"] for e in slack.delivery.events] == ["message", "app_mention"]
    assert "@icpbot 5 < 6 & dość?" in browser("marta").see("sales").find(id=f"m{message.ts}").text


def test_files_are_sent_with_what_is_written_and_a_reply_goes_to_its_thread(slack, browser):
    rada, channel = browser("rada"), slack.workspace.channel("research")
    files = [("files", ("a – Č.vtt", b"WEBVTT")), ("files", ("b.csv", b"x;y"))]

    rada.do("say", files=files, channel=channel.id, text="z března")
    [message] = slack.messages("research")
    rada.do("say", channel=channel.id, thread=message.ts, text="a další")

    assert [(f["name"], f["size"]) for f in message.files] == [("a – Č.vtt", 6), ("b.csv", 3)]
    assert message.subtype == "file_share"
    page = rada.see("research", thread=message.ts)
    assert page.find(id=f"m{message.ts}").select_one(".replies").text.startswith("RN1 reply")
    assert "a další" in page.select_one("#thread").text


def test_samples_are_shared_one_by_one_or_by_folder_and_nothing_else_is(slack, browser):
    rada, channel = browser("rada"), slack.workspace.channel("research").id
    offered = [b["data-name"] for b in rada.see().select("#write [data-do=sample]")]

    rada.do("sample", channel=channel, name="interviews/стрибор.txt")
    rada.do("sample", channel=channel, name="interviews")
    refused = [
        rada.do("sample", channel=channel, name=n)
        for n in ("../../etc/passwd", "truth.yaml", "interviews/../truth.yaml", "")
    ]

    assert offered == ["interviews", "interviews/Kolos – Veselá.vtt", "interviews/стрибор.txt"]
    assert [[f["name"] for f in m.files] for m in slack.messages("research")] == [
        ["стрибор.txt"],
        ["Kolos – Veselá.vtt", "стрибор.txt"],
    ]
    assert all("error" in one for one in refused)


def test_a_command_is_heard_and_its_answer_whispered(slack, answering, browser):
    answering.answer = {"text": "tylko dla ciebie"}
    channel = slack.workspace.channel("sales").id
    jonas = browser("jonas")

    assert jonas.do("say", channel=channel, text="/icp fit Kolos") == {}
    assert "/nic" in jonas.do("say", channel=channel, text="/nic")["error"]
    assert answering.seen[-1]["text"] == "fit Kolos"
    assert "tylko dla ciebie" in jonas.see("sales").select_one(".whispered").text
    assert slack.messages("sales") == []


def test_own_messages_and_files_are_deleted_and_no_others(slack, browser):
    message = slack.people.upload("rada", "research", {"a.txt": b"x"})
    where = {"channel": message.channel, "ts": message.ts}

    assert "error" in browser("jonas").do("remove", **where)
    assert "error" in browser("jonas").do("remove-file", file=message.files[0]["id"])
    browser("rada").do("remove-file", file=message.files[0]["id"])
    assert "This file was deleted" in browser("rada").see().text
    browser("rada").do("remove", **where)
    assert slack.messages("research") == []


# -- buttons, forms, home ---------------------------------------------------------------------


def test_a_button_is_pressed_in_the_block_it_stands_in(slack, answering, shown, browser):
    rows = [
        {"type": "actions", "block_id": f"cs:{n}", "elements": [{**BUTTON, "value": str(n)}]} for n in (1, 2)
    ]
    message, article = shown(*rows)

    second = article.select("[data-act]")[1]
    assert browser("marta").press(message, second["data-act"], value=second["value"]) == {}

    assert answering.seen[-1]["actions"][0]["block_id"] == "cs:2"
    assert answering.seen[-1]["actions"][0]["value"] == "2"


def test_choices_thumbs_and_overflow_say_what_was_chosen(slack, answering, shown, browser):
    feedback = BLOCKS["context_actions"][0]
    select = {"type": "static_select", "action_id": "band", "options": OPTIONS}
    more = {"type": "overflow", "action_id": "more", "options": OPTIONS}
    message, article = shown(
        {"type": "actions", "block_id": "b", "elements": [select, more]}, {**feedback, "block_id": "f"}
    )
    marta = browser("marta")

    marta.press(message, "b|band", value="avoid")
    marta.press(message, "b|more", value="ideal")
    marta.press(message, "f|fb", value="down")

    first, second, third = (seen["actions"][0] for seen in answering.seen if "actions" in seen)
    assert first["selected_option"] == OPTIONS[1]
    assert second["selected_option"] == OPTIONS[0]
    assert third["value"] == "down"
    assert [b["value"] for b in article.select(".overflow button")] == ["ideal", "avoid"]


def test_a_bot_that_does_not_answer_in_time_is_said_so(slack, shown, browser):
    message, _ = shown({"type": "actions", "elements": [BUTTON]})

    refused = browser("marta").press(message, f"{message.blocks[0]['block_id']}|yes")

    assert "in time" in refused["error"]


def modal(*parts, **more):
    return {
        "type": "modal",
        "title": plain("Kryterium"),
        "submit": plain("Zapisz"),
        "blocks": list(parts),
        **more,
    }


@pytest.fixture
def opened(slack, answering, client, shown, browser):
    """Press a button, and have the app open this modal."""

    def open_modal(view):
        message, _ = shown({"type": "actions", "block_id": "b", "elements": [BUTTON]})
        browser("marta").press(message, "b|yes")
        client.views_open(trigger_id=answering.seen[-1]["trigger_id"], view=view)
        return browser("marta").see().find(id="modal")

    return open_modal


def field(kind, **more):
    return {
        "type": "input",
        "block_id": "f",
        "label": plain("Pole"),
        "element": {"type": kind, "action_id": "a", **more},
    }


def test_there_is_a_sample_of_every_element_that_keeps_what_is_put_in():
    told = {"datetimepicker", "rich_text_input", "file_input", "external_select", "multi_external_select"}

    assert set(ELEMENTS) | told == set(blocks.INPUT_ELEMENTS)


@pytest.mark.parametrize("kind", ELEMENTS)
def test_every_field_is_drawn_with_its_label_and_reports_what_is_put_in(answering, opened, browser, kind):
    element, selector, given, reported = ELEMENTS[kind]
    drawn = opened(modal(field(kind, **element)))
    found = drawn.select_one(f".field {selector}")

    assert found["name"] == "f|a"
    if kind not in ("checkboxes", "radio_buttons"):
        assert drawn.find("label", attrs={"for": found["id"]}).text.strip() == "Pole"
    view = drawn.form["data-view"]
    assert browser("marta").do("submit", **{"view": view, "has:f|a": "1", "f|a": given}) == {}
    state = answering.seen[-1]["view"]["state"]["values"]["f"]["a"]
    assert {name: value for name, value in state.items() if name != "type"} == reported
    assert browser("marta").see().find(id="modal") is None


def test_files_times_and_rich_text_in_a_form_reach_the_app(slack, answering, opened, browser):
    fields = [
        {**field(kind), "block_id": kind} for kind in ("file_input", "datetimepicker", "rich_text_input")
    ]  # fmt: skip
    view = opened(modal(*fields)).form["data-view"]
    names = {f"has:{kind}|a": "1" for kind in ("file_input", "datetimepicker", "rich_text_input")}

    browser("marta").do("submit", files={"file_input|a": ("n.txt", b"tak")}, view=view, **names,
                        **{"datetimepicker|a": "2026-03-12T10:00", "rich_text_input|a": "dvě hodiny"})  # fmt: skip

    state = answering.seen[-1]["view"]["state"]["values"]
    assert state["file_input"]["a"]["files"][0]["name"] == "n.txt"
    assert isinstance(state["datetimepicker"]["a"]["selected_date_time"], int)
    assert "dvě hodiny" in str(state["rich_text_input"]["a"]["rich_text_value"])


def test_a_field_that_is_emptied_is_empty_and_a_required_one_is_asked_for(answering, opened, browser):
    kept = field("plain_text_input", initial_value="50–500")
    view = opened(modal({**kept, "optional": True}, {**kept, "block_id": "g"})).form["data-view"]
    form = {"view": view, "has:f|a": "1", "f|a": "", "has:g|a": "1"}
    marta = browser("marta")

    assert marta.do("submit", **form, **{"g|a": ""}) == {"errors": {"g": "Please fill this in."}}
    assert marta.do("submit", **form, **{"g|a": "x"}) == {}
    assert answering.seen[-1]["view"]["state"]["values"]["f"]["a"]["value"] is None


def test_errors_of_the_app_come_back_by_field_and_the_modal_stays(answering, opened, browser):
    view = opened(modal(field("plain_text_input"))).form["data-view"]
    answering.answer = {"response_action": "errors", "errors": {"f": "Podaj liczbę."}}

    assert browser("marta").do("submit", **{"view": view, "has:f|a": "1", "f|a": "?"}) == {
        "errors": {"f": "Podaj liczbę."}
    }
    assert browser("marta").see().find(id="modal") is not None


def test_a_form_goes_on_in_another_and_back_and_is_nobody_elses(answering, opened, browser):
    view = opened(modal(field("plain_text_input"))).form["data-view"]
    answering.answer = {"response_action": "push", "view": modal({"type": "header", "text": plain("Drugi")})}
    marta = browser("marta")

    assert "error" in browser("jonas").do("submit", **{"view": view, "has:f|a": "1", "f|a": "x"})
    assert browser("jonas").see().find(id="modal") is None
    marta.do("submit", **{"view": view, "has:f|a": "1", "f|a": "x"})
    second = marta.see().find(id="modal")
    assert "Drugi" in second.text
    marta.do("close", view=second.form["data-view"])
    assert marta.see().find(id="modal").form["data-view"] == view


def test_what_stands_in_a_form_goes_with_a_press_inside_it(answering, opened, browser):
    view = opened(
        modal(field("plain_text_input"), {"type": "actions", "block_id": "b", "elements": [BUTTON]})
    )
    form = {"view": view.form["data-view"], "act": "b|yes", "has:f|a": "1", "f|a": "rozpisane"}

    assert browser("marta").do("press", **form) == {}
    assert answering.seen[-1]["view"]["state"]["values"]["f"]["a"]["value"] == "rozpisane"


def test_the_home_is_asked_for_once_and_drawn_when_it_comes(slack, client, browser):
    marta = browser("marta")
    assert "putting its page together" in marta.get("/home").text
    marta.http.get("/as/marta/home", headers={"X-Refresh": "1"})
    client.views_publish(
        user_id=slack.workspace.user("marta").id, view={"type": "home", "blocks": [BLOCKS["header"][0]]}
    )

    assert "Kdo rozhoduje" in marta.get("/home").text
    opened = [e["event"]["type"] for e in slack.delivery.events]
    assert opened == ["app_home_opened", "app_home_opened"]


def test_shortcuts_of_the_manifest_are_offered_and_heard(slack, answering, browser):
    message = slack.people.say("marta", "sales", "Kolos, Żabka, Сула Трейд")
    jonas = browser("jonas")
    offered = jonas.see("sales").find(id=f"m{message.ts}").select("[data-do=shortcut]")

    assert [b["data-id"] for b in offered] == ["add_to_research", "check_fit", "ask_about"]
    assert jonas.do("shortcut", id="check_fit", channel=message.channel, ts=message.ts) == {}
    assert answering.seen[-1]["message"]["text"] == "Kolos, Żabka, Сула Трейд"


def test_the_panel_shows_what_the_bot_does_and_offers(slack, client, browser):
    rada = browser("rada")
    thread = re.search(r"thread=([\d.]+)", rada.do("chat")["open"])[1]
    channel = slack.workspace.direct("rada").id
    place = {"channel_id": channel, "thread_ts": thread}
    client.assistant_threads_setSuggestedPrompts(**place, prompts=[{"title": "Bóle", "message": "Co boli?"}])
    client.assistant_threads_setTitle(**place, title="O bólach")
    client.assistant_threads_setStatus(**place, status="czyta…")

    page = rada.see("D", thread=thread)
    assert page.select_one("#prompts [data-ask='Co boli?']").text == "Bóle"
    assert page.select_one("#thread h2").text == "O bólach"
    assert "czyta…" in page.select_one("#thread-status").text
    rada.do("say", channel=channel, thread=thread, text="Co boli?")
    client.chat_postMessage(
        channel=channel, thread_ts=thread, text="7 z 12", unfurl_links=False, unfurl_media=False
    )
    page = rada.see("D", thread=thread)
    assert page.select_one("#prompts [data-ask]") is None
    assert page.select_one("#thread-status").text.strip() == ""


def test_a_browser_is_told_when_something_changes(slack, browser):
    with browser("rada").http.stream("GET", "/as/rada/changes") as stream:
        ticks = (line for line in stream.iter_lines() if line)
        first = next(ticks)
        slack.people.say("marta", "sales", "nowość")

        assert next(ticks) != first


def test_a_later_evening_has_the_same_people_and_places_and_new_files(monkeypatch):
    first = company()
    with monkeypatch.context() as later:
        later.setattr("time.time", lambda: 4_000_000_000.0)
        second = company()

    assert list(first.users) == list(second.users)
    assert list(first.channels) == list(second.channels)
    assert first.new_id("F") != second.new_id("F")


def test_a_link_to_a_file_opens_beside_the_page(slack, shown, browser):
    message = slack.people.upload("rada", "research", {"a.txt": "Dvě hodiny denně".encode()})
    _, article = shown({"type": "section", "text": mrkdwn(f"<{message.files[0]['permalink']}|[1]>")})

    link = article.find("a", string="[1]")

    assert link["target"] == "_blank"
    assert browser("marta").http.get(link["href"]).text == "Dvě hodiny denně"


def test_a_canvas_is_read_by_those_who_were_let_in(slack, client, shown, browser):
    content = {"type": "markdown", "markdown": f"## Bolączki\n\n- Papiery {HOSTILE}"}
    canvas = client.canvases_create(title="Idealny klient", document_content=content)["canvas_id"]
    link = client.files_info(file=canvas)["file"]["permalink"]
    _, article = shown({"type": "section", "text": mrkdwn(f"<{link}|ICP>")}, text=link)
    there = article.find("a", string="ICP")["href"]
    assert browser("marta").http.get(there).status_code == 404

    client.canvases_access_set(
        canvas_id=canvas, access_level="read", channel_ids=[slack.workspace.channel("research").id]
    )

    page = BeautifulSoup(browser("marta").http.get(there).text, "lxml")
    assert [page.h1.text, page.h2.text] == ["Idealny klient", "Bolączki"]
    assert page.find("script") is None
    assert page.find("img") is None
