"""The lexical leg: full text of the database over stemmed terms, FTS5 or PostgreSQL."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from sqlalchemy import Connection, Engine, bindparam, text

from icpbot.adapters.store.engine import transaction
from icpbot.domain.fusion import telling
from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Filter
from icpbot.domain.sources import Source

_COLUMNS = ("passage_id", "source_id", "workspace", "audience", "account", "language")
MOST_TERMS, MOST_MATCHES = 24, 50_000
"""Terms of a query that are looked up, the most telling first, and the matches that are read at most: a
pasted page would otherwise be one slow query, and words that everybody says find nothing in a large library."""


def _rows(source: Source, passages: Sequence[Passage]) -> Iterator[dict[str, str]]:
    for passage in passages:
        yield {
            "passage_id": passage.id, "source_id": source.id, "workspace": source.workspace,
            "audience": source.audience, "account": source.account or "",
            "language": passage.language or "", "terms": " ".join(passage.terms),
        }  # fmt: skip


class Fts5Words:
    """Terms are folded, cut to five letters and Han text to bigrams before they are stored, so the
    plain tokenizer serves every language.

    What a filter asks for is indexed too, as terms of a column of its own: the index then skips what
    is not wanted instead of reading every match to see whose it is.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        with transaction(engine) as connection:
            for statement in (
                "passage_words USING fts5(passage_id UNINDEXED, source, scope, terms, tokenize='unicode61')",
                "passage_terms USING fts5vocab(passage_words, 'col')",
            ):
                connection.execute(text(f"CREATE VIRTUAL TABLE IF NOT EXISTS {statement}"))

    def add(self, source: Source, passages: Sequence[Passage]) -> None:
        rows = [{**row, "source": _key("s", source.id), "scope": _scope(row)}
                for row in _rows(source, passages)]  # fmt: skip
        statement = (
            "INSERT INTO passage_words (passage_id, source, scope, terms) "
            "VALUES (:passage_id, :source, :scope, :terms)"
        )
        with transaction(self._engine) as connection:
            connection.execute(text(_FORGET), {"wanted": f'source : "{_key("s", source.id)}"'})
            if rows:
                connection.execute(text(statement), rows)

    def remove(self, source_ids: Sequence[str]) -> None:
        """Deleted terms stay in FTS5's segments until these are merged: merge them now."""
        with transaction(self._engine) as connection:
            for source_id in source_ids:
                connection.execute(text(_FORGET), {"wanted": f'source : "{_key("s", source_id)}"'})
            connection.execute(text("INSERT INTO passage_words(passage_words) VALUES ('optimize')"))

    def held(self, source_ids: Sequence[str]) -> int:
        wanted = " OR ".join(f'"{_key("s", source_id)}"' for source_id in source_ids)
        statement = text("SELECT COUNT(*) FROM passage_words WHERE passage_words MATCH :wanted")
        with transaction(self._engine) as connection:
            return int(connection.execute(statement, {"wanted": f"source : ({wanted})"}).scalar() or 0)

    def weights(self, wanted: Sequence[str]) -> dict[str, float]:
        """How telling each term is: the fewer passages say it, the more."""
        with transaction(self._engine) as connection:
            newest = connection.execute(text("SELECT rowid FROM passage_words ORDER BY rowid DESC LIMIT 1"))
            total = int(newest.scalar() or 0)  # counting them would read the whole table
            return telling(_said_by(wanted, connection), total)

    def search(self, wanted: Sequence[str], where: Filter, k: int) -> list[str]:
        """Passage ids by BM25, best first; any term may match."""
        statement = text(
            "SELECT passage_id FROM passage_words WHERE passage_words MATCH :match "
            "ORDER BY bm25(passage_words, 0, 0, 0, 1) LIMIT :k"
        )
        with transaction(self._engine) as connection:
            looked_up = _worth_reading(_said_by(wanted, connection))
            if not looked_up:
                return []
            said = " OR ".join(f'"{term}"' for term in looked_up)
            match = f"{_within(where)} AND terms : ({said})"
            return list(connection.execute(statement, {"match": match, "k": k}).scalars())


def _said_by(wanted: Sequence[str], connection: Connection) -> dict[str, int]:
    """How many passages say each term."""
    statement = text("SELECT term, doc FROM passage_terms WHERE col = 'terms' AND term IN :terms")
    statement = statement.bindparams(bindparam("terms", expanding=True))
    said = {row.term: int(row.doc) for row in connection.execute(statement, {"terms": list(wanted)})}
    return {term: said.get(term, 0) for term in wanted}


_FORGET = "DELETE FROM passage_words WHERE rowid IN (SELECT rowid FROM passage_words WHERE passage_words MATCH :wanted)"


def _key(letter: str, *values: str) -> str:
    """One term for a value of a filter: letters and digits alone, whatever the value is."""
    return letter + hashlib.sha256("\n".join(values).encode()).hexdigest()[:16]


