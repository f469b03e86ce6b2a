"""The fact-checker's page: a case in the browser."""
