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
    schema = model.model_json_schema(by_alias=True)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema}
