"""Reads YAML from libyaml's events. Scalars stay text; everything else has its place or is refused.

libyaml only gives events. An alias is refused at its place, so no alias is expanded. Nesting is
counted, so time and memory depend only on the length of the text. PyYAML's C parser is required.
Without it the import fails.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from yaml import CSafeLoader, YAMLError, events

from jinzai.findings import rules_file, rules_syntax
from jinzai.findings.finding import Finding, RelatedPlace, Rule, Severity
from jinzai.findings.lines import Lines
from jinzai.load.invisible import report_escaped
from jinzai.load.layout import report_swallowed_item
from jinzai.load.quotes import TYPED_QUOTES, add_typed, is_cut, without_typed_quotes
from jinzai.load.recovery import without_items
from jinzai.load.report import FileReport
from jinzai.load.slips import clean_key, report_swallowed_text, report_text_slip
from jinzai.load.syntax import report_syntax_error
from jinzai.load.tree import Nodes, Value
from jinzai.model.line_ends import unfolded

MAX_DEPTH: Final = 32
_MOST_ERRORS: Final = 10
_MOST_LETTERS: Final = 1_000_000
"""After so many syntax errors, or letters read anew, the rest of a file is not read."""
_NULLS: Final = frozenset(["", "~", "null", "Null", "NULL"])


class Read(NamedTuple):
    """The content of a YAML text: the top mapping and the nodes.

    `value` is None if the text is unreadable. `complete` is False if the mapping lacks a part of
    the text.
    """

    value: dict[str, Value] | None
    nodes: Nodes
    complete: bool


def read_yaml(text: str, report: FileReport, *, offset: int = 0, top_key: str = "") -> Read:
    """Reads YAML whose top is a mapping. Findings go to `report`. Never raises.

    `offset` is where `text` starts in the file. `top_key` is a key that the top usually has. The
    advice for a text without a mapping names it.
    """
    before = len(report.findings)
    reader, error = _read_once(text, report, offset)
    top = reader.top
    if error is not None:
        return _read_on(text, report, offset, before) or Read(None, reader.nodes, complete=False)
    if reader.broken or not isinstance(top, dict):
        if len(report.findings) == before:
            _report_top(reader, top_key)
        return Read(None, reader.nodes, complete=False)
    report_swallowed_text(report, reader.nodes, offset, offset + len(text))
    return Read(top, reader.nodes, reader.complete)


def _read_once(
    text: str, report: FileReport, offset: int
) -> "tuple[_EventReader, YAMLError | None]":
    """The reader after the text, and the syntax error that ended it, which is reported."""
    reader = _EventReader(report, offset)
    try:
        loader = CSafeLoader(text)
        try:
            reader.read(loader)
        finally:
            loader.dispose()
    except YAMLError as error:
        reader.broken = True
        report_syntax_error(error, report, offset)
        return reader, error
    return reader, None


def _read_on(text: str, report: FileReport, offset: int, before: int) -> Read | None:
    """What can be read without the items of the list that have syntax errors.

    It reports the mistakes of the other items. `before` is how many findings were there before the
    text was read. None if nothing can be read: then one mistake may be the cause of all errors.
    """
    told = report.findings[before:]
    more: list[Finding] = []
    lines = report.lines
    for _ in range(min(_MOST_ERRORS, _MOST_LETTERS // len(text))):
        places = [one.place for one in told if one.severity is Severity.ERROR]
        if not places:
            return None
        first, last = (
            lines.starts[line - 1] - offset
            for line in (min(one.line for one in places), max(one.end_line for one in places))
        )
        rest = without_items(text, max(first, 0), max(last, 0))
        if rest is None:
            return None
        text = rest
        scratch = FileReport(report.file, report.plan_id, Lines(lines.text[:offset] + text))
        reader, error = _read_once(text, scratch, offset)
        known = {(one.rule, one.place) for one in (*report.findings, *more)}
        told = [one for one in scratch.findings if (one.rule, one.place) not in known]
        more += told
        if error is None:
            top = reader.top
            if reader.broken or not isinstance(top, dict):
                return None
            report.findings += more
            return Read(top, reader.nodes, complete=False)
    return None


def _report_top(reader: "_EventReader", top_key: str) -> None:
    if not reader.nodes.values or reader.top is None:
        reader.report.add_whole(rules_file.EMPTY_FILE)
        return
    start, end = reader.nodes.starts[0], reader.nodes.ends[0]
    is_list = isinstance(reader.top, list)
    reader.report.add(
        rules_syntax.NOT_A_MAPPING,
        start,
        start + 1 if is_list else end,
        found="一覧" if is_list else "1つの値",
        way=f"一番上に「{top_key or '項目名'}:」の行を書き、その下に内容を書いてください。",
    )


@dataclass(slots=True)
class _Frame:
    """A collection that is being read.

    In a mapping, `key` is the key of the next value. None means that a key comes next. `keys` has
    the node of the first key of each name. If `keep` is False, the value of the key is read and
    dropped. Once a missing dash has been found, `after_dash` holds the keys after its place.
    """

    value: Any
    node: int
    in_mapping: bool
    keys: dict[str, int] = field(default_factory=dict)
    key: str | None = None
    keep: bool = True
    after_dash: set[str] | None = None


class _EventReader:
    """Builds values and nodes from events, one after the other, without recursion."""

    def __init__(self, report: FileReport, offset: int) -> None:
        self.report = report
        self.source = report.lines.text
        self.offset = offset
        self.nodes = Nodes()
        self.top: Value = None
        self.broken = False
        self.complete = True
        self._frames: list[_Frame] = []
        self._clean_keys: set[str] = set()
        self._documents = 0

    def read(self, loader: CSafeLoader) -> None:
        """Takes all events. Raises `YAMLError` if libyaml finds a syntax error."""
        # The stubs know neither which event comes nor that an event always has its marks.
        next_event: Callable[[], Any] = loader.get_event
        while True:
            event = next_event()
            kind = type(event)
            if kind is events.ScalarEvent:
                self._scalar(event)
            elif kind is events.MappingStartEvent or kind is events.SequenceStartEvent:
                self._open(event, kind is events.MappingStartEvent)
            elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
                frame = self._frames.pop()
                self.nodes.after[frame.node] = len(self.nodes.values)
                self.nodes.ends[frame.node] = event.end_mark.index + self.offset
                self._attach(frame.value)
            elif kind is events.AliasEvent:
                self._refuse(rules_syntax.YAML_ALIAS, event)
                self.nodes.add(None, event.start_mark.index + self.offset, -1)
                self._attach(None)
            elif kind is events.DocumentStartEvent:
                self._documents += 1
                if self._documents > 1:
                    self._refuse(rules_syntax.SEVERAL_DOCUMENTS, event)
                    return
                if event.version or event.tags:
                    self._refuse(rules_syntax.YAML_DIRECTIVE, event)
            elif kind is events.StreamEndEvent:
                return
            if len(self._frames) > MAX_DEPTH:
                self._refuse(rules_syntax.TOO_DEEP, event, limit=MAX_DEPTH)
                return

    def _scalar(self, event: Any) -> None:
        text = event.value
        start = event.start_mark.index + self.offset
        end = event.end_mark.index + self.offset
        plain = event.implicit[0] and not event.style
        if event.tag is not None or event.anchor is not None:
            start, plain = self._skip_properties(event, start, end)
        frame = self._frames[-1] if self._frames else None
        if frame is not None and frame.in_mapping and frame.key is None:
            self._key(frame, text, start, end)
            return
        if event.style != "|" and " " in text and event.end_mark.line > event.start_mark.line:
            text = unfolded(text, self.source[start:end])
            if plain:
                report_swallowed_item(self.report, start, end)
        value = None if plain and text in _NULLS else text
        if plain:
            if text[:1] in TYPED_QUOTES:
                value = self._without_typed_quotes(text, start)
            elif not text.isascii() and report_text_slip(self.report, start, end):
                self.broken = True
        elif event.style == '"':
            report_escaped(text, self.report, start, end)
        self.nodes.add(value, start, end)
        self._attach(value)

    def _without_typed_quotes(self, text: str, start: int) -> str:
        """A plain text without the typed quotation marks around it, which are reported."""
        inner = without_typed_quotes(text)
        if inner is None and not (is_cut(text) and self._is_inline()):
            return text
        add_typed(self.report, start)
        # If there is no second mark, a comma has cut the text.
        self.broken = self.broken or inner is None
        return inner or text

    def _is_inline(self) -> bool:
        """Whether the innermost collection is written with brackets."""
        opened = self.nodes.starts[self._frames[-1].node] if self._frames else len(self.source)
        return self.source[opened : opened + 1] in ("{", "[")

    def _key(self, frame: _Frame, text: str, start: int, end: int) -> None:
        node = self.nodes.add(text, start, end)
        if text not in self._clean_keys:
            cleaned = clean_key(text, self.report, start, end)
            if cleaned is None:
                self.broken, cleaned = True, text
            elif cleaned == text:
                self._clean_keys.add(text)
            self.nodes.values[node] = text = cleaned
        frame.key = text
        frame.keys.setdefault(text, node)
        frame.keep = text not in frame.value and frame.after_dash is None
        if not frame.keep:
            self.complete = False
            self._repeated(frame, text, start, end)

    def _repeated(self, frame: _Frame, text: str, start: int, end: int) -> None:
        """Reports a repeated key, or a missing dash, once for all keys after it.

        If an item of a list repeats its own first key, it is really two items.
        """
        is_item = len(self._frames) > 1 and not self._frames[-2].in_mapping
        if is_item and len(frame.value) > 1 and text == next(iter(frame.value)):
            frame.after_dash = {text}
            self.report.add(rules_syntax.MISSING_DASH, start, end, item=f"{text}: …")
            return
        if frame.after_dash is not None and text not in frame.after_dash:
            frame.after_dash.add(text)
            return
        first = frame.keys[text]
        place = self.report.place(self.nodes.starts[first], self.nodes.ends[first])
        related = RelatedPlace(place, f"初めの「{text}」はここです")
        self.report.add(rules_syntax.DUPLICATE_KEY, start, end, related=(related,), key=text)

    def _open(self, event: Any, is_mapping: bool) -> None:
        start = event.start_mark.index + self.offset
        if event.tag is not None or event.anchor is not None:
            start, _ = self._skip_properties(event, start, len(self.source))
        frame = self._frames[-1] if self._frames else None
        if frame is not None and frame.in_mapping and frame.key is None:
            self.report.add(rules_syntax.COMPLEX_KEY, start, start + 1)
            self.broken = True
        value: Value = {} if is_mapping else []
        node = self.nodes.add(value, start, start + 1)
        self._frames.append(_Frame(value, node, is_mapping))

    def _attach(self, value: Value) -> None:
        """Adds a complete value to the open collection, or makes it the top."""
        if not self._frames:
            self.top = value
            return
        frame = self._frames[-1]
        if not frame.in_mapping:
            frame.value.append(value)
            return
        if frame.key is None:
            # What was complete stood in a key's place and has been refused.
            frame.key, frame.keep = "", False
            return
        if frame.keep:
            frame.value[frame.key] = value
        frame.key = None

    def _refuse(self, rule: Rule, event: Any, **facts: Any) -> None:
        """Reports a fault that makes the whole text unreadable."""
        start, end = event.start_mark.index + self.offset, event.end_mark.index + self.offset
        self.broken = True
        self.report.add(rule, start, max(end, start + 1), text=self.source[start:end], **facts)

    def _skip_properties(self, event: Any, start: int, end: int) -> tuple[int, bool]:
        """Reports tag and anchor.

        Returns where the value behind them starts, and whether it is plain.
        """
        while start < end and self.source[start] in "!&":
            stop = start
            while stop < end and not self.source[stop].isspace():
                stop += 1
            rule = rules_syntax.YAML_ALIAS
            if self.source[start] == "!":
                rule = rules_syntax.YAML_TAG
            self.report.add(rule, start, stop, text=self.source[start:stop])
            start = stop
            while start < end and self.source[start] in " \t\r\n":
                start += 1
        return start, not getattr(event, "style", None)
