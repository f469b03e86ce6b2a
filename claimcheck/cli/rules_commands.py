"""The commands under `claimcheck rules`. Each imports what it needs when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import Config, Format, Inputs, Output, Quiet, RuleFolders, Verbose
from claimcheck.cli.session import Session

rules_app = typer.Typer(
    help="Lists, writes, checks and tests the rules.", no_args_is_help=True, rich_markup_mode=None
)

Folders = Annotated[
    list[Path] | None, typer.Argument(metavar="DIR...", help="Folders of packs, added to the shipped ones.")
]
RuleName = Annotated[str, typer.Argument(metavar="ID", help="Of “rules list”: core/number-mismatch.")]
RuleFile = Annotated[Path, typer.Argument(metavar="RULE.yml", help="A rule file, installed or not.")]
Type = Annotated[str, typer.Option("--type", help="The type of check: number_mismatch, opposition, …")]
NewId = Annotated[str, typer.Option("--id", help="The rule's name, in small letters with hyphens.")]


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

    run_list(Session(output, tuple(rules or ()), config, quiet, verbose), format_)


@rules_app.command("show")
def rules_show(
    name: RuleName,
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Shows one rule in plain words, with an example."""
    from claimcheck.cli.rule_pages import run_show

    run_show(Session(output, tuple(rules or ()), config, quiet, verbose), name, format_)


@rules_app.command("new")
def rules_new(
    type_: Type,
    name: NewId,
    output: Output = None,
    quiet: Quiet = False,
) -> None:
    """Writes a commented rule with tests that pass, to start from."""
    from claimcheck.cli.rules_new import run_new

    run_new(Session(output, quiet=quiet), type_, name)


@rules_app.command("check")
def rules_check(
    folders: Folders = None,
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Names all that is wrong with packs and the project file; ends with 1 where something is."""
    from claimcheck.cli.rules_check import run_check

    run_check(Session(output, (*(folders or ()), *(rules or ())), config, quiet, verbose), format_)


@rules_app.command("test")
def rules_test(
    wanted: Annotated[str | None, typer.Option("-k", help="Only rules whose id holds this.")] = None,
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Runs the tests inside the rules: fired, silent, noisy, missing."""
    from claimcheck.cli.rules import run_test

    run_test(Session(output, tuple(rules or ()), config, quiet, verbose), wanted, format_)


@rules_app.command("try")
def rules_try(
    file: RuleFile,
    inputs: Inputs,
    format_: Format = None,
    output: Output = None,
    rules: RuleFolders = None,
    config: Config = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Shows which findings a rule file would add and remove on documents."""
    from claimcheck.cli.rules_try import run_try

    run_try(Session(output, tuple(rules or ()), config, quiet, verbose), file, inputs, format_)


@rules_app.command("stats")
def rules_stats(
    case: Annotated[str, typer.Option("--case", metavar="FILE.db", help="The case that was reviewed.")],
    format_: Format = None,
    output: Output = None,
    config: Config = None,
    quiet: Quiet = False,
) -> None:
    """Shows for each rule its findings, its precision in review with the interval, and the reasons given."""
    from claimcheck.cli.rules_stats import run_stats

    run_stats(Session(output, (), config, quiet), case, format_)


@rules_app.command("docs")
def rules_docs(
    folder: Annotated[Path, typer.Option("--output", "-o", help="The folder to write the pages to.")],
    rules: RuleFolders = None,
    config: Config = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Writes a Markdown page for each rule, and an index."""
    from claimcheck.cli.rule_pages import run_docs

    run_docs(Session(None, tuple(rules or ()), config, quiet, verbose), folder)
