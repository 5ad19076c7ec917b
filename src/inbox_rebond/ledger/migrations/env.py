"""Alembic runs this: the migrations go through the connection that schema.py hands over."""

from alembic import context

from inbox_rebond.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
