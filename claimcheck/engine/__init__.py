"""Rules from YAML to findings: the language of rule files, packs, projects, checks and explanations."""
