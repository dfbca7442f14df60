"""Events, which are only ever added, and settings."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_WIDE = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make both tables, the triggers that keep events as they are, and this database's device."""
    op.create_table(
        "event",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("seq", _WIDE, nullable=False),
        sa.Column("at_us", _WIDE, nullable=False),
        sa.Column("at_offset_min", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("knowledge", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("event_place", "event", ["device", "seq"])
    setting = op.create_table(
        "setting",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.bulk_insert(setting, [{"name": "device", "value": str(uuid4())}])
    op.execute("""
        CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END
    """)
    op.execute("""
        CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
        WHEN NOT EXISTS (SELECT 1 FROM setting WHERE name = 'erasing')
        BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END
    """)
