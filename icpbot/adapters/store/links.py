"""Links to profiles, in SQL. The address is not kept: it is signed anew from the link's id."""

from datetime import datetime, timedelta

from sqlalchemy import Engine, and_, delete, insert, select, update

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import transaction
from icpbot.domain.links import Link

REMEMBERED = timedelta(days=90)
"""So long after its end a link is still known, and says in its own language that it ended."""


class SqlLinks:
    """Implements `LinkStore`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, link: Link) -> None:
        row = {"id": link.id, "workspace": link.workspace, "profile": link.profile,
               "expires_at": link.expires_at, "body": link.model_dump(mode="json")}  # fmt: skip
        table = schema.links
        with transaction(self._engine) as connection:
            connection.execute(delete(table).where(table.c.expires_at < link.made_at - REMEMBERED))
            connection.execute(insert(table).values(row))

    def link(self, link_id: str) -> Link | None:
        table = schema.links
        query = select(table.c.body, table.c.revoked_at).where(table.c.id == link_id)
        with transaction(self._engine) as connection:
            row = connection.execute(query).first()
        return Link.model_validate({**row.body, "revoked_at": row.revoked_at}) if row else None

    def revoke(self, workspace: str, profile: str, now: datetime) -> int:
        table = schema.links
        good = and_(table.c.workspace == workspace, table.c.profile == profile,
                    table.c.revoked_at.is_(None), table.c.expires_at > now)  # fmt: skip
        with transaction(self._engine) as connection:
            return connection.execute(update(table).where(good).values(revoked_at=now)).rowcount
