"""Reports with as many findings as a test wants: two papers on a flood, town by town."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from claimcheck.model import Attribution, Claim, Document, Finding, Interval, Pack, Quantity, Report, Step
from claimcheck.model.claim import EventReference

TOWNS = ("Ashford", "Brenning", "Caldmoor", "Dunwick", "Elmhurst", "Farrow", "Grayling", "Holmsea")
HOSTILE = (
    '<script>window.stolen=1;document.title="stolen"</script><img src=x onerror=alert(1)> '
    "\"'`{{ 7919*7919 }} </textarea>"
)


def town(number: int) -> str:
    """A name of its own for each number."""
    return TOWNS[number % len(TOWNS)] + (f" {number // len(TOWNS) + 1}" if number >= len(TOWNS) else "")


def flood_report(findings: int = 24, *, per_story: int = 1000, edited: int = 0, hostile: str = "") -> Report:
    """Two papers a story that differ on the dead of each town; in the first `edited` towns the later figure moved."""
    documents: list[Document] = []
    claims: list[Claim] = []
    found: list[Finding] = []
    for first in range(0, findings, per_story):
        towns = range(first, min(first + per_story, findings))
        story = "flood" if findings <= per_story else f"flood-{first // per_story + 1}"
        left, left_claims = _paper(story, "Morning Courier", "2031-05-02", towns, 12, "killed", hostile)
        right, right_claims = _paper(
            story, "Evening Herald", "2031-05-03", towns, 40, "dead", hostile, edited=edited
        )
        documents += [left, right]
        claims += [*left_claims, *right_claims]
        found += [
            _finding(number, story, pair)
            for number, *pair in zip(towns, left_claims, right_claims, strict=True)
        ]
    return Report(
        "0.1.0", (Pack("core", "1", "0" * 64),), tuple(documents), tuple(claims), tuple(found), (), ()
    )


def _paper(
    story: str,
    outlet: str,
    published: str,
    towns: range,
    dead: int,
    word: str,
    hostile: str,
    *,
    edited: int = 0,
) -> tuple[Document, list[Claim]]:
    text, claims = f"The river has left its bed. {hostile}\n\n", []
    identity = f"{story}-{outlet.split(maxsplit=1)[0].lower()}"
    for number in towns:
        count = dead + number % 7 + (5 if number < edited else 0)
        figure = f"{count} people"
        quote = f"{figure} were {word} in {town(number)}"
        start = len(text) + len("The mayor said ")
        text += f"The mayor said {quote}.\n\n"
        claims.append(_claim(identity, story, number, quote, figure, count, start))
    document = Document(
        id=identity,
        story=story,
        text=text,
        outlet=outlet + hostile,
        title=f"Flood: the {outlet}" + hostile,
        published=published,
        url="javascript:alert(1)" if hostile else f"https://{identity}.example/flood",
        path=f"reports/{identity}.txt",
        sha256=sha256(text.encode()).hexdigest(),
    )
    return document, claims


def _claim(document: str, story: str, number: int, quote: str, figure: str, count: int, start: int) -> Claim:
    return Claim(
        id=f"c-{sha256(f'{document}{number}{count}'.encode()).hexdigest()[:16]}",
        document=document,
        story=story,
        field="text",
        start=start,
        end=start + len(quote),
        quote=quote,
        sentence=f"The mayor said {quote}.",
        kind="quantity",
        event=EventReference("flood", f"e{number}"),
        measure="deaths",
        place=town(number).lower(),
        quantity=Quantity(
            text=figure,
            start=start,
            end=start + len(figure),
            value=Decimal(count),
            hard=Interval.point(Decimal(count)),
            soft=Interval.point(Decimal(count)),
            unit="person",
            noun="people",
        ),
        attribution=(
            Attribution("the mayor", start - len("The mayor said "), start - len(" said "), "said"),
        ),
    )


def _finding(number: int, story: str, claims: list[Claim]) -> Finding:
    left, right = claims
    key = sha256(f"{left.id}{right.id}".encode()).hexdigest()
    return Finding(
        id=f"f-{key[:10]}",
        fingerprint=key[:24],
        story=story,
        rule="core/number-mismatch",
        rule_hash="0" * 64,
        relation=("contradiction", "tension", "contradiction", "update")[number % 4],
        severity=("high", "medium", "low")[number % 3],
        confidence=round(0.95 - (number % 40) / 100, 2),
        claims=(left.id, right.id),
        origins=(1, 1),
        title=f"Two counts of the dead in {town(number)}",
        explanation=f"The mayor gives “{left.quantity.text}” in one report and “{right.quantity.text}” in the other.",
        steps=(
            Step("Both speak of the dead of one town.", (left.id, right.id)),
            Step("The figures differ.", (), 14),
        ),
    )


def without(report: Report, *fingerprints: str) -> Report:
    """The report without these findings."""
    return replace(report, findings=tuple(f for f in report.findings if f.fingerprint not in fingerprints))
