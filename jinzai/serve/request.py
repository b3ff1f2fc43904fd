"""Requests of a browser: addresses, hosts and types, read from the text of a request.

All functions are pure. Neither this module nor the later steps make a path of the disk of a
request.
"""

import re
from email.message import Message
from typing import Final
from urllib.parse import unquote

OWN: Final = "__jinzai__/"
"""The folder of the preview's own files. No page of a site has an address that begins with it."""

_LOCAL: Final = r"(?:localhost|127\.0\.0\.1)(?::\d{1,5})?"
_HOST: Final = re.compile(_LOCAL, re.IGNORECASE)
# A target with a host, as a proxy is sent it; a server must understand it too (RFC 9112, 3.2.2).
_WITH_HOST: Final = re.compile(rf"http://{_LOCAL}(?=[/?]|$)", re.IGNORECASE)

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

    A page of another site can make a browser send us requests under another name (DNS rebinding).
    Then it would be allowed to read the answers.
    """
    return host is not None and _HOST.fullmatch(host.strip(" \t")) is not None


def trouble_with(version: str, headers: Message) -> str:
    """Why a request is refused, for any address, in Japanese; `""` if it is not refused.

    `version` is the request's version: `HTTP/1.1`. Two `Host` lines are refused, because two
    readers could take the request for two requests (RFC 9112, 3.2). For the same reason lines are
    refused that are no headers. A body would be taken for the next request.
    """
    hosts = headers.get_all("Host", [])
    if len(hosts) > 1:
        return "Host が2行以上あります。"
    if not hosts and version not in ("HTTP/0.9", "HTTP/1.0"):
        return "Host がありません。"
    if headers.defects or headers.get_payload():
        return "ヘッダーではない行があります。"
    lengths = headers.get_all("Content-Length", [])
    if "Transfer-Encoding" in headers or any(length.strip() != "0" for length in lengths):
        return "要求に本文は付けられません。"
    return ""


def address_of(target: str) -> str | None:
    """The address in a request's target. A folder gives its index page. None if it is not valid."""
    named = _WITH_HOST.match(target)
    if named is not None:
        target = target[named.end() :]
        target = target if target.startswith("/") else f"/{target}"
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
    """The content type of the file at an address."""
    return _TYPES.get(address.rpartition(".")[2].lower(), "application/octet-stream")
