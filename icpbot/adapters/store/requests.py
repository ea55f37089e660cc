"""Requests, in SQL: recorded once by id, ended once."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import transaction, translated
from icpbot.domain.requests import ENDED, TERMINAL, Request, RequestStatus


class SqlRequests:
    """Implements `RequestStore`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def receive(self, request: Request) -> bool:
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(schema.requests).values(_row(request)))
        except IntegrityError:  # the same event, delivered again
            return False
        except SQLAlchemyError as error:
            raise translated(error) from error
        return True

    def request(self, request_id: str) -> Request | None:
        table = schema.requests
        with transaction(self._engine) as connection:
            body = connection.execute(select(table.c.body).where(table.c.id == request_id)).scalar()
        return Request.model_validate(body) if body else None

    def update_request(self, request: Request) -> None:
        table = schema.requests
        with transaction(self._engine) as connection:
            connection.execute(update(table).where(table.c.id == request.id).values(_row(request)))

    def requests(
        self, workspace: str | None = None, status: str | None = None, since: datetime | None = None
    ) -> list[Request]:
        table = schema.requests
        query = select(table.c.body).order_by(table.c.asked_at)
        if workspace:
            query = query.where(table.c.workspace == workspace)
        if status:
            query = query.where(table.c.status == status)
        if since:
            query = query.where(table.c.asked_at >= since)
        with transaction(self._engine) as connection:
            return [Request.model_validate(body) for body in connection.execute(query).scalars()]

    def said_in(self, workspace: str, channel: str, thread: str, since: datetime) -> list[Request]:
        table = schema.requests
        place = table.c.body["place"]
        query = (
            select(table.c.body)
            .where(table.c.workspace == workspace, table.c.asked_at >= since, ~table.c.private)
            .where(place["channel"].as_string() == channel)
            .where(or_(place["thread"].as_string() == thread, place["message"].as_string() == thread))
            .order_by(table.c.asked_at)
        )
        with transaction(self._engine) as connection:
            return [Request.model_validate(body) for body in connection.execute(query).scalars()]

    def by_status(self) -> dict[str, int]:
        """How many there are; of every status, also of those that none has."""
        table = schema.requests
        query = select(table.c.status, func.count()).group_by(table.c.status)
        with transaction(self._engine) as connection:
            found = {row[0]: int(row[1]) for row in connection.execute(query)}
        return {status.value: found.get(status.value, 0) for status in RequestStatus}

    def waiting(self) -> tuple[int, datetime | None]:
        """How many are open, and since when the oldest; what was asked in a terminal ended with it."""
        table = schema.requests
        elsewhere = table.c.body["place"]["channel"].as_string() != TERMINAL
        query = select(func.count(), func.min(table.c.asked_at))
        with transaction(self._engine) as connection:
            row = connection.execute(query.where(table.c.status.not_in(ENDED), elsewhere)).one()
        since = row[1]
        return int(row[0]), since.replace(tzinfo=since.tzinfo or UTC) if since else None


def _row(request: Request) -> dict[str, Any]:
    return {
        "id": request.id, "workspace": request.workspace, "kind": request.kind, "status": request.status,
        "text": request.text, "asked_at": request.asked_at, "ended_at": request.ended_at,
        "private": request.place.private, "body": request.model_dump(mode="json"),
    }  # fmt: skip
