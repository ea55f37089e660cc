"""Accounts, facts, customers, deals and small settings, in SQL."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Engine, and_, delete, insert, select

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import transaction
from icpbot.domain.accounts import Account, Fact, FactOrigin
from icpbot.domain.customers import Customer

_PARAMETERS = 10_000
"""Parameters of one query; SQLite takes 32,766 and PostgreSQL 65,535."""
Row = tuple[Account, Customer, Sequence[Fact]]


class SqlAccounts:
    """Implements `AccountStore`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def accounts(self, workspace: str) -> list[Account]:
        table = schema.accounts
        query = select(table).where(table.c.workspace == workspace).order_by(table.c.name)
        with transaction(self._engine) as connection:
            return [Account.model_validate(dict(row)) for row in connection.execute(query).mappings()]

    def save(self, account: Account, facts: Sequence[Fact]) -> None:
        with transaction(self._engine) as connection:
            save_account(connection, account, facts)

    def facts(self, account_id: str) -> list[Fact]:
        return self.facts_of([account_id]).get(account_id, [])

    def facts_of(self, account_ids: Sequence[str]) -> dict[str, list[Fact]]:
        table, found = schema.facts, defaultdict[str, list[Fact]](list)
        with transaction(self._engine) as connection:
            for start in range(0, len(account_ids), _PARAMETERS):
                some = table.c.account_id.in_(account_ids[start : start + _PARAMETERS])
                query = select(table.c.account_id, table.c.body).where(some)
                for account_id, body in connection.execute(query):
                    found[account_id].append(Fact.model_validate(body))
        return dict(found)

    def remove(self, account_id: str, *, origin: FactOrigin | None = None) -> None:
        accounts, facts, customers = schema.accounts, schema.facts, schema.customers
        with transaction(self._engine) as connection:
            if origin is None:  # facts and customers go with it
                connection.execute(delete(accounts).where(accounts.c.id == account_id))
                return
            same = and_(facts.c.account_id == account_id, facts.c.origin == origin)
            connection.execute(delete(facts).where(same))
            if origin is FactOrigin.CRM:
                connection.execute(delete(customers).where(customers.c.account_id == account_id))

    def customers(self, workspace: str) -> list[Customer]:
        table = schema.customers
        query = (
            select(table.c.body)
            .join(schema.accounts, schema.accounts.c.id == table.c.account_id)
            .where(table.c.workspace == workspace)
            .order_by(schema.accounts.c.name)
        )
        with transaction(self._engine) as connection:
            return [Customer.model_validate(body) for body in connection.execute(query).scalars()]

    def save_customers(self, workspace: str, rows: Sequence[Row]) -> None:
        with transaction(self._engine) as connection:
            for account, customer, facts in rows:
                save_account(connection, account, facts)
                table = schema.customers
                connection.execute(delete(table).where(table.c.account_id == account.id))
                body = customer.model_dump(mode="json")
                connection.execute(
                    insert(table).values(account_id=account.id, workspace=workspace, body=body)
                )

    def deals(self, workspace: str) -> list[dict[str, str]]:
        table = schema.deals
        query = select(table.c.body).where(table.c.workspace == workspace).order_by(table.c.number)
        with transaction(self._engine) as connection:
            return list(connection.execute(query).scalars())

    def save_deals(self, workspace: str, rows: Sequence[dict[str, str]]) -> None:
        table = schema.deals
        numbered = [{"number": n, "workspace": workspace, "body": row} for n, row in enumerate(rows)]
        with transaction(self._engine) as connection:
            connection.execute(delete(table).where(table.c.workspace == workspace))
            if numbered:
                connection.execute(insert(table), numbered)

    def setting(self, workspace: str, key: str) -> object | None:
        table = schema.settings
        query = select(table.c.value).where(and_(table.c.workspace == workspace, table.c.key == key))
        with transaction(self._engine) as connection:
            found: object | None = connection.execute(query).scalar()
        return found

    def save_setting(self, workspace: str, key: str, value: object) -> None:
        table = schema.settings
        with transaction(self._engine) as connection:
            connection.execute(delete(table).where(and_(table.c.workspace == workspace, table.c.key == key)))
            connection.execute(insert(table).values(workspace=workspace, key=key, value=value))


def save_account(connection: Connection, account: Account, facts: Sequence[Fact]) -> None:
    table = schema.accounts
    values: dict[str, Any] = account.model_dump(mode="json")
    known = connection.execute(select(table.c.id).where(table.c.id == account.id)).first()
    if known:
        connection.execute(table.update().where(table.c.id == account.id).values(values))
    else:
        connection.execute(insert(table).values(values))
    for fact in facts:
        same = and_(schema.facts.c.account_id == account.id, schema.facts.c.attribute == fact.attribute,
                    schema.facts.c.origin == fact.origin)  # fmt: skip
        connection.execute(delete(schema.facts).where(same))
        row = {"account_id": account.id, "workspace": account.workspace, "attribute": fact.attribute,
               "origin": fact.origin, "body": fact.model_dump(mode="json")}  # fmt: skip
        connection.execute(insert(schema.facts).values(row))
