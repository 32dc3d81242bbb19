"""Brings a database to the schema of this version. One file per step in `versions/`."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory


def _config(connection: sa.Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


def outdated(connection: sa.Connection) -> bool:
    """Whether an earlier version made this database, so that `upgrade` has steps to run."""
    version = MigrationContext.configure(connection).get_current_revision()
    newest = ScriptDirectory.from_config(_config(connection)).get_current_head()
    return version is not None and version != newest


def upgrade(connection: sa.Connection) -> None:
    """Run every step this database has not seen, in one transaction."""
    with connection.begin():
        command.upgrade(_config(connection), "head")
