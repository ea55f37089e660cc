"""Charts as PNG, SVG or one HTML file, by altair and vl-convert: no browser, no network."""

import html
import re
import struct
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icpbot.domain.charts import Bar, Chart, Panel
from icpbot.domain.errors import Rejected

if TYPE_CHECKING:
    from types import ModuleType

    import altair as alt

INK, SOFT, LINE = "#1b2126", "#55606a", "#d5dbe0"
Row = dict[str, Any]
SERIES = ("#4d8fae", "#bcc4cb")
"""A blue and a light grey: apart in lightness, so that nobody needs to tell hues."""
_FONT = "Roboto"
_WIDTH = 360
_BAR, _LINE = 18, 14
_LABEL, _HEADING = 34, 76
"""Letters in a line of a label and of a heading."""


def drawn(chart: Chart, form: str) -> bytes:
    """The chart as `png` (twice the size, for sharp screens), `svg` or `html`; raises `Rejected`."""
    try:
        return _FORMS[form](chart)
    except ValueError as error:
        raise Rejected("chart-nothing") from error


@lru_cache(maxsize=64)
def inline(chart: Chart) -> str:
    """The chart within a page that has its own heading and fonts; the page's style gives it its colours. The
    same page is opened more often than its figures change.
    """
    bare = chart.model_copy(update={"title": ""})
    return re.sub(r' (?:font-family|xmlns(?::xlink)?)="[^"]*"', "", _svg(bare, named=chart.title).decode())


def figure(chart: Chart, form: str) -> bytes:
    """The chart as `png` or `svg` under a heading of its document: without its own."""
    return drawn(chart.model_copy(update={"title": "", "subtitle": ""}), form)


def font_folders() -> list[Path]:
    """A Latin and Cyrillic font and a Chinese one of our own: a server may have none."""
    import fontpkg_roboto
    import noto_cjk_sans_otc

    folders = (Path(fontpkg_roboto.__file__).parent / "files", Path(str(noto_cjk_sans_otc.FONT_PATH)).parent)
    return list(folders)


def _png(chart: Chart) -> bytes:
    return _packed(bytes(_engine().vegalite_to_png(_described(chart), scale=2)))


def _packed(png: bytes) -> bytes:
    """The same picture with its pixels compressed well: an eighth of the size."""
    before, pixels, after = png[:8], b"", b""
    place = 8
    while place < len(png):
        (size,) = struct.unpack(">I", png[place : place + 4])
        name, body, chunk = (
            png[place + 4 : place + 8],
            png[place + 8 : place + 8 + size],
            png[place : place + 12 + size],
        )
        if name == b"IDAT":
            pixels += body
        elif pixels:
            after += chunk
        else:
            before += chunk
        place += 12 + size
    smaller = zlib.compress(zlib.decompress(pixels), 9)
    sealed = b"IDAT" + smaller
    return before + struct.pack(">I", len(smaller)) + sealed + struct.pack(">I", zlib.crc32(sealed)) + after


def _svg(chart: Chart, named: str | None = None) -> bytes:
    """Named and described for screen readers; colours and sizes are attributes, no style is inline."""
    plain = str(_engine().vegalite_to_svg(_described(chart)))
    plain = re.sub(r'\sstyle="[^"]*"', "", plain)
    plain = re.sub(r'\s(?:aria-[a-z]+|role|clip-path)="[^"]*"|<defs>.*?</defs>', "", plain, flags=re.DOTALL)
    told = f"<title>{html.escape(named or chart.title)}</title><desc>{html.escape(chart.alt)}</desc>"
    beginning = f'<svg role="img" lang="{html.escape(chart.language)}" '
    return re.sub(r"<svg ([^>]*)>", lambda m: f"{beginning}{m[1]}>{told}", plain, count=1).encode()


def _html(chart: Chart) -> bytes:
    return (
        f'<!doctype html>\n<html lang="{html.escape(chart.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(chart.title)}</title>\n"
        "<style>body{margin:1.5rem;background:#fff}svg{max-width:100%;height:auto}</style>\n</head>\n"
        f"<body>\n{_svg(chart).decode()}\n</body>\n</html>\n"
    ).encode()


_FORMS: dict[str, Callable[[Chart], bytes]] = {"png": _png, "svg": _svg, "html": _html}


@cache
def _engine() -> "ModuleType":
    import vl_convert

    for folder in font_folders():
        vl_convert.register_font_directory(str(folder))
    return vl_convert


def _described(chart: Chart) -> dict[str, Any]:
    """The Vega-Lite description."""
    import altair as alt

    lines = [line for text in (chart.subtitle, chart.note) for line in _wrapped(text, 96)]
    title = alt.TitleParams(
        _wrapped(chart.title, 64) or "", subtitle=lines, anchor="start", frame="group", color=INK,
        subtitleColor=SOFT, fontSize=17, subtitleFontSize=12, subtitlePadding=6, offset=14, fontWeight=600,
    )  # fmt: skip
    sheets: Sheets = {}
    panels = [_panel(panel, chart, sheets) for panel in chart.panels]
    whole = alt.vconcat(*panels, spacing=22, title=title).resolve_scale(x="shared", color="shared")
    drawing: dict[str, Any] = (
        whole.configure(font=_FONT, background="#ffffff", padding=18)
        .configure_view(stroke=None)
        .configure_concat(spacing=22)
        .configure_legend(
            orient="top",
            title=None,
            labelColor=INK,
            labelFontSize=12,
            symbolSize=120,
            labelLimit=400,
            columnPadding=28,
        )
        .to_dict()
    )
    return drawing | {"datasets": sheets}


