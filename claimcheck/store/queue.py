"""The queue: findings in the order of work, sorted, filtered and counted by the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    func,
    literal,
    not_,
    or_,
    select,
    true,
)

from claimcheck.model import FindingState, ReviewState
from claimcheck.store.columns import storable
from claimcheck.store.tables import answers, evidence, findings, leases, search_words
from claimcheck.store.views import (
    WANTED_STATES,
    QueueFilter,
    QueueItem,
    QueuePage,
    Reviewer,
    WantedState,
)

_F = findings.c
LAST_ATTENTION = 3


def queue_page(
    connection: Connection, who: Reviewer, wanted: QueueFilter, offset: int, limit: int, now: str
) -> QueuePage:
    """A stretch of the queue as `who` may see it."""
    counts = counts_by_state(connection, who, wanted)
    total = _total(counts, wanted)
    ordered = (
        _filtered(select(_F.finding_key), who, wanted).order_by(*_order(who)).offset(offset).limit(limit)
    )
    keys = list(connection.scalars(ordered))
    rows = {row.finding_key: row for row in connection.execute(_items(who, keys, now)).all()}
    return QueuePage(tuple(_item(rows[key]) for key in keys), total, counts)


def counts_by_state(connection: Connection, who: Reviewer, wanted: QueueFilter) -> dict[str, int]:
    """How many findings there are in each wanted state, by the other parts of the filter; `all` leaves out absent."""
    counts = dict.fromkeys((*WANTED_STATES, "all"), 0)
    for state, review, count in review_counts(connection, wanted):
        counts[state] += count
        if state != "absent":
            counts["all"] += count
            for name in _review_states(review):
                counts[name] += count
    # Only where the others are still waited for does it matter whether `who` has answered.
    if counts["waiting"] or counts["disputed"]:
        theirs = select(_F.review, func.count()).where(
            _F.state != "absent",
            _F.review.in_(("waiting", "disputed")),
            _answered(who),
            *_conditions(wanted),
        )
        for review, count in connection.execute(theirs.group_by(_F.review)):
            counts["unreviewed"] -= count
            counts["reviewed"] += count if review == "waiting" else 0
    return counts


def review_counts(connection: Connection, wanted: QueueFilter) -> list[tuple[FindingState, ReviewState, int]]:
    """How many findings there are in each state and state of review, by the filter but for its own state."""
    query = select(_F.state, _F.review, func.count()).where(*_conditions(wanted))
    rows = connection.execute(query.group_by(_F.state, _F.review)).all()
    return [(row[0], row[1], row[2]) for row in rows]


def _review_states(review: ReviewState) -> Iterator[WantedState]:
    """What `_in_state` says of a finding that is there now and that `who` has not answered."""
    if review in ("disputed", "waiting"):
        yield review
    yield "reviewed" if review == "reviewed" else "unreviewed"


def neighbours_of(
    connection: Connection, who: Reviewer, wanted: QueueFilter, finding_key: str
) -> tuple[str | None, str | None]:
    """The findings before and after one in the queue; for one outside the filter, those around its place as open."""
    mine = _filtered(select(_F.finding_key), who, wanted)
    place = _place(connection, finding_key)
    if place is None:
        return None, None
    attention, cluster_weight, cluster, weight = place
    inside = connection.scalar(mine.where(_F.finding_key == finding_key)) is not None
    if inside:
        attention = connection.execute(
            select(_attention(who)).where(_F.finding_key == finding_key)
        ).scalar_one()
    # Sorted down by weights and up by the rest, which no comparison of rows can say in one.
    later = _after(who, attention, cluster_weight, cluster, weight, finding_key)
    following = connection.scalar(mine.where(later).order_by(*_order(who)).limit(1))
    earlier = and_(not_(later), _F.finding_key != finding_key)
    before = connection.scalar(mine.where(earlier).order_by(*_reversed(who)).limit(1))
    return before, following


def _place(connection: Connection, finding_key: str) -> tuple[int, float, str, float] | None:
    """Where a finding would stand if nobody had answered it yet."""
    row = connection.execute(
        select(_F.state, _F.cluster_weight, _F.cluster, _F.weight).where(_F.finding_key == finding_key)
    ).one_or_none()
    if row is None:
        return None
    attention = 0 if row.state in ("updated", "reopened") else 2
    return attention, row.cluster_weight, row.cluster, row.weight


def _after(
    who: Reviewer, attention: Any, cluster_weight: float, cluster: str, weight: float, key: str
) -> ColumnElement[bool]:
    here = _attention(who)
    same = here == attention
    in_cluster = and_(same, _F.cluster_weight == cluster_weight, _F.cluster == cluster)
    return or_(
        here > attention,
        and_(same, _F.cluster_weight < cluster_weight),
        and_(same, _F.cluster_weight == cluster_weight, _F.cluster > cluster),
        and_(in_cluster, _F.weight < weight),
        and_(in_cluster, _F.weight == weight, _F.finding_key > key),
    )


def _order(who: Reviewer) -> tuple[ColumnElement[Any], ...]:
    """First what must be confirmed again, then disputes, then what is open by weight; findings on one thing together."""
    return (
        _attention(who),
        _F.cluster_weight.desc(),
        _F.cluster,
        _F.weight.desc(),
        _F.finding_key,
    )


def _reversed(who: Reviewer) -> tuple[ColumnElement[Any], ...]:
    return (
        _attention(who).desc(),
        _F.cluster_weight,
        _F.cluster.desc(),
        _F.weight,
        _F.finding_key.desc(),
    )


def _attention(who: Reviewer) -> ColumnElement[int]:
    answered = _answered(who)
    return case(
        (_F.review == "changed", 0),
        (and_(_F.review == "disputed", not_(answered)), 1),
        (_F.review == "unreviewed", 2),
        (and_(_F.review == "waiting", not_(answered)), 2),
        else_=LAST_ATTENTION,
    )


def _answered(who: Reviewer) -> ColumnElement[bool]:
    """Whether `who` has an answer that holds: looked up once for all findings, not for each."""
    line = literal(f"review:{who.name}", answers.c.line.type)
    return _F.finding_key.in_(select(answers.c.finding).where(answers.c.line == line, answers.c.holds))


def _joined(query: Select[Any], who: Reviewer) -> Select[Any]:
    """The query with the answer of `who` beside each finding."""
    return query.select_from(
        findings.outerjoin(
            answers,
            and_(
                answers.c.finding == _F.finding_key,
                answers.c.line == literal(f"review:{who.name}", answers.c.line.type),
                answers.c.holds,
            ),
        )
    )


def _filtered(query: Select[Any], who: Reviewer, wanted: QueueFilter) -> Select[Any]:
    state = _F.state != "absent" if wanted.state is None else _in_state(wanted.state, who)
    return query.where(state, *_conditions(wanted))


def _in_state(state: WantedState, who: Reviewer) -> ColumnElement[bool]:
    """`unreviewed`: needs an answer that `who` has not given; `reviewed`: decided, or answered by `who`."""
    present = _F.state != "absent"
    mine = _answered(who)
    if state == "disputed":
        return and_(present, _F.review == "disputed")
    if state == "waiting":
        return and_(present, _F.review == "waiting")
    if state == "unreviewed":
        open_ = or_(
            _F.review.in_(("unreviewed", "changed")),
            and_(_F.review.in_(("waiting", "disputed")), not_(mine)),
        )
        return and_(present, open_)
    if state == "reviewed":
        return and_(present, or_(_F.review == "reviewed", and_(_F.review == "waiting", mine)))
    return _F.state == state


def _conditions(wanted: QueueFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [true()]
    for column, value in (
        (_F.story, wanted.story),
        (_F.rule, wanted.rule),
        (_F.severity, wanted.severity),
        (_F.relation, wanted.relation),
        (_F.group_key, wanted.group),
    ):
        if value is not None:
            found.append(column == value)
    if wanted.document is not None:
        sides = evidence.c
        standing = select(sides.finding_key).where(sides.document == wanted.document)
        found.append(_F.finding_key.in_(standing))
    if wanted.reviewer is not None:
        theirs = answers.alias()
        given = select(theirs.c.finding).where(theirs.c.reviewer == wanted.reviewer)
        found.append(_F.finding_key.in_(given))
    if wanted.search and wanted.search.strip():
        found.append(_F.finding_key.in_(_holding_words(wanted.search)))
    return found


def _holding_words(search: str) -> Select[Any]:
    """The findings whose words hold every word of a search."""
    words = search_words.c
    patterns = (
        storable(word).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        for word in search.lower().split()
    )
    return select(words.finding_key).where(
        *(words.words.like(literal(f"%{pattern}%", words.words.type), escape="\\") for pattern in patterns)
    )


def _total(counts: Mapping[str, int], wanted: QueueFilter) -> int:
    return counts[wanted.state or "all"]


def _items(who: Reviewer, keys: list[str], now: str) -> Select[Any]:
    columns = (
        _F.finding_key,
        _F.id,
        _F.group_key,
        _F.story,
        _F.rule,
        _F.relation,
        _F.severity,
        _F.confidence,
        _F.title,
        _F.explanation,
        _F.sources,
        _F.quotes,
        _F.state,
        _F.review,
        _F.verdict,
        _F.reviewers,
        answers.c.verdict.label("mine"),
        leases.c.reviewer.label("leased_by"),
    )
    return (
        _joined(select(*columns), who)
        .outerjoin(
            leases,
            and_(leases.c.finding_key == _F.finding_key, leases.c.until > now, leases.c.reviewer != who.name),
        )
        .where(_F.finding_key.in_(keys))
    )


def _item(row: Any) -> QueueItem:
    return QueueItem(
        finding_key=row.finding_key,
        id=row.id,
        group_key=row.group_key,
        story=row.story,
        rule=row.rule,
        relation=row.relation,
        severity=row.severity,
        confidence=row.confidence,
        title=row.title,
        explanation=row.explanation,
        sources=tuple(row.sources),
        quotes=tuple(row.quotes),
        state=row.state,
        review=row.review,
        verdict=row.verdict,
        reviewers=tuple(row.reviewers),
        mine=row.mine,
        leased_by=row.leased_by,
    )
