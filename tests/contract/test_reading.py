"""Reports that are not reports are refused with the place of the first mistake."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from builders import claim, document, finding, quantity, report, speaker

from claimcheck.contract import claim_to_json, report_from_json, report_to_json
from claimcheck.errors import InputError

ROOT = Path(__file__).resolve().parents[2]


def written(**changes: object) -> str:
    return json.dumps(report_to_json(report()) | changes)


def refusal(text: str) -> str:
    with pytest.raises(InputError) as raised:
        report_from_json(text, "old.json")
    return str(raised.value)


def test_a_whole_report_comes_back_as_it_was() -> None:
    whole = report(
        documents=(document(),),
        claims=(claim(attribution=(speaker(),)), claim(id="c2", quantity=quantity("40"))),
        findings=(finding("c1", "c2"),),
    )
    assert report_from_json(json.dumps(report_to_json(whole)), "old.json") == whole


def test_a_range_is_written_as_two_texts_and_its_bounds() -> None:
    between = quantity("15,000 to 18,000", (Decimal(15000), Decimal(18000)), qualifier="range")
    row = claim_to_json(claim(quantity=between))["quantity"]
    assert row["value"] == ["15000", "18000"]
    assert (row["low"], row["high"]) == ("15000", "18000")


def test_more_than_is_written_with_an_open_end() -> None:
    row = claim_to_json(claim(quantity=quantity("more than 30,000", "30000", qualifier="more_than")))[
        "quantity"
    ]
    assert (row["low"], row["low_closed"], row["high"]) == ("30000", False, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "old.json:1: not JSON: Expecting value"),
        ('{"schema":\n\n oops}', "old.json:3: not JSON: Expecting value"),
        ("[" * 100_000, "old.json: not JSON: "),
        ("1" * 10_000, "old.json: not JSON: "),
        ("[]", "old.json: not a claimcheck report: Input should be"),
        ("{}", "old.json: not a claimcheck report: schema: Field required"),
        (written(schema="claimcheck/report/9"), "old.json: not a claimcheck report: schema: Input should be"),
        (
            written(claims=[{"id": "c1"}]),
            "old.json: not a claimcheck report: claims.0.document: Field required",
        ),
        (written(extra=1), "old.json: not a claimcheck report: extra: Extra inputs are not permitted"),
    ],
)
def test_what_is_no_report_is_refused_with_its_first_mistake(text: str, message: str) -> None:
    assert refusal(text).startswith(message)


@pytest.mark.parametrize("value", ["1e5", "NaN", "twelve", "1,000", "", ["1"], ["1", "2", "3"], 12])
def test_a_value_that_is_no_decimal_text_is_refused(value: object) -> None:
    row = claim_to_json(claim())
    row["quantity"]["value"] = value
    assert "claims.0.quantity.value" in refusal(written(claims=[row]))


def test_writing_a_report_needs_no_pydantic() -> None:
    program = (
        "import sys\n"
        "from claimcheck.contract import SCHEMA_NAME, claim_to_json, report_to_json\n"
        "assert 'pydantic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


def test_the_contract_has_no_other_names() -> None:
    import claimcheck.contract

    with pytest.raises(AttributeError, match="no attribute 'claim_to_xml'"):
        _ = claimcheck.contract.claim_to_xml
