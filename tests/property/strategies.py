"""Texts, documents, intervals, claims and reports for hypothesis."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import get_args

from hypothesis import strategies as st

from claimcheck.errors import Problem
from claimcheck.model import (
    Attribution,
    Bound,
    Change,
    Claim,
    Decision,
    Derivation,
    Document,
    EventReference,
    Factuality,
    Field,
    Finding,
    Interval,
    Kind,
    NotChecked,
    Pack,
    Part,
    PartKind,
    Polarity,
    Qualifier,
    Quantity,
    Relation,
    Report,
    Severity,
    Span,
    Step,
    TimeReference,
    Verdict,
)

FRAGMENTS = (
    "The coast guard said 12 people were killed",
    "At least 40 people died on Tuesday, the ministry said",
    "between 15,000 and 18,000 residents fled",
    "“We lost twelve of the 30 boats,” said Captain Ana Ruiz",
    "half of them were children",
    "no one was hurt",
    "tens of thousands marched through Port Maren",
    "Gen. Smith put losses at 1.5 million dollars",
    "the toll rose to 127 from 93, up 37 percent",
    "The U.S. sent $2.6 billion in aid",
    "two-thirds of the town's 9,500 houses",
    "By Staff Writer",
    "(AP) —",
    "a 5.9-magnitude quake",
    "Moscow denied that 300 soldiers had surrendered",
    "from 3½ to 4 km",
    "2022-11-13 5:30 p.m.",
    "half a million euros",
    "nineteen hundred and",
    "1,000,000",
    "more than",
    "3/4 of",
)
JOINTS = (". ", ", ", " ", "\n", "\n\n", "; ", "? ", "!” ", " — ", ".\r\n", "\u00a0", " and ")
characters = st.characters(exclude_categories=("Cs",))
words = st.text(characters, max_size=20)
names = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)
any_text = st.text(characters, max_size=200)
number_signs = st.text(st.sampled_from("0123456789 .,-/½$€%“”\"'’()\n aAnd"), max_size=80)
news_text = st.lists(st.sampled_from(FRAGMENTS) | st.sampled_from(JOINTS), max_size=14).map(" ".join)
mixed_text = st.lists(st.sampled_from(FRAGMENTS + JOINTS) | words | number_signs, max_size=10).map("".join)

numbers = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, places=3)
ends = st.none() | st.integers(-9, 9).map(Decimal)
intervals = st.builds(Interval, ends, ends, st.booleans(), st.booleans())
filled_intervals = intervals.filter(lambda interval: not interval.empty)


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


def one_of_type(literal: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


wide_ends = st.none() | numbers
offsets = st.integers(0, 10_000)
quantities = st.builds(
    Quantity,
    text=words,
    start=offsets,
    end=offsets,
    value=st.none() | numbers | st.tuples(numbers, numbers),
    hard=st.builds(Interval, wide_ends, wide_ends, st.booleans(), st.booleans()),
    soft=st.builds(Interval, wide_ends, wide_ends),
    qualifier=one_of_type(Qualifier),
    change=maybe(one_of_type(Change)),
    **dict.fromkeys(("unit", "noun", "of", "period", "currency", "basis"), maybe(words)),
)
contents = st.dictionaries(names, words | st.lists(words, max_size=3).map(tuple), max_size=3)
claims = st.builds(
    Claim,
    id=names,
    document=names,
    story=names,
    field=one_of_type(Field),
    start=offsets,
    end=offsets,
    quote=words,
    sentence=words,
    kind=one_of_type(Kind),
    event=maybe(st.builds(EventReference, names, maybe(names))),
    measure=maybe(names),
    actor=maybe(names),
    place=maybe(names),
    time=maybe(st.builds(TimeReference, maybe(names), maybe(names), words, one_of_type(Bound))),
    content=contents.map(MappingProxyType),
    quantity=maybe(quantities),
    derived=maybe(st.builds(Derivation, st.just(("c1",)), st.lists(words, max_size=2).map(tuple))),
    polarity=one_of_type(Polarity),
    factuality=one_of_type(Factuality),
    attribution=st.lists(
        st.builds(Attribution, names, offsets, offsets, words, maybe(names)), max_size=2
    ).map(tuple),
)
documents = st.builds(
    Document,
    id=names,
    story=names,
    text=any_text,
    **dict.fromkeys(("outlet", "title", "author", "published", "url", "path", "origin"), maybe(words)),
    sha256=names,
    parts=st.lists(st.builds(Part, one_of_type(PartKind), st.builds(Span, offsets, offsets)), max_size=2).map(
        tuple
    ),
)
findings = st.builds(
    Finding,
    id=names,
    fingerprint=names,
    story=names,
    rule=names,
    rule_hash=names,
    relation=one_of_type(Relation),
    severity=one_of_type(Severity),
    confidence=st.floats(0, 1),
    claims=st.lists(names, min_size=2, max_size=3).map(tuple),
    origins=st.lists(st.integers(0, 9), max_size=3).map(tuple),
    title=words,
    explanation=words,
    steps=st.lists(st.builds(Step, words, st.just(("c1",)), maybe(offsets)), max_size=2).map(tuple),
    review=maybe(st.builds(Decision, one_of_type(Verdict), names, names, maybe(names), maybe(words))),
)


def few(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


reports = st.builds(
    Report,
    tool_version=names,
    packs=few(st.builds(Pack, names, names, names)),
    documents=few(documents),
    claims=few(claims),
    findings=few(findings),
    not_checked=few(st.builds(NotChecked, names, one_of_type(Field), offsets, offsets, words, words)),
    problems=few(st.builds(Problem, words, words)),
)
