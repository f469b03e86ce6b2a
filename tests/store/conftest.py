"""Cases on both databases: a SQLite file, and a throw-away PostgreSQL cluster where its programs are installed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from store.desks import HERALD, TIMES, Clock, Desk

from claimcheck.pipeline import Knowledge
from claimcheck.store.case import Case
from claimcheck.store.service import ReviewService

REQUIRED = "CLAIMCHECK_REQUIRE_POSTGRESQL"


def _programs() -> Path | None:
    """The folder of PostgreSQL's programs; Debian keeps them outside PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    named = shutil.which("initdb")
    return Path(named).parent if named else None


@contextmanager
def _cluster(programs: Path, folder: Path) -> Iterator[str]:
    """A cluster on loopback with a port of its own; stopped and left to pytest's folder afterwards."""
    # PostgreSQL refuses to run as root.
    as_user: dict[str, Any] = {"user": "postgres", "group": "postgres", "extra_groups": []}
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    else:
        as_user = {}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = folder / "data"

    def run(*arguments: object) -> None:
        subprocess.run(
            list(map(str, arguments)), cwd="/", check=True, stdout=subprocess.DEVNULL, timeout=60, **as_user
        )

    run(
        programs / "initdb",
        "-D",
        data,
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-locale",
        "--no-sync",
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    control = programs / "pg_ctl"
    run(control, "-D", data, "-w", "-t", "50", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}"
    finally:
        run(control, "-D", data, "-m", "immediate", "-w", "stop")


def _open_to_all() -> Path:
    """A folder for temporary files that the user whom the cluster runs as can enter; pytest's own is closed to him."""
    folders = (Path(tempfile.gettempdir()), Path("/var/tmp"))
    ways = ((folder, (folder, *folder.parents)) for folder in folders if folder.is_dir())
    return next(
        (folder for folder, way in ways if all(each.stat().st_mode & 0o001 for each in way)), folders[0]
    )


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a cluster; skipped where PostgreSQL is not installed, unless it is required."""
    programs = _programs()
    if programs is None:
        if os.environ.get(REQUIRED):
            pytest.fail("PostgreSQL is required here but not installed")
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="claimcheck-postgresql-", dir=_open_to_all()))
    try:
        with _cluster(programs, folder) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The name of a case that is not there yet, on each database."""
    if request.param == "sqlite":
        yield str(tmp_path / "desk.db")
        return
    server = request.getfixturevalue("postgresql")
    name = f"desk_{abs(hash(request.node.nodeid)):x}"
    admin = create_engine(
        f"{server}/postgres".replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield f"{server}/{name}"
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def desk(where: str, tmp_path: Path, knowledge: Knowledge) -> Iterator[Desk]:
    """An empty folder of reports and a new case, on each database."""
    yield from _desk(where, tmp_path, knowledge)


@pytest.fixture
def file_desk(tmp_path: Path, knowledge: Knowledge) -> Iterator[Desk]:
    """The same in a SQLite file alone, where the database makes no difference."""
    yield from _desk(str(tmp_path / "desk.db"), tmp_path, knowledge)


def _desk(where: str, tmp_path: Path, knowledge: Knowledge) -> Iterator[Desk]:
    folder = tmp_path / "ferry"
    folder.mkdir()
    case = Case.open(where, create=True)
    clock = Clock()
    yield Desk(folder, case, knowledge, clock, ReviewService(case, None, clock))
    case.close()


@pytest.fixture
def ferry(desk: Desk) -> Desk:
    """Two reports that contradict each other, in a case that has had one run."""
    return _reported(desk)


@pytest.fixture
def file_ferry(file_desk: Desk) -> Desk:
    """The same in a SQLite file alone."""
    return _reported(file_desk)


def _reported(desk: Desk) -> Desk:
    desk.write("herald.txt", HERALD)
    desk.write("times.txt", TIMES)
    desk.run()
    return desk
