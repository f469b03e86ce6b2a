"""Where two passages that are worded differently exclude each other."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.passages.words import Word


def conflict(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    """Why two passages cannot both be true, or None."""
    return None
