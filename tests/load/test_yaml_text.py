from collections.abc import Iterator

import pytest

from jinzai.findings import rules_syntax
from jinzai.findings.finding import Rule, Severity
from jinzai.findings.limit import MAX_FINDINGS, limited
from jinzai.findings.lines import Lines
from jinzai.load import syntax

from .cases import SLIPS, Slip, where
from .helpers import codes, load_yaml, only, tree_of


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.rule.code}-{slip.text[:20]!r}")
def test_every_slip_is_one_finding_at_its_place(slip: Slip) -> None:
    loaded = load_yaml(slip.text)
    assert [(finding.rule.code, *where(finding)) for finding in loaded.findings] == [
        (slip.rule.code, *slip[2:])
    ]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.rule.code}-{slip.text[:20]!r}")
def test_messages_are_complete_and_japanese(slip: Slip) -> None:
    (finding,) = load_yaml(slip.text).findings
    assert finding.message.endswith("。")
    assert finding.hint
    assert finding.plan_id == "p"
    assert "expected" not in finding.message + finding.hint


def test_every_syntax_rule_has_a_case() -> None:
    # yaml-syntax is what is left when libyaml says something that it never said before.
    missing = set(_rules()) - {slip.rule for slip in SLIPS} - {rules_syntax.YAML_SYNTAX}
    assert not missing


def _rules() -> Iterator[Rule]:
    return (rule for rule in vars(rules_syntax).values() if isinstance(rule, Rule))


def test_an_unknown_complaint_gets_the_general_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syntax, "_BY_PROBLEM", {})
    (finding,) = load_yaml("id: 1\nnote: a: b\n").findings
    assert finding.rule is rules_syntax.YAML_SYNTAX
    assert where(finding) == (2, 8, 2, 9)


@pytest.mark.parametrize("last", [" x: y\n", "\tname: x\n"], ids=["too far left", "a tab"])
def test_lines_in_many_columns_are_read_a_few_times_each(
    last: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = 0
    line = Lines.line

    def counted(lines: Lines, number: int) -> str | None:
        nonlocal read
        read += 1
        return line(lines, number)

    monkeypatch.setattr(Lines, "line", counted)
    number = 100
    steps = "".join(" " * column + f"k{column}: v\n" for column in range(2, number))
    loaded = load_yaml(f"note: |\n{steps}{last}")
    assert loaded.findings[0].place.line == number
    assert number < read < 10 * number


def test_scalars_stay_the_text_that_was_typed() -> None:
    typed = ["12:30", "no", "0123", "1.10", "2025-02", "2025-02-14", "1_000", "0x1F", "true", ".5"]
    tree = tree_of(load_yaml("".join(f"k{n}: {text}\n" for n, text in enumerate(typed))))
    assert isinstance(tree.value, dict)
    assert list(tree.value.values()) == typed


def test_only_plain_nulls_are_none() -> None:
    loaded = load_yaml("a:\nb: ~\nc: null\nd: 'null'\ne: ''\nf: Null\ng: none\n")
    assert tree_of(loaded).value == {
        "a": None,
        "b": None,
        "c": None,
        "d": "null",
        "e": "",
        "f": None,
        "g": "none",
    }


def test_keys_stay_text_too() -> None:
    assert tree_of(load_yaml("2025: a\nno: b\nnull: c\n")).value == {
        "2025": "a",
        "no": "b",
        "null": "c",
    }


def test_a_duplicate_names_the_first_and_keeps_it() -> None:
    loaded = load_yaml("roles:\n  - id: a\n    hours: 1\n    hours: 2\n")
    (finding,) = loaded.findings
    (related,) = finding.related
    assert (related.place.line, related.place.column) == (3, 5)
    assert tree_of(loaded).value == {"roles": [{"id": "a", "hours": "1"}]}
    assert not only(loaded).complete


def test_each_forgotten_dash_is_one_finding() -> None:
    item = "    id: b\n    name: y\n    note: z\n"
    loaded = load_yaml(f"roles:\n  - id: a\n    name: x\n{item}{item}  - id: c\n")
    assert codes(loaded) == ["missing-dash", "missing-dash"]
    assert [where(finding)[:2] for finding in loaded.findings] == [(4, 5), (7, 5)]
    assert tree_of(loaded).value == {"roles": [{"id": "a", "name": "x"}, {"id": "c"}]}
    assert not only(loaded).complete


def test_a_key_twice_after_a_forgotten_dash_is_told() -> None:
    loaded = load_yaml("r:\n  - id: a\n    name: x\n    id: b\n    note: y\n    note: z\n")
    assert codes(loaded) == ["missing-dash", "duplicate-key"]


def test_a_key_twice_in_a_mapping_that_is_no_item_misses_no_dash() -> None:
    assert codes(load_yaml("issuer:\n  name: a\n  code: b\n  name: c\n")) == ["duplicate-key"]
    assert codes(load_yaml("r:\n  - id: a\n    id: b\n")) == ["duplicate-key"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("r:\n  - id: b\n     name: d\n", "もしかして: 4個（上の「id」と同じ左端）。"),
        ("r:\n  - id: b\n    a: 1\n   b: 2\n", "もしかして: 4個（上の「a」と同じ左端）。"),
        ("r:\n  - id: b\n   - id: d\n", "もしかして: 2個（上の「- 」と同じ左端）。"),
        (
            "r:\n  a: 1\n s: 1\n",
            "もしかして: 0個（上の「r」と同じ左端）か2個（上の「a」と同じ左端）。",
        ),
    ],
)
def test_the_column_that_was_meant_is_named(text: str, hint: str) -> None:
    (finding,) = load_yaml(text).findings
    assert finding.rule is rules_syntax.BAD_INDENTATION
    assert finding.hint.startswith(hint)


