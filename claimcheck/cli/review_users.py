"""`claimcheck review user add · list · change`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from claimcheck.cli.cases import opened_case
from claimcheck.cli.session import Session, printable, standard_input
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.store.views import Role

LONGEST_PASSWORD = 1024


def run_add(session: Session, where: str, name: str, role: str) -> None:
    """Adds a user to a case, which is made where there is none."""
    with opened_case(where, session, create=True) as service:
        if any(user.name == name for user in service.users()):
            raise UsageError(
                f"{name}: is there already; “claimcheck review user change” changes role and password"
            )
        user = service.create_user(name, _password(), _role(role))
    session.say(f"{user.name} may sign in as {user.role}")


def run_list(session: Session, where: str) -> None:
    """Writes the users, one a line."""
    with opened_case(where, session) as service:
        lines = [
            f"{printable(user.name)}\t{user.role}\t{'open' if user.active else 'closed'}\t{user.created_at}"
            for user in service.users()
        ]
    session.write("".join(f"{line}\n" for line in lines))


def run_change(
    session: Session, where: str, name: str, role: str | None, active: bool | None, *, password: bool
) -> None:
    """Changes what is given of a user."""
    if role is None and active is None and not password:
        raise UsageError("nothing to change: use --role, --password, --open or --close")
    with opened_case(where, session) as service:
        user = service.change_user(
            name,
            password=_password() if password else None,
            role=_role(role) if role is not None else None,
            active=active,
        )
    session.say(f"{user.name}: {user.role}, {'open' if user.active else 'closed'}")


def _role(stated: str) -> Role:
    from claimcheck.store.views import ROLES

    for role in ROLES:
        if role == stated:
            return role
    raise UsageError(f"--role {stated}: use one of {', '.join(ROLES)}")


def _password() -> str:
    """Asked for twice on a terminal, else the first line of standard input."""
    if sys.stdin is not None and sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    line = standard_input()[:LONGEST_PASSWORD].split(b"\n")[0].rstrip(b"\r")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError("the password on standard input is not UTF-8 text") from error
