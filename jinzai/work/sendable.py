"""Values that can be sent to another process, or put away for the next build.

`pickle` does not know two types of ours: a read-only mapping, and a rule. A rule must be the same
object in every process, so only its code is sent.
"""

import copyreg
import pickle
from types import MappingProxyType
from typing import Any, Final

from jinzai.findings.finding import Rule
from jinzai.findings.registry import RULES

_PROTOCOL: Final = 5


def as_bytes(value: object) -> bytes:
    """The bytes of something that is sent or put away."""
    teach_pickle()
    return pickle.dumps(value, _PROTOCOL)


def teach_pickle() -> None:
    """Makes these types known to `pickle` in this process. May be called several times."""
    copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))
    copyreg.pickle(Rule, lambda rule: (_rule, (rule.code,)))


def _read_only(values: dict[Any, Any]) -> "MappingProxyType[Any, Any]":
    return MappingProxyType(values)


def _rule(code: str) -> Rule:
    return RULES[code]
