"""The tables. Every row carries its workspace; nothing is read without one.

`Said` and `SaidBody` hold what people said and are sealed where there is a key. What SQL compares or sorts
by stays in clear: ids, kinds, dates, and the names of accounts, files and profiles.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from icpbot.adapters.store.sealing import Said, SaidBody

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _workspace() -> Column[str]:
    return Column("workspace", String(64), nullable=False)


def _of_source() -> Column[str]:
    return Column("source_id", ForeignKey("sources.id", ondelete="CASCADE"), nullable=False)


sources = Table(
    "sources", metadata,
    Column("id", String(32), primary_key=True), _workspace(),
    Column("path", Text, nullable=False), Column("kind", String(16), nullable=False),
    Column("origin", String(16), nullable=False), Column("audience", String(64), nullable=False),
    Column("content_hash", String(64), nullable=False), Column("title", Said), Column("language", String(16)),
    Column("date", Date), Column("account", Text), Column("uploader", String(64)), Column("link", Text),
    Column("roles", SaidBody, nullable=False), Column("turns", SaidBody, nullable=False),
    Column("titles", SaidBody, nullable=False, server_default="{}"),
    Column("added_at", DateTime(timezone=True), nullable=False),
    Index(None, "workspace", "content_hash"),
)  # fmt: skip

passages = Table(
    "passages", metadata,
    Column("id", String(32), primary_key=True), _workspace(), _of_source(),
    Column("first_turn", Integer, nullable=False), Column("last_turn", Integer, nullable=False),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
    Column("text", Said, nullable=False), Column("speaker", Said), Column("time", Float),
    Column("language", String(16)), Column("context", Said),
    Column("number", Integer, nullable=False, server_default="0"),
    Column("speakers", SaidBody, nullable=False, server_default="[]"),
    Index(None, "source_id", "number"),
)  # fmt: skip

insights = Table(
    "insights", metadata,
    Column("id", String(32), primary_key=True), _workspace(), _of_source(),
    Column("kind", String(24), nullable=False), Column("text", Said, nullable=False),
    Column("quote", Said, nullable=False), Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False), Column("audience", String(64), nullable=False),
    Column("speaker", Said), Column("account", Text), Column("language", String(16)), Column("date", Date),
    Column("stance", String(16), nullable=False), Column("likelihood", Float, nullable=False),
    Index(None, "workspace", "kind"), Index(None, "source_id"),
)  # fmt: skip

asked = Table(
    "asked", metadata,
    Column("source_id", ForeignKey("sources.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(24), primary_key=True), _workspace(), Column("account", Text),
)  # fmt: skip

sketches = Table(
    "sketches", metadata,
    Column("source_id", ForeignKey("sources.id", ondelete="CASCADE"), primary_key=True),
    Column("mark", BigInteger, primary_key=True, autoincrement=False), _workspace(),
    Index(None, "workspace", "mark"),
)  # fmt: skip

accounts = Table(
    "accounts", metadata,
    Column("id", String(32), primary_key=True), _workspace(), Column("name", Text, nullable=False),
    Column("domain", Text), Column("aliases", JSON, nullable=False), Index(None, "workspace"),
)  # fmt: skip

facts = Table(
    "facts", metadata,
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("attribute", String(120), primary_key=True), Column("origin", String(16), primary_key=True),
    _workspace(), Column("body", SaidBody, nullable=False),
)  # fmt: skip

customers = Table(
    "customers", metadata,
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True), _workspace(),
    Column("body", SaidBody, nullable=False), Index(None, "workspace"),
)  # fmt: skip

deals = Table(
    "deals", metadata,
    Column("number", Integer, primary_key=True), Column("workspace", String(64), primary_key=True),
    Column("body", SaidBody, nullable=False),
)  # fmt: skip

settings = Table(
    "settings", metadata,
    Column("workspace", String(64), primary_key=True), Column("key", String(80), primary_key=True),
    Column("value", JSON),
)  # fmt: skip

profiles = Table(
    "profiles", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True), _workspace(),
    Column("name", String(120), nullable=False), Column("version", Integer, nullable=False),
    Column("status", String(16), nullable=False), Column("body", SaidBody, nullable=False),
    UniqueConstraint("workspace", "name", "version"),
)  # fmt: skip

drafts = Table(
    "drafts", metadata,
    Column("workspace", String(64), primary_key=True), Column("conversation", String(200), primary_key=True),
    Column("body", SaidBody, nullable=False),
)  # fmt: skip

requests = Table(
    "requests", metadata,
    Column("id", String(120), primary_key=True), _workspace(), Column("kind", String(16), nullable=False),
    Column("status", String(16), nullable=False), Column("text", Said, nullable=False),
    Column("asked_at", DateTime(timezone=True), nullable=False), Column("ended_at", DateTime(timezone=True)),
    Column("body", SaidBody(place=("channel", "thread", "message")), nullable=False),
    Column("private", Boolean, nullable=False),
    Index(None, "workspace", "asked_at"),
)  # fmt: skip

decisions = Table(
    "decisions", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True), _workspace(),
    Column("id", String(32), nullable=False), Column("body", SaidBody, nullable=False),
    UniqueConstraint("workspace", "id"),
)  # fmt: skip

links = Table(
    "links", metadata,
    Column("id", String(32), primary_key=True), _workspace(), Column("profile", String(120), nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
    Column("revoked_at", DateTime(timezone=True)),
    Column("body", JSON, nullable=False), Index(None, "workspace", "profile"),
)  # fmt: skip

roles = Table(
    "roles", metadata,
    Column("workspace", String(64), primary_key=True), Column("user", String(64), primary_key=True),
    Column("body", JSON, nullable=False),
)  # fmt: skip

installations = Table(
    "installations", metadata,
    Column("workspace", String(64), primary_key=True), Column("body", Text),
    Column("installed_at", DateTime(timezone=True), nullable=False),
    Column("removed_at", DateTime(timezone=True)),
)  # fmt: skip

install_states = Table(
    "install_states", metadata,
    Column("digest", String(64), primary_key=True),
    Column("expires_at", DateTime(timezone=True), nullable=False),
)  # fmt: skip

crm_connections = Table(
    "crm_connections", metadata,
    Column("workspace", String(64), primary_key=True), Column("token", Text),
    Column("holder", String(32), nullable=False), Column("body", JSON, nullable=False),
)  # fmt: skip

crm_records = Table(
    "crm_records", metadata,
    Column("workspace", String(64), primary_key=True), Column("kind", String(16), primary_key=True),
    Column("id", String(64), primary_key=True), Column("run", Integer, nullable=False),
    Column("body", SaidBody, nullable=False),
)  # fmt: skip

crm_written = Table(
    "crm_written", metadata,
    Column("workspace", String(64), primary_key=True), Column("account_id", String(32), primary_key=True),
    Column("body", JSON, nullable=False),
)  # fmt: skip
