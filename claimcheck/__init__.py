"""Shows where reports of the same event contradict each other."""

__version__ = "0.1.0"
