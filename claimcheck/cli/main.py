"""The command line. Each command imports what it needs when it runs, so that --help stays fast."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError

app = typer.Typer(
    name="claimcheck",
    help="Shows where reports of the same event contradict each other.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
rules_app = typer.Typer(help="Lists and tests the rules.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(rules_app, name="rules")

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, or - for standard input.")]
Format = Annotated[Optional[str], typer.Option("--format", "-f", help="Form of the output.")]
Output = Annotated[Optional[Path], typer.Option("--output", "-o", help="Write to FILE instead of standard output.")]
RuleFolders = Annotated[
    Optional[list[Path]], typer.Option("--rules", help="A folder of rule packs, added to the shipped ones.")
]
Config = Annotated[Optional[Path], typer.Option("--config", help="The project file, claimcheck.yml.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No messages but errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more on standard error.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with 2 when a document could not be read.")]
FailOn = Annotated[
    Optional[list[str]], typer.Option("--fail-on", help="End with 1 when there is a contradiction or tension.")
]


def _version(value: bool) -> None:
    if value:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Shows where reports of the same event contradict each other."""


@app.command()
def check(
    inputs: Inputs,
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    fail_on: FailOn = None,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Checks documents against each other and writes the discrepancy report."""
    from claimcheck.cli.check import run_check
    from claimcheck.cli.session import Session

    run_check(Session(output, tuple(rules or ()), config, quiet, verbose), inputs, format_, fail_on or [], strict=strict)


@app.command()
def extract(
    inputs: Inputs,
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Lists the claims of documents: a table, or one claim a line with --format jsonl."""
    from claimcheck.cli.extract import run_extract
    from claimcheck.cli.session import Session

    run_extract(Session(output, tuple(rules or ()), config, quiet, verbose), inputs, format_, strict=strict)


@app.command()
def pairs(
    file: Annotated[str, typer.Argument(metavar="FILE.jsonl", help='Lines {"id", "a", "b"}; - is standard input.')],
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Says for each line how passage b stands to passage a."""
    from claimcheck.cli.pairs import run_pairs
    from claimcheck.cli.session import Session

    run_pairs(Session(output, tuple(rules or ()), config, quiet, verbose), file, format_)


@app.command()
def schema(
    name: Annotated[str, typer.Argument(help="report, claim, document, rules, lexicon or project.")],
    output: Output = None,
) -> None:
    """Writes the JSON Schema of a file format."""
    from claimcheck.cli.schema import run_schema
    from claimcheck.cli.session import Session

    run_schema(Session(output), name)


@rules_app.command("list")
def rules_list(
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Lists the rules of all packs."""
    from claimcheck.cli.rules import run_list
    from claimcheck.cli.session import Session

    run_list(Session(output, tuple(rules or ()), config, quiet, verbose), format_)


@rules_app.command("test")
def rules_test(
    wanted: Annotated[Optional[str], typer.Option("-k", help="Only rules whose id holds this.")] = None,
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Runs the tests inside the rules: fired, silent, noisy, missing."""
    from claimcheck.cli.rules import run_test
    from claimcheck.cli.session import Session

    run_test(Session(output, tuple(rules or ()), config, quiet, verbose), wanted, format_)


def run() -> None:
    """Runs the command line; every expected failure is one message and exit code 2."""
    try:
        app()
    except ClaimcheckError as error:
        typer.echo(f"claimcheck: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)
