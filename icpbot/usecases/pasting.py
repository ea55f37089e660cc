"""A table of criteria, pasted or as a file, becomes a new version of a profile."""

from collections.abc import Mapping, Sequence

from icpbot.domain.bands import check
from icpbot.domain.errors import NotFound, UsageError
from icpbot.domain.handed import criterion_from, table_rows
from icpbot.domain.profile import Profile
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import current, save

TABLES = frozenset({".csv", ".tsv", ".xlsx"})


def from_table(file: str, data: bytes, name: str, *, desk: Desk) -> Profile:
    """The profile of that name with these criteria, everything else kept; a new one where there is none.

    Raises `UsageError` for another table, `InvalidProfile` with the place of a row that makes no sense.
    """
    header, rows = desk.reader.table(file, data)
    found = table_rows(header, rows)
    if found is None:
        raise UsageError("profile-not-readable", name=file)
    return with_rows(found, name, desk=desk)


def with_rows(rows: Sequence[Mapping[str, str]], name: str | None, *, desk: Desk, new: str = "") -> Profile:
    """With the criteria of these rows; without a name the current profile's, or `new` where there is none."""
    catalogue = desk.knowledge.catalogue()
    named = [row for row in rows if row.get("attribute", "").strip()]
    criteria = tuple(criterion_from(row, number, catalogue) for number, row in enumerate(named))
    try:
        base = current(desk, name)
    except NotFound:
        base = Profile(name=name or new)
    made = base.model_copy(update={"criteria": criteria})
    check(made, catalogue)
    return save(made, desk=desk)
