"""The tables of a case. `migrations` makes them; a test holds that both say the same."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from claimcheck.store.columns import Json, Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

settings = Table(
    "settings",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("value", Words, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("run", Integer, primary_key=True, autoincrement=False),
    Column("started_at", String(40), nullable=False),
    Column("tool_version", String(40), nullable=False),
    Column("packs", Json, nullable=False),
    Column("inputs", Json, nullable=False),
    Column("problems", Json, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("findings", Integer, nullable=False),
    Column("outcome", Json, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    Column("name", Words, primary_key=True),
    Column("run", Integer, ForeignKey("runs.run"), nullable=False),
    Column("not_checked", Json, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("first_story", Words, nullable=False),
    Column("first_id", Words, nullable=False),
    Column("story", Words, nullable=False),
    Column("id", Words, nullable=False),
    Column("outlet", Words),
    Column("path", Words),
    Column("sha256", String(64), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("first_run", Integer),
    Column("last_run", Integer),
    Index(None, "current", "story"),
)

document_versions = Table(
    "document_versions",
    metadata,
    Column("document", ForeignKey("documents.key"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("run", Integer, ForeignKey("runs.run"), nullable=False),
    Column("retrieved_at", String(40), nullable=False),
    Column("story", Words, nullable=False),
    Column("id", Words, nullable=False),
    Column("outlet", Words),
    Column("title", Words),
    Column("author", Words),
    Column("published", Words),
    Column("url", Words),
    Column("path", Words),
    Column("sha256", String(64), nullable=False),
    Column("origin", Words),
    Column("text", Words, nullable=False),
    Column("parts", Json, nullable=False),
    Column("record_hash", String(64), nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(80), nullable=False),
    Column("claim_key", String(64), nullable=False),
    Column("document", ForeignKey("documents.key"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("story", Words, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("measure", Words),
    Column("speaker", Words),
    Column("quote", Words, nullable=False),
    Column("position", Integer, nullable=False),
    Column("record", Json, nullable=False),
    Column("record_hash", String(64), nullable=False),
    Column("first_run", Integer, ForeignKey("runs.run"), nullable=False),
    Column("last_run", Integer, ForeignKey("runs.run"), nullable=False),
    Column("current", Boolean, nullable=False),
    UniqueConstraint("document", "record_hash"),
    Index(None, "current", "story"),
    Index(None, "claim_key"),
)

findings = Table(
    "findings",
    metadata,
    Column("finding_key", String(64), primary_key=True),
    Column("group_key", String(64), nullable=False),
    Column("id", String(80), nullable=False),
    Column("story", Words, nullable=False),
    Column("rule", Words, nullable=False),
    Column("rule_hash", String(80), nullable=False),
    Column("relation", String(20), nullable=False),
    Column("severity", String(10), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("title", Words, nullable=False),
    Column("explanation", Words, nullable=False),
    Column("sources", Json, nullable=False),
    Column("quotes", Json, nullable=False),
    Column("state", String(12), nullable=False),
    Column("absent_because", Words),
    Column("ancestor", String(64), ForeignKey("findings.finding_key")),
    Column("review", String(12), nullable=False),
    Column("verdict", String(20)),
    Column("decision", String(64)),
    Column("reviewers", Json, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("evidence_hash", String(64), nullable=False),
    Column("facts_hash", String(64), nullable=False),
    Column("returns", Integer, nullable=False),
    Column("weight", Float, nullable=False),
    Column("cluster", String(64), nullable=False),
    Column("cluster_weight", Float, nullable=False),
    Column("position", Integer, nullable=False),
    Column("first_run", Integer),
    Column("last_run", Integer),
    CheckConstraint("state IN ('new', 'unchanged', 'updated', 'reopened', 'absent')", name="state"),
    CheckConstraint("review IN ('unreviewed', 'changed', 'waiting', 'disputed', 'reviewed')", name="review"),
    Index(None, "group_key"),
    Index(None, "id"),
    Index(None, "story", "state"),
    Index("ix_findings_present", "finding_key", "state"),
    Index("ix_findings_work", "state", "review", "cluster_weight", "cluster", "weight", "finding_key"),
    Index("ix_findings_shape", "state", "review", "rule", "relation", "severity", "story"),
)

finding_records = Table(
    "finding_records",
    metadata,
    Column("finding_key", ForeignKey("findings.finding_key"), primary_key=True),
    Column("record", Json, nullable=False),
    Column("facts", Json, nullable=False),
)

search_words = Table(
    "search_words",
    metadata,
    Column("finding_key", ForeignKey("findings.finding_key"), primary_key=True),
    Column("words", Words, nullable=False),
)

known_keys = Table(
    "known_keys",
    metadata,
    Column("finding_key", String(64), primary_key=True),
    Column("finding", ForeignKey("findings.finding_key"), nullable=False, index=True),
)

occurrences = Table(
    "occurrences",
    metadata,
    Column("run", Integer, ForeignKey("runs.run"), primary_key=True),
    Column("finding_key", ForeignKey("findings.finding_key"), primary_key=True),
    Column("state", String(12), nullable=False),
    Column("relation", String(20), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("rule_hash", String(80), nullable=False),
    Column("evidence_hash", String(64), nullable=False),
    Column("facts_hash", String(64), nullable=False),
    Column("text_moved", Boolean, nullable=False),
    Index(None, "finding_key"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("finding_key", ForeignKey("findings.finding_key"), primary_key=True),
    Column("side", Integer, primary_key=True),
    Column("claim_key", String(64), nullable=False),
    Column("claim_id", String(80), nullable=False),
    Column("claim", Integer, ForeignKey("claims.number")),
    Column("document", ForeignKey("documents.key"), nullable=False),
    Column("version", Integer),
    Column("field", String(10), nullable=False),
    Column("start_offset", Integer, nullable=False),
    Column("end_offset", Integer, nullable=False),
    Column("quote", Words, nullable=False),
    Column("sentence", Words, nullable=False),
    Index(None, "document", "finding_key"),
    Index(None, "claim"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("finding_key", ForeignKey("known_keys.finding_key"), nullable=False, index=True),
    Column("stage", String(10), nullable=False),
    Column("what", String(10), nullable=False),
    Column("verdict", String(20)),
    Column("reason_code", String(40)),
    Column("note", Words),
    Column("reviewer", Words, nullable=False),
    Column("at", String(40), nullable=False),
    Column("seconds", Integer),
    Column("supersedes", String(64)),
    Column("blind", Boolean, nullable=False),
    Column("evidence_hash", String(64), nullable=False),
    Column("facts_hash", String(64), nullable=False),
    Column("rule_hash", String(80), nullable=False),
    Column("returns", Integer, nullable=False),
    Column("snapshot", Json, nullable=False),
    CheckConstraint("stage IN ('review', 'final')", name="stage"),
    CheckConstraint("what IN ('answer', 'undo')", name="what"),
    CheckConstraint(
        "verdict IS NULL OR verdict IN ('confirmed', 'explained', 'not_a_conflict', 'unsure')", name="verdict"
    ),
    CheckConstraint("(what = 'undo') = (verdict IS NULL)", name="answered"),
    Index(None, "reviewer"),
)

answers = Table(
    "answers",
    metadata,
    Column("finding", ForeignKey("findings.finding_key"), primary_key=True),
    Column("line", Words, primary_key=True),
    Column("stage", String(10), nullable=False),
    Column("reviewer", Words, nullable=False),
    Column("decision", ForeignKey("decisions.id"), nullable=False),
    Column("verdict", String(20), nullable=False),
    Column("at", String(40), nullable=False),
    Column("blind", Boolean, nullable=False),
    Column("holds", Boolean, nullable=False),
    Index(None, "reviewer"),
)

leases = Table(
    "leases",
    metadata,
    Column("finding_key", ForeignKey("findings.finding_key"), primary_key=True),
    Column("reviewer", Words, nullable=False),
    Column("until", String(40), nullable=False),
)

users = Table(
    "users",
    metadata,
    Column("name", Words, primary_key=True),
    Column("role", String(20), nullable=False),
    Column("password_hash", Words, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("created_at", String(40), nullable=False),
    CheckConstraint("role IN ('reader', 'reviewer', 'editor')", name="role"),
)

chain = Table(
    "chain",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

events = Table(
    "events",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("who", Words, nullable=False),
    Column("what", String(40), nullable=False),
    Column("subject", Words, nullable=False),
    Column("detail", Json, nullable=False),
    Column("prev_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index(None, "subject"),
)
