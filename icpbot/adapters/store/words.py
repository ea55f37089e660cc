"""The lexical leg: full text of the database over stemmed terms, FTS5 or PostgreSQL.

Where the database has a key, terms are stored as keyed digests. One digest stands for one term, so that
counts, and with them ranks, are those of the terms. What other keys or none wrote is found, too.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from sqlalchemy import Connection, Engine, bindparam, text

from icpbot.adapters.store.engine import transaction
from icpbot.adapters.store.sealing import Ring, ring_of
from icpbot.domain.fusion import telling
from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Filter
from icpbot.domain.sources import Source

_COLUMNS = ("passage_id", "source_id", "workspace", "audience", "account", "language")
MOST_TERMS, MOST_MATCHES = 24, 50_000
"""Terms of a query that are looked up, the most telling first, and the matches that are read at most: a
pasted page would otherwise be one slow query, and words that everybody says find nothing in a large library."""


def _rows(source: Source, passages: Sequence[Passage], ring: Ring) -> Iterator[dict[str, str]]:
    for passage in passages:
        yield {
            "passage_id": passage.id, "source_id": source.id, "workspace": source.workspace,
            "audience": source.audience, "account": source.account or "",
            "language": passage.language or "", "terms": " ".join(ring.term(term, ring.first) for term in passage.terms),
        }  # fmt: skip


class _Terms:
    """The terms of a query as they may be stored: under any key, or in clear."""

    def __init__(self, wanted: Iterable[str], ring: Ring) -> None:
        self._stored = {term: [ring.term(term, under) for under in ring.names] for term in wanted}
        self.stored = [each for under in self._stored.values() for each in under]

    def said(self, counts: Mapping[str, int]) -> dict[str, int]:
        """How many passages say each term, however it is stored."""
        return {term: sum(counts.get(each, 0) for each in under) for term, under in self._stored.items()}

    def known(self, term: str, counts: Mapping[str, int]) -> list[str]:
        """What a term is stored as somewhere."""
        return [each for each in self._stored[term] if counts.get(each)]


class Fts5Words:
    """Terms are folded, cut to stems and Han text to bigrams before they are stored, so the
    plain tokenizer serves every language.

    What a filter asks for is indexed too, as terms of a column of its own: the index then skips what
    is not wanted instead of reading every match to see whose it is.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._ring = ring_of(engine.dialect)
        with transaction(engine) as connection:
            for statement in (
                "passage_words USING fts5(passage_id UNINDEXED, source, scope, terms, tokenize='unicode61')",
                "passage_terms USING fts5vocab(passage_words, 'col')",
            ):
                connection.execute(text(f"CREATE VIRTUAL TABLE IF NOT EXISTS {statement}"))

    def _stored(self, source: Source, passages: Sequence[Passage]) -> list[dict[str, str]]:
        own = _own(source.id, self._ring.first)
        return [{**row, "source": own, "scope": _scope(row)} for row in _rows(source, passages, self._ring)]

    def add(self, source: Source, passages: Sequence[Passage]) -> None:
        rows = self._stored(source, passages)
        statement = (
            "INSERT INTO passage_words (passage_id, source, scope, terms) "
            "VALUES (:passage_id, :source, :scope, :terms)"
        )
        with transaction(self._engine) as connection:
            connection.execute(text(_FORGET), {"wanted": self._of([source.id])})
            if rows:
                connection.execute(text(statement), rows)

    def renew(self, source: Source, passages: Sequence[Passage]) -> None:
        """Store its terms as they would be stored now, each row in its place: the last place tells how many
        passages there are.
        """
        rows = {row["passage_id"]: row for row in self._stored(source, passages)}
        find = text("SELECT rowid, passage_id FROM passage_words WHERE passage_words MATCH :wanted")
        change = text("UPDATE passage_words SET source = :source, terms = :terms WHERE rowid = :rowid")
        with transaction(self._engine) as connection:
            there = connection.execute(find, {"wanted": self._of([source.id])}).all()
            known = [
                {**rows[found.passage_id], "rowid": found.rowid}
                for found in there
                if found.passage_id in rows
            ]
            if known:
                connection.execute(change, known)

    def remove(self, source_ids: Sequence[str]) -> None:
        """Deleted terms stay in FTS5's segments until these are merged: merge them now."""
        with transaction(self._engine) as connection:
            for source_id in source_ids:
                connection.execute(text(_FORGET), {"wanted": self._of([source_id])})
            connection.execute(text("INSERT INTO passage_words(passage_words) VALUES ('optimize')"))

    def held(self, source_ids: Sequence[str]) -> int:
        return self._count(self._of(source_ids))

    def stale(self, source_id: str) -> bool:
        """Whether some of its terms are stored in another way than they would be now."""
        others = [name for name in self._ring.names if name != self._ring.first]
        return bool(others) and self._count(self._of([source_id], others)) > 0

    def _count(self, wanted: str) -> int:
        statement = text("SELECT COUNT(*) FROM passage_words WHERE passage_words MATCH :wanted")
        with transaction(self._engine) as connection:
            return int(connection.execute(statement, {"wanted": wanted}).scalar() or 0)

    def _of(self, source_ids: Sequence[str], under: Sequence[str] = ()) -> str:
        """The passages of these sources, under any key or under some."""
        names = under or self._ring.names
        own = " OR ".join(_own(source_id, name) for source_id in source_ids for name in names)
        return f"source : ({own})"

    def weights(self, wanted: Sequence[str]) -> dict[str, float]:
        """How telling each term is: the fewer passages say it, the more."""
        with transaction(self._engine) as connection:
            newest = connection.execute(text("SELECT rowid FROM passage_words ORDER BY rowid DESC LIMIT 1"))
            total = int(newest.scalar() or 0)  # counting them would read the whole table
            terms = _Terms(wanted, self._ring)
            return telling(terms.said(_said_by(terms.stored, connection)), total)

    def search(self, wanted: Sequence[str], where: Filter, k: int) -> list[str]:
        """Passage ids by BM25, best first; any term may match."""
        statement = text(
            "SELECT passage_id FROM passage_words WHERE passage_words MATCH :match "
            "ORDER BY bm25(passage_words, 0, 0, 0, 1) LIMIT :k"
        )
        with transaction(self._engine) as connection:
            terms = _Terms(wanted, self._ring)
            counts = _said_by(terms.stored, connection)
            looked_up = _worth_reading(terms.said(counts))
            if not looked_up:
                return []
            said = " OR ".join(f'"{each}"' for term in looked_up for each in terms.known(term, counts))
            within = _within(where) + (f" AND {self._of([where.source])}" if where.source else "")
            match = f"{within} AND terms : ({said})"
            return list(connection.execute(statement, {"match": match, "k": k}).scalars())


