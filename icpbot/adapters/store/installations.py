"""What a workspace gave us when it installed the app, encrypted; and the states of installations begun."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Engine, and_, delete, insert, select, update

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import transaction
from icpbot.adapters.store.vault import Vault

_TABLE = schema.installations


class SqlInstallations:
    """One row a workspace. Nothing but its id and the times can be read without the key."""

    def __init__(
        self, engine: Engine, vault: Vault, workspace_of: Callable[[str], str] = lambda team: team
    ) -> None:
        self._engine = engine
        self._vault = vault
        self._workspace_of = workspace_of

    def keep(self, team: str, content: dict[str, Any], at: datetime) -> None:
        """Of the newest installation; one that was removed comes back."""
        body = self._vault.locked(json.dumps(content))
        with transaction(self._engine) as connection:
            connection.execute(delete(_TABLE).where(_TABLE.c.workspace == team))
            connection.execute(insert(_TABLE).values(workspace=team, body=body, installed_at=at))

    def renew(self, team: str, content: dict[str, Any], at: datetime) -> bool:
        """New tokens of the installation made at that time; false when it was removed or replaced."""
        same = and_(_TABLE.c.workspace == team, _TABLE.c.installed_at == at, _TABLE.c.body.is_not(None))
        values = {"body": self._vault.locked(json.dumps(content))}
        with transaction(self._engine) as connection:
            return connection.execute(update(_TABLE).where(same).values(values)).rowcount == 1

    def content(self, team: str) -> dict[str, Any] | None:
        query = select(_TABLE.c.body).where(_TABLE.c.workspace == team)
        with transaction(self._engine) as connection:
            body = connection.execute(query).scalar()
        found: dict[str, Any] | None = json.loads(self._vault.opened(body)) if body else None
        return found

    def teams(self) -> list[str]:
        """Those that have the app installed."""
        query = select(_TABLE.c.workspace).where(_TABLE.c.body.is_not(None)).order_by(_TABLE.c.workspace)
        with transaction(self._engine) as connection:
            return list(connection.execute(query).scalars())

    def history(self) -> list[tuple[str, datetime, datetime | None]]:
        """(team, installed at, removed at) of all that ever installed and were not erased."""
        query = select(_TABLE.c.workspace, _TABLE.c.installed_at, _TABLE.c.removed_at)
        with transaction(self._engine) as connection:
            rows = connection.execute(query.order_by(_TABLE.c.workspace)).all()
        return [(team, _utc(since), _utc(until) if until else None) for team, since, until in rows]

    def drop(self, team: str, at: datetime) -> bool:
        """Forget the tokens of an installation that is older than the event of its end: Slack may tell
        of the end again after the team has installed anew. Its token of a CRM goes, too.
        """
        crm, workspace = schema.crm_connections, self._workspace_of(team)
        same = and_(_TABLE.c.workspace == team, _TABLE.c.installed_at <= at, _TABLE.c.body.is_not(None))
        with transaction(self._engine) as connection:
            dropped = connection.execute(update(_TABLE).where(same).values(body=None, removed_at=at)).rowcount
            if dropped:
                connection.execute(update(crm).where(crm.c.workspace == workspace).values(token=None))
        return dropped == 1

    def relock(self) -> int:
        """Encrypt every row under the first key; how many they are."""
        with transaction(self._engine) as connection:
            rows = connection.execute(select(_TABLE).where(_TABLE.c.body.is_not(None))).all()
            for row in rows:
                same = and_(_TABLE.c.workspace == row.workspace, _TABLE.c.body == row.body)
                body = self._vault.relocked(row.body)
                connection.execute(update(_TABLE).where(same).values(body=body))
        return len(rows)


class SqlStates:
    """States of installations begun: each is good once and for ten minutes. Kept as digests."""

    def __init__(
        self, engine: Engine, seconds: int, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._engine = engine
        self._seconds = seconds
        self._clock = clock

    def keep(self, state: str) -> None:
        table, now = schema.install_states, self._clock()
        until = now + timedelta(seconds=self._seconds)
        with transaction(self._engine) as connection:
            connection.execute(delete(table).where(table.c.expires_at <= now))
            connection.execute(insert(table).values(digest=_digest(state), expires_at=until))

    def take(self, state: str) -> bool:
        """True for the first who brings it in time."""
        table = schema.install_states
        good = and_(table.c.digest == _digest(state), table.c.expires_at > self._clock())
        with transaction(self._engine) as connection:
            return connection.execute(delete(table).where(good)).rowcount == 1


def _utc(moment: datetime) -> datetime:
    """SQLite forgets the zone; all that is written is UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _digest(state: str) -> str:
    return sha256(state.encode()).hexdigest()
