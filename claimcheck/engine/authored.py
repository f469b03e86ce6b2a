"""The files that authors write, and the JSON Schema of each for their editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from claimcheck.contract.schemas import json_schema
from claimcheck.engine.language import RuleFile
from claimcheck.engine.pack_folders import PackFile
from claimcheck.engine.pack_tests import TestFile
from claimcheck.engine.project import ProjectFile
from claimcheck.ingest.draft import InputDocument
from claimcheck.lexicon.forms import LexiconForm

FILES: Mapping[str, str] = {
    "pack": "pack.yml",
    "rules": "rules.yml",
    "lexicon": "lexicon.yml",
    "tests": "tests.yml",
    "project": "claimcheck.yml",
}
"""The schema of each file by its name, in the order in which an author meets them."""
FORMS: Mapping[str, type[BaseModel]] = {
    "pack": PackFile,
    "rules": RuleFile,
    "lexicon": LexiconForm,
    "tests": TestFile,
    "project": ProjectFile,
    "document": InputDocument,
}


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema of an authored file or of a record; raises KeyError for a name that is not known."""
    return json_schema(name, FORMS)