def _scope(row: dict[str, str]) -> str:
    workspace = row["workspace"]
    return " ".join(
        (_key("w", workspace), _key("r", workspace, row["audience"]),
         _key("a", workspace, row["account"]), _key("l", row["language"]))
    )  # fmt: skip


def _within(where: Filter) -> str:
    """What of the filter every match must have; an audience says the workspace too."""
    readable = [_key("r", where.workspace, audience) for audience in where.audiences]
    conditions = [" OR ".join(readable) or _key("w", where.workspace)]
    if where.account is not None:
        conditions.append(_key("a", where.workspace, where.account))
    if where.language is not None:
        conditions.append(_key("l", where.language))
    scope = " AND ".join(f"scope : ({one})" for one in conditions)
    return f"{scope} AND source : {_key('s', where.source)}" if where.source else scope


def _worth_reading(said_by: Mapping[str, int]) -> list[str]:
    """The rarest terms that anybody says, as long as their matches stay few; always the rarest one."""
    rarest = sorted((term for term, n in said_by.items() if n), key=lambda term: said_by[term])[:MOST_TERMS]
    matches = accumulate(said_by[term] for term in rarest)
    return [term for term, total in zip(rarest, matches, strict=True) if total <= MOST_MATCHES] or rarest[:1]


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
                f"CREATE TABLE IF NOT EXISTS passage_words ({columns}, terms tsvector NOT NULL, PRIMARY KEY (passage_id))",
                "CREATE INDEX IF NOT EXISTS ix_passage_words_terms ON passage_words USING gin (terms)",
                "CREATE INDEX IF NOT EXISTS ix_passage_words_source_id ON passage_words (source_id)",
            ):
                connection.execute(text(statement))

    def add(self, source: Source, passages: Sequence[Passage]) -> None:
        names = ", ".join(_COLUMNS)
        values = ", ".join(f":{name}" for name in _COLUMNS)
        statement = f"INSERT INTO passage_words ({names}, terms) VALUES ({values}, array_to_tsvector(CAST(:terms AS text[])))"
        rows = [{**row, "terms": row["terms"].split()} for row in _rows(source, passages)]
        with transaction(self._engine) as connection:
            connection.execute(text("DELETE FROM passage_words WHERE source_id = :id"), {"id": source.id})
            if rows:
                connection.execute(text(statement), rows)

    def remove(self, source_ids: Sequence[str]) -> None:
        with transaction(self._engine) as connection:
            connection.execute(
                text("DELETE FROM passage_words WHERE source_id = ANY(:ids)"), {"ids": list(source_ids)}
            )

    def held(self, source_ids: Sequence[str]) -> int:
        statement = text("SELECT COUNT(*) FROM passage_words WHERE source_id = ANY(:ids)")
        with transaction(self._engine) as connection:
            return int(connection.execute(statement, {"ids": list(source_ids)}).scalar() or 0)

    def weights(self, wanted: Sequence[str]) -> dict[str, float]:
        with transaction(self._engine) as connection:
            return telling(_known_to(wanted, connection), _passages_in(connection))

    def search(self, wanted: Sequence[str], where: Filter, k: int) -> list[str]:
        with transaction(self._engine) as connection:
            said_by = _known_to(wanted, connection)
            looked_up, weights = _worth_reading(said_by), telling(said_by, _passages_in(connection))
        if not looked_up:
            return []
        conditions, values = _conditions(where)
        scores = " + ".join(
            f"CASE WHEN terms @@ CAST(quote_literal(:t{n}) AS tsquery) THEN :w{n} ELSE 0 END"
            for n in range(len(looked_up))
        )
        anything = " || ".join(f"CAST(quote_literal(:t{n}) AS tsquery)" for n in range(len(looked_up)))
        statement = text(
            f"SELECT passage_id FROM passage_words WHERE terms @@ ({anything}) AND {conditions} "
            f"ORDER BY {scores} DESC, passage_id LIMIT :k"
        )
        if "audiences" in values:
            statement = statement.bindparams(bindparam("audiences", expanding=True))
        said = {f"t{n}": term for n, term in enumerate(looked_up)} | {
            f"w{n}": weights[term] for n, term in enumerate(looked_up)
        }
        with transaction(self._engine) as connection:
            return list(connection.execute(statement, {**values, **said, "k": k}).scalars())


def _known_to(wanted: Sequence[str], connection: Connection) -> dict[str, int]:
    """How many passages say each term."""
    statement = text(
        "SELECT term, (SELECT COUNT(*) FROM passage_words "
        "WHERE terms @@ CAST(quote_literal(term) AS tsquery)) AS doc "
        "FROM unnest(CAST(:terms AS text[])) AS term"
    )
    return {row.term: int(row.doc) for row in connection.execute(statement, {"terms": list(wanted)})}


def _passages_in(connection: Connection) -> int:
    return int(connection.execute(text("SELECT COUNT(*) FROM passage_words")).scalar() or 0)


def open_words(engine: Engine) -> "Fts5Words | PostgresWords":
    """The full text of whichever database this is."""
    return Fts5Words(engine) if engine.dialect.name == "sqlite" else PostgresWords(engine)
