"""Errors of a model as problems that say where and what was meant."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from claimcheck.resources import parse, validated


class Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Apples(Form):
    type: Literal["apples"]
    sweetness: int = 0


class Pears(Form):
    type: Literal["pears"]
    firmness: int = 0


class Basket(Form):
    name: str
    size: Literal["small", "large"] = "small"
    fruit: Annotated[Apples | Pears, Field(discriminator="type")]
    labels: dict[str, Apples] = {}
    notes: list[str] = []

    @field_validator("name")
    @classmethod
    def _no_blanks(cls, name: str) -> str:
        if " " in name:
            raise ValueError("has a blank in it")
        return name


def problems_of(text: str) -> list[str]:
    parsed, problems = parse(text, "file.yml")
    assert parsed is not None
    assert problems == []
    form, problems = validated(Basket, parsed)
    assert (form is None) == bool(problems)
    return [str(problem) for problem in problems]


def test_sound_data_becomes_the_model() -> None:
    parsed, _ = parse("box: {name: one, fruit: {type: pears, firmness: 3}}\n", "file.yml")
    assert parsed is not None
    form, problems = validated(Basket, parsed, ("box",))
    assert problems == []
    assert form is not None
    assert form.fruit == Pears(type="pears", firmness=3)


def test_an_unknown_key_is_refused_with_the_nearest_known_one() -> None:
    assert problems_of("name: one\nfruit:\n  type: pears\n  firmnes: 3\n") == [
        "file.yml:4:3: fruit.firmnes: unknown key - did you mean 'firmness'?"
    ]


def test_only_the_chosen_branch_of_a_union_gives_hints() -> None:
    assert problems_of("name: one\nfruit: {type: pears, sweetness: 3}\n") == [
        "file.yml:2:22: fruit.sweetness: unknown key"
    ]


def test_an_unknown_key_inside_a_mapping_of_models_is_found() -> None:
    assert problems_of("name: one\nfruit: {type: pears}\nlabels:\n  x: {type: apples, swetness: 1}\n") == [
        "file.yml:4:21: labels.x.swetness: unknown key - did you mean 'sweetness'?"
    ]


def test_a_misspelt_word_is_refused_with_the_choices() -> None:
    assert problems_of("name: one\nsize: smal\nfruit: {type: peers}\n") == [
        "file.yml:2:7: size: \"smal\" is not one of small, large - did you mean 'small'?",
        "file.yml:3:8: fruit: \"peers\" is not one of apples, pears - did you mean 'pears'?",
    ]


def test_missing_keys_are_named_at_what_lacks_them() -> None:
    assert problems_of("fruit: {sweetness: 1}\n") == [
        "file.yml:1:1: name: is missing",
        "file.yml:1:8: fruit: type is missing",
    ]


def test_a_number_where_text_belongs_says_how_to_quote_it() -> None:
    assert problems_of("name: one\nfruit: {type: pears}\nnotes: [a, 2.0, true]\n") == [
        "file.yml:3:12: notes.1: should be text: put 2.0 in quotes",
        "file.yml:3:17: notes.2: should be text: put true in quotes",
    ]


def test_the_words_of_our_own_validators_come_through() -> None:
    assert problems_of("name: one two\nfruit: {type: pears}\n") == ["file.yml:1:7: name: has a blank in it"]


def test_a_list_is_no_mapping() -> None:
    assert "should be a valid dictionary" in problems_of("- a\n")[0]


def test_unsound_data_is_refused_without_saying_it_twice() -> None:
    parsed, problems = parse("name: one\nname: two\nfruit: {type: pears}\n", "file.yml")
    assert len(problems) == 1
    assert parsed is not None
    assert validated(Basket, parsed) == (None, [])
