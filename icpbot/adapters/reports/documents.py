"""Every format by its name; each function returns the file's bytes."""

from collections.abc import Callable

from icpbot.adapters.reports.hypertext import html
from icpbot.adapters.reports.markdown import markdown
from icpbot.adapters.reports.plain import as_csv, as_json, as_yaml, load
from icpbot.adapters.reports.portable import pdf
from icpbot.adapters.reports.word import word
from icpbot.domain.profile import Profile
from icpbot.usecases.page import Page

__all__ = ["PAGES", "PLAIN", "load"]

PAGES: dict[str, Callable[[Page], bytes]] = {"md": markdown, "html": html, "pdf": pdf, "docx": word}
PLAIN: dict[str, Callable[[Profile], bytes]] = {"json": as_json, "yaml": as_yaml, "csv": as_csv}
