"""Names and nouns that are alike; the only user of rapidfuzz."""
