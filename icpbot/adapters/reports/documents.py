"""A page laid out: one function a format, each returning the file's bytes."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from icpbot.domain.profile import Profile
from icpbot.usecases.document import Page
from icpbot.usecases.profiles import band_text

_TEMPLATES = Path(__file__).parent
_COLUMNS = ("attribute", "ideal", "ok", "avoid", "weight")


def html(page: Page) -> bytes:
    """One file that asks nothing of the network."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)
    template = environment.get_template("profile_html.jinja")
    return template.render(page=page, labels=page.labels, language=page.language).encode()


def markdown(page: Page) -> bytes:
    lines = [f"# {page.title}", "", page.subtitle, ""]
    if page.description:
        lines += [page.description, ""]
    if page.criteria:
        names = [page.labels[n] for n in _COLUMNS]
        lines += [f"## {page.labels['criteria']}", "", _row(names), _row(["---"] * 5)]
        lines += [
            _row([f"{r.label} ({r.note})" if r.note else r.label, r.ideal, r.ok, r.avoid, r.weight])
            for r in page.criteria
        ]
        lines += ["", page.thresholds, ""]
    for section in page.sections:
        lines += [f"## {section.heading}", ""]
        for claim in section.claims:
            lines.append(f"- {claim.text} ({claim.basis})")
            lines += [f"  > {quote.text}  \n  > {quote.who}\n" for quote in claim.quotes]
        lines.append("")
    if page.gaps:
        lines += [f"## {page.labels['gaps']}", "", *(f"- {gap}" for gap in page.gaps), ""]
    return "\n".join(lines).encode()


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def word(page: Page) -> bytes:
    from docx import Document

    document = Document()
    document.add_heading(page.title, 0)
    document.add_paragraph(page.subtitle)
    if page.description:
        document.add_paragraph(page.description)
    _word_table(document, page)
    for section in page.sections:
        document.add_heading(section.heading, 1)
        for claim in section.claims:
            document.add_paragraph(f"{claim.text} ({claim.basis})", style="List Bullet")
            for quote in claim.quotes:
                document.add_paragraph(f"{quote.text} ({quote.who})", style="Quote")
    if page.gaps:
        document.add_heading(page.labels["gaps"], 1)
        for gap in page.gaps:
            document.add_paragraph(gap, style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _word_table(document: Any, page: Page) -> None:
    if not page.criteria:
        return
    document.add_heading(page.labels["criteria"], 1)
    table = document.add_table(rows=1, cols=5, style="Light Grid Accent 1")
    for cell, name in zip(table.rows[0].cells, _COLUMNS, strict=True):
        cell.text = page.labels[name]
    for r in page.criteria:
        label = f"{r.label} ({r.note})" if r.note else r.label
        for cell, text in zip(table.add_row().cells, (label, r.ideal, r.ok, r.avoid, r.weight), strict=True):
            cell.text = text
    document.add_paragraph(page.thresholds)


def as_json(profile: Profile) -> bytes:
    plain = profile.model_dump(mode="json", exclude_defaults=True)
    return (
        json.dumps({"name": profile.name, "version": profile.version, **plain}, ensure_ascii=False, indent=2)
        + "\n"
    ).encode()


def as_yaml(profile: Profile) -> bytes:
    import yaml

    plain = profile.model_dump(mode="json", exclude_defaults=True)
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=100).encode()


def as_csv(profile: Profile) -> bytes:
    """The scoring table: one criterion a row, ideal, ok and avoid as columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["attribute", "ideal", "ok", "avoid", "weight", "deal_breaker", "ignored"])
    for c in profile.criteria:
        bands = [
            "" if band is None else band_text(band).replace(", ", "; ") for band in (c.ideal, c.ok, c.avoid)
        ]
        writer.writerow([c.attribute, *bands, f"{c.weight:g}", c.deal_breaker or "", c.ignored or ""])
    return out.getvalue().encode("utf-8-sig")


PAGES: dict[str, Callable[[Page], bytes]] = {"html": html, "md": markdown, "docx": word}
PLAIN: dict[str, Callable[[Profile], bytes]] = {"json": as_json, "yaml": as_yaml, "csv": as_csv}


def load(name: str, data: bytes) -> object:
    """JSON or YAML; raises `UsageError` when it is neither."""
    import yaml

    from icpbot.domain.errors import UsageError

    try:
        return yaml.safe_load(data.decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageError("profile-not-readable", name=name) from error
