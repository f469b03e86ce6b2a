"""Particulars of an event: persons with their ages, streets, and the hour."""
