"""The rules of the case with what reviewers made of their findings."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from claimcheck.engine.plain_words import in_plain_words
from claimcheck.review.visitors import AnyPage, Visiting

router = APIRouter()


@router.get("/rules")
def rules_page(page: AnyPage, visitor: Visiting) -> Response:
    """Each rule with its findings, its precision and the reasons given against it."""
    titles = {rule.id: rule.form.title for rule in page.checking.knowledge.rules.rules}
    return page.show("rules.html", visitor, rows=page.service.rule_statistics(), titles=titles)


@router.get("/rules/{pack}/{name}")
def rule_page(pack: str, name: str, page: AnyPage, visitor: Visiting) -> Response:
    """One rule in plain words."""
    wanted = f"{pack}/{name}"
    rule = next((rule for rule in page.checking.knowledge.rules.rules if rule.id == wanted), None)
    if rule is None:
        raise HTTPException(404, f"There is no rule {wanted} in the packs that this page was started with.")
    row = next((row for row in page.service.rule_statistics() if row.rule == wanted), None)
    return page.show("rule.html", visitor, rule=rule, row=row, checks=in_plain_words(rule.form))
