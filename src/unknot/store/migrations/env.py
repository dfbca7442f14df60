"""Alembic runs this. It migrates inside the transaction that `store.upgrade` has begun."""

from alembic import context

from unknot.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
