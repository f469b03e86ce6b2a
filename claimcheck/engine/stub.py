"""Rules to start from: for each type of check a commented file whose tests pass."""

from __future__ import annotations

from importlib.resources import files
from typing import get_args

from pydantic import TypeAdapter, ValidationError

from claimcheck.engine.checks import Check, CheckForm
from claimcheck.engine.forms import KebabId
from claimcheck.errors import UsageError
from claimcheck.resources import nearest

OWN_ID = "my-rule"
"""The id that stands in the files under stubs/ in place of the author's own."""


def check_types() -> dict[str, type[CheckForm]]:
    """The form of each type of check, by the name that rule files use."""
    union = get_args(Check)[0]
    return {get_args(form.model_fields["type"].annotation)[0]: form for form in get_args(union)}


def stub(check_type: str, rule_id: str) -> str:
    """A rule file with one commented rule; raises UsageError for an unknown type or a bad id."""
    known = list(check_types())
    if check_type not in known:
        meant = nearest(check_type, known)
        hint = f" - did you mean {meant}?" if meant else ""
        raise UsageError(f"--type {check_type}: not known{hint}; use one of {', '.join(known)}")
    try:
        TypeAdapter(KebabId).validate_python(rule_id)
    except ValidationError as failure:
        raise UsageError(f"--id: {failure.errors()[0]['ctx']['error']}") from None
    text = (files("claimcheck.engine") / "stubs" / f"{check_type}.yml").read_text(encoding="utf-8")
    return text.replace(OWN_ID, rule_id)
