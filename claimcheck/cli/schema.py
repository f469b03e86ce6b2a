"""`claimcheck schema`."""

from __future__ import annotations

import json

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

    from claimcheck.engine.authored import schema_of

    if chosen == "json":
        session.write(json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n")
    else:
        session.write(_tables(name))


def _tables(name: str) -> str:
    from claimcheck.contract.reference import reference
    from claimcheck.engine.authored import FILES, schema_of

    if name != ALL:
        return reference(FILES.get(name, name), schema_of(name), level=1)
    return "\n".join([HEAD, *(reference(file, schema_of(each)) for each, file in FILES.items())])
