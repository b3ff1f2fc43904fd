"""A value that is put away until it is needed again."""

import pickle
import zlib
from typing import Any, Final, Generic, TypeVar, cast

from jinzai.work.sendable import as_bytes, teach_pickle

_T = TypeVar("_T")
_QUICK: Final = 1
"""The level of zlib: a fourth of the bytes for a millisecond a plan."""

teach_pickle()


class PutAway(Generic[_T]):
    """A value that is as it was in the process that made it, and bytes in every other one.

    So a value that only passes through a process takes the memory of its bytes there, and it is
    turned into bytes once.
    """

    __slots__ = ("_data", "_value")

    def __init__(self, value: _T | None, data: bytes = b"") -> None:
        """Takes a value, or only the bytes of one."""
        self._value = value
        self._data = data

    def __reduce__(self) -> "tuple[type[PutAway[Any]], tuple[None, bytes]]":
        data = self._data or zlib.compress(as_bytes(self._value), _QUICK)
        return PutAway, (None, data)

    def value(self) -> _T:
        """The value. Bytes are turned into a new value each time."""
        if self._data:
            return cast("_T", pickle.loads(zlib.decompress(self._data)))
        return cast("_T", self._value)
