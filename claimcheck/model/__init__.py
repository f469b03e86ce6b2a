"""The vocabulary: frozen dataclasses that every layer shares. Standard library only."""

from claimcheck.model.claim import (
    Attribution,
    Bound,
    Claim,
    ContentValue,
    Derivation,
    EventReference,
    Factuality,
    Kind,
    Polarity,
    TimeReference,
)
from claimcheck.model.document import Document, Field, Part, PartKind
from claimcheck.model.finding import (
    Decision,
    Finding,
    FindingState,
    Relation,
    ReviewState,
    Severity,
    Standing,
    Step,
    Verdict,
)
from claimcheck.model.interval import Interval, grouped, plain
from claimcheck.model.quantity import Change, Qualifier, Quantity, Value
from claimcheck.model.report import NotChecked, Pack, Report
from claimcheck.model.span import Span

__all__ = [
    "Attribution",
    "Bound",
    "Change",
    "Claim",
    "ContentValue",
    "Decision",
    "Derivation",
    "Document",
    "EventReference",
    "Factuality",
    "Field",
    "Finding",
    "FindingState",
    "Interval",
    "Kind",
    "NotChecked",
    "Pack",
    "Part",
    "PartKind",
    "Polarity",
    "Qualifier",
    "Quantity",
    "Relation",
    "Report",
    "ReviewState",
    "Severity",
    "Span",
    "Standing",
    "Step",
    "TimeReference",
    "Value",
    "Verdict",
    "grouped",
    "plain",
]
