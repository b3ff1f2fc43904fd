"""The one registry of codes. It feeds the checks, `explain`, the rule pages and the tests."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from jinzai.findings import (
    rules_completeness,
    rules_content,
    rules_file,
    rules_mapping,
    rules_marks,
    rules_site,
    rules_syntax,
    rules_text,
    rules_value,
)
from jinzai.findings.finding import Rule


def _rules(values: Iterable[object]) -> Iterator[Rule]:
    for value in values:
        if isinstance(value, Rule):
            yield value
        elif isinstance(value, Mapping):
            yield from (rule for rule in value.values() if isinstance(rule, Rule))


def _collect() -> Mapping[str, Rule]:
    found: dict[str, Rule] = {}
    for rules in STAGES.values():
        for rule in rules:
            if rule.code in found:
                raise ValueError(f"two rules have the code {rule.code}")
            found[rule.code] = rule
    return MappingProxyType(dict(sorted(found.items())))


STAGES: Final[Mapping[str, tuple[Rule, ...]]] = MappingProxyType(
    {
        stage: tuple(_rules(value for module in modules for value in vars(module).values()))
        for stage, *modules in (
            ("file", rules_file),
            ("syntax", rules_syntax, rules_marks),
            ("value", rules_value),
            ("content", rules_content, rules_text),
            ("completeness", rules_completeness),
            ("mapping", rules_mapping),
            ("site", rules_site),
        )
    }
)
"""All rules by the stage that finds them, in the order of the stages.

Within a stage they have the order of their declaration.
"""

RULES: Final = _collect()
"""All rules by code."""
