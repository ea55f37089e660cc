"""Profiles and drafts, in SQL. A saved version never changes, but for its status and its quotes."""

from collections.abc import Callable

from sqlalchemy import Engine, and_, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import transaction
from icpbot.domain.draft import Draft
from icpbot.domain.errors import Conflict, NotFound
from icpbot.domain.profile import Profile


class SqlProfiles:
    """Implements `ProfileStore` and `DraftStore`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def profiles(self, workspace: str) -> list[Profile]:
        table = schema.profiles
        newest = select(func.max(table.c.number)).where(table.c.workspace == workspace).group_by(table.c.name)
        query = select(table.c.body).where(table.c.number.in_(newest)).order_by(table.c.number.desc())
        with transaction(self._engine) as connection:
            return [Profile.model_validate(body) for body in connection.execute(query).scalars()]

    def versions(self, workspace: str, name: str) -> list[Profile]:
        table = schema.profiles
        query = (
            select(table.c.body)
            .where(and_(table.c.workspace == workspace, table.c.name == name))
            .order_by(table.c.version.desc())
        )
        with transaction(self._engine) as connection:
            return [Profile.model_validate(body) for body in connection.execute(query).scalars()]

    def save(self, workspace: str, profile: Profile, *, expected: int) -> None:
        newest = self.versions(workspace, profile.name)
        actual = newest[0].version if newest else 0
        if actual != expected:
            raise Conflict("profile-changed", name=profile.name)
        if profile.version == expected:
            self.rewrite(workspace, profile)
            return
        row = {"workspace": workspace, "name": profile.name, "version": profile.version,
               "status": profile.status, "body": profile.model_dump(mode="json")}  # fmt: skip
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(schema.profiles).values(row))
        except IntegrityError as error:  # somebody saved this version a moment ago
            raise Conflict("profile-changed", name=profile.name) from error

    def rewrite(self, workspace: str, profile: Profile) -> None:
        table = schema.profiles
        same = and_(table.c.workspace == workspace, table.c.name == profile.name,
                    table.c.version == profile.version)  # fmt: skip
        values = {"status": profile.status, "body": profile.model_dump(mode="json")}
        with transaction(self._engine) as connection:
            connection.execute(update(table).where(same).values(values))

    def amend(self, workspace: str, name: str, version: int, change: Callable[[Profile], Profile]) -> Profile:
        table = schema.profiles
        same = and_(table.c.workspace == workspace, table.c.name == name, table.c.version == version)
        with transaction(self._engine) as connection:
            # A write comes first: from here on nobody else writes, on SQLite and PostgreSQL alike.
            connection.execute(update(table).where(same).values(version=version))
            body = connection.execute(select(table.c.body).where(same)).scalar()
            if body is None:
                raise NotFound("profile-unknown", name=name)
            changed = change(Profile.model_validate(body))
            values = {"status": changed.status, "body": changed.model_dump(mode="json")}
            connection.execute(update(table).where(same).values(values))
        return changed

    def draft(self, workspace: str, conversation: str) -> Draft | None:
        table = schema.drafts
        same = and_(table.c.workspace == workspace, table.c.conversation == conversation)
        with transaction(self._engine) as connection:
            body = connection.execute(select(table.c.body).where(same)).scalar()
        return Draft.model_validate(body) if body else None

    def save_draft(self, conversation: str, draft: Draft) -> None:
        table = schema.drafts
        same = and_(table.c.workspace == draft.workspace, table.c.conversation == conversation)
        with transaction(self._engine) as connection:
            connection.execute(delete(table).where(same))
            connection.execute(
                insert(table).values(
                    workspace=draft.workspace, conversation=conversation, body=draft.model_dump(mode="json")
                )
            )

    def conversations(self, workspace: str) -> list[tuple[str, Draft]]:
        table = schema.drafts
        query = select(table.c.conversation, table.c.body).where(table.c.workspace == workspace)
        with transaction(self._engine) as connection:
            return [(name, Draft.model_validate(body)) for name, body in connection.execute(query)]
