"""Joining: rows of another table belong to the company they mean, or are shown as doubtful."""

from collections.abc import Mapping, Sequence

from icpbot.domain.errors import Rejected, UsageError
from icpbot.domain.model import Model
from icpbot.domain.names import key_of, resolve
from icpbot.domain.text import fold
from icpbot.usecases.ports import Desk

NAME_COLUMNS = (
    "account", "name", "company", "customer", "organization", "organisation", "firma", "nazwa", "klient",
    "nazev", "zakaznik", "spolecnost", "компанія", "назва", "клієнт", "公司", "客户", "名称",
)  # fmt: skip

Rows = list[dict[str, str]]


class Joined(Model):
    """How the rows of a table found their companies. `doubtful` names may mean one of several, or one that
    is only alike; they are left out until somebody says which.
    """

    name: str
    rows: int
    joined: int
    doubtful: dict[str, tuple[str, ...]] = {}
    unknown: tuple[str, ...] = ()


def name_column(header: Sequence[str]) -> str | None:
    folded = {fold(column).strip(): column for column in header}
    return next((folded[fold(name)] for name in NAME_COLUMNS if fold(name) in folded), None)


def joined(
    name: str, data: bytes, known: Sequence[str], *, desk: Desk, same: Mapping[str, str] | None = None
) -> tuple[str, Rows, Joined]:
    """The column of companies, the rows with the names as `known` writes them where that is sure, and what
    is not. `same` settles doubts: a name as the table writes it, and the company it means.
    """
    header, cells = desk.reader.table(name, data)
    column = name_column(header)
    if column is None:
        raise Rejected("table-no-name", columns=", ".join(header))
    rows = [dict(zip(header, row, strict=False)) for row in cells]
    meant, report = _meant(name, [row.get(column, "").strip() for row in rows], known, dict(same or {}), desk)
    return (
        column,
        [{**row, column: meant.get(row.get(column, "").strip(), row.get(column, ""))} for row in rows],
        report,
    )


def _meant(
    name: str, written: Sequence[str], known: Sequence[str], same: Mapping[str, str], desk: Desk
) -> tuple[dict[str, str], Joined]:
    by_key = {key_of(each): each for each in known}
    for company in same.values():
        if key_of(company) not in by_key:
            raise UsageError("account-unknown", name=company)
    settled = {key_of(one): by_key[key_of(other)] for one, other in same.items()}
    meant: dict[str, str] = {}
    doubtful: dict[str, tuple[str, ...]] = {}
    unknown: list[str] = []
    for each in dict.fromkeys(filter(None, written)):
        if key_of(each) in settled:
            meant[each] = settled[key_of(each)]
            continue
        found = resolve(each, desk.names.matches(each, known))
        if found.name:
            meant[each] = found.name
        elif found.candidates:
            doubtful[each] = found.candidates
        else:
            unknown.append(each)
    number = sum(each in meant for each in written)
    return meant, Joined(
        name=name, rows=len(written), joined=number, doubtful=doubtful, unknown=tuple(unknown)
    )
