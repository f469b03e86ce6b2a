"""Claims, documents and findings from the JSON that a case keeps of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from claimcheck.contract.reading import claim_from_record, document_from_record, finding_from_record
from claimcheck.contract.records import ClaimRecord, DocumentRecord, FindingRecord
from claimcheck.model import Claim, Document, Finding


def claim_of(record: Mapping[str, Any]) -> Claim:
    """The claim that a stored record describes."""
    return claim_from_record(ClaimRecord.model_validate(record))


def document_of(record: Mapping[str, Any]) -> Document:
    """The document that a stored record describes."""
    return document_from_record(DocumentRecord.model_validate(record))


def finding_of(record: Mapping[str, Any]) -> Finding:
    """The finding that a stored record describes."""
    return finding_from_record(FindingRecord.model_validate(record))


def json_of(text: str) -> Any:
    """The value of a JSON text."""
    return json.loads(text)
