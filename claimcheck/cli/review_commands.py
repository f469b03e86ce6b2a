"""The commands under `claimcheck review`. Each imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from claimcheck.cli.options import Config, Quiet, RuleFolders, Verbose
from claimcheck.cli.session import Session

OPEN = "open"


class _CaseFirst(TyperGroup):
    """A group whose first word may be a case: `review CASE.db` is `review open CASE.db`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = [OPEN, *args]
        return super().parse_args(ctx, args)


review_app = typer.Typer(
    help="Opens a case in the browser: claimcheck review CASE.db; “review open --help” lists the options.",
    cls=_CaseFirst,
    no_args_is_help=True,
    rich_markup_mode=None,
)
user_app = typer.Typer(
    help="Adds, lists and changes who may sign in.", no_args_is_help=True, rich_markup_mode=None
)
review_app.add_typer(user_app, name="user")

Case = Annotated[str, typer.Argument(metavar="CASE.db", help="A case: a file, or a postgresql:// address.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name to sign in with.")]


@review_app.command(OPEN)
def review_open(
    case: Case,
    host: Annotated[
        str, typer.Option(help="The address to serve on; all but this computer's own need users.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8765,
    reviewer: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="Who answers where nobody signs in.")
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A name that the page is reached by; repeatable."),
    ] = None,
    https: Annotated[
        bool,
        typer.Option("--https", help="The page is reached over https, through a proxy on this computer."),
    ] = False,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open the browser.")] = False,
    rules: RuleFolders = None,
    config: Config = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Opens a case in the browser, to answer its findings, add documents and run the check."""
    from claimcheck.cli.review import Serving, run_review

    session = Session(None, tuple(rules or ()), config, quiet, verbose)
    serving = Serving(host, port, reviewer, tuple(names or ()), https, not no_browser)
    run_review(session, case, serving)


@user_app.command("add")
def user_add(
    case: Case,
    name: Name,
    role: Annotated[str, typer.Option(help="reader, reviewer or editor.")] = "reviewer",
    quiet: Quiet = False,
) -> None:
    """Adds somebody who may sign in; asks for the password (or reads it from standard input)."""
    from claimcheck.cli.review_users import run_add

    run_add(Session(quiet=quiet), case, name, role)


@user_app.command("list")
def user_list(case: Case) -> None:
    """Lists who may sign in, with their roles."""
    from claimcheck.cli.review_users import run_list

    run_list(Session(), case)


@user_app.command("change")
def user_change(
    case: Case,
    name: Name,
    role: Annotated[str | None, typer.Option(help="reader, reviewer or editor.")] = None,
    password: Annotated[bool, typer.Option("--password", help="Ask for a new password.")] = False,
    active: Annotated[bool | None, typer.Option("--open/--close", help="May sign in, or may not.")] = None,
    quiet: Quiet = False,
) -> None:
    """Changes a role or password, or closes an account; what was answered stays."""
    from claimcheck.cli.review_users import run_change

    run_change(Session(quiet=quiet), case, name, role, active, password=password)
