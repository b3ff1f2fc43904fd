"""What a browser asks for: addresses, hosts and types, told from the text of a request.

Pure functions. Nothing here or after it turns a request into a path of the disk.
"""

import re
from typing import Final
from urllib.parse import unquote

OWN: Final = "__jinzai__/"
"""Where the preview's own files stand; no page of a site begins like this."""

_HOST: Final = re.compile(r"(?:localhost|127\.0\.0\.1)(?::\d{1,5})?", re.IGNORECASE)

# Not from the system's registry, which on Windows may hold anything.
_TYPES: Final = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
}


def is_local(host: str | None) -> bool:
    """Whether a request's `Host` names this machine.

    A page of another site can make a browser ask us under a name of its own (DNS rebinding) and
    would then be allowed to read the answer.
    """
    return host is not None and _HOST.fullmatch(host.strip()) is not None


def address_of(target: str) -> str | None:
    """The address that a request's target names, a folder by its index page; None for nonsense."""
    path = target.partition("?")[0].partition("#")[0]
    if not path.startswith("/"):
        return None
    try:
        address = unquote(path[1:], errors="strict")
    except UnicodeDecodeError:
        return None
    if address == "" or address.endswith("/"):
        address += "index.html"
    parts = address.split("/")
    return None if {"", ".", ".."} & set(parts) or not address.isprintable() else address


def seen_version(target: str) -> str:
    """The version that `wait.js?seen=…` names, or `""`."""
    found = re.search(r"[?&]seen=([0-9a-f-]{1,40})(?:&|$)", target)
    return found[1] if found else ""


def content_type(address: str) -> str:
    """The type of what stands at an address."""
    return _TYPES.get(address.rpartition(".")[2].lower(), "application/octet-stream")
