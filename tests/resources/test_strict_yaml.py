"""The strict loader: what is typed, what is refused, and where each thing stands."""

from __future__ import annotations

import time

import pytest

from claimcheck.resources import parse


def read(text: str) -> object:
    parsed, problems = parse(text, "file.yml")
    assert problems == []
    assert parsed is not None
    return parsed.data


def problems_of(text: str) -> list[str]:
    return [str(problem) for problem in parse(text, "file.yml")[1]]


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "off", "NO", "12:30", "0500", "2022-11-10", "~", "1e5", "0x1F", "1_000"]
)
def test_words_that_yaml_would_mangle_stay_what_they_look_like(word: str) -> None:
    assert read(f"key: {word}\n") == {"key": word}


@pytest.mark.parametrize(
    ("word", "value"),
    [("null", None), ("", None), ("true", True), ("false", False), ("12", 12), ("-3", -3), ("0.5", 0.5)],
)
def test_only_null_booleans_and_plain_numbers_are_typed(word: str, value: object) -> None:
    assert read(f"key: {word}\n") == {"key": value}


def test_quoted_words_and_keys_are_always_text() -> None:
    assert read("12: '12'\ntrue: \"null\"\n") == {"12": "12", "true": "null"}


def test_a_number_of_thousands_of_digits_stays_text() -> None:
    digits = "9" * 5000
    assert read(f"key: {digits}\n") == {"key": digits}


def test_an_unquoted_comma_inside_braces_is_refused() -> None:
    assert problems_of("a: 1\ncheck: {value: about 20,000}\n") == [
        'file.yml:2:25: "000" stands alone - is there an unquoted comma inside { }?'
    ]


def test_an_unquoted_comma_inside_brackets_is_refused_where_it_splits_a_number() -> None:
    (problem,) = problems_of("words: [é 😀, more than 10,000 dead]\n")
    assert problem.startswith('file.yml:1:27: "000 dead" was cut off at a comma')
    assert read("numbers: [20000, 100, 200]\n") == {"numbers": [20000, 100, 200]}


def test_text_that_begins_with_a_placeholder_gets_its_own_message() -> None:
    assert "text that begins with { must be in quotes" in problems_of("explain: {left.speaker} says\n")[0]


def test_all_problems_come_at_once_with_their_places() -> None:
    text = "a: 1\na: 2\nb: &x one\nc: *x\nd: !!python/object:os.system x\ne: {f: 1, g}\n"
    assert problems_of(text) == [
        'file.yml:2:1: "a" stands twice here, first on line 1',
        "file.yml:3:4: &x: anchors are not allowed, repeat the text",
        "file.yml:4:4: *x: aliases are not allowed, repeat the text",
        "file.yml:5:4: tag:yaml.org,2002:python/object:os.system: tags are not allowed, write plain data",
        'file.yml:6:11: "g" stands alone - is there an unquoted comma inside { }?',
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "file.yml: is empty"),
        ("a:\n\t- b\n", "file.yml:2:1: a tab indents this line: use spaces"),
        ("a: b\x07\n", "file.yml:1:5: the control character U+0007 stands here: remove it"),
        ("a: b\u2028\n", "file.yml:1:5: the control character U+2028 stands here: remove it"),
        ("a: \ud800\n", "file.yml:1:4: the control character U+D800 stands here: remove it"),
        ("a: 1\n---\nb: 2\n", "file.yml:2:1: a second document begins here: a file holds only one"),
        ("? [a, b]\n: 1\n", "file.yml:1:3: a key must be text, not a list or a mapping"),
        ("a: why: not\n", 'file.yml:1:7: a ":" stands in text without quotes (nothing after this was read)'),
        ("x" * 1_000_001, "file.yml: is larger than 1 MB: split it into several files"),
    ],
)
def test_what_is_not_plain_data_is_refused(text: str, problem: str) -> None:
    assert problems_of(text) == [problem]


@pytest.mark.parametrize("attack", ["[" * 900_000, "{a: " * 200_000, "- " * 400_000, "? " * 400_000])
def test_deep_nesting_is_refused_at_once(attack: str) -> None:
    begin = time.perf_counter()
    assert any(
        "nested more than 20 levels deep" in problem or "a key must be" in problem
        for problem in problems_of(attack)
    )
    assert time.perf_counter() - begin < 2


def test_a_flood_of_problems_is_cut_short() -> None:
    told = problems_of("[" + "&a x, " * 500 + "]")
    assert len(told) == 101
    assert told[-1] == "file.yml: has 400 more problems"


def test_positions_are_those_of_values_and_of_keys() -> None:
    parsed, _ = parse("rules:\n  - id: a\n    check:\n      type: x\n", "file.yml")
    assert parsed is not None
    assert parsed.position(("rules", 0, "id")) == (2, 9)
    assert parsed.key_position(("rules", 0, "id")) == (2, 5)
    assert parsed.position(("rules", 0, "check")) == (4, 7)
    assert parsed.place(("rules", 0, "check")) == "file.yml:3:5"
    assert parsed.position(("rules", 0, "missing")) == (2, 5)
    assert parsed.place(("rules", 0, "missing")) == "file.yml:2:5"
    assert parsed.lines(("rules", 0)) == {"": 2, "id": 2, "check": 3, "check.type": 4}


def test_after_a_syntax_error_the_rules_before_it_are_still_sound() -> None:
    parsed, problems = parse("rules:\n  - id: a\n  - id: b\n    x: y: z\n  - id: c\n", "file.yml")
    assert len(problems) == 1
    assert parsed is not None
    assert parsed.sound(("rules", 0))
    assert not parsed.sound(("rules", 1))
    assert not parsed.sound(("rules", 2))
    assert not parsed.sound()
    assert parsed.sound((), but=("rules",))


def test_half_a_megabyte_is_read_in_well_under_a_second() -> None:
    rule = "  - id: x\n    check: {type: number_mismatch, pair: {same: [event, measure]}, within: 36h}\n"
    text = "rules:\n" + rule * (500_000 // len(rule))
    begin = time.perf_counter()
    read(text)
    # Measured 0.2 s; the bound leaves room for a busy machine.
    assert time.perf_counter() - begin < 2
