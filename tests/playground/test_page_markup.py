"""Text of people and apps as HTML: what is kept, what is escaped, where links lead."""

import pytest

from icpbot.playground import company
from icpbot.playground.page.markup import Links, markdown, mrkdwn, typed

TEAM = company()
LINKS = Links(TEAM, TEAM.user("jonas"), "http://127.0.0.1:1")


@pytest.mark.parametrize(("text", "html"), [
    ("*7 z 12* firm, _pytano_ w ~8~ 9", "<strong>7 z 12</strong> firm, <em>pytano</em> w <s>8</s> 9"),
    ("2*3*4 i snake_case_name", "2*3*4 i snake_case_name"),
    ("a\nb", "a<br>b"),
    ("&gt; Dvě hodiny\n&gt; denně\nVeselá", "<blockquote>Dvě hodiny<br>denně</blockquote>Veselá"),
    ("`*x*` &amp; <https://a.cz/?b=1&amp;c|zde>", '<code>*x*</code> &amp; <a href="https://a.cz/?b=1&amp;c" target="_blank" rel="noopener noreferrer">zde</a>'),
    ("```<b>\n*x*```", "<pre>&lt;b&gt;\n*x*</pre>"),
    ("<javascript:alert(1)|klik>", "klik"),
    ("<script>alert(1)</script>", "scriptalert(1)/script"),
    ("<!here> <!date^1^{date}|12 marca>", '<span class="mention">@here</span> <span class="mention">12 marca</span>'),
    ("\ue0000\ue001 *x*", "0 <strong>x</strong>"),
])  # fmt: skip
def test_slack_markup_becomes_html(text, html):
    assert str(mrkdwn(text, LINKS)) == html


@pytest.mark.parametrize("text", [
    "[klik](javascript:alert(1))", "<img src=x onerror=alert(1)>", "![x](https://e.com/x.png)", "[a](data:text/html,x)",
])  # fmt: skip
def test_markdown_has_neither_foreign_tags_nor_pictures_nor_unsafe_links(text):
    shown = str(markdown(text, LINKS))

    assert "<img" not in shown
    assert 'href="javascript' not in shown
    assert 'href="data' not in shown


def test_slacks_own_addresses_lead_into_the_page():
    research = TEAM.channel("research").id
    thread = "https://kvitano.slack.com/archives/{}/p1700000001000200?thread_ts=1700000000.000100&cid={}"

    assert LINKS.target(thread.format(research, research)) == (
        f"/as/jonas/in/{research}?thread=1700000000.000100#m1700000001.000200"
    )
    assert LINKS.target("http://127.0.0.1:1/files/U1/F12/a.vtt") == "/as/jonas/files/F12"
    assert LINKS.target("http://127.0.0.1:1/docs/T1/F13") == "/as/jonas/canvas/F13"
    assert LINKS.target("https://kvitano.slack.com.evil.example/archives/C1") == (
        "https://kvitano.slack.com.evil.example/archives/C1"
    )


def test_a_private_channel_is_not_named_to_somebody_outside():
    board = TEAM.channel("icp-board").id

    assert "icp-board" not in mrkdwn(f"<#{board}|icp-board>", LINKS)
    assert "#icp-board" in mrkdwn(f"<#{board}>", Links(TEAM, TEAM.user("marta"), ""))


def test_what_a_person_types_is_sent_as_slacks_client_would():
    bot, sales = TEAM.bot.id, TEAM.channel("sales").id

    assert typed("@icpbot <b> & https://kolos.cz, #sales a@rada.cz", TEAM) == (
        f"<@{bot}> &lt;b&gt; &amp; <https://kolos.cz>, <#{sales}|sales> a@rada.cz"
    )
