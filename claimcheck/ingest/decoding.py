"""Bytes to text."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from claimcheck.errors import Problem


def decoded(content: bytes, where: str) -> str | Problem:
    """The text, or why it is none: UTF-8 with or without a mark, else cp1252. Line ends stay.

    A byte order mark is no part of the text, so offsets are counted after it.

    >>> decoded("Ukraine´s army".encode("cp1252"), "a.txt")
    'Ukraine´s army'
    """
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return Problem(where, "is UTF-16: save it as UTF-8")
    if b"\0" in content:
        return Problem(where, "is binary, not text (it holds NUL bytes)")
    if not content.strip():
        return Problem(where, "is empty")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return Problem(where, "is neither UTF-8 nor cp1252 text: save it as UTF-8")
