"""A workspace's CRM, in SQL: its connection with an encrypted token, its records, and what became of them."""

from collections.abc import Sequence
from typing import Any

from cryptography.fernet import InvalidToken
from sqlalchemy import Connection as Open
from sqlalchemy import Engine, and_, delete, func, insert, select, update

from icpbot.adapters.store import schema
from icpbot.adapters.store.accounts import save_account
from icpbot.adapters.store.engine import transaction
from icpbot.adapters.store.vault import cipher
from icpbot.domain.accounts import FactOrigin
from icpbot.domain.crm import Connection, Kind, Page, Record, Written
from icpbot.domain.errors import Conflict, UsageError
from icpbot.usecases.settling import Settled

_LINKS, _RECORDS, _WRITTEN = schema.crm_connections, schema.crm_records, schema.crm_written
_CHUNK = 500
_FORGOTTEN = 2**31 - 1
"""In place of the number of a reading, on what is not to be read again."""
PURPOSE = "icpbot crm"


class SqlCrm:
    """Implements `CrmStore`. Without a key no token is kept."""

    def __init__(self, engine: Engine, keys: Sequence[str]) -> None:
        self._engine = engine
        self._cipher = cipher(keys, PURPOSE) if keys else None

    def connect(self, workspace: str, connection: Connection, token: str | None) -> None:
        """In place of the one that was; a new system begins from nothing."""
        locked = self._locked(token)
        with transaction(self._engine) as open_one:
            body = open_one.execute(select(_LINKS.c.body).where(_LINKS.c.workspace == workspace)).scalar()
            if body and Connection.model_validate(body).url != connection.url:
                for table in (_RECORDS, _WRITTEN):
                    open_one.execute(delete(table).where(table.c.workspace == workspace))
            open_one.execute(delete(_LINKS).where(_LINKS.c.workspace == workspace))
            row = {
                "workspace": workspace,
                "token": locked,
                "holder": "",
                "body": connection.model_dump(mode="json"),
            }
            open_one.execute(insert(_LINKS).values(row))

    def connection(self, workspace: str) -> Connection | None:
        query = select(_LINKS.c.body).where(_LINKS.c.workspace == workspace)
        with transaction(self._engine) as open_one:
            body = open_one.execute(query).scalar()
        return Connection.model_validate(body) if body else None

    def token(self, workspace: str) -> str | None:
        """Raises `UsageError` when it was encrypted under another key."""
        query = select(_LINKS.c.token).where(_LINKS.c.workspace == workspace)
        with transaction(self._engine) as open_one:
            locked = open_one.execute(query).scalar()
        if not locked:
            return None
        if self._cipher is None:
            raise UsageError("setting-missing", name="ICPBOT_SECRET_KEY", because="icpbot crm")
        try:
            return self._cipher.decrypt(locked.encode()).decode()
        except InvalidToken as error:
            raise UsageError("secret-key-unknown") from error

    def has_token(self, workspace: str) -> bool:
        query = select(_LINKS.c.token).where(_LINKS.c.workspace == workspace)
        with transaction(self._engine) as open_one:
            return bool(open_one.execute(query).scalar())

    def take(self, workspace: str, holder: str) -> Connection | None:
        """From now on only this holder writes; whoever held it before is refused."""
        with transaction(self._engine) as open_one:
            open_one.execute(update(_LINKS).where(_LINKS.c.workspace == workspace).values(holder=holder))
        return self.connection(workspace)

    def save(self, workspace: str, holder: str, connection: Connection) -> None:
        with transaction(self._engine) as open_one:
            _keep(open_one, workspace, holder, connection)

    def save_page(self, workspace: str, holder: str, connection: Connection, page: Page) -> tuple[int, int]:
        """The records of a page and where the reading goes on, in one transaction: how many records were new
        or changed, and how many went. Their number is added to the counts.
        """
        with transaction(self._engine) as open_one:
            changed = sum(
                self._put(open_one, workspace, connection.run, page.records[start : start + _CHUNK])
                for start in range(0, len(page.records), _CHUNK)
            )
            gone = sum(
                open_one.execute(delete(_RECORDS).where(_same(workspace, *each))).rowcount
                for each in page.gone
            )
            progress = connection.progress
            if progress:
                counted = progress.model_copy(update={"counts": progress.counts.plus(page, changed, gone)})
                connection = connection.model_copy(update={"progress": counted})
            _keep(open_one, workspace, holder, connection)
        return changed, gone

    def ids(self, workspace: str, kind: Kind, *, after: str | None, limit: int) -> list[str]:
        table = _RECORDS
        here = and_(_live(workspace), table.c.kind == kind, table.c.id > (after or ""))
        query = select(table.c.id).where(here).order_by(table.c.id).limit(limit)
        with transaction(self._engine) as open_one:
            return list(open_one.execute(query).scalars())

    def records(self, workspace: str, kind: Kind) -> list[Record]:
        here = and_(_live(workspace), _RECORDS.c.kind == kind)
        query = select(_RECORDS.c.body).where(here).order_by(_RECORDS.c.id)
        with transaction(self._engine) as open_one:
            return [Record.model_validate(body) for body in open_one.execute(query).scalars()]

    def counted(self, workspace: str) -> dict[str, int]:
        """How many records there are, by kind."""
        query = select(_RECORDS.c.kind, func.count()).where(_live(workspace)).group_by(_RECORDS.c.kind)
        with transaction(self._engine) as open_one:
            return {kind: number for kind, number in open_one.execute(query)}  # noqa: C416 - rows become a dict

    def drop_unseen(self, workspace: str, run: int) -> int:
        """Records that a full reading did not meet."""
        unseen = and_(_RECORDS.c.workspace == workspace, _RECORDS.c.run < run)
        with transaction(self._engine) as open_one:
            return open_one.execute(delete(_RECORDS).where(unseen)).rowcount

    def written(self, workspace: str) -> dict[str, Written]:
        query = select(_WRITTEN.c.account_id, _WRITTEN.c.body).where(_WRITTEN.c.workspace == workspace)
        with transaction(self._engine) as open_one:
            return {key: Written.model_validate(body) for key, body in open_one.execute(query)}

    def settle(self, workspace: str, settled: Sequence[Settled]) -> None:
        for start in range(0, len(settled), _CHUNK):
            with transaction(self._engine) as open_one:
                for each in settled[start : start + _CHUNK]:
                    _withdraw(open_one, workspace, each.account.id)
                    _write(open_one, workspace, each)

    def withdraw(self, workspace: str, account_ids: Sequence[str]) -> None:
        """What we wrote of these accounts goes, and accounts that we made and nobody else knows."""
        for start in range(0, len(account_ids), _CHUNK):
            with transaction(self._engine) as open_one:
                for account_id in account_ids[start : start + _CHUNK]:
                    made = _withdraw(open_one, workspace, account_id)
                    if made:
                        _drop_bare(open_one, account_id)

    def disconnect(self, workspace: str) -> None:
        """Token and records go. Of what was written we still know that it is ours."""
        with transaction(self._engine) as open_one:
            for table in (_LINKS, _RECORDS):
                open_one.execute(delete(table).where(table.c.workspace == workspace))

    def forget(self, workspace: str, account_ids: Sequence[str]) -> int:
        """Records behind these accounts, with their deals; how many went. Of an organisation the id is
        kept, empty, so that it is not read again.
        """
        written = self.written(workspace)
        behind = {record for key in account_ids if key in written for record in written[key].records}
        if not behind:
            return 0
        deals = [deal.id for deal in self.records(workspace, Kind.DEAL) if deal.organisation in behind]
        with transaction(self._engine) as open_one:
            mine = and_(_WRITTEN.c.workspace == workspace, _WRITTEN.c.account_id.in_(account_ids))
            open_one.execute(delete(_WRITTEN).where(mine))
            for each in behind:
                empty = update(_RECORDS).where(_same(workspace, Kind.ORGANISATION, each))
                open_one.execute(empty.values(run=_FORGOTTEN, body={}))
            for deal in deals:
                open_one.execute(delete(_RECORDS).where(_same(workspace, Kind.DEAL, deal)))
        return len(behind) + len(deals)

    def relock(self) -> int:
        """Encrypt every token under the first key; how many they are."""
        with transaction(self._engine) as open_one:
            rows = open_one.execute(select(_LINKS).where(_LINKS.c.token.is_not(None))).all()
            for row in rows:
                assert self._cipher is not None
                try:
                    locked = self._cipher.rotate(row.token.encode()).decode()
                except InvalidToken as error:
                    raise UsageError("secret-key-unknown") from error
                same = and_(_LINKS.c.workspace == row.workspace, _LINKS.c.token == row.token)
                open_one.execute(update(_LINKS).where(same).values(token=locked))
        return len(rows)

    def _locked(self, token: str | None) -> str | None:
        if token is None:
            return None
        if self._cipher is None:
            raise UsageError("setting-missing", name="ICPBOT_SECRET_KEY", because="icpbot crm connect")
        return self._cipher.encrypt(token.encode()).decode()

    def _put(self, open_one: Open, workspace: str, run: int, records: Sequence[Record]) -> int:
        """How many of them differ from what is known."""
        gone = and_(_RECORDS.c.workspace == workspace, _RECORDS.c.run == _FORGOTTEN)
        forgotten = set(open_one.execute(select(_RECORDS.c.id).where(gone)).scalars())
        latest = {
            (record.kind, record.id): record for record in records
            if (record.id if record.kind is Kind.ORGANISATION else record.organisation) not in forgotten
        }  # fmt: skip
        known = self._known(open_one, workspace, list(latest))
        changed = 0
        for key, record in latest.items():
            body = record.model_dump(mode="json")
            changed += known.get(key) != body
            if key in known:
                open_one.execute(update(_RECORDS).where(_same(workspace, *key)).values(run=run, body=body))
            else:
                kind, identity = key
                row = {"workspace": workspace, "kind": kind, "id": identity, "run": run, "body": body}
                open_one.execute(insert(_RECORDS).values(row))
        return changed

    def _known(
        self, open_one: Open, workspace: str, keys: Sequence[tuple[Kind, str]]
    ) -> dict[tuple[Kind, str], Any]:
        some = and_(_RECORDS.c.workspace == workspace, _RECORDS.c.id.in_([identity for _, identity in keys]))
        rows = open_one.execute(select(_RECORDS.c.kind, _RECORDS.c.id, _RECORDS.c.body).where(some))
        return {(Kind(kind), identity): body for kind, identity, body in rows}


