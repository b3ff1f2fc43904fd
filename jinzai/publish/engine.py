"""The engine: it makes a folder of HTML of a folder of Markdown, in a process of its own.

This is the only module that knows MkDocs and Material. `jinzai.publish.engine_process` runs it as a
script. The script reads one JSON job from its standard input and answers with JSON lines on its
standard output. The argument of the script stands at the beginning of each answer: other lines are
not ours, since Python itself may run code that prints (`sitecustomize`). It imports nothing of
Jinzai, so another engine that answers the same job can replace it (Zensical has the same settings).
It ends when its standard input is closed, so it never outlives a build that was killed.

Job: `settings` (MkDocs' settings by name, which `jinzai.publish.mkdocs_yml` has checked; the engine
reads no file of settings), `docs` and `html` (folders), `extra` (the value of
`config.extra.jinzai`).

Answers: one line, either `{"done": {notices, seconds}}` or `{"failed": {kind, lines}}` with kind
`config`, `pages`, `disk` (with `number` and `path`) or `engine`. `notices` and `lines` are texts
for the operator.
"""

import fnmatch
import io
import json
import logging
import os
import sys
import threading
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

# Material greets its users with a notice on its end of life; see its templates/__init__.py.
os.environ["NO_MKDOCS_2_WARNING"] = "true"

import jinja2
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

# What of a theme's folder goes into the site: its assets, without Material's own, which our frame
# does without (templates/theme/README.md).
ASSETS: Final = "assets"
UNUSED_ASSETS: Final = ("assets/javascripts/*", "assets/stylesheets/*", "assets/images/*")

# What a web server shows where there is no page. MkDocs gives it the path of `site_url` to link to.
MISSING: Final = "404.html"

# Links are checked by jinzai.publish.written_links, which also knows the catalogue's pages.
NO_LINK_CHECK: Final = dict.fromkeys(
    ("not_found", "absolute_links", "unrecognized_links", "anchors"), "ignore"
)

Job = dict[str, Any]


class JobError(Exception):
    """The job cannot be done. `kind` and `lines` are the content of the answer `failed`."""

    def __init__(self, kind: str, lines: list[str]) -> None:
        super().__init__(kind, lines)
        self.kind = kind
        self.lines = lines


class AssetLoader(jinja2.FileSystemLoader):
    """Finds the theme's templates like MkDocs, but lists only the assets that the site needs.

    MkDocs lists a theme to find its static files. Material has 14,000 icons among its templates,
    and listing them takes longer than building the pages.
    """

    def list_templates(self) -> list[str]:
        """The assets of all theme folders, as paths with `/`."""
        found: set[str] = set()
        for folder in map(Path, self.searchpath):
            files = (path for path in (folder / ASSETS).rglob("*") if path.is_file())
            found.update(path.relative_to(folder).as_posix() for path in files)
        return sorted(
            name
            for name in found
            if not any(fnmatch.fnmatchcase(name, pattern) for pattern in UNUSED_ASSETS)
        )


class Collected(logging.Handler):
    """Keeps the warnings of MkDocs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the record's message."""
        self.lines.append(record.getMessage())


def make_config(job: Job) -> tuple[MkDocsConfig, list[str]]:
    """The configuration of this run, and the warnings of MkDocs about it.

    Raises `JobError` with all errors of MkDocs.
    """
    config = MkDocsConfig()
    config.load_dict(
        {
            **job["settings"],
            "docs_dir": job["docs"],
            "site_dir": job["html"],
            "use_directory_urls": False,
            "plugins": [],
            "strict": True,
            "validation": {"links": NO_LINK_CHECK},
            "extra": {"jinzai": job["extra"]},
        }
    )
    errors, warnings = config.validate()
    if errors:
        raise JobError("config", [_refused(key, error) for key, error in errors])
    return config, [_refused(key, text) for key, text in warnings]


def _refused(key: str, error: Exception | str) -> str:
    return f"{key}: この値は使えません(MkDocs: {' '.join(str(error).split())})"


def build_pages(config: MkDocsConfig) -> None:
    """Builds the pages. Raises `JobError` with all warnings; hand-written pages caused them."""
    loader = AssetLoader(config.theme.dirs)
    environment = config.theme.get_env()
    environment.loader = loader
    setattr(config.theme, "get_env", lambda: environment)  # noqa: B010 (mypy: a method)
    # 404.html is ours, in our overrides. Not sitemap.xml, which has the day of the build.
    config.theme.static_templates = {MISSING}
    collected = Collected()
    log = logging.getLogger("mkdocs")
    log.propagate = False
    log.addHandler(collected)
    try:
        build(config)
    except (MkDocsException, SystemExit) as error:
        raise JobError("pages", collected.lines or [str(error)]) from error


def told(error: Exception) -> str:
    """An error in words, with its place in the theme if that is known."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"templates/theme/{error.name}:{error.lineno}: {error.message}"
    if isinstance(error, jinja2.TemplateError):
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if frame.filename.endswith(".html"):
                return f"{frame.filename}:{frame.lineno}: {error.message}"
    return f"{type(error).__name__}: {error}"


def end_with(source: int) -> None:
    """Starts a thread that ends the process when the file descriptor `source` is closed."""

    def wait() -> None:
        while os.read(source, 4096):
            pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def log_traceback() -> None:
    """Prints the traceback to the log. Does nothing if the disk has no room for it.

    It must be called before the answer is given: the process that reads the answer takes the log
    and ends this process.
    """
    with suppress(OSError):
        traceback.print_exc()


def main(source: IO[str], answers: IO[str], sign: str) -> int:
    """Does the job that it reads from `source`. Returns the exit status: 0 if the job is done.

    `sign` stands at the beginning of each answer.
    """

    def answer(**value: object) -> None:
        answers.write(f"\n{sign}{json.dumps(value)}\n")
        answers.flush()

    started = time.perf_counter()
    try:
        job = json.load(source)
        config, notices = make_config(job)
        build_pages(config)
    except JobError as refusal:
        answer(failed={"kind": refusal.kind, "lines": refusal.lines})
        return 1
    except OSError as error:
        where = str(error.filename2 or error.filename or "")
        log_traceback()
        answer(failed={"kind": "disk", "lines": [], "number": error.errno, "path": where})
        return 1
    except Exception as error:
        log_traceback()
        answer(failed={"kind": "engine", "lines": [told(error)]})
        return 1
    answer(done={"notices": notices, "seconds": time.perf_counter() - started})
    return 0


if __name__ == "__main__":
    # Whatever a theme or an extension prints goes to the log, not among the answers.
    with os.fdopen(os.dup(1), "w", encoding="ascii") as own_answers:
        os.dup2(2, 1)
        given = io.StringIO(sys.stdin.readline())
        end_with(sys.stdin.fileno())
        sys.exit(main(given, own_answers, sys.argv[1]))