Sheets = dict[str, list[Row]]
"""Rows by the name that the drawing knows them by: altair copies what stands in it many times over."""


def _sheet(rows: Sequence[Row], sheets: Sheets) -> "alt.NamedData":
    import altair as alt

    name = f"rows{len(sheets)}"
    sheets[name] = list(rows)
    return alt.NamedData(name=name)


def _panel(panel: Panel, chart: Chart, sheets: Sheets) -> "alt.LayerChart | alt.FacetChart":
    import altair as alt

    rows = list(_rows(panel, chart))
    names = list(dict.fromkeys(row["label"] for row in rows))
    deep = max(row["lines"] for row in rows)
    step = max(max(1, len(chart.legend)) * _BAR + 6, _LINE * (deep + 1) + 8)
    y = alt.Y(
        "label:N", sort=names, title=None, axis=None, scale=alt.Scale(paddingInner=0.25, paddingOuter=0.1)
    )
    heading = alt.TitleParams(
        _wrapped(panel.heading, _HEADING), anchor="start", frame="group", fontSize=13, fontWeight=500,
        color=INK, offset=8,
    )  # fmt: skip
    labels = [_labels(rows, lines, y, sheets) for lines in range(deep + 1)]
    layers = alt.layer(*_bars(rows, y, chart, sheets), *labels).properties(
        width=_WIDTH, height=step * len(names)
    )
    return layers.properties(title=heading) if panel.heading else layers


def _bars(rows: Sequence[Row], y: "alt.Y", chart: Chart, sheets: Sheets) -> "list[alt.Chart]":
    """Bars from zero, what is certain of them, and how many they rest on."""
    import altair as alt

    several = len(chart.legend) > 1
    axis = alt.Axis(
        format=".0%", values=[0, 0.25, 0.5, 0.75, 1], gridColor=LINE, domain=False, ticks=False,
        labelColor=SOFT, labelFontSize=11,
    )  # fmt: skip
    x = alt.X("share:Q", title=None, axis=axis, scale=alt.Scale(domain=[0, 1], nice=False))
    base = alt.Chart(_sheet(rows, sheets)).encode(y=y, x=x)
    if several:
        base = base.encode(yOffset=alt.YOffset("series:N", sort=list(chart.legend)))
    colour = alt.Color(
        "series:N", scale=alt.Scale(domain=list(chart.legend) or [""], range=list(SERIES)),
        legend=alt.Legend() if several else None,
    )  # fmt: skip
    return [
        base.mark_bar(cornerRadiusEnd=2).encode(color=colour),
        base.mark_rule(color=INK, strokeWidth=1.2, opacity=0.85).encode(x="low:Q", x2="high:Q"),
        base.mark_text(align="left", dx=7, color=SOFT, fontSize=11).encode(x="end:Q", text="note:N"),
    ]


def _labels(rows: Sequence[Row], lines: int, y: "alt.Y", sheets: Sheets) -> "alt.Chart":
    """Names beside the bars, in the middle of theirs however many lines they have."""
    import altair as alt

    names = {row["label"]: row for row in rows if row["lines"] == lines}
    marks = alt.Chart(_sheet([*names.values()], sheets)).mark_text(
        align="right", baseline="middle", dy=-lines * _LINE / 2, color=INK, fontSize=12, lineBreak="\n",
        lineHeight=_LINE,
    )  # fmt: skip
    placed: alt.Chart = marks.encode(y=y, x=alt.value(-10), text="label:N")
    return placed


def _rows(panel: Panel, chart: Chart) -> Iterator[Row]:
    """What Vega draws of each bar."""
    for bar in panel.bars:
        yield {
            "label": _label(bar), "lines": _label(bar).count("\n"), "share": bar.share, "low": bar.low,
            "high": bar.high, "end": max(bar.share, bar.high), "note": bar.note,
            "series": chart.legend[bar.series] if chart.legend else "",
        }  # fmt: skip


def _label(bar: Bar) -> str:
    """Two lines at most."""
    first, *more = _wrapped(bar.label, _LABEL)
    return first + (f"\n{more[0]}{'…' if more[1:] else ''}" if more else "")


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of at most so many letters; a Han letter is two wide and ends a line where it likes."""
    lines, line = [""], 0
    for piece in re.findall(r"[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+", text):
        wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in piece.rstrip())
        if line and line + wide > width:
            lines.append("")
            line = 0
        lines[-1] += piece if line else piece.lstrip()
        line += wide + len(piece) - len(piece.rstrip())
    return [each.rstrip() for each in lines if each.strip()]
