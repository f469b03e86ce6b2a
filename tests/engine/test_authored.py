"""What editors read: the shipped schemas, the lines that name them, and the page of every key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.contract.reference import reference
from claimcheck.engine.authored import FILES, FORMS, schema_of
from claimcheck.engine.stub import check_types, stub
from claimcheck.resources import parse

jsonschema = pytest.importorskip("jsonschema")
ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "rules" / "schema"
NAMES = {file: name for name, file in FILES.items()}
SHIPPED = sorted(path for path in (ROOT / "rules").rglob("*.yml") if path.name in NAMES)
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def mistakes(name: str, text: str) -> list[str]:
    parsed, problems = parse(text, "file.yml")
    assert parsed is not None
    assert problems == []
    validator = jsonschema.Draft7Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8")))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(parsed.data)]


def parts(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "", schema
    yield from schema.get("$defs", {}).items()


@pytest.mark.parametrize("name", FILES)
def test_the_shipped_schema_is_the_exported_one(name: str) -> None:
    shipped = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    assert shipped == json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n", (
        f"write it anew: claimcheck schema {name} -o rules/schema/{name}.schema.json"
    )


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_one_that_editors_read(name: str) -> None:
    schema = schema_of(name)
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "prefixItems" not in json.dumps(schema)
    assert '"format"' not in json.dumps(schema)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_shipped_file_names_its_schema_and_holds_to_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    named = MODELINE.match(text)
    assert named is not None
    assert (file.parent / named[1]).resolve() == SCHEMAS / f"{NAMES[file.name]}.schema.json"
    assert mistakes(NAMES[file.name], text) == []


@pytest.mark.parametrize("check_type", check_types())
def test_a_new_rule_names_the_schema_beside_it_and_holds_to_it(check_type: str) -> None:
    text = stub(check_type, "our-own")
    assert text.startswith("# yaml-language-server: $schema=rules.schema.json\n")
    assert mistakes("rules", text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rules", "language: 1\nrules: [{id: x}]\n"),
        ("rules", "language: 2\nrules: []\n"),
        ("lexicon", "kind: lexicon\nmeasures: {deaths: {lable: x}}\n"),
        (
            "lexicon",
            "kind: lexicon\nalternatives: {a: {label: x, kind: status, values: {}, exclude: [[b]]}}\n",
        ),
        ("project", "rules: {core/a: of}\n"),
        ("pack", "name: Core\nversion: 1.0.0\n"),
        ("tests", "language: 1\nkind: tests\ntests: [{name: x}]\n"),
    ],
)
def test_a_schema_refuses_what_the_program_refuses(name: str, text: str) -> None:
    parsed, _ = parse(text, "file.yml")
    assert parsed is not None
    with pytest.raises(ValueError, match="validation error"):
        FORMS[name].model_validate(parsed.data)
    assert mistakes(name, text)


@pytest.mark.parametrize("name", FILES)
def test_every_key_is_described(name: str) -> None:
    schema = schema_of(name)
    table = reference(FILES[name], schema)
    assert [line for line in table.splitlines() if line.startswith("| `") and line.endswith("|  |")] == []
    assert [part for part, form in parts(schema) if "description" not in form] == []


def test_a_table_tells_what_a_key_holds_and_where_it_may_be_left_out() -> None:
    table = reference("rules.yml", schema_of("rules"))
    assert "| `title` | text | must be given | One line in plain words. |" in table
    assert "| `minutes` | whole number | `10` |" in table
    assert "| `maturity` | `experimental`, `test`, `stable`, `deprecated` | must be given |" in table
    assert "| `tests` | list of inline test | must be given |" in table
