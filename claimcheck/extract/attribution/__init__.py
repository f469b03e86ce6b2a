"""Speakers: cue verbs, "according to", quotations and the chain behind them."""
