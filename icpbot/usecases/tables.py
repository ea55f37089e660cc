"""Tables dropped where people talk: a survey is counted at once, a customer table is looked over."""

from icpbot.domain.errors import IcpbotError
from icpbot.domain.reply import Reply
from icpbot.domain.sources import WORKSPACE, Kind
from icpbot.usecases.charting import survey_chart
from icpbot.usecases.customers import looked_over
from icpbot.usecases.ingest import Receipt, Status, Upload
from icpbot.usecases.ports import Desk
from icpbot.usecases.showing.tables import table_lines
from icpbot.usecases.surveys import count, survey_reply

_TABLES = (".csv", ".tsv", ".xlsx", ".xlsm")


def with_counts(reply: Reply, upload: Upload, receipt: Receipt, *, desk: Desk, language: str) -> Reply:
    """The receipt of a table with what the table says; any other receipt as it is."""
    source, name = receipt.source, upload.path.replace("\\", "/").rsplit("/", 1)[-1]
    if source is None or receipt.status is Status.UNCHANGED or not name.casefold().endswith(_TABLES):
        return reply
    try:
        if source.kind is Kind.SURVEY:
            return _survey(reply, name, upload.data, desk, language)
        if source.kind is Kind.CUSTOMERS and source.audience == WORKSPACE:
            lines = table_lines(looked_over(name, upload.data, desk=desk), desk=desk, language=language)
            return reply.model_copy(update={"lines": (*reply.lines, *lines)})
    except IcpbotError:
        pass  # its rows can be quoted, and that is what the receipt says
    return reply


def _survey(reply: Reply, name: str, data: bytes, desk: Desk, language: str) -> Reply:
    result = count(name, data, desk=desk)
    told = survey_reply(result, name, desk=desk, language=language)
    chart = survey_chart(result, name, desk=desk, language=language)
    return reply.model_copy(update={
        "lines": (*reply.lines, told.headline, *(f"• {line}" for line in told.lines)),
        "charts": (chart,) if chart else (),
    })  # fmt: skip
