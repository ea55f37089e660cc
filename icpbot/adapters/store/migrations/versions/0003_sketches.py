"""A sketch of every source, to compare a new one with all; older ones get theirs when next needed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sketches",
        sa.Column("source_id", sa.String(length=32), nullable=False),
        sa.Column("mark", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("workspace", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["sources.id"], name=op.f("fk_sketches_source_id_sources"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("source_id", "mark", name=op.f("pk_sketches")),
    )
    op.create_index(op.f("ix_sketches_workspace_mark"), "sketches", ["workspace", "mark"], unique=False)
