"""`claimcheck rules new`."""

from __future__ import annotations

import json
import re
from pathlib import Path

from claimcheck.cli.output import replace_file
from claimcheck.cli.session import Session
from claimcheck.errors import UsageError

PACK_FILE = "pack.yml"
RULES = "rules"
SCHEMA_FILE = "rules.schema.json"


def run_new(session: Session, check_type: str, rule_id: str) -> None:
    """Writes a commented rule with the schema for editors; into a folder without a pack.yml, that one as well."""
    from claimcheck.engine.authored import schema_of
    from claimcheck.engine.stub import stub

    text = stub(check_type, rule_id)
    target = session.target
    if target is None:
        session.write(text)
        return
    if target.exists():
        raise UsageError(f"{target}: is there already and is kept; name a new file")
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_file(target, text)
    session.say(f"{target}: written")
    schema = target.parent / SCHEMA_FILE
    if not schema.exists():
        replace_file(schema, json.dumps(schema_of(RULES), ensure_ascii=False, indent=2) + "\n")
        session.say(f"{schema}: written, with which editors complete and check the keys")
    header = _header_to_write(target)
    if header is not None:
        replace_file(header, _header(header.absolute().parent.name))
        session.say(f"{header}: written, the head of the pack")


def _header_to_write(target: Path) -> Path | None:
    """The pack.yml that a rule file needs to be read and does not have yet."""
    if target.parent.name == RULES:
        header = target.parent.parent / PACK_FILE
    elif target.name == f"{RULES}.yml":
        header = target.parent / PACK_FILE
    else:
        return None
    return None if header.exists() else header


def _header(folder: str) -> str:
    """A pack.yml named after its folder, in the letters that a pack's name takes.

    >>> _header("Our Rules")
    'name: our-rules\\nversion: 0.1.0\\nuses: [core]\\n'
    """
    kebab = re.sub(r"[^a-z0-9]+", "-", folder.lower()).strip("-")
    name = kebab if kebab[:1].isalpha() else f"pack-{kebab}".rstrip("-")
    return f"name: {name}\nversion: 0.1.0\nuses: [core]\n"
