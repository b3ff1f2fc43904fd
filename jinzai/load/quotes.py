"""Quotation marks of YAML: one that is not closed, and texts that go on after a closing one.

libyaml notices an open quotation mark only at the next one, which may be many lines below. This
module finds the line where it began. It does not know libyaml's messages.
"""

import re
from typing import Final

from jinzai.findings import rules_syntax as rules
from jinzai.load.report import FileReport

_OPENS: Final = re.compile(
    r"[ \t]*(?:- +)*(?:[^\s:\"'#]+: +)?(?P<quote>[\"'])(?P<text>(?:(?!(?P=quote)).)*)$"
)
_ENTRY: Final = re.compile(r"[ \t]*(?:- +|(?:- +)*[a-z][a-z0-9_-]*:(?: |$))")
_ITEM: Final = re.compile(r"[ \t]*(?:- +)*(?:[^\s:\"'\[{]+: +)?")
_BEGAN: Final = {
    "]": "文の初めの「[」は、一覧を始める記号として読まれます。",
    "}": "文の初めの「{」は、項目の組を始める記号として読まれます。",
}
TYPED_QUOTES: Final = frozenset("“”„‟＂‘’‚‛＇")
"""Quotation marks that Word and Japanese keyboards give, and that YAML takes for letters."""

_TYPED: Final = re.compile("[“”„‟＂‘’‚‛＇]")
_TYPED_VALUE: Final = re.compile(
    r"[ \t]*(?:- +)*(?:[^\s:\"'#]+: +)?(?P<quote>[“”„‟＂‘’‚‛＇])(?P<text>.*)"
)
_TYPED_AT_END: Final = re.compile(r"[“”„‟＂‘’‚‛＇]\s*$")
_SHOWN: Final = 20


def report_unclosed(report: FileReport, problem: int) -> bool:
    """Reports a quotation mark that is open from a line above until the line of `problem`.

    The text in it must have swallowed a line with a key or a dash, because a good text may have
    several lines. Returns whether it reported anything.
    """
    lines = report.lines
    last = lines.locate(problem)[0]
    swallowed = False
    for quote in "\"'":
        if quote not in (lines.line(last) or ""):
            continue
        swallowed = _ENTRY.match(lines.line(last) or "") is not None
        for number in range(last - 1, 0, -1):
            line = (lines.line(number) or "").rstrip()
            if quote in line:
                found = _OPENS.match(line)
                if found is None or found["quote"] != quote or not swallowed:
                    break
                at = lines.starts[number - 1] + found.start("quote")
                if report_typed_end(report, at):
                    return True
                where = value_before(report, at)
                report.add(rules.UNCLOSED_QUOTE, at, at + 1, quote=quote, where=where)
                return True
            swallowed = swallowed or _ENTRY.match(line) is not None
    return False


def without_typed_quotes(text: str) -> str | None:
    """The text between a typed quotation mark, with which `text` begins, and the one at its end.

    None if it has no mark at its end, or others between the two.
    """
    if len(text) < 2:
        return None
    inner = text[1:-1]
    closes = _TYPED.match(text[-1]) is not None or text[-1] in "\"'"
    return inner if closes and inner.strip() and not _TYPED.search(inner) else None


def is_cut(text: str) -> bool:
    """Whether a text, which begins with a typed quotation mark, has no other one."""
    return not _TYPED.search(text, 1)


def report_typed(report: FileReport, number: int) -> bool:
    """Reports a typed quotation mark that begins the value of a line. Returns whether it did."""
    found = _TYPED_VALUE.match(report.lines.line(number) or "")
    if found is None:
        return False
    add_typed(report, report.lines.starts[number - 1] + found.start("quote"))
    return True


def report_typed_end(report: FileReport, opened: int) -> bool:
    """Reports a typed quotation mark at the end of the line of an open one.

    Returns whether it reported anything.
    """
    number = report.lines.locate(opened)[0]
    found = _TYPED_AT_END.search(report.lines.line(number) or "")
    if found is not None:
        add_typed(report, report.lines.starts[number - 1] + found.start())
    return found is not None


def add_typed(report: FileReport, at: int) -> None:
    """Adds the finding about a typed quotation mark."""
    report.add(rules.TYPED_QUOTE, at, at + 1, quote=report.lines.text[at])


def value_before(report: FileReport, at: int) -> str:
    """Where a text whose quotation mark is at `at` ends, in words, if it is one line."""
    line = (report.lines.line(report.lines.locate(at)[0]) or "").rstrip()
    found = _OPENS.match(line)
    if found is None or not found["text"]:
        return "値の終わり"
    text = found["text"]
    return f"「{text if len(text) <= _SHOWN else '…' + text[-_SHOWN:]}」の後"


def after_closing_advice(report: FileReport, start: int, closing: str) -> str:
    """How the line at `start` is written, in which a text goes on after `closing`.

    A line that begins with a link is shown as it has to be.
    """
    line = (report.lines.line(report.lines.locate(start)[0]) or "").rstrip()
    begun = _ITEM.match(line)
    text = line[begun.end() :] if begun is not None else ""
    if closing == "]" and "](" in text and not set(text) & {'"', "\\"}:
        shown = text if len(text) <= 2 * _SHOWN else text[: 2 * _SHOWN] + "…"
        return f'リンクで始まる文は、全体を引用符（"）で囲みます: "{shown}"'
    whole = '値の全体を1組の引用符（"）で囲んでください。中の " は「」に置き換えると確実です。'
    return _BEGAN.get(closing, "") + whole
