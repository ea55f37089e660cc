"""The HTML page: closed to the network, readable for everyone."""

import hashlib
import re
from base64 import b64encode

import pytest
from bs4 import BeautifulSoup

from icpbot.adapters.reports.documents import PAGES
from icpbot.usecases.page import Page, PageBlock, PageClaim, PageQuote, PageSection

ENOUGH = 4.5
"""Contrast of text to what it stands on (WCAG 2.2, 1.4.3 AA)."""


@pytest.fixture
def html(page):
    return PAGES["html"](page).decode()


@pytest.fixture
def seen(html):
    return BeautifulSoup(html, "html.parser")


def test_it_asks_nothing_of_the_network_and_runs_no_script(html, seen):
    policy = seen.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    digest = b64encode(hashlib.sha256(seen.style.string.encode()).digest()).decode()

    assert policy.startswith("default-src 'none'")
    assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert not seen.find_all(["script", "img", "link", "iframe", "object", "base", "form"])
    assert not seen.find_all(style=True)
    assert not re.search(r"url\(|@import|https?://", html)
    assert all(link["href"].startswith("#") for link in seen.find_all("a"))


def test_what_people_said_is_text_not_markup(seen):
    assert "<script>alert(1)</script>" in seen.main.get_text()


def test_landmarks_and_headings_stand_in_order(seen):
    levels = [int(h.name[1]) for h in seen.find_all(re.compile(r"^h[1-6]$"))]

    assert [len(seen.find_all(name)) for name in ("header", "nav", "main", "h1")] == [1, 1, 1, 1]
    assert levels == [1] + [2] * (len(levels) - 1)
    assert all(seen.find(id=section["aria-labelledby"]) for section in seen.find_all("section"))


def test_every_link_leads_to_a_heading_and_no_id_comes_twice(seen):
    ids = [each["id"] for each in seen.find_all(id=True)]

    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in seen.nav.find_all("a")} == set(ids) - {"glance"}


def test_table_heads_have_a_scope_and_cells_a_label_for_the_phone(seen, page):
    assert [th["scope"] for th in seen.thead.find_all("th")] == ["col"] * 5
    for row in seen.tbody.find_all("tr"):
        assert row.th["scope"] == "row"
        assert [td["data-label"] for td in row.find_all("td")] == [
            page.labels[n] for n in ("ideal", "ok", "avoid", "weight")
        ]


def test_quotes_tell_their_language_and_stand_in_their_sentence(seen):
    found = {p.get("lang", seen.html["lang"]): p for p in seen.select("blockquote p")}

    assert set(found) == {"pl", "cs", "uk", "zh"}
    assert "lang" not in found["pl"].attrs
    assert (
        found["cs"].get_text()
        == "To bylo na jaře. Největší odběratel si vyžádal elektronický podpis při převzetí. Jinak by smlouva skončila."
    )
    assert found["zh"].mark.get_text() == "司机每天早上要手工抄写两个小时的送货单。"


def test_evidence_opens_in_place_from_the_count_it_backs(seen):
    for details in seen.find_all("details"):
        assert details.summary.get_text(strip=True)
        assert details.find("blockquote")


def test_bars_are_hidden_from_screen_readers_since_the_text_says_the_same(seen):
    bars = seen.select("svg.bar")

    assert bars
    assert all(svg["aria-hidden"] == "true" for svg in bars)


def test_the_chart_of_the_best_customers_is_named_and_told_in_words(seen):
    charts = seen.select("figure.chart svg")

    assert {chart["role"] for chart in charts} == {"img"}
    assert [chart.title.get_text() for chart in charts] == [
        "Co wyróżnia najlepszych klientów",
        "Czy profil by to wiedział?",
    ]
    assert all("/" in chart.desc.get_text() for chart in charts)
    assert all(each.get_text() for each in seen.select("figure.chart figcaption"))


def test_every_colour_of_the_chart_follows_the_theme(seen):
    painted = {
        each[name]
        for each in seen.select("figure.chart svg *")
        for name in ("fill", "stroke")
        if name in each.attrs
    }

    assert {c for c in painted if f'="{c}"]' not in seen.style.string} <= {"none", "transparent"}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [(ink, paper) for ink in ("ink", "soft", "good", "bad") for paper in ("paper", "tint")]
    + [("ink", "mark")],
)
def test_text_has_enough_contrast(seen, theme, ink, paper):
    blocks = re.findall(r":root \{([^}]*)\}", seen.style.string)
    colours = dict(re.findall(r"--(\w+): (#\w+)", blocks[0 if theme == "light" else 1]))
    light, dark = sorted((luminance(colours[ink]), luminance(colours[paper])), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= ENOUGH


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * d for d in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_profile_of_five_hundred_statements_is_one_page_with_all_of_them():
    quote = PageQuote(text="司机每天早上", who="李娜", language="zh")
    claims = tuple(PageClaim(text=f"Tvrzení {n}", basis="1", quotes=(quote,) * 3) for n in range(500))
    page = Page(title="Velký", subtitle="v1", language="cs", glance=PageBlock(heading="x"), labels={}, sections=(PageSection(heading="y", claims=claims),))  # fmt: skip

    seen = BeautifulSoup(PAGES["html"](page), "html.parser")

    assert len(seen.select(".claims > li")) == 500
    assert len(seen.find_all("blockquote")) == 1500
