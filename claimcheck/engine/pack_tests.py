"""The tests of a pack's words: sentences, and what rules of this or other packs must find in them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from claimcheck.engine.forms import Form, RuleId
from claimcheck.engine.language import InlineTest, readable
from claimcheck.engine.lint_names import no_rule
from claimcheck.engine.packs import RuleSet
from claimcheck.errors import Problem
from claimcheck.resources import Parsed, parse, read_text, validated

TESTS = "tests.yml"


class WordsTest(InlineTest):
    """Sentences by outlet, and what a rule, or any rule, must find between them."""

    rule: RuleId | None = Field(
        default=None,
        description="The rule that must find it: core/number-mismatch. Without one, all rules are run.",
    )


class TestFile(Form):
    """A tests.yml: tests of the words of a pack."""

    language: Annotated[Literal[1], BeforeValidator(readable)] = Field(
        description="The version of this file format."
    )
    kind: Literal["tests"] = Field(description="What the file is.")
    tests: tuple[WordsTest, ...] = Field(description="The tests, each with a name of its own.")

    __test__ = False


@dataclass(frozen=True, slots=True)
class PackTest:
    """One test of the words of a pack, and where it stands."""

    pack: str
    form: WordsTest
    where: str

    @property
    def name(self) -> str:
        """What it is chosen and told by: the pack, with the rule that the test asks for."""
        return f"{self.pack}: {self.form.rule or 'any rule'}"


def pack_tests(rules: RuleSet) -> tuple[list[PackTest], list[Problem]]:
    """The tests of the words of all packs of a run, and what is wrong with others."""
    found: list[PackTest] = []
    problems: list[Problem] = []
    known = {rule.id for rule in rules.rules}
    for pack, folder in rules.folders.items():
        file = folder / TESTS
        if file.is_file():
            tests, wrong = _read(pack, rules.told[pack], file, known | rules.off)
            found += (test for test in tests if test.form.rule not in rules.off)
            problems += wrong
    return found, problems


def _read(
    pack: str, where: str, file: Traversable, known: Collection[str]
) -> tuple[list[PackTest], list[Problem]]:
    text, problems = read_text(file, f"{where}/{TESTS}")
    parsed, wrong = parse(text, f"{where}/{TESTS}") if text is not None else (None, [])
    form, more = validated(TestFile, parsed) if parsed is not None else (None, [])
    problems = [*problems, *wrong, *more]
    if form is None or parsed is None:
        return [], problems
    problems += _twice(form, parsed)
    found = []
    for number, test in enumerate(form.tests):
        if test.rule is None or test.rule in known:
            found.append(PackTest(pack, test, parsed.place(("tests", number))))
        else:
            place = parsed.place(("tests", number, "rule"))
            problems.append(Problem(place, f"tests.{number}.rule: {no_rule(test.rule, known)}"))
    return found, problems


def _twice(form: TestFile, parsed: Parsed) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for number, test in enumerate(form.tests):
        if test.name in seen:
            place = parsed.place(("tests", number, "name"))
            problems.append(
                Problem(place, f'tests.{number}.name: another test is called "{test.name}" already')
            )
        seen.add(test.name)
    return problems
