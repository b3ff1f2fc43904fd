"""The one registry of codes. It feeds the checks, `explain`, the rule pages and the tests."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from jinzai.findings import (
    rules_completeness,
    rules_content,
    rules_file,
    rules_syntax,
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
    for module in (rules_file, rules_syntax, rules_value, rules_content, rules_completeness):
        for rule in _rules(vars(module).values()):
            if rule.code in found:
                raise ValueError(f"two rules have the code {rule.code}")
            found[rule.code] = rule
    return MappingProxyType(dict(sorted(found.items())))


RULES: Final = _collect()
"""Every rule by its code."""
