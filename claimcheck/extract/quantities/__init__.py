"""Figures: numbers, ranges and bands with qualifier, unit and counted noun."""
