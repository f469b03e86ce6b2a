"""The JSON that other programs read: written from the model, read back, and its JSON Schema.

Names are looked up when they are used, so that writing a report does not import pydantic.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.contract.reading import claim_from_record, report_from_json
    from claimcheck.contract.records import ClaimRecord, DocumentRecord, FindingRecord, ReportRecord
    from claimcheck.contract.writing import (
        SCHEMA_NAME,
        claim_to_json,
        document_to_json,
        finding_to_json,
        report_to_json,
    )

__all__ = [
    "SCHEMA_NAME",
    "ClaimRecord",
    "DocumentRecord",
    "FindingRecord",
    "ReportRecord",
    "claim_from_record",
    "claim_to_json",
    "document_to_json",
    "finding_to_json",
    "report_from_json",
    "report_to_json",
]

_WRITING = ("SCHEMA_NAME", "claim_to_json", "document_to_json", "finding_to_json", "report_to_json")
_READING = ("claim_from_record", "report_from_json")


def __getattr__(name: str) -> object:
    """A public name from the module that defines it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "writing" if name in _WRITING else "reading" if name in _READING else "records"
    return getattr(import_module(f"{__name__}.{module}"), name)
