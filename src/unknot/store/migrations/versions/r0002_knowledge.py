"""The knowledge that events were told under: each version once, only ever added to."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_WIDE = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table, and the triggers that keep it as it is."""
    op.create_table(
        "knowledge",
        sa.Column("version", sa.Text, primary_key=True),
        sa.Column("kept_at_us", _WIDE, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.execute("""
        CREATE TRIGGER knowledge_is_never_changed BEFORE UPDATE ON knowledge
        BEGIN SELECT RAISE(ABORT, 'kept knowledge is never changed'); END
    """)
    op.execute("""
        CREATE TRIGGER knowledge_is_never_deleted BEFORE DELETE ON knowledge
        WHEN NOT EXISTS (SELECT 1 FROM setting WHERE name = 'erasing')
        BEGIN SELECT RAISE(ABORT, 'kept knowledge is never deleted'); END
    """)
