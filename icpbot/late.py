"""Parts of `bootstrap` loaded when they are first used: the index, tables, documents, charts, masking."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from icpbot.domain.charts import Chart
from icpbot.domain.disguise import Personal
from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Filter, Hit
from icpbot.domain.sources import Source
from icpbot.domain.surveys import SurveyResult
from icpbot.usecases.ports import FileReader, Listed, ListPlan, PassageIndex, Progress

if TYPE_CHECKING:
    from icpbot.adapters.llm.searching import OpenAISearch
    from icpbot.settings import Settings
    from icpbot.usecases.exporting import Material
    from icpbot.usecases.page import Page


class Index:
    """The index, opened when it is first searched: commands beside a running server never do."""

    def __init__(self, index: Callable[[], PassageIndex]) -> None:
        self._index = index

    def add(self, source: Source, passages: Sequence[Passage], progress: Progress | None = None) -> None:
        self._index().add(source, passages, progress)

    def remove(self, source_ids: Sequence[str]) -> None:
        self._index().remove(source_ids)

    @property
    def name(self) -> str:
        return self._index().name

    def retire_others(self) -> None:
        self._index().retire_others()

    def held(self, source_ids: Sequence[str]) -> dict[str, int]:
        return self._index().held(source_ids)

    def strangers(self, known: Collection[str]) -> list[str]:
        return self._index().strangers(known)

    def search(self, query: str, where: Filter, k: int) -> list[Hit]:
        return self._index().search(query, where, k)


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


def web_search(settings: "Settings") -> "OpenAISearch | None":
    """Searches the web with the model that is in use, where that was switched on."""
    key, model = settings.openai_key, settings.model_name
    if not settings.web_search or key is None or model is None:
        return None
    from icpbot.adapters.llm.searching import OpenAISearch

    prompts, url = settings.prompts_folder, settings.openai_url
    return OpenAISearch(key.get_secret_value(), model.removeprefix("openai:"), prompts, url=url)


def personal_details(pipelines: Mapping[str, str], language_of: Callable[[str], str | None]) -> Personal:
    """Our own patterns, and with pipelines what presidio finds beside them; raises `UsageError`."""
    from icpbot.adapters.language.masking import personal

    if not pipelines:
        return personal
    from icpbot.adapters.privacy.entities import Entities

    return Entities(personal, pipelines, language_of)
