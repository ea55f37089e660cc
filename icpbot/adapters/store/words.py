"""The lexical leg: full text of the database over stemmed terms, FTS5 or PostgreSQL."""

from collections.abc import Iterator, Sequence
from math import log

from sqlalchemy import Engine, bindparam, text

from icpbot.adapters.store.sources import transaction
from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Filter
from icpbot.domain.sources import Source
from icpbot.domain.text import terms

_COLUMNS = ("passage_id", "source_id", "workspace", "audience", "account", "language")
MOST_TERMS = 40
"""Terms of a query that are looked up; a pasted page would otherwise be one slow query."""


def _rows(source: Source, passages: Sequence[Passage]) -> Iterator[dict[str, str]]:
    for passage in passages:
        yield {
            "passage_id": passage.id, "source_id": source.id, "workspace": source.workspace,
            "audience": source.audience, "account": source.account or "",
            "language": passage.language or "", "terms": " ".join(terms(passage.searchable)),
        }  # fmt: skip


class Fts5Words:
    """Terms are folded, cut to five letters and Han text to bigrams before they are stored, so the
    plain tokenizer serves every language. Filters are columns of the same table.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        unindexed = ", ".join(f"{column} UNINDEXED" for column in _COLUMNS)
        with transaction(engine) as connection:
            for statement in (
                f"words USING fts5({unindexed}, terms, tokenize='unicode61')",
                "words_terms USING fts5vocab(words, 'row')",
            ):
                connection.execute(text(f"CREATE VIRTUAL TABLE IF NOT EXISTS {statement}"))

    def add(self, source: Source, passages: Sequence[Passage]) -> None:
        rows = list(_rows(source, passages))
        names = (*_COLUMNS, "terms")
        statement = f"INSERT INTO words ({', '.join(names)}) VALUES ({', '.join(':' + n for n in names)})"
        with transaction(self._engine) as connection:
            connection.execute(text("DELETE FROM words WHERE source_id = :id"), {"id": source.id})
            if rows:
                connection.execute(text(statement), rows)

    def remove(self, source_ids: Sequence[str]) -> None:
        """Deleted terms stay in FTS5's segments until these are merged: merge them now."""
        statement = text("DELETE FROM words WHERE source_id IN :ids").bindparams(
            bindparam("ids", expanding=True)
        )
        with transaction(self._engine) as connection:
            connection.execute(statement, {"ids": list(source_ids)})
            connection.execute(text("INSERT INTO words(words) VALUES ('optimize')"))

    def clear(self) -> None:
        with transaction(self._engine) as connection:
            connection.execute(text("DELETE FROM words"))
            connection.execute(text("INSERT INTO words(words) VALUES ('optimize')"))

    def weights(self, wanted: Sequence[str]) -> dict[str, float]:
        """How telling each term is: the fewer passages say it, the more (smoothed inverse frequency)."""
        statement = text("SELECT term, doc FROM words_terms WHERE term IN :terms")
        statement = statement.bindparams(bindparam("terms", expanding=True))
        with transaction(self._engine) as connection:
            total = int(connection.execute(text("SELECT COUNT(*) FROM words")).scalar() or 0)
            said = {row.term: row.doc for row in connection.execute(statement, {"terms": list(wanted)})}
        return {term: log(1 + (total + 10) / (said.get(term, 0) + 1)) for term in wanted}

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
        with transaction(self._engine) as connection:
            rows = connection.execute(statement, {**values, "match": match, "k": k})
            return {row.passage_id: -row.score for row in rows}


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


class PostgresWords:
    """The same over a `tsvector` of our own terms; scored by the weight of the terms that are said.

    PostgreSQL's own ranks know no inverse frequency, which is what tells names from filler.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        columns = ", ".join(f"{column} text NOT NULL" for column in _COLUMNS)
        with transaction(engine) as connection:
            for statement in (
                "SELECT pg_advisory_xact_lock(20260101)",  # two processes may start at once
                f"CREATE TABLE IF NOT EXISTS words ({columns}, terms tsvector NOT NULL, PRIMARY KEY (passage_id))",
                "CREATE INDEX IF NOT EXISTS ix_words_terms ON words USING gin (terms)",
                "CREATE INDEX IF NOT EXISTS ix_words_source_id ON words (source_id)",
            ):
                connection.execute(text(statement))

    def add(self, source: Source, passages: Sequence[Passage]) -> None:
        names = ", ".join(_COLUMNS)
        values = ", ".join(f":{name}" for name in _COLUMNS)
        statement = (
            f"INSERT INTO words ({names}, terms) VALUES ({values}, array_to_tsvector(CAST(:terms AS text[])))"
        )
        rows = [{**row, "terms": row["terms"].split()} for row in _rows(source, passages)]
        with transaction(self._engine) as connection:
            connection.execute(text("DELETE FROM words WHERE source_id = :id"), {"id": source.id})
            if rows:
                connection.execute(text(statement), rows)

    def remove(self, source_ids: Sequence[str]) -> None:
        with transaction(self._engine) as connection:
            connection.execute(
                text("DELETE FROM words WHERE source_id = ANY(:ids)"), {"ids": list(source_ids)}
            )

    def clear(self) -> None:
        with transaction(self._engine) as connection:
            connection.execute(text("DELETE FROM words"))

    def weights(self, wanted: Sequence[str]) -> dict[str, float]:
        statement = text(
            "SELECT term, (SELECT COUNT(*) FROM words WHERE terms @@ CAST(quote_literal(term) AS tsquery)) AS doc "
            "FROM unnest(CAST(:terms AS text[])) AS term"
        )
        with transaction(self._engine) as connection:
            total = int(connection.execute(text("SELECT COUNT(*) FROM words")).scalar() or 0)
            said = {row.term: row.doc for row in connection.execute(statement, {"terms": list(wanted)})}
        return {term: log(1 + (total + 10) / (said.get(term, 0) + 1)) for term in wanted}

    def search(self, query: str, where: Filter, k: int) -> dict[str, float]:
        wanted = list(dict.fromkeys(terms(query)))[:MOST_TERMS]
        if not wanted:
            return {}
        weights = self.weights(wanted)
        conditions, values = _conditions(where)
        scores = " + ".join(
            f"CASE WHEN terms @@ CAST(quote_literal(:t{n}) AS tsquery) THEN :w{n} ELSE 0 END"
            for n in range(len(wanted))
        )
        anything = " || ".join(f"CAST(quote_literal(:t{n}) AS tsquery)" for n in range(len(wanted)))
        statement = text(
            f"SELECT passage_id, {scores} AS score FROM words WHERE terms @@ ({anything}) AND {conditions} "
            "ORDER BY score DESC, passage_id LIMIT :k"
        )
        if "audiences" in values:
            statement = statement.bindparams(bindparam("audiences", expanding=True))
        said = {f"t{n}": term for n, term in enumerate(wanted)} | {
            f"w{n}": weights[t] for n, t in enumerate(wanted)
        }
        with transaction(self._engine) as connection:
            return {
                r.passage_id: float(r.score)
                for r in connection.execute(statement, {**values, **said, "k": k})
            }


def open_words(engine: Engine) -> "Fts5Words | PostgresWords":
    """The full text of whichever database this is."""
    return Fts5Words(engine) if engine.dialect.name == "sqlite" else PostgresWords(engine)
