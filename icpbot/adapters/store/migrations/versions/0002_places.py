"""Passages know their number in the source and who speaks; the words are indexed anew with both."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("passages") as table:
        table.add_column(sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("speakers", sa.JSON(), nullable=False, server_default="[]"))
        table.drop_index(op.f("ix_passages_source_id_start"))
        table.create_index(op.f("ix_passages_source_id_number"), ["source_id", "number"])
    op.execute(
        "UPDATE passages SET number = (SELECT COUNT(*) FROM passages AS p "
        'WHERE p.source_id = passages.source_id AND p."start" < passages."start")'
    )
    op.execute("DROP TABLE IF EXISTS words_terms")
    op.execute("DROP TABLE IF EXISTS words")
