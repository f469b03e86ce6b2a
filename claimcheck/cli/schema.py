"""`claimcheck schema`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimcheck.cli.session import Session
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from pydantic import BaseModel

NAMES = ("report", "claim", "document", "rules", "lexicon", "tests", "project")


def run_schema(session: Session, name: str) -> None:
    """Writes a JSON Schema."""
    if name not in NAMES:
        raise UsageError(f"no schema is called {name}; use one of {', '.join(NAMES)}")
    session.format(None, ("json",), "json")

    from claimcheck.contract.schemas import json_schema
    from claimcheck.engine.language import RuleFile
    from claimcheck.engine.pack_tests import TestFile
    from claimcheck.engine.project import ProjectFile
    from claimcheck.ingest.draft import InputDocument
    from claimcheck.lexicon.forms import LexiconForm

    forms: dict[str, type[BaseModel]] = {
        "document": InputDocument,
        "rules": RuleFile,
        "lexicon": LexiconForm,
        "tests": TestFile,
        "project": ProjectFile,
    }
    session.write(json.dumps(json_schema(name, forms), ensure_ascii=False, indent=2) + "\n")
