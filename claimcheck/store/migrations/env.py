"""Runs migrations on the connection that `claimcheck.store.case` gives."""

from __future__ import annotations

from alembic import context

from claimcheck.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
