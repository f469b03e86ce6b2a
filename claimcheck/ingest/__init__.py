"""Reads files, folders and standard input into documents and marks what is not running text."""

from claimcheck.ingest.draft import Stated
from claimcheck.ingest.reading import Ingested, read_documents, read_handed_over
from claimcheck.ingest.sources import ENDINGS

__all__ = ["ENDINGS", "Ingested", "Stated", "read_documents", "read_handed_over"]
