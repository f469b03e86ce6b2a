"""The JSON that other programs read: pydantic records of the model, both ways, and their JSON Schema."""

from claimcheck.contract.records import (
    SCHEMA_NAME,
    ClaimRecord,
    DocumentRecord,
    FindingRecord,
    ReportRecord,
    claim_from_record,
    claim_to_json,
    document_to_json,
    finding_to_json,
    report_from_json,
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
