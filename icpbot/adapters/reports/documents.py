"""Every format by its name; each function returns the file's bytes."""

from collections.abc import Callable

from icpbot.adapters.reports.clickup import clickup
from icpbot.adapters.reports.hypertext import html
from icpbot.adapters.reports.leadbooster import cards_json, cards_markdown
from icpbot.adapters.reports.markdown import markdown
from icpbot.adapters.reports.plain import as_csv, as_json, as_yaml, load
from icpbot.adapters.reports.portable import pdf
from icpbot.adapters.reports.scoring import table
from icpbot.adapters.reports.word import word
from icpbot.domain.profile import Profile
from icpbot.usecases.exporting import Material
from icpbot.usecases.page import Page

__all__ = ["BESIDE", "PAGES", "PLAIN", "Writer", "load"]

PAGES: dict[str, Callable[[Page], bytes]] = {"md": markdown, "html": html, "pdf": pdf, "docx": word}
PLAIN: dict[str, Callable[[Profile], bytes]] = {"json": as_json, "yaml": as_yaml, "csv": as_csv}
BESIDE: dict[str, Callable[[Material], bytes]] = {
    "clickup": clickup, "leadbooster": cards_json, "leadbooster-md": cards_markdown, "table": table,
}  # fmt: skip
"""For other systems, which want more than the page."""


class Writer:
    """Implements `Documents`."""

    def written(self, form: str, material: Material) -> bytes:
        return BESIDE[form](material)
