"""The answer to a request, from the site that is shown at the moment.

This module owns which address gives which content and which status. It does not know sockets. Of a
site it knows only the files at its addresses.
"""

import json
from http import HTTPStatus
from typing import Final, NamedTuple
from urllib.parse import quote

from jinzai.serve.look import Look
from jinzai.serve.request import OWN, address_of, content_type, is_local, seen_version
from jinzai.serve.stand import PreviewState, Stand

WAIT: Final = f"{OWN}wait.js"
"""The address that is answered when something new can be seen, or after `WAIT_SECONDS`."""

WAIT_SECONDS: Final = 10.0

_INDEX: Final = "/index.html"


class ServedAnswer(NamedTuple):
    """Status, type and bytes. `location` is the address to which the browser is sent, or `""`."""

    status: HTTPStatus
    type: str
    data: bytes
    location: str = ""


def plain(status: HTTPStatus, text: str) -> ServedAnswer:
    """An answer of one line."""
    return ServedAnswer(status, content_type("a.txt"), f"{text}\n".encode())


def answer(target: str, host: str | None, stand: Stand, look: Look) -> ServedAnswer:
    """The answer to a GET of `target` that was sent to `host`.

    If the request is for news (`WAIT`), it may wait for `WAIT_SECONDS`.
    """
    if not is_local(host):
        return plain(
            HTTPStatus.MISDIRECTED_REQUEST,
            "このサーバーは、このパソコンからだけ使えます。"
            "http://127.0.0.1 か http://localhost で始まるアドレスを開いてください。",
        )
    address = address_of(target)
    if address == WAIT:
        version = stand.other_than(seen_version(target), WAIT_SECONDS).version
        told = f"jinzaiServe.version({json.dumps(version)});\n"
        return ServedAnswer(HTTPStatus.OK, content_type(WAIT), told.encode())
    view = stand.view
    if address is not None and address.startswith(OWN):
        own = look.own_file(address)
        if own is not None:
            return ServedAnswer(HTTPStatus.OK, content_type(address), own)
        return plain(HTTPStatus.NOT_FOUND, "ありません。")
    return _from_site(address, view, look)


def _from_site(address: str | None, view: PreviewState, look: Look) -> ServedAnswer:
    html = content_type("a.html")
    site = view.site
    if site is None:
        return ServedAnswer(HTTPStatus.SERVICE_UNAVAILABLE, html, look.nothing_yet(view))
    if address is not None and address in site:
        data, type_ = site.read(address), content_type(address)
        return ServedAnswer(HTTPStatus.OK, type_, look.page(data, view) if type_ == html else data)
    if address is not None and address + _INDEX in site:
        return ServedAnswer(HTTPStatus.FOUND, html, b"", f"/{quote(address)}/")
    return ServedAnswer(HTTPStatus.NOT_FOUND, html, look.missing(view))