def _said_by(wanted: Sequence[str], connection: Connection) -> dict[str, int]:
    """How many passages say each term."""
    statement = text("SELECT term, doc FROM passage_terms WHERE col = 'terms' AND term IN :terms")
    statement = statement.bindparams(bindparam("terms", expanding=True))
    return {row.term: int(row.doc) for row in connection.execute(statement, {"terms": list(wanted)})}


_FORGET = "DELETE FROM passage_words WHERE rowid IN (SELECT rowid FROM passage_words WHERE passage_words MATCH :wanted)"


def _key(letter: str, *values: str) -> str:
    """One term for a value of a filter: letters and digits alone, whatever the value is."""
    return letter + hashlib.sha256("\n".join(values).encode()).hexdigest()[:16]


def _own(source_id: str, under: str) -> str:
    """The term of a source whose words are stored under a key, or in clear."""
    return _key("s", under, source_id) if under else _key("s", source_id)


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
    return " AND ".join(f"scope : ({one})" for one in conditions)


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
        self._ring = ring_of(engine.dialect)
        columns = ", ".join(f"{column} text NOT NULL" for column in _COLUMNS)
        with transaction(engine) as connection:
            for statement in (
                "SELECT pg_advisory_xact_lock(20260101)",  # two processes may start at once
                f"CREATE TABLE IF NOT EXISTS passage_words ({columns}, terms tsvector NOT NULL, PRIMARY KEY (passage_id))",
                "ALTER TABLE passage_words ADD COLUMN IF NOT EXISTS under text NOT NULL DEFAULT ''",
                "CREATE INDEX IF NOT EXISTS ix_passage_words_terms ON passage_words USING gin (terms)",
                "CREATE INDEX IF NOT EXISTS ix_passage_words_source_id ON passage_words (source_id)",
            ):
                connection.execute(text(statement))

    def add(self, source: Source, passages: Sequence[Passage]) -> None:
        names = ", ".join(_COLUMNS)
        values = ", ".join(f":{name}" for name in _COLUMNS)
        statement = (
            f"INSERT INTO passage_words ({names}, under, terms) "
            f"VALUES ({values}, :under, array_to_tsvector(CAST(:terms AS text[])))"
        )
        rows = [{**row, "terms": row["terms"].split(), "under": self._ring.first}
                for row in _rows(source, passages, self._ring)]  # fmt: skip
        with transaction(self._engine) as connection:
            connection.execute(text("DELETE FROM passage_words WHERE source_id = :id"), {"id": source.id})
            if rows:
                connection.execute(text(statement), rows)

    def renew(self, source: Source, passages: Sequence[Passage]) -> None:
        self.add(source, passages)

    def remove(self, source_ids: Sequence[str]) -> None:
        with transaction(self._engine) as connection:
            connection.execute(
                text("DELETE FROM passage_words WHERE source_id = ANY(:ids)"), {"ids": list(source_ids)}
            )

    def held(self, source_ids: Sequence[str]) -> int:
        statement = text("SELECT COUNT(*) FROM passage_words WHERE source_id = ANY(:ids)")
        with transaction(self._engine) as connection:
            return int(connection.execute(statement, {"ids": list(source_ids)}).scalar() or 0)

    def stale(self, source_id: str) -> bool:
        statement = text("SELECT COUNT(*) FROM passage_words WHERE source_id = :id AND under <> :under")
        with transaction(self._engine) as connection:
            found = connection.execute(statement, {"id": source_id, "under": self._ring.first})
            return bool(found.scalar())

    def weights(self, wanted: Sequence[str]) -> dict[str, float]:
        terms = _Terms(wanted, self._ring)
        with transaction(self._engine) as connection:
            return telling(terms.said(_known_to(terms.stored, connection)), _passages_in(connection))

    def search(self, wanted: Sequence[str], where: Filter, k: int) -> list[str]:
        terms = _Terms(wanted, self._ring)
        with transaction(self._engine) as connection:
            counts = _known_to(terms.stored, connection)
            said_by = terms.said(counts)
            weights = telling(said_by, _passages_in(connection))
        looked_up = [(each, weights[term]) for term in _worth_reading(said_by)
                     for each in terms.known(term, counts)]  # fmt: skip
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
        said = {f"t{n}": term for n, (term, _) in enumerate(looked_up)} | {
            f"w{n}": weight for n, (_, weight) in enumerate(looked_up)
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
