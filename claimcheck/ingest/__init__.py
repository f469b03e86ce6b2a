"""Reads files, folders and standard input into documents and marks what is not running text."""

from claimcheck.ingest.reading import Ingested, read_documents

__all__ = ["Ingested", "read_documents"]
