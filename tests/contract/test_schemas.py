"""What the program writes holds to the schemas it publishes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.contract import report_from_json, report_to_json
from claimcheck.contract.schemas import json_schema
from claimcheck.contract.writing import claim_to_json
from claimcheck.ingest import read_documents
from claimcheck.ingest.draft import InputDocument
from claimcheck.pipeline import Knowledge, check_documents, claims_of
from claimcheck.report import render

jsonschema = pytest.importorskip("jsonschema")


def mistakes(name: str, value: object) -> list[str]:
    schema = json_schema(name, {"document": InputDocument})
    jsonschema.Draft7Validator.check_schema(schema)
    return [
        f"{error.json_path}: {error.message}"
        for error in jsonschema.Draft7Validator(schema).iter_errors(value)
    ]


@pytest.fixture
def written(knowledge: Knowledge, kherson: Path) -> dict[str, Any]:
    report = check_documents(read_documents([str(kherson)]).documents, knowledge)
    return dict(json.loads(render(report, "json")))


def test_the_report_on_a_real_story_holds_to_its_schema(written: dict[str, Any]) -> None:
    assert written["findings"]
    assert mistakes("report", written) == []


@pytest.mark.parametrize(
    "document",
    [
        {"text": "Kyiv said half had left."},
        {
            "text": "Kyiv said half had left.",
            "id": 7,
            "author": ["Jane Smith", "A. Qasim"],
            "word_count": 412,
        },
        {"text": "Kyiv said half had left.", "outlet": None, "published": "2022-11-13"},
    ],
)
def test_the_schema_of_a_document_is_that_of_the_input(document: dict[str, Any]) -> None:
    assert mistakes("document", document) == []


@pytest.mark.parametrize(
    "document", [{"outlet": "AFP"}, {"text": ""}, {"text": None}, {"text": "x", "outlet": 7}]
)
def test_the_schema_of_a_document_refuses_one_without_text_or_with_other_types(
    document: dict[str, Any],
) -> None:
    assert mistakes("document", document)


def test_the_documents_of_a_report_can_be_read_as_input_again(written: dict[str, Any]) -> None:
    assert [
        mistakes("document", entry) for entry in written["documents"] if mistakes("document", entry)
    ] == []


def test_the_claims_of_a_real_story_hold_to_theirs(written: dict[str, Any]) -> None:
    assert [mistakes("claim", claim) for claim in written["claims"] if mistakes("claim", claim)] == []


def test_the_report_on_a_real_story_is_read_back_as_it_was_written(written: dict[str, Any]) -> None:
    text = json.dumps(written)
    assert report_to_json(report_from_json(text, "report.json")) == written


def test_the_schema_of_a_claim_refuses_what_the_contract_does_not_name(
    knowledge: Knowledge, kherson: Path
) -> None:
    claim = claim_to_json(claims_of(read_documents([str(kherson)]).documents, knowledge)[0])
    assert mistakes("claim", claim) == []
    assert mistakes("claim", claim | {"certainty": 1})
    assert mistakes("claim", claim | {"polarity": "maybe"})


def test_a_schema_that_is_not_known_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        json_schema("claims", {})
