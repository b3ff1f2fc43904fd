"""One small text for every way in which YAML goes wrong, with the place that has to be named."""

from typing import Final, NamedTuple

from jinzai.findings import rules_file, rules_syntax
from jinzai.findings.finding import Finding, Rule


class Slip(NamedTuple):
    """A text, the rule that it breaks, and where: line, column, end line, end column."""

    text: str
    rule: Rule
    line: int
    column: int
    end_line: int
    end_column: int


def where(finding: Finding) -> tuple[int, int, int, int]:
    """The finding's place without its file."""
    place = finding.place
    return place.line, place.column, place.end_line, place.end_column


f, s = rules_file, rules_syntax

SLIPS: Final = (
    # white space and full-width characters
    Slip("roles:\n\t- id: a\n", s.TAB_INDENTATION, 2, 1, 2, 2),
    Slip("roles:\n  - id: a\n\tname: b\n", s.TAB_INDENTATION, 3, 1, 3, 2),
    Slip("note: |\n\tfoo\n", s.TAB_INDENTATION, 2, 1, 2, 2),
    Slip("note: x\n\ty\n", s.TAB_INDENTATION, 2, 1, 2, 2),
    Slip("roles:\n　　- id: a\n", s.FULLWIDTH_SPACE, 2, 1, 2, 2),
    Slip("roles:\n- id: x\n　name: y\n", s.FULLWIDTH_SPACE, 3, 1, 3, 2),
    Slip("skills:\n  -　bpr\n  -　data\n", s.FULLWIDTH_SPACE, 2, 4, 2, 5),
    Slip("roles:\n  -　id: a\n    name: b\n", s.FULLWIDTH_SPACE, 2, 4, 2, 5),
    Slip("roles:\n  - id:　a\n    name: b\n", s.FULLWIDTH_SPACE, 2, 8, 2, 9),
    Slip("id　: x\n", s.FULLWIDTH_SPACE, 1, 3, 1, 4),
    Slip("roles:\n  - id： a\n", s.FULLWIDTH_COLON, 2, 7, 2, 8),
    Slip("roles:\n  - id: a\n    name： x\n    kana: b\n", s.FULLWIDTH_COLON, 3, 9, 3, 10),
    Slip("roles:\n  - id: a\n    名前：x\n", s.FULLWIDTH_COLON, 3, 7, 3, 8),
    Slip("note: あ\n  name：x\n", s.FULLWIDTH_COLON, 2, 7, 2, 8),
    Slip("a: {b：c}\n", s.FULLWIDTH_COLON, 1, 6, 1, 7),
    Slip("roles:\n  - id: a\n    name:x\n", s.MISSING_SPACE, 3, 9, 3, 10),
    Slip("a: {b:c}\n", s.MISSING_SPACE, 1, 6, 1, 7),
    # structure
    Slip("roles:\n- id: b\nname\n", s.MISSING_COLON, 3, 1, 3, 2),
    Slip("note: 対象: 全職員\n", s.COLON_IN_TEXT, 1, 9, 1, 10),
    Slip("note: 対象\n  注意: 全職員\n", s.COLON_IN_TEXT, 2, 5, 2, 6),
    Slip("name: b\n  kana: d\n", s.BAD_INDENTATION, 2, 3, 2, 7),
    Slip("r:\n  - id: b\n     name: d\n", s.BAD_INDENTATION, 3, 6, 3, 10),
    Slip("roles:\n  - id: b\n - id: c\n", s.BAD_INDENTATION, 3, 2, 3, 3),
    Slip("  id: b\n kana: d\n", s.BAD_INDENTATION, 2, 2, 2, 6),
    Slip("roles:\n  - id: b\n  id: d\n", s.MISSING_DASH, 3, 3, 3, 5),
    Slip("roles:\n  - id: b\n    name: x\n    id: d\n", s.MISSING_DASH, 4, 5, 4, 7),
    Slip("roles:\n    id: b\n  - id: d\n", s.MISSING_DASH, 2, 5, 2, 7),
    Slip("goals:\n  - 進める。\n  調べる。\n", s.MISSING_DASH, 3, 3, 3, 4),
    Slip("skills: - bpr\n", s.DASH_IN_VALUE, 1, 9, 1, 10),
    Slip('name: "高度\nkana: x\n', s.UNCLOSED_QUOTE, 1, 7, 1, 8),
    Slip("name: 'x\n---\n", s.UNCLOSED_QUOTE, 1, 7, 1, 8),
    Slip('name: "DX"推進\n', s.TEXT_AFTER_QUOTE, 1, 11, 1, 12),
    Slip("name: [総務]部\n", s.TEXT_AFTER_QUOTE, 1, 11, 1, 12),
    Slip("note: [要確認\nid: 1\n", s.UNCLOSED_BRACKET, 1, 7, 1, 8),
    Slip("note: {x: 1\nid: 1\n", s.UNCLOSED_BRACKET, 1, 7, 1, 8),
    Slip("a:\r\n - b\r\n - c: [\r\n", s.UNCLOSED_BRACKET, 3, 7, 3, 8),
    Slip("skills: [bpr,,data]\n", s.STRAY_BRACKET, 1, 14, 1, 15),
    Slip("note: ]\n", s.STRAY_BRACKET, 1, 7, 1, 8),
    *(
        Slip(f"note: {text}\n", s.RESERVED_CHARACTER, 1, 7, 1, 8)
        for text in (
            "@a",
            "`a`",
            "%a",
            "*注",
            "* a",
            "& b",
            "!重要",
            ">10人",
            "|a",
            "? b",
            "!e!x b",
        )
    ),
    Slip('path: "C:\\data"\n', s.BAD_ESCAPE, 1, 10, 1, 11),
    Slip('path: "\\ud800"\n', s.BAD_ESCAPE, 1, 10, 1, 11),
    Slip("a: " + "[" * 40 + "\n", s.TOO_DEEP, 1, 35, 1, 36),
    Slip("- id: a\n", s.NOT_A_MAPPING, 1, 1, 1, 2),
    Slip("\nroles\n", s.NOT_A_MAPPING, 2, 1, 2, 6),
    Slip("id: 1\nname: x\nid: 2\n", s.DUPLICATE_KEY, 3, 1, 3, 3),
    Slip("a: {い: 1, い: [2]}\n", s.DUPLICATE_KEY, 1, 11, 1, 12),
    Slip("a: {: x}\n", s.EMPTY_KEY, 1, 5, 1, 6),
    Slip("?\n: x\n", s.EMPTY_KEY, 1, 2, 2, 1),
    Slip(": x\n", s.EMPTY_KEY, 1, 1, 1, 2),
    # parts of YAML that content/ does not use
    Slip("a: &x 1\n", s.YAML_ALIAS, 1, 4, 1, 6),
    Slip("a: *x\n", s.YAML_ALIAS, 1, 4, 1, 6),
    Slip("*x : b\n", s.YAML_ALIAS, 1, 1, 1, 3),
    Slip("a: {<<: {b: 1}}\n", s.YAML_MERGE, 1, 5, 1, 7),
    Slip("a: !!int 3\n", s.YAML_TAG, 1, 4, 1, 9),
    Slip("a: !!python/object:os.system x\n", s.YAML_TAG, 1, 4, 1, 29),
    Slip("a: ! b\n", s.YAML_TAG, 1, 4, 1, 5),
    Slip("a: !!set {x, y}\n", s.YAML_TAG, 1, 4, 1, 9),
    Slip("[a]: b\n", s.COMPLEX_KEY, 1, 1, 1, 2),
    Slip("? - a\n: b\n", s.COMPLEX_KEY, 1, 3, 1, 4),
    Slip("id: b\n---\nid: d\n", s.SEVERAL_DOCUMENTS, 2, 1, 2, 4),
    Slip("%YAML 1.1\n---\nid: b\n", s.YAML_DIRECTIVE, 1, 1, 2, 4),
    Slip("%foo\nid: b\n", s.YAML_DIRECTIVE, 1, 1, 1, 2),
    Slip("name: 研修 #2\n", s.HASH_IN_TEXT, 1, 10, 1, 12),
    Slip("note: #2\n", s.HASH_IN_TEXT, 1, 7, 1, 9),
    # whole files and characters
    Slip("", f.EMPTY_FILE, 0, 0, 0, 0),
    Slip("# メモ\n", f.EMPTY_FILE, 0, 0, 0, 0),
    Slip("~\n", f.EMPTY_FILE, 0, 0, 0, 0),
    Slip("id: 1\n<<<<<<< HEAD\nid: 2\n", f.CONFLICT_MARKER, 2, 1, 2, 8),
    Slip("note: あ\u200bい\n", f.CONTROL_CHARACTER, 1, 8, 1, 9),
    Slip("roles:\n\u00a0 - id: a\n", f.SPECIAL_SPACE, 2, 1, 2, 2),
    Slip("id:\u00a0x\n", f.SPECIAL_SPACE, 1, 4, 1, 5),
    Slip("note: 行\u2009間\n", f.SPECIAL_SPACE, 1, 8, 1, 9),
    Slip("note: \u2ed1期\n", f.LOOK_ALIKE_CHARACTER, 1, 7, 1, 8),
    Slip("note: 職\u2f08\n", f.LOOK_ALIKE_CHARACTER, 1, 8, 1, 9),
    Slip("note: \ufa19奈川\n", f.LOOK_ALIKE_CHARACTER, 1, 7, 1, 8),
    Slip("note: か\u3099く\n", f.SPLIT_CHARACTER, 1, 7, 1, 9),
    Slip("note: 10\u2126\n", f.SPLIT_CHARACTER, 1, 9, 1, 10),
    # quotation marks that Word types
    Slip("note: “甲”\n", s.TYPED_QUOTE, 1, 7, 1, 8),
    Slip("note: ‘甲’ # 乙\n", s.TYPED_QUOTE, 1, 7, 1, 8),
    Slip("a:\n- x: 1\n  note: ＂甲＂\n", s.TYPED_QUOTE, 3, 9, 3, 10),
    Slip('note: “甲"\n', s.TYPED_QUOTE, 1, 7, 1, 8),
    Slip('note: "甲”\nid: x\n', s.TYPED_QUOTE, 1, 9, 1, 10),
    Slip("note: “対象: 甲”\n", s.TYPED_QUOTE, 1, 7, 1, 8),
    Slip("a: {note: “甲, 乙”}\n", s.TYPED_QUOTE, 1, 11, 1, 12),
    Slip("a: {b: c}\u3000\nd: e\n", s.FULLWIDTH_SPACE, 1, 10, 1, 11),
    Slip("a: [b]\u3000\nd: e\n", s.FULLWIDTH_SPACE, 1, 7, 1, 8),
    Slip('a: "b"\u3000\nd: e\n', s.FULLWIDTH_SPACE, 1, 7, 1, 8),
    Slip("id: 1\r\nnote: あ\x00\r\n", f.CONTROL_CHARACTER, 2, 8, 2, 9),
    Slip("note: あ\u2028い\nid: \u202ex\n", f.CONTROL_CHARACTER, 1, 8, 1, 9),
    Slip('note: "\\0"\n', f.CONTROL_CHARACTER, 1, 7, 1, 11),
    Slip("!!float nan: x\n", s.YAML_TAG, 1, 1, 1, 8),
)
"""Texts that break one rule each."""