def test_many_faults_of_structure_come_in_one_run() -> None:
    loaded = load_yaml("a: &x 1\nb: *x\nc: !!int 3\nd: 1\nd: 2\n? [e]\n: f\nd: 3\n")
    assert codes(loaded) == [
        "yaml-alias",
        "yaml-alias",
        "yaml-tag",
        "duplicate-key",
        "complex-key",
        "duplicate-key",
    ]
    assert only(loaded).tree is None


def test_a_merge_of_an_alias() -> None:
    loaded = load_yaml("a: &x {b: 1}\nc:\n  <<: *x\n")
    assert codes(loaded) == ["yaml-alias", "yaml-merge", "yaml-alias"]


def test_prose_with_a_full_width_colon_is_prose() -> None:
    text = "note: 対象：全職員\nname: DX：推進　リーダー\nlist: [第1：総則, ICT：x]\nb: |\n  a：x\n"
    assert codes(load_yaml(text)) == []


def test_comments_are_comments() -> None:
    text = (
        "# top\nroles: # 役割\n  - id: a # note\n    name: b\n  #- id: c\n"
        "    x: '#1'\n    y: a#1\n    z: \"q\" #ok\n    l: |\n      a #1\n"
    )
    assert codes(load_yaml(text)) == []


def test_a_bomb_stays_small() -> None:
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    loaded = load_yaml("\n".join(lines))
    assert only(loaded).tree is None
    shown = limited(loaded.findings)
    assert shown[-1].rule.code == "too-many-findings"
    assert len(shown) == MAX_FINDINGS + 1
    assert len(loaded.findings) < 400, "one for each alias, whatever it stands for"


def test_only_hash_in_text_is_a_warning() -> None:
    severities = {rule.code for rule in _rules() if rule.severity is not Severity.ERROR}
    assert severities == {"hash-in-text"}


def test_crlf_needs_no_finding_and_keeps_places() -> None:
    loaded = load_yaml("roles:\r\n  - id: a\r\n    note: |\r\n      x\r\n      y\r\n")
    tree = tree_of(loaded)
    assert tree.value == {"roles": [{"id": "a", "note": "x\ny\n"}]}
    place = tree.place_of(("roles", 0, "id"))
    assert (place.line, place.column, place.end_column) == (2, 9, 10)


def test_one_line_has_one_error() -> None:
    assert codes(load_yaml("note: *1 参照\n")) == ["yaml-alias"]


def test_slips_in_lines_above_are_found() -> None:
    (finding,) = load_yaml("roles:\n  - id： a\n    name: b\n").findings
    assert finding.rule is rules_syntax.FULLWIDTH_COLON


def test_tabs_are_counted() -> None:
    (finding,) = load_yaml("roles:\n\t- id: a\n\t  name: b\n").findings
    assert "2行" in finding.message


def test_not_a_mapping_names_the_key_to_write() -> None:
    (finding,) = load_yaml("- id: a\n").findings
    assert "「roles:」" in finding.hint
