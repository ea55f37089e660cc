"""Charts: drawn in any language, closed to the network, told in words too."""

import re
import struct
import zlib
from xml.etree import ElementTree as ET

import pytest

from icpbot.adapters.reports.charts import drawn, inline
from icpbot.domain.charts import Bar, Chart, Panel
from icpbot.domain.errors import Rejected
from icpbot.domain.surveys import analyse
from icpbot.usecases.backtest import backtest
from icpbot.usecases.charting import past_chart, pictured, survey_chart, traits_chart
from icpbot.usecases.customers import traits
from icpbot.usecases.surveys import survey_reply

LABELS = [
    "Ręczne przepisywanie źdźbeł",
    "Žluťoučký kůň",
    "Щоранку ґанок їде",
    "每天手工抄写送货单",
    "<script>&amp;",
]


@pytest.fixture
def chart():
    bars = tuple(
        Bar(label=text, share=0.2 + n / 10, low=0.1, high=0.9, note=f"{n}/9") for n, text in enumerate(LABELS)
    )
    return Chart(title="Co boli? & <b>", subtitle="n = 9", panels=(Panel(heading="Pytanie", bars=bars),), alt='Wykres "z" <słów>',
                 language="pl")  # fmt: skip


def size(png):
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def painted(png):
    """Colours of the pixels, with how many have them."""
    place, pixels = 8, b""
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        body = png[place + 8 : place + 8 + length]
        assert (
            zlib.crc32(png[place + 4 : place + 8 + length])
            == struct.unpack(">I", png[place + 8 + length : place + 12 + length])[0]
        )
        pixels += body if png[place + 4 : place + 8] == b"IDAT" else b""
        place += 12 + length
    return zlib.decompress(pixels)


def test_a_png_is_whole_and_sharp(chart):
    png = drawn(chart, "png")
    width, height = size(png)

    assert width > 800
    assert height > 200
    assert len(painted(png)) == height * (width * 4 + 1)


@pytest.mark.parametrize("label", LABELS[:4])
def test_letters_of_every_language_are_drawn(chart, label):
    """A font without them would draw nothing, or the same box for all."""
    others = {
        text: drawn(one(chart, text), "png") for text in (label, label[1:] + label[0], " " * len(label) + "x")
    }

    assert len({painted(png) for png in others.values()}) == 3


def one(chart, label):
    bar = Bar(label=label, share=0.5, low=0.4, high=0.6)
    return chart.model_copy(update={"panels": (Panel(heading="", bars=(bar,)),)})


@pytest.mark.parametrize("form", ["svg", "html"])
def test_it_is_told_in_words_and_asks_nothing_of_the_network(chart, form):
    text = drawn(chart, form).decode()
    [picture] = re.findall(r"<svg.*</svg>", text, re.DOTALL)
    root = ET.fromstring(picture)
    named = {child.tag.rpartition("}")[2]: child.text for child in root}

    assert (named["title"], named["desc"]) == (chart.title, chart.alt)
    assert root.get("role") == "img"
    assert not re.search(r"url\(|<script|style=|href=", picture)
    assert set(re.findall(r"https?://[^\"]+", text)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    for label in LABELS:
        assert label.split()[0] in "".join(root.itertext())


def test_within_a_page_it_takes_the_fonts_of_the_page(chart):
    assert "font-family" not in inline(chart)
    assert chart.title in ET.fromstring(inline(chart))[0].text


def test_the_same_chart_is_the_same_picture_so_that_it_is_posted_once(desk, chart):
    from icpbot.domain.reply import Reply

    first, second = (pictured(Reply(headline="x", charts=(chart,)), desk=desk) for _ in range(2))

    assert first.attachments == second.attachments
    assert first.attachments[0].alt == chart.alt
    assert first.charts == ()


def test_a_reply_whose_chart_cannot_be_drawn_goes_without(desk, chart, monkeypatch):
    from icpbot.domain.reply import Reply

    def refuse(*_):
        raise Rejected("chart-nothing")

    monkeypatch.setattr(type(desk.charts), "drawn", refuse)

    assert pictured(Reply(headline="x", charts=(chart,)), desk=desk).attachments == ()


SURVEY = (
    ["Do you ship?", "Tools", "Would you recommend us?", "What hurts?", "People", "Bought"],
    [["yes", "no", "yes", ""] * 5, ["SAP; Excel", "Excel", "SAP; EDI", "EDI"] * 5, ["9", "10", "3", "7"] * 5,
     [f"We re-type note {n} by hand every day" for n in range(20)], ["5", "12", "900", ""] * 5, ["2026-01-02", ""] * 10],
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "pl", "cs", "uk", "zh"])
def test_a_survey_is_told_and_drawn_in_every_language(desk, language):
    result = analyse(*SURVEY, by="Do you ship?")

    told = survey_reply(result, "survey.csv", desk=desk, language=language)
    chart = survey_chart(result, "survey.csv", desk=desk, language=language)

    text = "\n".join((told.headline, *told.lines))
    for word in ("20", "yes 67% (42–85)", "NPS", "2026-01-02"):
        assert word in text
    assert [len(panel.bars) for panel in chart.panels] == [2, 3, 4]
    assert [bar.label for bar in chart.panels[2].bars] == ["3", "7", "9", "10"]
    assert "10/15" in chart.panels[0].bars[0].note
    assert "yes 67%" in chart.alt
    size(drawn(chart, "png"))


def test_what_sets_the_best_apart_is_drawn_with_both_groups(desk, past):
    best, found, rest = traits(desk=desk)

    chart = traits_chart(best, found, rest, desk=desk, language="cs")

    shares = {(bar.label, bar.series): bar for bar in chart.panels[0].bars}
    employees = next(t for t in found if t.attribute == "employees")
    ours = next(bar for (label, series), bar in shares.items() if "zaměstnanců" in label and series == 0)
    assert ours.share == employees.best_n / employees.best_of
    assert ours.low < ours.share <= ours.high
    assert chart.legend == (f"Nejlepší zákazníci ({len(best)})", f"Ostatní ({rest})")


@pytest.mark.parametrize("language", ["en", "pl", "cs", "uk", "zh"])
def test_what_became_of_past_accounts_is_drawn_with_what_is_certain_of_it(desk, past, profile, language):
    done = backtest(desk=desk, profile=profile.name)

    chart = past_chart(done, desk=desk, language=language)

    won, matched = chart.panels
    assert [(b.share, b.low, b.high) for b in won.bars] == [
        (g.share, g.low, g.high) for g in done.by_verdict if g.n
    ]
    assert {b.note.split(" · ")[1] for b in matched.bars} == {
        f"{c.matched}/{c.n}" for c in done.coverage if c.n
    }
    assert all(bar.label in chart.alt for panel in chart.panels for bar in panel.bars)


def test_too_few_past_accounts_are_not_drawn(desk, past, profile):
    done = backtest(desk=desk, profile=profile.name).model_copy(update={"enough": False})

    assert past_chart(done, desk=desk, language="en") is None


def test_nothing_is_drawn_where_nothing_sets_the_best_apart(desk):
    assert traits_chart(["a"], [], 10, desk=desk, language="en") is None
    assert survey_chart(analyse(["What hurts?"], [SURVEY[1][3]]), "x", desk=desk, language="en") is None
