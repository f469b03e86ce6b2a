"""A case: one SQLite file, or a PostgreSQL database by its URL."""

from __future__ import annotations


class Case:
    """An open case."""

    @classmethod
    def open(cls, where: str, *, create: bool = False) -> Case:
        """The case in a file or at a `postgresql://` URL, its tables brought up to date.

        With `create` it is made where there is none; else that is an UsageError.
        """
        ...

    def close(self) -> None:
        """Gives back all connections."""
        ...
