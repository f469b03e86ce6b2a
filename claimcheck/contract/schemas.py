"""JSON Schema of the records and of other forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from claimcheck.contract.records import ClaimRecord, ReportRecord

RECORDS: Mapping[str, type[BaseModel]] = {
    "report": ReportRecord,
    "claim": ClaimRecord,
}


def json_schema(name: str, forms: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    """The schema of a record or of one of the given forms; raises KeyError for a name that is not known.

    Draft-07 is declared because editors' YAML servers read nothing newer.
    """
    model = {**RECORDS, **forms}[name]
    schema = _draft_07(model.model_json_schema(by_alias=True))
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema}


def _draft_07(part: Any) -> Any:
    """A schema with the lists of fixed length as draft-07 writes them: `items` for `prefixItems`."""
    if isinstance(part, list):
        return [_draft_07(value) for value in part]
    if not isinstance(part, dict):
        return part
    found = {key: _draft_07(value) for key, value in part.items()}
    if "prefixItems" in found:
        found["items"] = found.pop("prefixItems")
        found["additionalItems"] = False
    return found
