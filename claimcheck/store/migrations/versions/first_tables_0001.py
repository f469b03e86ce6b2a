"""The first tables of a case, its views, and the triggers that keep decisions and events as they were written."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from claimcheck.store import columns

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEPT = ("decisions", "events")
VIEWS = {
    "findings_to_review": """
        SELECT story, relation, severity, confidence, title, explanation, state, review, rule, id, finding_key
        FROM findings
        WHERE state <> 'absent' AND review <> 'reviewed'
        ORDER BY cluster_weight DESC, cluster, weight DESC, finding_key
    """,
    "standing_decisions": """
        SELECT f.story, f.title, d.verdict, d.reason_code, d.note, f.reviewers, d.at, d.stage, f.state, f.rule,
               f.id, f.finding_key, d.id AS decision
        FROM findings f JOIN decisions d ON d.id = f.decision
    """,
    "decision_history": """
        SELECT d.seq, d.at, d.reviewer, d.stage, d.what, d.verdict, d.reason_code, d.note, d.seconds, d.blind,
               d.supersedes, f.title, f.story, f.rule, f.id, k.finding AS finding_key, d.id AS decision
        FROM decisions d
        JOIN known_keys k ON k.finding_key = d.finding_key
        JOIN findings f ON f.finding_key = k.finding
    """,
    "evidence_of_findings": """
        SELECT f.story, f.title, f.relation, e.side, d.outlet, d.path, e.quote, e.sentence, e.start_offset,
               e.end_offset, f.state, f.id, f.finding_key
        FROM findings f
        JOIN evidence e ON e.finding_key = f.finding_key
        JOIN documents d ON d.key = e.document
    """,
}


def upgrade() -> None:
    """Makes everything in an empty database."""
    op.create_table(
        "chain",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_chain_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chain")),
    )
    op.create_table(
        "documents",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("first_story", columns.Words(), nullable=False),
        sa.Column("first_id", columns.Words(), nullable=False),
        sa.Column("story", columns.Words(), nullable=False),
        sa.Column("id", columns.Words(), nullable=False),
        sa.Column("outlet", columns.Words(), nullable=True),
        sa.Column("path", columns.Words(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("first_run", sa.Integer(), nullable=True),
        sa.Column("last_run", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_current_story"), "documents", ["current", "story"], unique=False)
    op.create_table(
        "events",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=40), nullable=False),
        sa.Column("who", columns.Words(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("subject", columns.Words(), nullable=False),
        sa.Column("detail", columns.Json(), nullable=False),
        sa.Column("prev_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_subject"), "events", ["subject"], unique=False)
    op.create_table(
        "findings",
        sa.Column("finding_key", sa.String(length=64), nullable=False),
        sa.Column("group_key", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("story", columns.Words(), nullable=False),
        sa.Column("rule", columns.Words(), nullable=False),
        sa.Column("rule_hash", sa.String(length=80), nullable=False),
        sa.Column("relation", sa.String(length=20), nullable=False),
        sa.Column("severity", sa.String(length=10), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("title", columns.Words(), nullable=False),
        sa.Column("explanation", columns.Words(), nullable=False),
        sa.Column("sources", columns.Json(), nullable=False),
        sa.Column("quotes", columns.Json(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("absent_because", columns.Words(), nullable=True),
        sa.Column("ancestor", sa.String(length=64), nullable=True),
        sa.Column("review", sa.String(length=12), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=True),
        sa.Column("decision", sa.String(length=64), nullable=True),
        sa.Column("reviewers", columns.Json(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("evidence_hash", sa.String(length=64), nullable=False),
        sa.Column("facts_hash", sa.String(length=64), nullable=False),
        sa.Column("returns", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("cluster", sa.String(length=64), nullable=False),
        sa.Column("cluster_weight", sa.Float(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("first_run", sa.Integer(), nullable=True),
        sa.Column("last_run", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "review IN ('unreviewed', 'changed', 'waiting', 'disputed', 'reviewed')",
            name=op.f("ck_findings_review"),
        ),
        sa.CheckConstraint(
            "state IN ('new', 'unchanged', 'updated', 'reopened', 'absent')", name=op.f("ck_findings_state")
        ),
        sa.ForeignKeyConstraint(["ancestor"], ["findings.finding_key"], name=op.f("fk_findings_ancestor")),
        sa.PrimaryKeyConstraint("finding_key", name=op.f("pk_findings")),
    )
    op.create_index(op.f("ix_findings_group_key"), "findings", ["group_key"], unique=False)
    op.create_index(op.f("ix_findings_id"), "findings", ["id"], unique=False)
    op.create_index("ix_findings_present", "findings", ["finding_key", "state"], unique=False)
    op.create_index(
        "ix_findings_shape",
        "findings",
        ["state", "review", "rule", "relation", "severity", "story"],
        unique=False,
    )
    op.create_index(op.f("ix_findings_story_state"), "findings", ["story", "state"], unique=False)
    op.create_index(
        "ix_findings_work",
        "findings",
        ["state", "review", "cluster_weight", "cluster", "weight", "finding_key"],
        unique=False,
    )
    op.create_table(
        "runs",
        sa.Column("run", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("started_at", sa.String(length=40), nullable=False),
        sa.Column("tool_version", sa.String(length=40), nullable=False),
        sa.Column("packs", columns.Json(), nullable=False),
        sa.Column("inputs", columns.Json(), nullable=False),
        sa.Column("problems", columns.Json(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("findings", sa.Integer(), nullable=False),
        sa.Column("outcome", columns.Json(), nullable=False),
        sa.PrimaryKeyConstraint("run", name=op.f("pk_runs")),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("value", columns.Words(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_settings")),
    )
    op.create_table(
        "users",
        sa.Column("name", columns.Words(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("password_hash", columns.Words(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(length=40), nullable=False),
        sa.CheckConstraint("role IN ('reader', 'reviewer', 'editor')", name=op.f("ck_users_role")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_users")),
    )
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("claim_key", sa.String(length=64), nullable=False),
        sa.Column("document", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("story", columns.Words(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("measure", columns.Words(), nullable=True),
        sa.Column("speaker", columns.Words(), nullable=True),
        sa.Column("quote", columns.Words(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("record", columns.Json(), nullable=False),
        sa.Column("record_hash", sa.String(length=64), nullable=False),
        sa.Column("first_run", sa.Integer(), nullable=False),
        sa.Column("last_run", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_claims_document")),
        sa.ForeignKeyConstraint(["first_run"], ["runs.run"], name=op.f("fk_claims_first_run")),
        sa.ForeignKeyConstraint(["last_run"], ["runs.run"], name=op.f("fk_claims_last_run")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claims")),
        sa.UniqueConstraint("document", "record_hash", name=op.f("uq_claims_document_record_hash")),
    )
    op.create_index(op.f("ix_claims_claim_key"), "claims", ["claim_key"], unique=False)
    op.create_index(op.f("ix_claims_current_story"), "claims", ["current", "story"], unique=False)
    op.create_table(
        "document_versions",
        sa.Column("document", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("retrieved_at", sa.String(length=40), nullable=False),
        sa.Column("story", columns.Words(), nullable=False),
        sa.Column("id", columns.Words(), nullable=False),
        sa.Column("outlet", columns.Words(), nullable=True),
        sa.Column("title", columns.Words(), nullable=True),
        sa.Column("author", columns.Words(), nullable=True),
        sa.Column("published", columns.Words(), nullable=True),
        sa.Column("url", columns.Words(), nullable=True),
        sa.Column("path", columns.Words(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("origin", columns.Words(), nullable=True),
        sa.Column("text", columns.Words(), nullable=False),
        sa.Column("parts", columns.Json(), nullable=False),
        sa.Column("record_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_document_versions_document")),
        sa.ForeignKeyConstraint(["run"], ["runs.run"], name=op.f("fk_document_versions_run")),
        sa.PrimaryKeyConstraint("document", "version", name=op.f("pk_document_versions")),
    )
    op.create_table(
        "finding_records",
        sa.Column("finding_key", sa.String(length=64), nullable=False),
        sa.Column("record", columns.Json(), nullable=False),
        sa.Column("facts", columns.Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_key"], ["findings.finding_key"], name=op.f("fk_finding_records_finding_key")
        ),
        sa.PrimaryKeyConstraint("finding_key", name=op.f("pk_finding_records")),
    )
    op.create_table(
        "known_keys",
        sa.Column("finding_key", sa.String(length=64), nullable=False),
        sa.Column("finding", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["finding"], ["findings.finding_key"], name=op.f("fk_known_keys_finding")),
        sa.PrimaryKeyConstraint("finding_key", name=op.f("pk_known_keys")),
    )
    op.create_index(op.f("ix_known_keys_finding"), "known_keys", ["finding"], unique=False)
    op.create_table(
        "leases",
        sa.Column("finding_key", sa.String(length=64), nullable=False),
        sa.Column("reviewer", columns.Words(), nullable=False),
        sa.Column("until", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_key"], ["findings.finding_key"], name=op.f("fk_leases_finding_key")
        ),
        sa.PrimaryKeyConstraint("finding_key", name=op.f("pk_leases")),
    )
    op.create_table(
        "occurrences",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("finding_key", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("relation", sa.String(length=20), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("rule_hash", sa.String(length=80), nullable=False),
        sa.Column("evidence_hash", sa.String(length=64), nullable=False),
        sa.Column("facts_hash", sa.String(length=64), nullable=False),
        sa.Column("text_moved", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_key"], ["findings.finding_key"], name=op.f("fk_occurrences_finding_key")
        ),
        sa.ForeignKeyConstraint(["run"], ["runs.run"], name=op.f("fk_occurrences_run")),
        sa.PrimaryKeyConstraint("run", "finding_key", name=op.f("pk_occurrences")),
    )
    op.create_index(op.f("ix_occurrences_finding_key"), "occurrences", ["finding_key"], unique=False)
    op.create_table(
        "search_words",
        sa.Column("finding_key", sa.String(length=64), nullable=False),
        sa.Column("words", columns.Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_key"], ["findings.finding_key"], name=op.f("fk_search_words_finding_key")
        ),
        sa.PrimaryKeyConstraint("finding_key", name=op.f("pk_search_words")),
    )
    op.create_table(
        "stories",
        sa.Column("name", columns.Words(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("not_checked", columns.Json(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.run"], name=op.f("fk_stories_run")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_stories")),
    )
    op.create_table(
        "decisions",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("finding_key", sa.String(length=64), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("what", sa.String(length=10), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=True),
        sa.Column("reason_code", sa.String(length=40), nullable=True),
        sa.Column("note", columns.Words(), nullable=True),
        sa.Column("reviewer", columns.Words(), nullable=False),
        sa.Column("at", sa.String(length=40), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("supersedes", sa.String(length=64), nullable=True),
        sa.Column("blind", sa.Boolean(), nullable=False),
        sa.Column("evidence_hash", sa.String(length=64), nullable=False),
        sa.Column("facts_hash", sa.String(length=64), nullable=False),
        sa.Column("rule_hash", sa.String(length=80), nullable=False),
        sa.Column("returns", sa.Integer(), nullable=False),
        sa.Column("snapshot", columns.Json(), nullable=False),
        sa.CheckConstraint("(what = 'undo') = (verdict IS NULL)", name=op.f("ck_decisions_answered")),
        sa.CheckConstraint("stage IN ('review', 'final')", name=op.f("ck_decisions_stage")),
        sa.CheckConstraint(
            "verdict IS NULL OR verdict IN ('confirmed', 'explained', 'not_a_conflict', 'unsure')",
            name=op.f("ck_decisions_verdict"),
        ),
        sa.CheckConstraint("what IN ('answer', 'undo')", name=op.f("ck_decisions_what")),
        sa.ForeignKeyConstraint(
            ["finding_key"], ["known_keys.finding_key"], name=op.f("fk_decisions_finding_key")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_decisions")),
        sa.UniqueConstraint("id", name=op.f("uq_decisions_id")),
    )
    op.create_index(op.f("ix_decisions_finding_key"), "decisions", ["finding_key"], unique=False)
    op.create_index(op.f("ix_decisions_reviewer"), "decisions", ["reviewer"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("finding_key", sa.String(length=64), nullable=False),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("claim_key", sa.String(length=64), nullable=False),
        sa.Column("claim_id", sa.String(length=80), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=True),
        sa.Column("document", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("field", sa.String(length=10), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.Column("quote", columns.Words(), nullable=False),
        sa.Column("sentence", columns.Words(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_evidence_claim")),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_evidence_document")),
        sa.ForeignKeyConstraint(
            ["finding_key"], ["findings.finding_key"], name=op.f("fk_evidence_finding_key")
        ),
        sa.PrimaryKeyConstraint("finding_key", "side", name=op.f("pk_evidence")),
    )
    op.create_index(op.f("ix_evidence_claim"), "evidence", ["claim"], unique=False)
    op.create_index(
        op.f("ix_evidence_document_finding_key"), "evidence", ["document", "finding_key"], unique=False
    )
    op.create_table(
        "answers",
        sa.Column("finding", sa.String(length=64), nullable=False),
        sa.Column("line", columns.Words(), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("reviewer", columns.Words(), nullable=False),
        sa.Column("decision", sa.String(length=64), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(length=40), nullable=False),
        sa.Column("blind", sa.Boolean(), nullable=False),
        sa.Column("holds", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["decision"], ["decisions.id"], name=op.f("fk_answers_decision")),
        sa.ForeignKeyConstraint(["finding"], ["findings.finding_key"], name=op.f("fk_answers_finding")),
        sa.PrimaryKeyConstraint("finding", "line", name=op.f("pk_answers")),
    )
    op.create_index(op.f("ix_answers_reviewer"), "answers", ["reviewer"], unique=False)
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")
    op.execute(f"INSERT INTO chain (id, seq, hash) VALUES (1, 0, '{'0' * 64}')")
    for table in KEPT:
        _refuse_changes(table)


def downgrade() -> None:
    """Refuses: a case is never made smaller."""
    raise RuntimeError("a case has no earlier form than this one")


def _refuse_changes(table: str) -> None:
    """Triggers that let rows of a table come, never change or go."""
    message = f"{table} are only ever added, never changed or removed"
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
            )
        return
    op.execute(
        f"CREATE FUNCTION {table}_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN RAISE EXCEPTION '{message}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_are_kept()"
    )
