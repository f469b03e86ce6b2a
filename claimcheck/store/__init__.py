"""The case: documents, runs, claims, findings and decisions that last, in SQLite or PostgreSQL."""
