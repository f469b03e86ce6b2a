"""Said to be finished, while another saw it under way later or shortly before."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from claimcheck.align.comparisons import Slot
from claimcheck.engine.checks import StatusTimeline
from claimcheck.engine.context import Context
from claimcheck.engine.judgement import Judgement, certainty, compare_pair, silent
from claimcheck.engine.rule_files import Rule
from claimcheck.model import Claim, Relation, Step, plain


def roles(rule: Rule, left: Claim, right: Claim) -> tuple[Claim, Claim] | None:
    """The two claims as (done, open)."""
    check = rule.form.check
    assert isinstance(check, StatusTimeline)
    for one, two in ((left, right), (right, left)):
        if one.kind == two.kind == "status" and _progress(one) >= check.done_at_least > _progress(two) > 0:
            return one, two
    return None


def _progress(claim: Claim) -> Decimal:
    return Decimal(str(claim.content.get("progress", "0")))


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.strptime(text, "%Y-%m-%dT%H:%MZ")


def judge(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """The relation of a finished to an unfinished status under a status_timeline rule."""
    check = rule.form.check
    assert isinstance(check, StatusTimeline)
    line = rule.line("check.pair")
    cast = roles(rule, left, right)
    if cast is None:
        return silent((), "not comparable: not one status of done and one of under way", left, right, line)
    done, unfinished = cast
    slots: tuple[Slot, ...] = ("factuality", *check.pair.same)
    comparisons, steps, refused = compare_pair(rule, done, unfinished, context, slots)
    if refused is not None:
        return refused
    if "negated" in (done.polarity, unfinished.polarity):
        return silent(steps, "not comparable: one side is denied", done, unfinished, line)
    finished_at = _moment(done.time.end or done.time.start) if done.time else None
    seen_at = _moment(unfinished.time.end or unfinished.time.start) if unfinished.time else None
    if finished_at is None or seen_at is None or done.time is None or unfinished.time is None:
        return silent(steps, "not comparable: one side gives no time", done, unfinished, line)
    steps += (
        Step(f"done “{done.time.text}”: {finished_at:%d %B %Y %H:%M} at the latest", (done.id,), line),
        Step(
            f"{_state(unfinished)} “{unfinished.time.text}”: {seen_at:%d %B %Y %H:%M}", (unfinished.id,), line
        ),
    )
    left_over = 1 - _progress(unfinished)
    between = finished_at - seen_at
    words = {
        "time_left": _words(between),
        "work_left": _share(left_over),
        "gap": _words(between),
        "factor": "",
    }
    limit = rule.line("check.tension_when")
    relation: Relation
    if between < timedelta(0):
        relation = "contradiction"
        verdict = f"seen unfinished {_words(-between)} after it was said to be done: contradiction"
    elif between < check.tension_when.window and left_over >= check.tension_when.work_left_at_least:
        relation = "tension"
        verdict = f"{_words(between)} for {_share(left_over)} of the work: tension"
    else:
        return silent(steps, f"{_words(between)} were left: both can be right", done, unfinished, limit)
    steps += (Step(verdict, (done.id, unfinished.id), limit),)
    start = 0.9 if relation == "contradiction" else 0.75
    return Judgement(
        relation,
        steps,
        certainty(comparisons, done, unfinished, context, start),
        {**words, "relation": relation},
    )


def _state(claim: Claim) -> str:
    status = str(claim.content.get("status", "")).replace("_", " ")
    return f"{_share(_progress(claim))} done" if status == "partly done" else status


def _share(share: Decimal) -> str:
    return f"{plain((share * 100).quantize(Decimal(1)))} percent"


def _words(span: timedelta) -> str:
    hours = Decimal(abs(span).total_seconds()) / 3600
    return f"{plain(hours.quantize(Decimal(1)))} hours" if hours < 72 else f"{abs(span).days} days"
