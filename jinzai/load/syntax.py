"""Syntax errors of libyaml: the most likely cause of each, as one finding in Japanese.

libyaml's messages are never shown; they only choose the rule. First the lines that libyaml points
to are searched for mistakes that Japanese editors make (tab, full-width space or colon).
"""

import re
from typing import Final

from yaml import MarkedYAMLError, YAMLError

from jinzai.findings import rules_syntax as rules
from jinzai.findings.finding import Rule
from jinzai.load.colons import colon_advice
from jinzai.load.layout import report_layout, tab_advice
from jinzai.load.marks import report_inside, report_mark, report_opening
from jinzai.load.quotes import (
    after_closing_advice,
    report_typed,
    report_typed_end,
    report_unclosed,
    value_before,
)
from jinzai.load.report import FileReport

_TAB: Final = re.compile(r"[ \u3000]*(\t)")
_TABBED_LINE: Final = re.compile(r"^[ \u3000]*\t[^\r\n]*\S", re.MULTILINE)
_WIDE_INDENT: Final = re.compile(r"[ \t]*(?:- +)*(-?)(\u3000)")
_WIDE_COLON: Final = re.compile(r"[ \t]*(?:- +)*([A-Za-z][\w-]*|[^\s:：\"'#]{1,12}?)[ \u3000]*(：)")
_WIDE_AFTER_COLON: Final = re.compile(r"[ \t]*(?:- +)*([^\s:\"'#]+):(\u3000)")
_NO_SPACE: Final = re.compile(r"[ \t]*(?:- +)*([A-Za-z][\w-]*)(:)(?!//|[\s:]|$)")
_AFTER_CLOSING: Final = re.compile(
    r"[ \t]*(?:- +)*(?:[^\s:\"'\[{]+: +)?(?:\"[^\"]*(\")|'[^']*(')|\[[^\]]*(\])|\{[^}]*(\}))"
)
_WIDE_SPACE: Final = "\u3000"
_BY_PROBLEM: Final[dict[str, Rule]] = {
    "could not find expected ':'": rules.MISSING_COLON,
    "mapping values are not allowed in this context": rules.COLON_IN_TEXT,
    "block sequence entries are not allowed in this context": rules.DASH_IN_VALUE,
    "mapping keys are not allowed in this context": rules.RESERVED_CHARACTER,
    "found character that cannot start any token": rules.RESERVED_CHARACTER,
    "did not find expected alphabetic or numeric character": rules.RESERVED_CHARACTER,
    "did not find expected key": rules.BAD_INDENTATION,
    "did not find expected '-' indicator": rules.BAD_INDENTATION,
    "did not find expected <document start>": rules.BAD_INDENTATION,
    "did not find expected ',' or ']'": rules.UNCLOSED_BRACKET,
    "did not find expected ',' or '}'": rules.UNCLOSED_BRACKET,
    "did not find expected node content": rules.STRAY_BRACKET,
    "found unexpected end of stream": rules.UNCLOSED_QUOTE,
    "found unexpected document indicator": rules.UNCLOSED_QUOTE,
    "found unknown escape character": rules.BAD_ESCAPE,
    "did not find expected hexdecimal number": rules.BAD_ESCAPE,
    "found invalid Unicode character escape code": rules.BAD_ESCAPE,
    "found undefined tag handle": rules.RESERVED_CHARACTER,
    "found incompatible YAML document": rules.YAML_DIRECTIVE,
}
_BY_CONTEXT: Final[dict[str, Rule]] = {
    "while scanning a block scalar": rules.RESERVED_CHARACTER,
    "while scanning a tag": rules.RESERVED_CHARACTER,
    "while parsing a tag": rules.RESERVED_CHARACTER,
    "while scanning a directive": rules.YAML_DIRECTIVE,
    "while scanning a %YAML directive": rules.YAML_DIRECTIVE,
    "while scanning a %TAG directive": rules.YAML_DIRECTIVE,
    "while parsing a %TAG directive": rules.YAML_DIRECTIVE,
}
# For these the fault is where the thing began, not where libyaml noticed.
_AT_START: Final = frozenset(
    [
        rules.MISSING_COLON,
        rules.UNCLOSED_BRACKET,
        rules.UNCLOSED_QUOTE,
        rules.RESERVED_CHARACTER,
        rules.YAML_DIRECTIVE,
    ]
)

# What these say of a colon is that nothing stands before it.
_OUT_OF_PLACE: Final = frozenset([rules.BAD_INDENTATION, rules.STRAY_BRACKET])


