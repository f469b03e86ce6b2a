"""`claimcheck schema`."""

from __future__ import annotations

import json
from typing import Any

from claimcheck.cli.session import Session
from claimcheck.errors import UsageError

AUTHORED = ("pack", "rules", "lexicon", "tests", "project")
NAMES = ("report", "claim", "document", *AUTHORED)
ALL = "files"
FORMATS = ("json", "markdown")
HEAD = """# Every key of every file

Written by `claimcheck schema files --format markdown` from the schemas that check these files; a test holds the two equal.
[Writing rules](writing-rules.md) shows how they work together. Unknown keys are refused.
"""


def run_schema(session: Session, name: str, format_: str | None = None) -> None:
    """Writes a JSON Schema, or tables of all keys; `files` are all files that authors write."""
    chosen = session.format(format_, FORMATS, "json")
    known = (*NAMES, ALL) if chosen == "markdown" else NAMES
    if name not in known:
        raise UsageError(f"no schema is called {name}; use one of {', '.join(known)}")

    from claimcheck.contract.schemas import json_schema
    from claimcheck.engine.authored import FORMS
    from claimcheck.ingest.draft import InputDocument

    schema = json_schema(name, {"document": InputDocument, **FORMS}) if name != ALL else {}
    if chosen == "json":
        session.write(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    else:
        session.write(_all_tables() if name == ALL else _table(name, schema))


def _table(name: str, schema: dict[str, Any]) -> str:
    from claimcheck.contract.reference import reference
    from claimcheck.engine.authored import FILES

    return reference(FILES.get(name, name), schema, level=1)


def _all_tables() -> str:
    from claimcheck.contract.reference import reference
    from claimcheck.engine.authored import FILES, schema_of

    return "\n".join([HEAD, *(reference(file, schema_of(each)) for each, file in FILES.items())])
