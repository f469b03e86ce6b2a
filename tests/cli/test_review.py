"""`claimcheck review`: from the command line to the page and back."""

from __future__ import annotations

import os
import re
import select
import shlex
import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from cli.conftest import COMMAND, ROOT, Program, environment

PASSWORD = b"a long enough password\n"


@contextmanager
def started(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The command as it serves, and the address that it names."""
    process = subprocess.Popen(
        [*COMMAND, "review", *arguments, "--port", "0", "--no-browser"],
        cwd=folder,
        env=environment(XDG_STATE_HOME=str(folder / "state")),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        yield process, _address(process)
    finally:
        process.kill()
        process.wait(10)
        process.stderr.close()


def _address(process: subprocess.Popen[bytes]) -> str:
    said = b""
    while select.select([process.stderr], [], [], 30)[0]:
        part = os.read(process.stderr.fileno(), 4096)
        said += part
        found = re.search(rb"http://\S+", said)
        if found or not part:
            break
    assert found, said.decode()
    return found[0].decode()


def test_the_three_commands_of_the_readme_lead_to_the_first_decision(
    claimcheck: Program, tmp_path: Path
) -> None:
    installing, checking, opening = _review_commands()
    assert installing == ["pip", "install", ".[review]"]
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    assert claimcheck(*checking[1:], "--quiet").code == 0
    assert opening[:2] == ["claimcheck", "review"]
    with started(tmp_path, *opening[2:], "--as", "Ada") as (process, address):
        with httpx2.Client(base_url=address, follow_redirects=True, timeout=30) as client:
            page = client.get("/next?state=unreviewed")
            form = dict(re.findall(r'name="(token|seen)" value="([^"]+)"', page.text))
            done = client.post(f"{page.url.path}/answer", data=form | {"verdict": "confirmed"})
        assert "Recorded: <b>Confirmed</b>" in done.text
        process.send_signal(signal.SIGINT)
        assert process.wait(15) == 0


def _review_commands() -> list[list[str]]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.split("<!-- review-commands -->")[1].split("```")[1]
    return [shlex.split(line) for line in block.splitlines()[1:] if line]


def test_a_case_that_is_not_there_yet_is_begun_with_a_key_for_its_owner_alone(
    claimcheck: Program, tmp_path: Path
) -> None:
    with started(tmp_path, "new.db") as (_, address):
        with urllib.request.urlopen(address, timeout=10) as answer:
            assert "This case is empty" in answer.read().decode()
        port = address.rstrip("/").rpartition(":")[2]
        taken = claimcheck("review", "new.db", "--port", port, "--no-browser")
    assert taken.code == 2
    assert "try another --port" in taken.err
    key = tmp_path / "state" / "claimcheck" / "session-key"
    assert key.stat().st_mode & 0o777 == 0o600
    assert len(key.read_bytes()) == 32


def test_others_can_reach_it_only_with_a_login(claimcheck: Program, tmp_path: Path) -> None:
    claimcheck("check", "-", "--case", "k.db", "--quiet", stdin=b"The mayor said 12 people died.")
    refused = claimcheck("review", "k.db", "--host", "0.0.0.0")
    assert refused.code == 2
    assert "claimcheck review user add k.db NAME" in refused.err
    added = claimcheck("review", "user", "add", "k.db", "Eve", "--role", "editor", stdin=PASSWORD)
    assert added.code == 0, added.err
    with (
        started(tmp_path, "k.db", "--host", "0.0.0.0") as (_, address),
        urllib.request.urlopen(address, timeout=10) as answer,
    ):
        assert answer.url.endswith("/login?next=%2F")


def test_users_are_added_listed_and_changed(claimcheck: Program) -> None:
    assert claimcheck("review", "user", "add", "k.db", "Eve", stdin=PASSWORD).code == 0
    assert claimcheck("review", "user", "add", "k.db", "Eve", stdin=PASSWORD).code == 2
    assert claimcheck("review", "user", "change", "k.db", "Eve", "--role", "editor", "--close").code == 0
    assert claimcheck("review", "user", "list", "k.db").out.split("\t")[:3] == ["Eve", "editor", "closed"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("user", "add", "k.db", "Eve", "--role", "boss"),
            "--role boss: use one of reader, reviewer, editor",
        ),
        (("user", "add", "k.db", "Eve"), "at least 10 characters"),
        (("user", "change", "k.db", "Eve", "--close"), "there is no such case"),
        (("nowhere/k.db",), "does not exist"),
        ((".",), "is a folder"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    claimcheck: Program, arguments: tuple[str, ...], said: str
) -> None:
    done = claimcheck("review", *arguments, stdin=b"short\n")
    assert done.code == 2
    assert said in done.err
    assert len(done.err.strip().splitlines()) == 1
