"""How the tables of a case came about, step by step; Alembic runs what a case lacks."""
