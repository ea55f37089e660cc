"""A workspace leaves: every row that carries its name."""

from sqlalchemy import Engine, delete

from icpbot.adapters.store.engine import transaction
from icpbot.adapters.store.schema import metadata


def erase(engine: Engine, workspace: str) -> dict[str, int]:
    """Remove it from every table, in one transaction; how many rows, by table. Its sources must have been
    forgotten before: vectors, words and jobs are not rows of ours.
    """
    tables = [table for table in reversed(metadata.sorted_tables) if "workspace" in table.c]
    with transaction(engine) as connection:
        gone = {
            table.name: connection.execute(delete(table).where(table.c.workspace == workspace)).rowcount
            for table in tables
        }
    return {name: count for name, count in gone.items() if count}
