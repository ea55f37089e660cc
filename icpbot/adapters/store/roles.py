"""Who was given which role, in SQL."""

from sqlalchemy import Engine, and_, delete, insert, select

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import transaction
from icpbot.domain.roles import Appointed


class SqlRoles:
    """Implements `RoleStore`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def appointed(self, workspace: str) -> list[Appointed]:
        table = schema.roles
        query = select(table.c.body).where(table.c.workspace == workspace).order_by(table.c.user)
        with transaction(self._engine) as connection:
            return [Appointed.model_validate(body) for body in connection.execute(query).scalars()]

    def appoint(self, workspace: str, person: Appointed) -> None:
        table = schema.roles
        with transaction(self._engine) as connection:
            same = and_(table.c.workspace == workspace, table.c.user == person.user)
            connection.execute(delete(table).where(same))
            body = person.model_dump(mode="json")
            connection.execute(insert(table).values(workspace=workspace, user=person.user, body=body))
