"""People who may sign in to the page, with their passwords as Argon2id hashes."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, select, update

from claimcheck.errors import UsageError
from claimcheck.store.chain import append_event
from claimcheck.store.recording import LONGEST_NAME
from claimcheck.store.tables import users
from claimcheck.store.views import ROLES, Reviewer, Role, User

SHORTEST_PASSWORD = 10


def create_user(connection: Connection, name: str, password: str, role: Role, at: str, by: str) -> User:
    """Adds a user; UsageError for a name that is taken or unfit, a short password or a role that is none."""
    if not name.strip() or name != name.strip() or not name.isprintable() or len(name) > LONGEST_NAME:
        raise UsageError(f"a user's name must be printable and at most {LONGEST_NAME} characters long")
    if connection.scalar(select(users.c.name).where(users.c.name == name)) is not None:
        raise UsageError(f"there is a user {name} already")
    values = {
        "name": name,
        "role": _checked_role(role),
        "password_hash": _hashed(password),
        "active": True,
        "created_at": at,
    }
    connection.execute(insert(users).values(values))
    append_event(connection, at, by, "user", name, {"role": role, "active": True})
    return next(user for user in list_users(connection) if user.name == name)


def change_user(
    connection: Connection,
    name: str,
    at: str,
    by: str,
    *,
    password: str | None,
    role: Role | None,
    active: bool | None,
) -> User:
    """Changes what is given of a user; UsageError for one that is not there."""
    values: dict[str, Any] = {}
    if password is not None:
        values["password_hash"] = _hashed(password)
    if role is not None:
        values["role"] = _checked_role(role)
    if active is not None:
        values["active"] = active
    known = next((user for user in list_users(connection) if user.name == name), None)
    if known is None:
        raise UsageError(f"there is no user {name}")
    if values:
        connection.execute(update(users).where(users.c.name == name).values(values))
        told = {key: value for key, value in values.items() if key != "password_hash"}
        told |= {"password": "changed"} if password is not None else {}
        append_event(connection, at, by, "user", name, told)
    return next(user for user in list_users(connection) if user.name == name)


def list_users(connection: Connection) -> tuple[User, ...]:
    """All users, by name."""
    rows = connection.execute(select(users)).all()
    return tuple(
        User(row.name, row.role, row.active, row.created_at, _stamp(row.password_hash))
        for row in sorted(rows, key=lambda row: row.name)
    )


def reviewer_with(connection: Connection, name: str, password: str) -> Reviewer | None:
    """The reviewer, where name and password belong together and the user is active; a wrong name takes as long."""
    from argon2.exceptions import VerificationError

    row = connection.execute(select(users).where(users.c.name == name)).one_or_none()
    known = row is not None and row.active
    try:
        _hasher().verify(row.password_hash if row is not None and known else _nobodys_hash(), password)
    except VerificationError:
        return None
    return Reviewer(row.name, row.role) if row is not None and known else None


def _checked_role(role: Role) -> Role:
    if role not in ROLES:
        raise UsageError(f"the role “{role}” is not one of {', '.join(ROLES)}")
    return role


def _hashed(password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise UsageError(f"a password needs at least {SHORTEST_PASSWORD} characters")
    return str(_hasher().hash(password))


def _stamp(password_hash: str) -> str:
    """Tells one password from the next, and nothing about either: the hash holds a salt of its own."""
    return sha256(password_hash.encode()).hexdigest()[:16]


@cache
def _hasher() -> Any:
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobodys_hash() -> str:
    """The hash of a password that nobody has."""
    return str(_hasher().hash("nobody has this password"))
