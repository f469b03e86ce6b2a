"""Which claims speak of the same thing: blocking, then slot by slot."""
