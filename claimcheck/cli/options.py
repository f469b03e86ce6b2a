"""Options that mean the same in every command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, folders, or - for standard input.")
]
Format = Annotated[str | None, typer.Option("--format", "-f", help="Form of the output.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to FILE instead of standard output.")
]
RuleFolders = Annotated[
    list[Path] | None, typer.Option("--rules", help="A folder of rule packs, added to the shipped ones.")
]
Config = Annotated[Path | None, typer.Option("--config", help="The project file, claimcheck.yml.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No messages but errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more on standard error.")]
