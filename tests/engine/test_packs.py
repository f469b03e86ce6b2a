"""Packs from folders, wheels and projects; a broken rule never takes the others with it."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

from claimcheck.engine.checks import NumberMismatch
from claimcheck.engine.packs import RuleSet, load_rules
from claimcheck.engine.project import Project, load_project
from claimcheck.resources import rules_root

RULE = """\
  - id: {id}
    title: Two figures
    maturity: test
    severity: high
    check:
      type: number_mismatch
      pair: {{same: [event, measure]}}
      tolerance: {{relative: 0.05}}
    explain: Two figures differ.
    tests: [{{name: one, texts: {{A: "12 died.", B: "20 died."}}, expect: contradiction}}]
"""


def rules(*ids: str) -> str:
    return "language: 1\nrules:\n" + "".join(RULE.format(id=name) for name in ids)


def pack(folder: Path, name: str = "mine", text: str | None = None, uses: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    head = f"name: {name}\nversion: 1.0.0\n" + (f"uses: [{uses}]\n" if uses else "")
    (folder / "pack.yml").write_text(head, encoding="utf-8")
    if text is not None:
        (folder / "rules.yml").write_text(text, encoding="utf-8")
    return folder


def shipped(tmp_path: Path) -> Path:
    root = tmp_path / "shipped"
    pack(root / "lang" / "en", "lang/en")
    pack(root / "core", "core", rules("first", "second"), uses="lang/en")
    pack(root / "disasters", "disasters", rules("toll"), uses="core")
    return root


def project(folder: Path, text: str) -> Project:
    file = folder / "claimcheck.yml"
    file.write_text(text, encoding="utf-8")
    found, problems = load_project(file)
    assert problems == []
    assert found is not None
    return found


def ids(loaded: RuleSet) -> list[str]:
    return [rule.id for rule in loaded.rules]


def told(loaded: RuleSet, folder: Path) -> list[str]:
    return [str(problem).replace(f"{folder.as_posix()}/", "") for problem in loaded.problems]


def test_the_shipped_packs_load_without_a_problem() -> None:
    loaded = load_rules([], None)
    assert loaded.problems == ()
    assert {"core/number-mismatch", "core/part-exceeds-whole"} <= set(ids(loaded))
    assert {"core", "lang/en"} <= {found.name for found in loaded.packs}


def test_a_rule_knows_its_file_and_lines() -> None:
    rule = next(rule for rule in load_rules([], None).rules if rule.id == "core/number-mismatch")
    assert rule.where == "rules/core/rules.yml"
    lines = (rules_root() / "core" / "rules.yml").read_text(encoding="utf-8").splitlines()
    assert "tolerance:" in lines[rule.line("check.tolerance") - 1]
    assert rule.line("check.tolerance.missing") == rule.line("check.tolerance")
    assert "id: number-mismatch" in lines[rule.line() - 1]


def test_rules_load_from_inside_a_wheel(tmp_path: Path) -> None:
    root = shipped(tmp_path)
    wheel = tmp_path / "x.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for file in sorted(root.rglob("*.yml")):
            archive.write(file, f"claimcheck/rules/{file.relative_to(root).as_posix()}")
    with zipfile.ZipFile(wheel) as archive:
        inside = load_rules([], None, zipfile.Path(archive, "claimcheck/rules/"))
    outside = load_rules([], None, root)
    assert inside.problems == ()
    assert inside.rules == outside.rules
    assert inside.packs == outside.packs


def test_a_pack_of_the_user_is_added_to_the_shipped_ones(tmp_path: Path) -> None:
    mine = pack(tmp_path / "mine", "mine", rules("own"), uses="core")
    loaded = load_rules([mine], None, shipped(tmp_path))
    assert loaded.problems == ()
    assert ids(loaded) == ["core/first", "core/second", "disasters/toll", "mine/own"]
    assert loaded.rules[3].where == f"{mine.as_posix()}/rules.yml"
    assert loaded.folders["mine"] == mine


def test_a_folder_of_packs_gives_them_all(tmp_path: Path) -> None:
    pack(tmp_path / "all" / "b", "bee", rules("x"))
    pack(tmp_path / "all" / "a", "ay", rules("x"))
    loaded = load_rules([tmp_path / "all"], None, pack(tmp_path / "shipped", "core"))
    assert ids(loaded) == ["ay/x", "bee/x"]


def test_a_folder_named_rules_may_hold_several_files(tmp_path: Path) -> None:
    folder = pack(tmp_path / "mine") / "rules"
    folder.mkdir()
    (folder / "b.yml").write_text(rules("bee"), encoding="utf-8")
    (folder / "a.yml").write_text(rules("ay", "bee"), encoding="utf-8")
    loaded = load_rules([tmp_path / "mine"], None, shipped(tmp_path))
    assert ids(loaded)[-2:] == ["mine/ay", "mine/bee"]
    assert told(loaded, tmp_path) == [
        'mine/rules/b.yml:3: "bee" is already the id of the rule at '
        + f"{folder.as_posix()}/a.yml:13".replace(f"{tmp_path.as_posix()}/", "")
    ]


def test_a_broken_rule_is_told_and_the_others_load(tmp_path: Path) -> None:
    text = rules("one", "two", "three").replace("tolerance", "tolerence", 1)
    loaded = load_rules([pack(tmp_path / "mine", "mine", text)], None, shipped(tmp_path))
    assert ids(loaded)[-2:] == ["mine/three", "mine/two"]
    assert told(loaded, tmp_path) == [
        "mine/rules.yml:10:7: rules.0.check.tolerence: unknown key - did you mean 'tolerance'?"
    ]


def test_a_rule_with_forbidden_yaml_is_told_once_and_the_others_load(tmp_path: Path) -> None:
    text = rules("one", "two").replace("severity: high", "severity: high\n    severity: low", 1)
    loaded = load_rules([pack(tmp_path / "mine", "mine", text)], None, shipped(tmp_path))
    assert ids(loaded)[-1:] == ["mine/two"]
    assert told(loaded, tmp_path) == ['mine/rules.yml:7:5: "severity" stands twice here, first on line 6']


def test_rules_before_a_syntax_error_still_load(tmp_path: Path) -> None:
    text = rules("one", "two", "three").replace("id: two\n    title: ", "id: two\n    title: why: ")
    loaded = load_rules([pack(tmp_path / "mine", "mine", text)], None, shipped(tmp_path))
    assert ids(loaded)[-1:] == ["mine/one"]
    assert len(loaded.problems) == 1


def test_a_newer_language_is_one_problem_and_not_many(tmp_path: Path) -> None:
    text = rules("one", "two").replace("language: 1", "language: 2")
    loaded = load_rules([pack(tmp_path / "mine", "mine", text)], None, shipped(tmp_path))
    assert len(loaded.problems) == 1
    assert "reads language 1, not 2" in loaded.problems[0].what


def test_a_rule_file_must_agree_with_its_pack(tmp_path: Path) -> None:
    text = rules("one").replace("rules:", "pack: other\nversion: 1.0.1\nuses: [core]\nrules:")
    loaded = load_rules([pack(tmp_path / "mine", "mine", text)], None, shipped(tmp_path))
    assert told(loaded, tmp_path) == [
        'mine/rules.yml:2:1: pack is "other" here and "mine" in pack.yml',
        'mine/rules.yml:3:1: version is "1.0.1" here and "1.0.0" in pack.yml',
        'mine/rules.yml:4:1: uses "core", which pack.yml does not name under uses',
    ]


def test_the_hash_of_a_rule_knows_its_check_only(tmp_path: Path) -> None:
    def hash_of(text: str) -> str:
        return (
            load_rules([pack(tmp_path / "mine", "mine", text)], None, shipped(tmp_path)).rules[-1].rule_hash
        )

    first = hash_of(rules("own"))
    assert hash_of(rules("own").replace("Two figures", "Other words")) == first
    assert hash_of(rules("own").replace("0.05", "0.050")) == first
    assert hash_of(rules("own").replace("0.05", "0.06")) != first


def test_the_hash_of_a_pack_knows_every_file_but_not_the_line_ends(tmp_path: Path) -> None:
    def hash_of(folder: Path) -> str:
        return load_rules([], None, folder).packs[0].sha256

    first = pack(tmp_path / "one", "core", rules("own"))
    second = pack(tmp_path / "two", "core", rules("own"))
    (second / "rules.yml").write_bytes((second / "rules.yml").read_bytes().replace(b"\n", b"\r\n"))
    assert hash_of(first) == hash_of(second)
    (second / "lexicon.yml").write_text("kind: lexicon\n", encoding="utf-8")
    assert hash_of(first) != hash_of(second)


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text(rules("stolen"), encoding="utf-8")
    mine = pack(tmp_path / "mine")
    (mine / "rules.yml").symlink_to(tmp_path / "secret.yml")
    loaded = load_rules([mine], None, shipped(tmp_path))
    assert told(loaded, tmp_path) == ["mine/rules.yml: is a link that leads out of the folder"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    mine = pack(tmp_path / "mine", "mine", rules("own"))
    (mine / "loop").symlink_to(mine, target_is_directory=True)
    assert ids(load_rules([mine], None, shipped(tmp_path)))[-1] == "mine/own"


def test_more_than_two_thousand_rules_are_not_read(tmp_path: Path) -> None:
    folder = pack(tmp_path / "mine") / "rules"
    folder.mkdir()
    for part in range(2):
        names = [f"r{part}-{number}" for number in range(1001)]
        (folder / f"{part}.yml").write_text(rules(*names), encoding="utf-8")
    loaded = load_rules([tmp_path / "mine"], None, pack(tmp_path / "shipped", "core"))
    assert len(loaded.rules) == 2000
    assert "at most 2000 rules" in loaded.problems[-1].what


def test_folders_that_are_no_packs_are_told(tmp_path: Path) -> None:
    empty, bare = tmp_path / "empty", tmp_path / "bare"
    empty.mkdir()
    bare.mkdir()
    (bare / "rules.yml").write_text(rules("own"), encoding="utf-8")
    loaded = load_rules([empty, bare, tmp_path / "none"], None, shipped(tmp_path))
    assert told(loaded, tmp_path) == [
        "empty: holds no pack: no pack.yml in it or in its folders",
        "bare: has a rules.yml but no pack.yml with its name and version",
        "none: is not a folder",
    ]


def test_a_file_with_the_other_ending_is_told(tmp_path: Path) -> None:
    mine = pack(tmp_path / "mine")
    (mine / "rules.yaml").write_text(rules("own"), encoding="utf-8")
    loaded = load_rules([mine], None, shipped(tmp_path))
    assert told(loaded, tmp_path) == ["mine/rules.yaml: is not read: let its name end in .yml"]


def test_a_name_that_is_taken_and_a_pack_that_is_missing_are_told(tmp_path: Path) -> None:
    pack(tmp_path / "all" / "a", "core", rules("x"))
    pack(tmp_path / "all" / "b", "mine", rules("x"), uses="disaster")
    loaded = load_rules([tmp_path / "all"], None, shipped(tmp_path))
    assert told(loaded, tmp_path) == [
        'all/a/pack.yml:1:1: the pack in rules/core has the name "core" already: this one is not read',
        "all/b/pack.yml:3:8: there is no pack or folder \"disaster\" - did you mean 'disasters'?",
    ]


def test_a_project_chooses_packs_by_name_and_by_path(tmp_path: Path) -> None:
    pack(tmp_path / "own" / "pack", "mine", rules("x"))
    loaded = load_rules([], project(tmp_path, "packs: [core, own/pack]\n"), shipped(tmp_path))
    assert loaded.problems == ()
    assert ids(loaded) == ["core/first", "core/second", "mine/x"]
    assert [found.name for found in loaded.packs] == ["core", "lang/en", "mine"]


def test_a_pack_brings_those_that_it_uses(tmp_path: Path) -> None:
    loaded = load_rules([], project(tmp_path, "packs: [disasters]\n"), shipped(tmp_path))
    assert [found.name for found in loaded.packs] == ["core", "disasters", "lang/en"]


def test_a_project_turns_rules_off_and_changes_others(tmp_path: Path) -> None:
    text = "rules:\n  core/first: off\n  core/second: {severity: low, tolerance: {absolute: 3}}\n"
    loaded = load_rules([], project(tmp_path, text), shipped(tmp_path))
    plain = load_rules([], None, shipped(tmp_path))
    assert loaded.problems == ()
    assert ids(loaded) == ["core/second", "disasters/toll"]
    rule = loaded.rules[0]
    assert rule.form.severity == "low"
    assert isinstance(rule.form.check, NumberMismatch)
    assert rule.form.check.tolerance.relative == Decimal("0.05")
    assert rule.form.check.tolerance.absolute == 3
    assert rule.rule_hash != plain.rules[1].rule_hash


def test_what_a_project_names_in_vain_is_told(tmp_path: Path) -> None:
    text = (
        "packs: [core, disaster]\nrules:\n  core/frist: off\n"
        "filters:\n  - {rules: [core/*, mine/*], unless: {outlet: x}, reason: y, by: z}\n"
    )
    loaded = load_rules([], project(tmp_path, text), shipped(tmp_path))
    assert told(loaded, tmp_path) == [
        "claimcheck.yml:1:15: there is no pack or folder \"disaster\" - did you mean 'disasters'?",
        "claimcheck.yml:3:3: there is no rule \"core/frist\" - did you mean 'core/first'?",
        'claimcheck.yml:5:22: there is no rule "mine/*"',
    ]
