"""How one passage stands to another: contradiction, tension, supported or not comparable."""
