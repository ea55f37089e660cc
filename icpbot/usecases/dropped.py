"""Dropped lists: a table of companies that comes with the question whether they fit."""

from pathlib import Path
from tempfile import TemporaryDirectory

from icpbot.domain.errors import IcpbotError, NotAllowed
from icpbot.domain.reply import Reply
from icpbot.domain.routing import Intent, route
from icpbot.domain.sources import Reader
from icpbot.usecases.charting import list_chart
from icpbot.usecases.fit_list import check_list
from icpbot.usecases.ingest import Upload
from icpbot.usecases.ports import Desk
from icpbot.usecases.reading import of_the_workspace
from icpbot.usecases.showing.lists import list_reply

_TABLES = (".csv", ".tsv", ".xlsx")


def asks_for_verdicts(text: str, name: str, *, desk: Desk) -> bool:
    """Whether words that came with a table ask for verdicts; without such words it is research."""
    if not text.strip() or not name.lower().endswith(_TABLES):
        return False
    return route(text, lambda message: desk.intent_labels.label([message])[0]).intent is Intent.FIT


def judged_list(upload: Upload, reader: Reader, *, desk: Desk, language: str) -> Reply:
    """Every row with its verdict, as a message and as a file; nothing of the table is kept."""
    name = upload.path.rsplit("/", 1)[-1]
    try:
        if not of_the_workspace(reader):
            raise NotAllowed("form-not-yours")
        with TemporaryDirectory() as folder:
            table, out = Path(folder) / name, Path(folder) / "judged.csv"
            table.write_bytes(upload.data)
            listed = check_list(table, out, desk=desk, language=language)
            reply = list_reply(listed, out, name, desk=desk, language=language)
            chart = list_chart(listed, name, desk=desk, language=language)
            return reply.model_copy(update={"charts": (chart,) if chart else ()})
    except IcpbotError as error:
        if error.exit_code > 2:  # a service that does not answer is asked again
            raise
        sentence = desk.voice.say(error.key, language, **{"name": name, **error.values})
        return Reply(headline=sentence, language=language, failed=True)
