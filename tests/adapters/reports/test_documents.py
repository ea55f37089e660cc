"""Every export opens in a reader of its own and says the same."""

import csv
import io
import json
import re

import pytest
import yaml

from icpbot.adapters.reports.documents import PAGES, PLAIN
from icpbot.domain.profile import Criterion, Profile
from icpbot.domain.sources import local_reader
from icpbot.usecases.document import page_of


def words_of(name, data):
    """The text a person sees, as the format's own reader finds it."""
    return squeezed({"md": of_markdown, "html": of_html, "pdf": of_pdf, "docx": of_word}[name](data))


def squeezed(text):
    """Line ends of a layout are no part of what is said."""
    return re.sub(r"\s+", "", text)


def of_markdown(data):
    from bs4 import BeautifulSoup
    from markdown_it import MarkdownIt

    return BeautifulSoup(MarkdownIt().enable("table").render(data.decode()), "html.parser").get_text()


def of_html(data):
    from bs4 import BeautifulSoup

    return BeautifulSoup(data, "html.parser").body.get_text()


def of_pdf(data):
    from pypdf import PdfReader

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    title = pages[0].splitlines()[0]
    return "\n".join(re.sub(rf"{re.escape(title)}\s*\d+ / \d+", "", page) for page in pages)


def of_word(data):
    from docx import Document

    return "\n".join(
        node.text or "" for node in Document(io.BytesIO(data)).element.body.iter() if node.tag.endswith("}t")
    )


def said(page):
    """Everything the page says, piece by piece."""
    yield from (page.title, page.subtitle, page.description, page.thresholds, *page.labels.values())
    for row in page.criteria:
        yield from (row.label, row.ideal, row.ok, row.avoid, row.weight, row.note, row.why)
    for section in page.sections:
        yield section.heading
        for claim in section.claims:
            yield from (claim.text, claim.basis, *claim.notes)
            for quote in claim.quotes:
                yield from (quote.text, quote.who, quote.before, quote.after)
    for block in (page.glance, *page.blocks):
        yield from (block.heading, block.lead, *(line.text for line in block.lines))


@pytest.mark.parametrize("language", ["en", "pl", "cs", "uk", "zh"])
@pytest.mark.parametrize("name", PAGES)
def test_every_export_says_all_of_the_page_in_every_language(desk, profile, name, language):
    page = page_of(profile, local_reader(desk.workspace), desk=desk, language=language)

    found = words_of(name, PAGES[name](page))

    assert [piece for piece in said(page) if squeezed(piece) not in found] == []


def test_data_exports_hold_the_same_names_criteria_counts_and_quotes(profile):
    loaded = json.loads(PLAIN["json"](profile)), yaml.safe_load(PLAIN["yaml"](profile))

    for content in loaded:
        assert Profile.model_validate(content) == profile


def test_the_scoring_table_has_a_row_for_each_criterion(profile):
    rows = list(csv.DictReader(io.StringIO(PLAIN["csv"](profile).decode("utf-8-sig"))))

    assert [row["attribute"] for row in rows] == [c.attribute for c in profile.criteria]
    assert rows[0] == {"attribute": "industry", "ideal": "Logistics", "ok": "Retail", "avoid": "Gambling", "weight": "3", "deal_breaker": "True", "ignored": ""}  # fmt: skip
    assert rows[1]["ideal"] == "250–500"


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_spreadsheet_runs_no_formula_of_the_table(cell):
    content = PLAIN["csv"](Profile(name="X", criteria=(Criterion(attribute="industry", ideal=(cell,)),)))

    row = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1]
    assert row[1] == f"'{cell.strip()}"


def test_a_negative_figure_stays_a_figure():
    content = PLAIN["csv"](Profile(name="X", criteria=(Criterion(attribute="growth", ideal=(-5.0,)),)))

    assert content.decode("utf-8-sig").splitlines()[1].split(",")[1] == "-5"


def test_what_people_said_is_no_markup_in_markdown(page):
    from markdown_it import MarkdownIt

    rendered = MarkdownIt().enable("table").render(PAGES["md"](page).decode())

    assert "<script" not in rendered
    assert "<a " not in rendered
    assert rendered.count("<tr>") == 1 + len(page.criteria)


def test_the_pdf_is_tagged_titled_and_carries_its_fonts(page):
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(PAGES["pdf"](page)))

    fonts = [f.get_object() for p in reader.pages for f in p["/Resources"]["/Font"].values()]
    inside = [f["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for f in fonts]
    assert all("/FontFile2" in each or "/FontFile3" in each for each in inside)
    assert reader.metadata.title == page.title
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"].lower().startswith("pl")


def test_a_letter_of_each_script_is_drawn_as_itself_in_the_pdf(page):
    """A letter that no font has would be an empty box, the same for every letter."""
    import pypdfium2

    shapes = set()
    for letter in "źřїґ司机":
        small = page.model_copy(update={"title": "x", "subtitle": letter, "description": "", "criteria": (), "sections": (), "blocks": (), "glance": page.glance.model_copy(update={"lines": ()})})  # fmt: skip
        sheet = pypdfium2.PdfDocument(PAGES["pdf"](small))[0]
        shapes.add(bytes(sheet.render(scale=3, grayscale=True).buffer))

    assert len(shapes) == 6


def test_word_has_real_headings_and_a_table_head_that_repeats(page):
    from docx import Document

    document = Document(io.BytesIO(PAGES["docx"](page)))

    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert [s.heading for s in page.sections] == [
        h for h in headings if h in {s.heading for s in page.sections}
    ]
    assert "w:tblHeader" in document.tables[0].rows[0]._tr.xml
    assert document.core_properties.title == page.title


def test_the_pdf_shows_the_charts_as_drawings_that_tell_what_they_show(page):
    from pypdf import PdfReader

    charts = [block.chart for block in page.blocks if block.chart]
    reader = PdfReader(io.BytesIO(PAGES["pdf"](page)))
    told = [
        o["/Alt"]
        for o in map(reader.get_object, range(1, len(reader.xref[0]) or 9999))
        if isinstance(o, dict) and "/Alt" in o
    ]

    assert len(charts) == 2
    assert {chart.alt for chart in charts} <= set(told)
    drawn = squeezed("".join(p.extract_text() for p in reader.pages))
    assert all(
        squeezed(bar.note) in drawn for chart in charts for panel in chart.panels for bar in panel.bars
    )


def test_word_shows_the_charts_and_tells_what_they_show(page):
    from docx import Document

    document = Document(io.BytesIO(PAGES["docx"](page)))

    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert told == [block.chart.alt for block in page.blocks if block.chart]
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert captions == [block.chart.subtitle for block in page.blocks if block.chart]


def test_a_profile_with_nothing_in_it_is_a_page_in_every_format(desk):
    page = page_of(Profile(name="空"), local_reader(desk.workspace), desk=desk, language="en")

    for name, lay_out in PAGES.items():
        assert "空" in words_of(name, lay_out(page))
