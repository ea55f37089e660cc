"""Changes in the place where people talk: what is deleted there goes here, what is closed closes."""

from collections.abc import Iterable

from icpbot.domain.errors import NotFound
from icpbot.domain.reply import Reply
from icpbot.domain.requests import FileRef, Request
from icpbot.domain.sources import WORKSPACE, Source, local_reader
from icpbot.usecases.correcting import correct
from icpbot.usecases.forgetting import forget
from icpbot.usecases.ports import Desk


def followed(request: Request, *, desk: Desk) -> Reply:
    """Do here what was done there. Nobody is told: who did it knows."""
    sources = desk.sources.all(local_reader(desk.workspace))
    if request.action == "file-deleted":
        _forget(_of_files(_files(request.text, desk), sources), desk)
    elif request.action == "message-deleted":
        _forget(_of_message(request, sources, desk), desk)
    elif request.action == "made-private":
        _move(sources, request.place.channel, WORKSPACE, f"channel:{request.place.channel}", desk)
    elif request.action == "made-public":
        _move(sources, request.place.channel, f"channel:{request.place.channel}", WORKSPACE, desk)
    return Reply(headline="…", silent=True)


def _files(file_id: str, desk: Desk) -> list[FileRef]:
    asked = desk.requests.requests(desk.workspace)
    return [file for request in asked for file in request.files if file.id == file_id]


def _of_files(files: Iterable[FileRef], sources: Iterable[Source]) -> list[str]:
    """A file and its sources share their link; those of an archive share the archive's."""
    links = {file.link for file in files if file.link}
    return [source.id for source in sources if source.link in links]


def _of_message(request: Request, sources: list[Source], desk: Desk) -> list[str]:
    """Of a deleted message: the files it brought, and the thread or text that was taken from it."""
    place = request.place
    brought = desk.requests.request(f"{desk.workspace}:{place.channel}:{place.message}")
    taken = [s.id for s in sources if s.path.startswith(f"{place.channel}/{place.message}.")]
    return [*taken, *_of_files(brought.files if brought else (), sources)]


def _forget(ids: list[str], desk: Desk) -> None:
    if not ids:
        return
    try:
        forget(local_reader(desk.workspace), desk=desk, ids=tuple(ids))
    except NotFound:  # forgotten meanwhile, which is what was wanted
        return


def _move(sources: Iterable[Source], channel: str, old: str, new: str, desk: Desk) -> None:
    """What was dropped into a channel is read by those who read the channel."""
    for source in sources:
        if source.audience == old and source.path.startswith(f"{channel}/"):
            correct(desk.sources.get(source.id) or source, desk=desk, audience=new)
