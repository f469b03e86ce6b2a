"""A rule for readers: on a terminal, as a Markdown page, and the index of all pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.engine.examples import Example
from claimcheck.engine.plain_words import in_plain_words
from claimcheck.engine.rule_files import Rule
from claimcheck.report.markdown_tables import escaped
from claimcheck.report.wording import clean, counted
from claimcheck.report.wrapping import wrapped

WIDTH = 80
INDENT = "  "


def rule_to_json(rule: Rule, example: Example | None) -> dict[str, Any]:
    """A rule for programs: its header, its check in plain words, its example and its tests."""
    form = rule.form
    return {
        "id": rule.id,
        "title": form.title,
        "maturity": form.maturity,
        "severity": form.severity,
        "where": f"{rule.where}:{rule.line()}",
        "why": form.why,
        "check": in_plain_words(form),
        "example": _example_to_json(example) if example else None,
        "advice": form.advice,
        "false_positives": list(form.false_positives),
        "references": list(form.references),
        "tags": list(form.tags),
        "tests": [{"name": test.name, "expect": test.expect, "todo": test.todo} for test in form.tests],
    }


def _example_to_json(example: Example) -> dict[str, Any]:
    finding = example.finding
    return {
        "texts": dict(example.test.texts),
        "relation": finding.relation if finding else None,
        "explanation": finding.explanation if finding else None,
    }


def render_rule(rule: Rule, example: Example | None) -> str:
    """A rule in lines for a terminal."""
    form = rule.form
    lines = [
        *wrapped(clean(form.title), WIDTH),
        *wrapped(_standing(rule), WIDTH),
        *_section("Why", [form.why]),
        *_section("What it does", in_plain_words(form), bullet="- "),
        *_section("Example", _example_lines(example)),
        *_section("When a finding means nothing", form.false_positives, bullet="- "),
        *_section("What to do", [form.advice]),
        *_section("References", form.references, bullet="- "),
        *_section(counted(len(form.tests), "test"), _tests(rule), bullet="- "),
    ]
    return "".join(f"{line}\n" for line in lines)


def _standing(rule: Rule) -> str:
    return f"{rule.id}, {rule.form.maturity}, severity {rule.form.severity}, {rule.where}:{rule.line()}"


def _section(head: str, texts: Sequence[str], bullet: str = "") -> Iterator[str]:
    """A head with its texts below it; nothing where there are none."""
    told = [text for text in map(clean, texts) if text]
    if told:
        yield from ("", head)
        for text in told:
            yield from wrapped(f"{bullet}{text}", WIDTH, INDENT, INDENT + " " * len(bullet))


def _example_lines(example: Example | None) -> list[str]:
    if example is None:
        return []
    said = [f"{outlet}: {text}" for outlet, text in example.test.texts.items()]
    if example.finding is None:
        return [*said, "The rule does not find what its own test asks for."]
    return [*said, f"{example.finding.relation.capitalize()}. {example.finding.explanation}"]


def _tests(rule: Rule) -> list[str]:
    return [f"{test.name}: {test.expect}{' (to do)' if test.todo else ''}" for test in rule.form.tests]


def page_name(rule: Rule) -> str:
    """The path of a rule's page under the folder of all pages.

    A rule `core/number-mismatch` has the page `core/number-mismatch.md`.
    """
    return f"{rule.id}.md"


def render_page(rule: Rule, example: Example | None) -> str:
    """A rule as a Markdown page."""
    form = rule.form
    lines = [
        f"# {_text(form.title)}",
        "",
        f"`{rule.id}`: {form.maturity}, severity {form.severity}",
        *_part("", [form.why]),
        *_part("What it does", in_plain_words(form), listed=True),
        *_quoted(example),
        *_part("When a finding means nothing", form.false_positives, listed=True),
        *_part("What to do", [form.advice]),
        *_part("References", form.references, listed=True),
        *_part("Tests", _tests(rule), listed=True),
    ]
    return "".join(f"{line}\n" for line in lines)


def _part(head: str, texts: Sequence[str], *, listed: bool = False) -> Iterator[str]:
    """A head with paragraphs or a list below it; nothing where there are no texts."""
    told = [text for text in map(_text, texts) if text]
    if told and head:
        yield from ("", f"## {head}")
    if told:
        yield ""
        yield from (f"- {text}" for text in told) if listed else told


def _quoted(example: Example | None) -> Iterator[str]:
    """The texts of an example as quotes, and what the rule says to them."""
    if example is None:
        return
    yield from ("", "## Example", "")
    for number, (outlet, text) in enumerate(example.test.texts.items()):
        if number:
            yield ">"
        yield f"> **{_text(outlet)}**: {_text(text)}"
    yield ""
    if example.finding is None:
        yield "The rule does not find what its own test asks for."
    else:
        yield f"**{example.finding.relation.capitalize()}.** {_text(example.finding.explanation)}"


def render_index(rules: Sequence[Rule]) -> str:
    """The Markdown page that leads to the page of every rule."""
    lines = ["# Rules", "", "| Rule | What it finds | Severity | Maturity |", "|---|---|---|---|"]
    for rule in rules:
        form = rule.form
        link = f"[{rule.id}]({page_name(rule)})"
        lines.append(f"| {link} | {_text(form.title)} | {form.severity} | {form.maturity} |")
    return "".join(f"{line}\n" for line in lines)


def _text(text: str) -> str:
    """The text as Markdown shows it, on one line, with nothing in it read as markup."""
    return escaped(clean(text))
