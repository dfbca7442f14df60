"""What was made of the events, to be quicker the next time, and the places of each person's events."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table; no trigger keeps what is in it, for it can always be made again."""
    op.create_table(
        "gist",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("extent", sa.LargeBinary, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("seal", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("event_of_person", "event", ["person", "device", "seq"])
