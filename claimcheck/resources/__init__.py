"""Finds the data files that come with the program and reads them strictly. The only user of yaml."""

from claimcheck.resources.files import MOST_BYTES, read_text
from claimcheck.resources.locate import rules_root
from claimcheck.resources.strict_yaml import Parsed, parse
from claimcheck.resources.validate import nearest, validated

__all__ = ["MOST_BYTES", "Parsed", "nearest", "parse", "read_text", "rules_root", "validated"]
