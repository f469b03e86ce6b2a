"""Documents, quantities and claims with sensible defaults, for tests that care about one or two fields.

claim("at least 40 people died", quantity=quantity("at least 40", "40", qualifier="at_least"))
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claimcheck.model import Attribution, Claim, Document, Finding, Interval, Quantity, Report, Value

HARD = {
    "at_least": lambda value: Interval(value, None),
    "more_than": lambda value: Interval(value, None, low_closed=False, high_closed=False),
    "at_most": lambda value: Interval(None, value),
    "less_than": lambda value: Interval(None, value, low_closed=False, high_closed=False),
    "about": lambda value: Interval.point(value).widened(Decimal("0.2")),
}


def document(text: str = "Kyiv said 12 bridges had been hit.", **fields: Any) -> Document:
    """A document of the story "harbour", by an outlet of its own."""
    given = {"id": "d1", "story": "harbour", "outlet": "Harbour Times"} | fields
    return Document(text=text, **given)


def quantity(text: str = "12", value: Value | str = None, **fields: Any) -> Quantity:
    """A quantity whose hard range follows from value and qualifier; the value is read from digits in the text."""
    if value is None:
        value = "".join(sign for sign in text if sign.isdigit() or sign == ".")
    stated = Decimal(value) if isinstance(value, str) else value
    if isinstance(stated, tuple):
        hard = soft = Interval.between(*stated)
    else:
        hard = HARD.get(fields.get("qualifier", "exact"), Interval.point)(stated)
        soft = Interval.point(stated)
    given = {"start": 0, "end": len(text), "value": stated, "hard": hard, "soft": soft}
    return Quantity(text=text, **(given | {"unit": "person", "noun": "person"} | fields))


def claim(quote: str = "12 people died", **fields: Any) -> Claim:
    """A claim that stands at the start of the text, in the outlet's own voice."""
    given = {
        "id": "c1",
        "document": "d1",
        "story": "harbour",
        "field": "text",
        "start": 0,
        "end": len(quote),
        "sentence": quote,
        "kind": "quantity",
        "measure": "deaths",
        "quantity": quantity(),
    }
    return Claim(quote=quote, **(given | fields))


def speaker(name: str = "Kyiv", **fields: Any) -> Attribution:
    """A speaker who "said" it, named at the start of the text."""
    return Attribution(name, **({"start": 0, "end": len(name), "cue": "said"} | fields))


def finding(*claims: str, **fields: Any) -> Finding:
    """A contradiction between the claims of these ids."""
    given = {
        "id": "f-1",
        "fingerprint": "1" * 24,
        "story": "harbour",
        "rule": "core/number-mismatch",
        "rule_hash": "0" * 64,
        "relation": "contradiction",
        "severity": "high",
        "confidence": 0.9,
        "claims": claims or ("c1", "c2"),
        "origins": (1, 1),
        "title": "Two figures",
        "explanation": "Both cannot hold.",
    }
    return Finding(**(given | fields))


def report(**fields: Any) -> Report:
    """A report that holds nothing but what is given."""
    given: dict[str, Any] = dict.fromkeys(
        ("packs", "documents", "claims", "findings", "not_checked", "problems"), ()
    )
    return Report(**({"tool_version": "0.1.0"} | given | fields))
