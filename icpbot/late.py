"""Parts of `bootstrap` whose engines are imported when they are first used: tables, documents, charts."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from icpbot.domain.charts import Chart
from icpbot.domain.surveys import SurveyResult
from icpbot.usecases.ports import FileReader, Listed, ListPlan

if TYPE_CHECKING:
    from icpbot.usecases.exporting import Material
    from icpbot.usecases.page import Page


class Lists:
    """The table engine, imported when a list is checked."""

    def __init__(self, reader: FileReader, decode: Callable[[str, bytes], str]) -> None:
        self._reader = reader
        self._decode = decode

    def check(self, table: Path, out: Path, plan: ListPlan) -> Listed:
        from icpbot.adapters.readers.tables import sheets
        from icpbot.adapters.tables.engine import PolarsLists
        from icpbot.adapters.tables.rewriting import Files

        return PolarsLists(Files(self._reader, self._decode, sheets)).check(table, out, plan)


class Surveys:
    """The counting of surveys, imported when one is counted."""

    def __init__(self, reader: FileReader, decode: Callable[[str, bytes], str]) -> None:
        self._reader = reader
        self._decode = decode

    def counted(
        self, name: str, table: Path | bytes, *, by: str | None = None, weight: str | None = None
    ) -> SurveyResult:
        from icpbot.adapters.readers.tables import sheets
        from icpbot.adapters.tables.rewriting import Files
        from icpbot.adapters.tables.surveys import PolarsSurveys

        files = Files(self._reader, self._decode, sheets)
        return PolarsSurveys(files).counted(name, table, by=by, weight=weight)


class Documents:
    """What writes documents, which is loaded when one is written."""

    def written(self, form: str, material: "Material") -> bytes:
        from icpbot.adapters.reports.documents import Writer

        return Writer().written(form, material)

    def canvas(self, page: "Page") -> str:
        from icpbot.adapters.reports.canvas import canvas

        return canvas(page)


class Charts:
    """The charts, whose engine is loaded when one is drawn."""

    def drawn(self, chart: Chart, form: str) -> bytes:
        from icpbot.adapters.reports.charts import drawn

        return drawn(chart, form)
