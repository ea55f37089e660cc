"""The lexical leg: SQLite FTS5 over stemmed terms."""

from collections.abc import Sequence

from sqlalchemy import Engine, bindparam, text
from sqlalchemy.exc import SQLAlchemyError

from icpbot.domain.errors import Unavailable
from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Filter
from icpbot.domain.sources import Source
from icpbot.domain.text import terms

_COLUMNS = ("passage_id", "source_id", "workspace", "audience", "account", "language")
MOST_TERMS = 40
"""Terms of a query that are looked up; a pasted page would otherwise be one slow query."""


class Fts5Words:
    """Terms are folded, cut to five letters and Han text to bigrams before they are stored, so the
    plain tokenizer serves every language. Filters are columns of the same table.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        unindexed = ", ".join(f"{column} UNINDEXED" for column in _COLUMNS)
        with engine.begin() as connection:
            connection.execute(
                text(
                    "CREATE VIRTUAL TABLE IF NOT EXISTS words "
                    f"USING fts5({unindexed}, terms, tokenize='unicode61')"
                )
            )

    def add(self, source: Source, passages: Sequence[Passage]) -> None:
        rows = [
            {"passage_id": p.id, "source_id": source.id, "workspace": source.workspace,
             "audience": source.audience, "account": source.account or "",
             "language": p.language or "", "terms": " ".join(terms(p.searchable))}
            for p in passages
        ]  # fmt: skip
        names = (*_COLUMNS, "terms")
        statement = f"INSERT INTO words ({', '.join(names)}) VALUES ({', '.join(':' + n for n in names)})"
        with self._engine.begin() as connection:
            connection.execute(text("DELETE FROM words WHERE source_id = :id"), {"id": source.id})
            if rows:
                connection.execute(text(statement), rows)

    def remove(self, source_ids: Sequence[str]) -> None:
        """Deleted terms stay in FTS5's segments until these are merged: merge them now."""
        statement = text("DELETE FROM words WHERE source_id IN :ids").bindparams(
            bindparam("ids", expanding=True)
        )
        with self._engine.begin() as connection:
            connection.execute(statement, {"ids": list(source_ids)})
            connection.execute(text("INSERT INTO words(words) VALUES ('optimize')"))

    def clear(self) -> None:
        with self._engine.begin() as connection:
            connection.execute(text("DELETE FROM words"))
            connection.execute(text("INSERT INTO words(words) VALUES ('optimize')"))

    def search(self, query: str, where: Filter, k: int) -> dict[str, float]:
        """Passage id → BM25 score, best first; any term may match."""
        wanted = list(dict.fromkeys(terms(query)))[:MOST_TERMS]
        if not wanted:
            return {}
        match = " OR ".join(f'"{term}"' for term in wanted)
        conditions, values = _conditions(where)
        statement = text(
            f"SELECT passage_id, bm25(words) AS score FROM words WHERE words MATCH :match AND {conditions} "
            "ORDER BY score LIMIT :k"
        )
        if "audiences" in values:
            statement = statement.bindparams(bindparam("audiences", expanding=True))
        try:
            with self._engine.connect() as connection:
                rows = connection.execute(statement, {**values, "match": match, "k": k})
                return {row.passage_id: -row.score for row in rows}
        except SQLAlchemyError as error:
            raise Unavailable("store-not-answering") from error


def _conditions(where: Filter) -> tuple[str, dict[str, object]]:
    parts, values = ["workspace = :workspace"], {"workspace": where.workspace}
    found: dict[str, object] = dict(values)
    if where.audiences:
        parts.append("audience IN :audiences")
        found["audiences"] = list(where.audiences)
    for column, value in (
        ("source_id", where.source),
        ("account", where.account),
        ("language", where.language),
    ):
        if value is not None:
            parts.append(f"{column} = :{column}")
            found[column] = value
    return " AND ".join(parts), found
