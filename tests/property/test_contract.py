"""What is written is read back as it was, and holds to the published schema."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from property.strategies import claims, reports

from claimcheck.contract import claim_to_json, report_from_json, report_to_json
from claimcheck.contract.schemas import json_schema
from claimcheck.model import Claim, Report


@settings(max_examples=100)
@given(reports)
def test_a_report_that_is_written_and_read_is_written_the_same_again(report: Report) -> None:
    written = json.dumps(report_to_json(report), ensure_ascii=False)
    again = report_from_json(written, "report.json")
    assert json.dumps(report_to_json(again), ensure_ascii=False) == written


@settings(max_examples=100)
@given(reports)
def test_a_report_that_is_read_back_equals_the_one_written(report: Report) -> None:
    assert report_from_json(json.dumps(report_to_json(report)), "report.json") == report


@given(claims)
def test_every_claim_holds_to_the_schema(claim: Claim) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft7Validator(json_schema("claim", {}))
    assert [error.message for error in validator.iter_errors(claim_to_json(claim))] == []


@given(reports)
def test_every_report_holds_to_the_schema(report: Report) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft7Validator(json_schema("report", {}))
    assert [error.message for error in validator.iter_errors(report_to_json(report))] == []
