"""The guide's example for nginx, tried with a real nginx where there is one."""

import html
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from jinzai.publish.publish import PublishReport
from tests.waiting import PATIENCE, until

from .project import REPOSITORY

GUIDE = REPOSITORY / "content" / "pages" / "editing-server.md"
TYPES = Path("/etc/nginx/mime.types")


def example(server: str) -> str:
    """The lines for one of the servers."""
    found = re.search(rf"```{server}\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert found
    return html.unescape(found[1])


@pytest.fixture(scope="module")
def port(
    built: tuple[Path, PublishReport], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[int]:
    """The port of an nginx that serves the site as the guide says."""
    program = shutil.which("nginx")
    if program is None or not TYPES.is_file():
        pytest.skip("nginx がありません（Debian: apt-get install nginx-light）")
    folder = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    site = shutil.copytree(built[0], folder / "site")
    lines = example("nginx").replace("/srv/www/jinzai/site", str(site))
    lines = lines.replace("include mime.types", f"include {TYPES}")
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors;\n"
        f"events {{}}\nhttp {{ access_log off; default_type application/octet-stream;\n"
        f"server {{ listen 127.0.0.1:{port};\n{lines}}}}}\n",
        "utf-8",
    )
    command = [program, "-p", str(folder), "-c", "nginx.conf"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port)
            yield port
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    def answers() -> bool:
        with socket.socket() as asked:
            return asked.connect_ex(("127.0.0.1", port)) == 0

    until(answers, lambda: "nginx does not start")


def get(port: int, path: str) -> tuple[HTTPResponse, str]:
    """An answer and its text; redirections are not followed."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    with closing(connection):
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer, answer.read().decode()


@pytest.mark.parametrize("path", ["/jinzai", "/jinzai/alpha"])
def test_a_folder_without_its_slash_is_found(port: int, path: str) -> None:
    answer, _ = get(port, path)
    assert (answer.status, answer.headers["Location"]) == (301, f"{path}/")
    assert get(port, f"{path}/")[0].status == 200


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("alpha/data/roles.csv", "text/csv; charset=utf-8"),
        ("index.html", "text/html; charset=utf-8"),
        ("assets/jinzai/base.css", "text/css; charset=utf-8"),
        ("assets/jinzai/frame.js", "javascript; charset=utf-8"),
        ("assets/jinzai/favicon.svg", "image/svg+xml"),
    ],
)
def test_files_have_their_type(port: int, name: str, kind: str) -> None:
    answer, _ = get(port, f"/jinzai/{name}")
    assert answer.status == 200
    assert answer.headers["Content-Type"].endswith(kind)


@pytest.mark.parametrize(
    ("name", "status"),
    [("gone.html", 404), ("alpha/no/such/page.html", 404), ("assets/", 403), (".gitignore", 403)],
)
def test_where_no_page_is_our_own_says_so(port: int, name: str, status: int) -> None:
    answer, text = get(port, f"/jinzai/{name}")
    assert answer.status == status
    assert "<h1>ページがありません</h1>" in text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_apache_gets_the_same() -> None:
    lines = [line.strip() for line in example("apache").splitlines()]
    for line in (
        "RedirectMatch permanent ^/jinzai$ /jinzai/",
        "ErrorDocument 403 /jinzai/404.html",
        "ErrorDocument 404 /jinzai/404.html",
        "AddType text/csv .csv",
        "AddCharset utf-8 .css .js .csv",
    ):
        assert line in lines


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("", "no-cache"),
        ("index.html", "no-cache"),
        ("alpha/", "no-cache"),
        ("gone.html", "no-cache"),
        ("assets/jinzai/base.css", None),
        ("assets/jinzai/frame.js?v=1f0c", None),
    ],
)
def test_pages_are_asked_for_again(port: int, path: str, wanted: str | None) -> None:
    assert get(port, f"/jinzai/{path}")[0].headers["Cache-Control"] == wanted


def test_each_example_says_so_of_pages() -> None:
    assert re.search(
        r'FilesMatch "\\.html\$">\s*Header always set Cache-Control "no-cache"', example("apache")
    )
    assert '<clientCache cacheControlMode="DisableCache" />' in example("xml")


def test_the_example_for_iis_is_whole_and_as_strict_as_the_others() -> None:
    settings = ET.fromstring(example("xml").strip())
    assert settings.tag == "configuration"
    given = {one.get("name"): one.get("value") for one in settings.iter("add") if one.get("name")}
    for server in ("nginx", "apache"):
        for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
            assert f'{name} "{given[name]}"' in example(server)
    removed = [one.get("fileExtension") for one in settings.iter("remove")]
    for kind in settings.iter("mimeMap"):  # IIS refuses a kind that is there twice.
        assert kind.get("fileExtension") in removed
