"""What requests mean, and which are nonsense."""

import pytest

from jinzai.serve.request import address_of, content_type, is_local, seen_version


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/", "index.html"),
        ("/?a=1#b", "index.html"),
        ("/demo/", "demo/index.html"),
        ("/demo/roles/a.html?q=1", "demo/roles/a.html"),
        ("/%64emo", "demo"),
        ("/%E5%BD%B9", "役"),
        ("", None),
        ("demo", None),
        ("*", None),
        ("http://example.com/", None),
        ("http://localhost:8000/demo/?q=1", "demo/index.html"),
        ("http://127.0.0.1?q=1", "index.html"),
        ("http://localhostx/", None),
        ("//example.com/", None),
        ("/../etc/passwd", None),
        ("/%2e%2e/etc/passwd", None),
        ("/demo/..%2f..%2fetc/passwd", None),
        ("/./a", None),
        ("/a//b", None),
        ("/a%00b", None),
        ("/a%0d%0ab", None),
        ("/%ff", None),
    ],
)
def test_addresses(target: str, address: str | None) -> None:
    assert address_of(target) == address


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("localhost:8000", True),
        ("LocalHost:8000", True),
        ("127.0.0.1:1", True),
        (None, False),
        ("", False),
        ("example.com", False),
        ("localhost.example.com", False),
        ("127.0.0.1.example.com", False),
        ("localhost:8000@example.com", False),
        ("192.168.0.2:8000", False),
    ],
)
def test_hosts(host: str | None, local: bool) -> None:
    assert is_local(host) is local


def test_versions() -> None:
    assert seen_version("/x?seen=0a1b-12&n=3") == "0a1b-12"
    assert seen_version("/x?n=3&seen=0a-1") == "0a-1"
    assert seen_version("/x?seen=%22") == ""
    assert seen_version("/x") == ""


@pytest.mark.parametrize(
    ("address", "type_"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a/b.CSS", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.png", "image/png"),
        ("a", "application/octet-stream"),
    ],
)
def test_types(address: str, type_: str) -> None:
    assert content_type(address) == type_
