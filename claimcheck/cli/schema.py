"""`claimcheck schema`."""

from __future__ import annotations

import json

from claimcheck.cli.session import Session
from claimcheck.errors import UsageError


def run_schema(session: Session, name: str) -> None:
    """Writes a JSON Schema."""
    from claimcheck.contract.schemas import json_schema
    from claimcheck.engine.language import RuleFile
    from claimcheck.engine.project import ProjectFile
    from claimcheck.lexicon.forms import LexiconForm

    forms = {"rules": RuleFile, "lexicon": LexiconForm, "project": ProjectFile}
    try:
        text = json.dumps(json_schema(name, forms), ensure_ascii=False, indent=2)
    except KeyError as error:
        raise UsageError(f"no schema is called {name}; use report, claim, document, rules, lexicon or project") from error
    session.write(text + "\n")
