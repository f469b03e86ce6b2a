"""The words that give away what is not running text, read from `rules/lang/en/layout.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from pydantic import BaseModel, ConfigDict

from claimcheck.errors import RuleError
from claimcheck.ingest.phrases import alternatives, anywhere, opening
from claimcheck.resources import parse, read_text, rules_root, validated


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Boilerplate(_Table):
    lines: list[str]
    openings: list[str]
    blurbs: list[str]


class _Headline(_Table):
    longest: int


class _Byline(_Table):
    openings: list[str]
    unnamed: list[str]
    from_openings: list[str]
    small_words: list[str]
    whereabouts: list[str]
    posted: list[str]
    roles: list[str]


class _Openings(_Table):
    openings: list[str]


class _Credit(_Table):
    openings: list[str]
    verbs: list[str]


class _Masthead(_Table):
    openings: list[str]
    first_words: list[str]
    last_words: list[str]
    outlets: list[str]
    editions: list[str]


class _Caption(_Table):
    openings: list[str]
    determiners: list[str]
    finite: list[str]
    participles: list[str]
    prepositions: list[str]


class _LayoutFile(_Table):
    months: list[str]
    month_abbreviations: list[str]
    more_months: dict[str, int]
    weekdays: list[str]
    agencies: dict[str, list[str]]
    boilerplate: _Boilerplate
    headline: _Headline
    byline: _Byline
    dateline: _Openings
    credit: _Credit
    correction: _Openings
    masthead: _Masthead
    caption: _Caption


@dataclass(frozen=True, slots=True)
class CaptionWords:
    """What tells a caption from a sentence."""

    opening: re.Pattern[str]
    determiners: frozenset[str]
    finite: frozenset[str]
    participles: frozenset[str]
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class MastheadWords:
    """What tells the name of an outlet. `openings` begin such a name, `opening` a line that gives one."""

    opening: re.Pattern[str]
    openings: re.Pattern[str]
    last_words: frozenset[str]
    outlets: frozenset[str]
    editions: frozenset[str]


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """The lists of layout.yml, ready to match. Keys and sets are in lower case."""

    months: Mapping[str, int]
    weekday: str
    agencies: Mapping[str, str]
    agency: re.Pattern[str]
    chrome_line: re.Pattern[str]
    chrome_opening: re.Pattern[str]
    blurb: re.Pattern[str]
    longest_headline: int
    byline: re.Pattern[str]
    byline_from: re.Pattern[str]
    unnamed: re.Pattern[str]
    whereabouts: re.Pattern[str]
    posted: re.Pattern[str]
    small_words: frozenset[str]
    roles: frozenset[str]
    date_opening: re.Pattern[str]
    credit_opening: re.Pattern[str]
    credit_verb: str
    correction: re.Pattern[str]
    masthead: MastheadWords
    caption: CaptionWords


@cache
def layout_words() -> LayoutWords:
    """The shipped word lists; read once, on first use."""
    return load_layout_words(rules_root() / "lang" / "en" / "layout.yml", "rules/lang/en/layout.yml")


def load_layout_words(file: Traversable, where: str) -> LayoutWords:
    """The word lists of one file; raises RuleError where the file is not as it must be."""
    text, problems = read_text(file, where)
    parsed = None
    if text is not None:
        parsed, problems = parse(text, where)
    if parsed is not None and not problems:
        lists, problems = validated(_LayoutFile, parsed)
        if lists is not None:
            return _compiled(lists)
    raise RuleError("\n".join(str(problem) for problem in problems))


def _compiled(lists: _LayoutFile) -> LayoutWords:
    agencies = {name: key for key, names in lists.agencies.items() for name in names}
    pages, byline, credit = lists.boilerplate, lists.byline, lists.credit
    return LayoutWords(
        months=_months(lists),
        weekday=alternatives(lists.weekdays),
        agencies=agencies,
        agency=anywhere(agencies, fold=False),
        chrome_line=re.compile(rf"\W*(?:{alternatives(pages.lines)}\W*)+", re.IGNORECASE),
        chrome_opening=opening(pages.openings),
        blurb=anywhere(pages.blurbs),
        longest_headline=lists.headline.longest,
        byline=opening(byline.openings),
        byline_from=opening(byline.from_openings),
        unnamed=opening(byline.unnamed),
        whereabouts=opening(byline.whereabouts),
        posted=re.compile(rf"\s{alternatives(byline.posted)}\s"),
        small_words=frozenset(byline.small_words),
        roles=frozenset(byline.roles),
        date_opening=opening(lists.dateline.openings),
        credit_opening=opening(credit.openings),
        credit_verb=alternatives(credit.verbs),
        correction=opening(lists.correction.openings),
        masthead=_masthead(lists.masthead),
        caption=_caption(lists.caption),
    )


def _months(lists: _LayoutFile) -> Mapping[str, int]:
    names = (lists.months, lists.month_abbreviations)
    numbered = {name: number for row in names for number, name in enumerate(row, start=1)}
    return {**numbered, **lists.more_months}


def _masthead(lists: _Masthead) -> MastheadWords:
    return MastheadWords(
        opening=opening(lists.openings),
        openings=opening(lists.first_words),
        last_words=frozenset(lists.last_words),
        outlets=frozenset(lists.outlets),
        editions=frozenset(lists.editions),
    )


def _caption(lists: _Caption) -> CaptionWords:
    return CaptionWords(
        opening=opening(lists.openings),
        determiners=frozenset(lists.determiners),
        finite=frozenset(lists.finite),
        participles=frozenset(lists.participles),
        prepositions=frozenset(lists.prepositions),
    )