def _live(workspace: str) -> Any:
    return and_(_RECORDS.c.workspace == workspace, _RECORDS.c.run < _FORGOTTEN)


def _same(workspace: str, kind: Kind, identity: str) -> Any:
    return and_(_RECORDS.c.workspace == workspace, _RECORDS.c.kind == kind, _RECORDS.c.id == identity)


def _keep(open_one: Open, workspace: str, holder: str, connection: Connection) -> None:
    ours = and_(_LINKS.c.workspace == workspace, _LINKS.c.holder == holder)
    body = connection.model_dump(mode="json")
    if open_one.execute(update(_LINKS).where(ours).values(body=body)).rowcount != 1:
        raise Conflict("crm-taken-over")


def _write(open_one: Open, workspace: str, settled: Settled) -> None:
    save_account(open_one, settled.account, settled.facts)
    if settled.customer:
        table = schema.customers
        open_one.execute(delete(table).where(table.c.account_id == settled.account.id))
        row = {
            "account_id": settled.account.id,
            "workspace": workspace,
            "body": settled.customer.model_dump(mode="json"),
        }
        open_one.execute(insert(table).values(row))
    row = {
        "workspace": workspace,
        "account_id": settled.account.id,
        "body": settled.written.model_dump(mode="json"),
    }
    open_one.execute(insert(_WRITTEN).values(row))


def _withdraw(open_one: Open, workspace: str, account_id: str) -> bool:
    """Whether the account was made by us."""
    mine = and_(_WRITTEN.c.workspace == workspace, _WRITTEN.c.account_id == account_id)
    body = open_one.execute(select(_WRITTEN.c.body).where(mine)).scalar()
    if body is None:
        return False
    written, facts, customers = Written.model_validate(body), schema.facts, schema.customers
    ours = and_(facts.c.account_id == account_id, facts.c.origin == FactOrigin.CRM,
                facts.c.attribute.in_(written.attributes))  # fmt: skip
    open_one.execute(delete(facts).where(ours))
    if written.customer:
        open_one.execute(delete(customers).where(customers.c.account_id == account_id))
    open_one.execute(delete(_WRITTEN).where(mine))
    return written.made


def _drop_bare(open_one: Open, account_id: str) -> None:
    """An account of which nothing is known any more."""
    for table in (schema.facts, schema.customers):
        if open_one.execute(
            select(table.c.account_id).where(table.c.account_id == account_id).limit(1)
        ).first():
            return
    open_one.execute(delete(schema.accounts).where(schema.accounts.c.id == account_id))
