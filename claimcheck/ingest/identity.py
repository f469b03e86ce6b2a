"""What makes a document itself: its id, else its address, else who published what when, else its words."""

from __future__ import annotations

from hashlib import sha256

from claimcheck.ingest.draft import Stated


def document_id(stated: Stated, published: str | None, text: str) -> str:
    """The id of a document; the same on every run over the same content.

    >>> document_id(Stated(url="https://example.org/kherson"), None, "Kyiv said half had left.")
    'https://example.org/kherson'
    >>> document_id(Stated(), None, "Kyiv said half had left.")
    'd-69af2f981f'
    """
    if stated.id or stated.url:
        return stated.id or stated.url or ""
    if stated.outlet and stated.title and published:
        return _derived(stated.outlet, stated.title, published)
    return _derived(text)


def content_hash(text: str) -> str:
    """The sha256 of the UTF-8 bytes of a text, in hexadecimal."""
    return sha256(text.encode("utf-8")).hexdigest()


def _derived(*parts: str) -> str:
    return "d-" + content_hash("\n".join(parts))[:10]
