"""The addresses that are taken in a site in the making.

This module promises that no two files have the same address on any file system. It does not know
the files.
"""

from collections.abc import Iterator

from jinzai.publish.address import AddressError, check_address
from jinzai.publish.failure import PublishError


class AddressTakenError(PublishError):
    """Two files of the site want one address, or an address is no good."""


class Claims:
    """Addresses. Each can be claimed only once."""

    def __init__(self) -> None:
        self._by_lower: dict[str, str] = {}
        self._folders = {"": ""}

    def __contains__(self, address: str) -> bool:
        return self._by_lower.get(address.lower()) == address

    def __len__(self) -> int:
        return len(self._by_lower)

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_lower.values())

    def claim(self, address: str) -> None:
        """Takes an address. Raises `PublishError` if the address is unsafe or already taken."""
        try:
            check_address(address)
        except AddressError:
            raise AddressTakenError(
                f"「{address}」というアドレスには、ページもファイルも置けません。",
                "半角の英数字・ハイフン・下線・ピリオドだけを使った名前に変えてください。",
            ) from None
        lower = address.lower()
        folder = lower.rpartition("/")[0]
        taken = self._by_lower.get(lower) or self._folders.get(lower)
        if folder not in self._folders:
            taken = taken or self._enter(folder, address)
        if taken:
            raise AddressTakenError(
                f"「{taken}」と「{address}」が同じ場所に置かれようとしています。",
                "どちらかの id やファイル名を変えてください。手書きのページ(content/pages)の"
                "名前は、自動で作られるページと重ならないようにします。",
            )
        self._by_lower[lower] = address

    def _enter(self, folder: str, address: str) -> str:
        """Notes a folder and all folders above it.

        Returns the address of a file that has the name of such a folder, or `""`.
        """
        while folder not in self._folders:
            if folder in self._by_lower:
                return self._by_lower[folder]
            self._folders[folder] = address
            folder = folder.rpartition("/")[0]
        return ""
