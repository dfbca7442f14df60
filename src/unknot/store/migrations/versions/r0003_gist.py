"""What was made of the events, to be quicker the next time, and the places of each person's events."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table. No trigger keeps what is in it, for it can be made again; one takes it away with the events.

    So it goes as well when an older Unknot, which knows nothing of it and still has the file open, erases everything.
    """
    op.create_table(
        "gist",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("extent", sa.LargeBinary, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("seal", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.execute("""
        CREATE TRIGGER gist_goes_with_its_events AFTER DELETE ON event
        BEGIN DELETE FROM gist WHERE person = OLD.person; END
    """)
    op.create_index("event_of_person", "event", ["person", "device", "seq"])
