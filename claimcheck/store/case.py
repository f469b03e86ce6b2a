"""A case: one SQLite file, or a PostgreSQL database by its URL. One code path for both."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, select, text
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

from claimcheck.errors import InputError, UsageError
from claimcheck.store.tables import chain

SCHEMA_VERSION = "0001"
"""The last migration; a test holds it equal to Alembic's head."""
if TYPE_CHECKING:
    from alembic.config import Config

LONGEST_WAIT_MS = 60_000
_POSTGRES = ("postgresql", "postgres")
_ADVISORY_LOCK = 7_214_335_101


class Case:
    """An open case. `reading` and `writing` give a connection inside one transaction."""

    def __init__(self, name: str, engine: Engine) -> None:
        self.name = name
        self._engine = engine

    @classmethod
    def open(cls, where: str, *, create: bool = False) -> Case:
        """The case in a file or at a `postgresql://` URL, its tables brought up to date.

        With `create` it is made where there is none; else that is an UsageError. InputError for a file or a
        database that is something else.
        """
        engine = _engine(where, create=create)
        case = cls(shown(where), engine)
        try:
            case._bring_up_to_date(create=create)
        except sqlite3.DatabaseError as error:
            case.close()
            raise InputError(f"{case.name}: is not a claimcheck case: {error}") from error
        except OperationalError as error:
            case.close()
            raise UsageError(f"{case.name}: cannot be opened: {_first_line(error)}") from error
        except DatabaseError as error:
            case.close()
            raise InputError(f"{case.name}: is not a claimcheck case: {_first_line(error)}") from error
        except BaseException:
            case.close()
            raise
        return case

    def close(self) -> None:
        """Gives back all connections."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the case; UsageError where the database does not answer."""
        with self._told(), self._of_one_moment().connect() as connection, connection.begin():
            yield connection

    def _of_one_moment(self) -> Engine:
        """The engine whose transactions see one state of the database, whatever others commit meanwhile."""
        if self._engine.dialect.name == "postgresql":
            return self._engine.execution_options(isolation_level="REPEATABLE READ")
        return self._engine

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that writes: one at a time, all or nothing; UsageError where the case cannot be written."""
        writer = self._engine.execution_options(claimcheck_writes=True)
        with self._told(), writer.connect() as connection, connection.begin():
            connection.execute(select(chain.c.seq).with_for_update())
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Makes one message of what the database says: full disk, no permission, another writer that does not end."""
        try:
            yield
        except OperationalError as error:
            raise UsageError(f"{self.name}: {_first_line(error)}") from error

    def _bring_up_to_date(self, *, create: bool) -> None:
        # another program may be making the case between the two questions
        with self._of_one_moment().connect() as connection:
            found = _version(connection)
            empty = found is None and not inspect(connection).get_table_names()
        if found == SCHEMA_VERSION:
            return
        if found is None and not empty:
            raise InputError(f"{self.name}: is a database of something else, not a claimcheck case")
        if found is None and not create:
            raise UsageError(
                f"{self.name}: there is no case in it; “claimcheck check INPUT… --case {self.name}” makes one"
            )
        if found is not None and found > SCHEMA_VERSION:
            raise InputError(f"{self.name}: was written by a newer claimcheck; upgrade this one to open it")
        _migrate(self._engine)


def shown(where: str) -> str:
    """The name of a case for messages: a URL without its password."""
    return make_url(where).render_as_string(hide_password=True) if "://" in where else where


def _engine(where: str, *, create: bool) -> Engine:
    if "://" in where:
        return _postgres(where)
    path = Path(where)
    if not create and not path.is_file():
        raise UsageError(
            f"{where}: there is no such case; “claimcheck check INPUT… --case {where}” makes one"
        )
    if path.is_dir():
        raise UsageError(f"{where}: is a folder; name the file of a case")
    if not path.absolute().parent.is_dir():
        raise UsageError(f"{where}: the folder {path.absolute().parent} does not exist; make it first")
    engine = create_engine(
        f"sqlite+pysqlite:///{path.absolute().as_posix()}",
        connect_args={"timeout": LONGEST_WAIT_MS / 1000, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgres(where: str) -> Engine:
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise UsageError(f"{where}: is not a URL: {error}") from error
    if url.get_backend_name() not in _POSTGRES:
        raise UsageError(f"{shown(where)}: give a file, or a URL that begins with postgresql://")
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except (ImportError, NoSuchModuleError) as error:
        raise UsageError(
            "a case in PostgreSQL needs psycopg: pip install 'claimcheck[review,postgres]'"
        ) from error


def _prepare_sqlite(connection: object, record: object) -> None:
    """Transactions are begun by `_begin_sqlite`; an acknowledged write is on the disk (synchronous FULL)."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute(f"PRAGMA busy_timeout = {LONGEST_WAIT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("claimcheck_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(engine: Engine) -> None:
    """Runs the migrations that are missing, in one transaction; a second process that wants to waits."""
    from alembic import command

    config = migrations()
    writer = engine.execution_options(claimcheck_writes=True)
    with writer.connect() as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def migrations() -> Config:
    """The settings with which Alembic finds the migrations."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "claimcheck.store:migrations")
    return config


def _first_line(error: DatabaseError) -> str:
    return str(error.orig).strip().partition("\n")[0]
