"""Two invented reports on one withdrawal and what a run found in them, built by hand."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.errors import Problem
from claimcheck.model import (
    Attribution,
    Claim,
    Decision,
    Document,
    EventReference,
    Finding,
    Interval,
    Kind,
    NotChecked,
    Pack,
    Quantity,
    Report,
    Step,
    TimeReference,
)

COURIER = """Garrison leaves the delta

The last ferries crossed on Thursday. An estimated 20,000 troops had been stationed west of the river, \
the Estern army said. Half of them had been withdrawn by Thursday evening, it added.

The withdrawal was chaotic, residents said. Water supplies are cut.
"""
HERALD = """The ministry published a statement on Friday.

More than 30,000 soldiers had been withdrawn from the western bank, Norland's Defence Ministry said. \
“Not a single piece of equipment was left behind,” it said. The withdrawal was orderly, residents said.
"""
COURIER_DOCUMENT = Document(
    id="courier-1",
    story="delta",
    text=COURIER,
    outlet="Delta Courier",
    title="Garrison leaves the delta",
    author="Ines Falk",
    published="2031-05-02",
    url="https://courier.example/delta?page=1&lang=en",
    path="reports/courier.txt",
    sha256="5e1f" * 16,
)
HERALD_DOCUMENT = Document(
    id="herald-1",
    story="delta",
    text=HERALD,
    outlet="Northern Herald",
    title="Ministry: all are out",
    published="2031-05-03T09:30Z",
    path="reports/herald.txt",
    sha256="a7c0" * 16,
    origin="Norland Press Agency",
)


def number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def quantity(
    document: Document, words: str, value: str, low: str, high: str, *, closed: bool = True
) -> Quantity:
    start = document.text.index(words)
    hard = Interval(number(low), number(high), closed, closed)
    soft = Interval(number(low or value), number(high or value))
    return Quantity(words, start, start + len(words), number(value), hard, soft, unit="person", noun="troops")


def claim(
    name: str,
    document: Document,
    quote: str,
    sentence: str,
    *,
    kind: Kind = "quantity",
    figure: Quantity | None = None,
    measure: str | None = None,
    by: str | None = None,
    time: TimeReference | None = None,
) -> Claim:
    start = document.text.index(quote)
    at = document.text.index(by, start) if by else 0
    return Claim(
        id=name,
        document=document.id,
        story=document.story,
        field="text",
        start=start,
        end=start + len(quote),
        quote=quote,
        sentence=sentence,
        kind=kind,
        event=EventReference("withdrawal", "e1"),
        measure=measure,
        time=time,
        quantity=figure,
        attribution=(Attribution(by, at, at + len(by), "said"),) if by else (),
    )


STATIONED = claim(
    "c1",
    COURIER_DOCUMENT,
    "An estimated 20,000 troops had been stationed west of the river",
    "An estimated 20,000 troops had been stationed west of the river, the Estern army said.",
    figure=quantity(COURIER_DOCUMENT, "An estimated 20,000", "20000", "16000", "24000"),
    measure="troops_withdrawn",
    by="the Estern army",
    time=TimeReference(None, "2031-05-01T18:00Z", "by Thursday evening", "by"),
)
WITHDRAWN = claim(
    "c2",
    HERALD_DOCUMENT,
    "More than 30,000 soldiers had been withdrawn from the western bank",
    "More than 30,000 soldiers had been withdrawn from the western bank, Norland's Defence Ministry said.",
    figure=quantity(HERALD_DOCUMENT, "More than 30,000", "30000", "30000", "", closed=False),
    measure="troops_withdrawn",
    by="Norland's Defence Ministry",
)
CHAOTIC = claim(
    "c3",
    COURIER_DOCUMENT,
    "The withdrawal was chaotic",
    "The withdrawal was chaotic, residents said.",
    kind="manner",
    by="residents",
)
ORDERLY = claim(
    "c4",
    HERALD_DOCUMENT,
    "The withdrawal was orderly",
    "The withdrawal was orderly, residents said.",
    kind="manner",
    by="residents",
)
PUBLISHED = claim(
    "c5",
    HERALD_DOCUMENT,
    "The ministry published a statement on Friday",
    "The ministry published a statement on Friday.",
    kind="occurrence",
)

NUMBERS = Finding(
    id="f-9c1d5a0b77e2",
    fingerprint="9c1d5a0b77e24410",
    story="delta",
    rule="core/number-mismatch",
    rule_hash="be" * 20,
    relation="contradiction",
    severity="high",
    confidence=0.93,
    claims=("c1", "c2"),
    origins=(1, 2),
    title="How many soldiers were there to withdraw",
    explanation="The Estern army counts 16,000 to 24,000 people, Norland more than 30,000; both cannot hold.",
    steps=(
        Step("“An estimated 20,000” allows 16,000 to 24,000.", ("c1",)),
        Step("“More than 30,000” allows more than 30,000.", ("c2",)),
        Step("The two ranges have no number in common.", ("c1", "c2"), 14),
    ),
)
MANNERS = Finding(
    id="f-2",
    fingerprint="22aa",
    story="delta",
    rule="core/opposite-words",
    rule_hash="cd" * 20,
    relation="tension",
    severity="medium",
    confidence=0.7,
    claims=("c3", "c4"),
    origins=(1, 1),
    title="How the withdrawal went",
    explanation="“chaotic” and “orderly” are opposites.",
)
SAME = Finding(
    id="f-3",
    fingerprint="33bb",
    story="delta",
    rule="core/agreement",
    rule_hash="ef" * 20,
    relation="agreement",
    severity="low",
    confidence=0.9,
    claims=("c3", "c5"),
    origins=(1, 1),
    title="Both speak of the same week",
    explanation="Thursday and Friday belong to one week.",
)
CONFIRMED = Decision("confirmed", "A. Berg", "2031-05-04T10:00Z", None, "Rang both press offices")
DISMISSED = Decision("not_a_conflict", "A. Berg", "2031-05-04", "different_scope")


def report(
    *findings: Finding, documents: tuple[Document, ...] = (), claims: tuple[Claim, ...] = ()
) -> Report:
    return Report(
        tool_version="0.1.0",
        packs=(Pack("core", "1.2.0", "0f" * 32),),
        documents=documents or (COURIER_DOCUMENT, HERALD_DOCUMENT),
        claims=claims or (STATIONED, WITHDRAWN, CHAOTIC, ORDERLY, PUBLISHED),
        findings=findings or (SAME, MANNERS, NUMBERS),
        not_checked=(NotChecked("courier-1", "text", 4, 9, "Half of them", "no set it is half of"),),
        problems=(Problem("reports/empty.txt", "holds no text"),),
    )


HOSTILE_TEXT = '=HYPERLINK("x") <script>alert(1)</script> | *a* \x1b[2J said 5 people. More.'


def hostile() -> Report:
    """A story whose every word tries to be more than a word."""
    document = Document(
        id="evil-1",
        story="</title><script>alert(2)</script>",
        text=HOSTILE_TEXT,
        outlet="<img src=x onerror=alert(3)>",
        title="=cmd|' /C calc'!A0",
        author="\u202eevil",
        published="soon",
        url="javascript:alert(4)",
        path='"><script>.txt',
        sha256="00" * 32,
    )
    quote = HOSTILE_TEXT.split(". More", maxsplit=1)[0]
    first = Claim(
        id="x1",
        document="evil-1",
        story=document.story,
        field="text",
        start=0,
        end=len(quote),
        quote=quote,
        sentence=quote + ".",
        kind="quantity",
        quantity=quantity(document, "5", "5", "5", "5"),
        measure="open:<b>/say",
        attribution=(Attribution("@SUM(1)", 0, 3, "said"), Attribution("-2+3", 0, 3, "\tsaid")),
    )
    second = Claim("x2", "evil-2", document.story, "text", 0, 4, "+1+1", "+1+1", "occurrence")
    finding = Finding(
        id='"><script>',
        fingerprint="<b>",
        story=document.story,
        rule="`x`/<i>",
        rule_hash="",
        relation="contradiction",
        severity="low",
        confidence=0.5,
        claims=("x1", "x2", "gone"),
        origins=(1, 1, 1),
        title="<h1>no</h1>",
        explanation="- <script>alert(5)</script>",
        steps=(Step("1. {{ 7 * 7 }}"),),
        review=Decision("unsure", "<u>me</u>", "x", None, "<s>"),
    )
    return report(finding, documents=(document,), claims=(first, second))