def report_syntax_error(error: YAMLError, report: FileReport, offset: int) -> None:
    """Adds one finding for `error`, unless there is already an error on its line.

    `offset` is where the text that libyaml read starts in the file.
    """
    problem, context = _offsets(error, report, offset)
    if report_unclosed(report, problem):
        return
    if not _report_slip(report, problem, context) and not report.error_on_line(problem):
        _report_cause(error, report, problem, context)


def _offsets(error: YAMLError, report: FileReport, offset: int) -> tuple[int, int]:
    """Where libyaml noticed the fault, and where the thing that it was reading began.

    If the second is unknown, both are the same.
    """
    length = len(report.lines.text)
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return min(offset, length), min(offset, length)
    problem = min(error.problem_mark.index + offset, length)
    if error.context_mark is None:
        return problem, problem
    return problem, min(error.context_mark.index + offset, length)


def _report_slip(report: FileReport, problem: int, context: int) -> bool:
    """Looks for tabs and full-width characters in the lines that may contain the fault.

    Returns whether it reported anything.
    """
    lines = report.lines
    line = lines.locate(problem)[0]
    told = (line, lines.locate(context)[0])
    candidates = [*told]
    before = line - 1
    while before > 1 and not (lines.line(before) or "").strip(" \t\u3000"):
        before -= 1
    candidates.append(before)
    for number in dict.fromkeys(candidates):
        text = lines.line(number)
        if text is None:
            continue
        start = lines.starts[number - 1]
        if tab := _TAB.match(text):
            at = start + tab.start(1)
            count = len(_TABBED_LINE.findall(lines.text))
            way = tab_advice(report, number)
            end = start + len(tab[0])
            report.add(rules.TAB_INDENTATION, at, end, count=max(count, 1), way=way)
        elif wide := _WIDE_INDENT.match(text):
            at = start + wide.start(2)
            where = "「-」の後" if wide[1] else "字下げ"
            report.add(rules.FULLWIDTH_SPACE, at, at + 1, where=where)
        elif colon := _WIDE_COLON.match(text):
            at = start + colon.start(2)
            report.add(rules.FULLWIDTH_COLON, at, at + 1, key=colon[1])
        elif space := _WIDE_AFTER_COLON.match(text):
            at = start + space.start(2)
            report.add(rules.FULLWIDTH_SPACE, at, at + 1, where=f"「{space[1]}:」の後")
        elif tight := _NO_SPACE.match(text):
            at = start + tight.start(2)
            report.add(rules.MISSING_SPACE, at, at + 1, key=tight[1])
        elif not (
            report_mark(report, number, only_before_key=number not in told)
            or report_opening(report, number)
            or (number in told and report_typed(report, number))
        ):
            continue
        return True
    return False


def _report_cause(error: YAMLError, report: FileReport, problem: int, context: int) -> None:
    words = str(getattr(error, "problem", None) or "")
    rule = _BY_PROBLEM.get(words) or _BY_CONTEXT.get(
        str(getattr(error, "context", None) or ""), rules.YAML_SYNTAX
    )
    text = report.lines.text
    if rule is rules.STRAY_BRACKET and not text[problem:].strip():
        rule, context = rules.UNCLOSED_BRACKET, max(text.rfind("["), text.rfind("{"), 0)
    if rule in _OUT_OF_PLACE and text[problem : problem + 1] == ":":
        rule = rules.EMPTY_KEY
    if rule is rules.BAD_INDENTATION:
        start = report.lines.starts[report.lines.locate(problem)[0] - 1]
        closed = _AFTER_CLOSING.match(text, start)
        if closed is not None and closed.end() <= problem:
            closing = closed[closed.lastindex or 0]
            if text[problem : problem + 1] == _WIDE_SPACE:
                where = f"「{closing}」の後"
                report.add(rules.FULLWIDTH_SPACE, problem, problem + 1, where=where)
                return
            way = after_closing_advice(report, start, closing)
            report.add(rules.TEXT_AFTER_QUOTE, problem, problem + 1, closing=closing, way=way)
            return
    at = context if rule in _AT_START else problem
    if rule is rules.UNCLOSED_BRACKET and report_inside(report, at):
        return
    if report_layout(rule, report, at):
        return
    if rule is rules.UNCLOSED_QUOTE and report_typed_end(report, at):
        return
    while at > 0 and at >= len(text.rstrip()):
        at -= 1
    character = text[at : at + 1]
    report.add(
        rule,
        at,
        at + 1,
        character=character,
        quote=character,
        where=value_before(report, at),
        way=colon_advice(report, at) if rule is rules.COLON_IN_TEXT else "",
        bracket=character,
        closing="}" if character == "{" else "]",
    )
