"""What people decided about themes, in SQL."""

from sqlalchemy import Engine, and_, delete, insert, select, update

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import transaction
from icpbot.domain.decisions import Decision


class SqlDecisions:
    """Implements `DecisionStore`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def decisions(self, workspace: str) -> list[Decision]:
        table = schema.decisions
        query = select(table.c.body).where(table.c.workspace == workspace).order_by(table.c.number)
        with transaction(self._engine) as connection:
            return [Decision.model_validate(body) for body in connection.execute(query).scalars()]

    def decide(self, workspace: str, decision: Decision) -> None:
        table = schema.decisions
        same = and_(table.c.workspace == workspace, table.c.id == decision.id)
        body = decision.model_dump(mode="json")
        with transaction(self._engine) as connection:
            if not connection.execute(update(table).where(same).values(body=body)).rowcount:
                connection.execute(insert(table).values(workspace=workspace, id=decision.id, body=body))

    def drop(self, workspace: str, decision_id: str) -> None:
        table = schema.decisions
        same = and_(table.c.workspace == workspace, table.c.id == decision_id)
        with transaction(self._engine) as connection:
            connection.execute(delete(table).where(same))
