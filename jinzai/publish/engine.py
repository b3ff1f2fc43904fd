"""The engine: a folder of Markdown in, a folder of HTML out, in a process of its own.

The only module that knows MkDocs and Material. It is run as a script by
`jinzai.publish.engine_process`, reads one JSON job from its standard input and answers with
JSON lines on its standard output; of Jinzai it imports only what knows mkdocs.yml, so that another
engine (Zensical reads the same mkdocs.yml) can take its place by answering the same job. It ends
when its standard input does, so that it never outlives a build that was killed.

Job: `config` (path of mkdocs.yml), `docs` and `html` (folders), `theme` (folder of our
overrides), `pages_folder` (where the hand-written pages lie in the repository), `marks`
(what `config.extra.jinzai` is to be).

Answers, in this order: `{"settings": {site_name, site_url, edit_prefix, report_to}}`, then
either `{"done": {notices, seconds}}` or, at any time, `{"failed": {kind, lines}}` with kind
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
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any, Final

# Material greets whoever runs it with a notice on its end of life; see its templates/__init__.py.
os.environ["NO_MKDOCS_2_WARNING"] = "true"

import jinja2
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

# Last on the path, so that no module of ours stands in for another of the same name.
sys.path.append(str(Path(__file__).parents[2]))

from jinzai.publish import mkdocs_yml
from jinzai.publish.mkdocs_notices import OURS, is_report, is_unused_feature, notices
from jinzai.publish.mkdocs_yml import Places, SettingsError

# What of a theme's folder goes into the site: its assets, without Material's own, which our frame
# does without (templates/theme/README.md).
ASSETS: Final = "assets"
UNUSED_ASSETS: Final = ("assets/javascripts/*", "assets/stylesheets/*", "assets/images/*")

# Ours, where mkdocs.yml names no other: Material's is not among the assets.
FAVICON: Final = "assets/jinzai/favicon.svg"

# What a web server shows where there is no page. MkDocs gives it the path of `site_url` to link to.
MISSING: Final = "404.html"

# MkDocs' messages that an operator is most likely to meet, by how they begin.
JAPANESE: Final = (
    ("Required configuration not provided", "必ず書いてください"),
    ("Unrecognised configuration name", "この名前の設定はありません(書き間違いではありませんか)"),
    ("Failed to load extension", "この拡張は使えません。名前と設定を確かめてください"),
)

# Links are checked by jinzai.publish.written_links, which also knows the catalogue's pages.
NO_LINK_CHECK: Final = dict.fromkeys(
    ("not_found", "absolute_links", "unrecognized_links", "anchors"), "ignore"
)

Job = dict[str, Any]


class JobError(Exception):
    """The job cannot be done; `kind` and `lines` are what the answer `failed` holds."""

    def __init__(self, kind: str, lines: list[str]) -> None:
        super().__init__(kind, lines)
        self.kind = kind
        self.lines = lines


class AssetLoader(jinja2.FileSystemLoader):
    """The theme's templates as MkDocs finds them, but only the assets that the site needs.

    MkDocs lists a theme to find its static files; Material has 14,000 icons among its
    templates, and walking past them takes longer than building the pages.
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
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record's message."""
        self.lines.append(record.getMessage())


def make_config(
    job: Job, settings: dict[str, Any], places: Places
) -> tuple[MkDocsConfig, list[str]]:
    """The validated configuration of this run, and notices on what of mkdocs.yml has no effect.

    Raises `JobError` with everything that is wrong.
    """
    material = find_spec("material.templates")
    folders = material.submodule_search_locations if material else None
    wrong = list(mkdocs_yml.check(settings, places, Path((folders or [""])[0])))
    if wrong:
        raise JobError("config", wrong)
    told = list(notices(settings, places))
    theme = settings.get("theme", "material")
    theme = {"name": theme} if isinstance(theme, str) else dict(theme or {})
    theme["name"] = "material"
    theme["favicon"] = theme.get("favicon") or FAVICON
    theme |= {"font": False, "custom_dir": theme.get("custom_dir") or job["theme"]}
    features = theme.get("features") or []
    theme["features"] = [name for name in features if not is_unused_feature(str(name))]
    validation = settings.get("validation")
    links = {**(validation if isinstance(validation, dict) else {}), "links": NO_LINK_CHECK}
    config = MkDocsConfig(config_file_path=job["config"])
    ours = (*OURS, "extra")
    config.load_dict({key: value for key, value in settings.items() if key not in ours})
    config.load_dict(
        {
            "theme": theme,
            "docs_dir": job["docs"],
            "site_dir": job["html"],
            "use_directory_urls": False,
            "plugins": [],
            "strict": True,
            "validation": links,
            "extra": {"jinzai": job["marks"]},
        }
    )
    _point_to_sources(config, settings, job["pages_folder"])
    errors, warnings = config.validate()
    if errors:
        lines = [places.said((key,), f"{key}: {_message(error)}") for key, error in errors]
        raise JobError("config", lines)
    told += [
        places.said((key,), f"{key}: {_message(text)}")
        for key, text in warnings
        if not is_report(key)
    ]
    return config, told


def _message(error: Exception | str) -> str:
    text = str(error)
    for beginning, japanese in JAPANESE:
        if text.startswith(beginning):
            return japanese + "".join(f"({name})" for name in text.split("'")[1:2])
    return f"この値は使えません(MkDocs: {' '.join(text.split())})"


def _point_to_sources(config: MkDocsConfig, settings: dict[str, Any], pages_folder: str) -> None:
    """Turns `edit_uri`, which our mkdocs.yml gives for the repository's root, into MkDocs' own."""
    prefix = mkdocs_yml.edit_prefix(settings)
    config.load_dict(
        {"edit_uri": f"{prefix}{pages_folder}/" if prefix else "", "edit_uri_template": None}
    )


def build_pages(config: MkDocsConfig) -> None:
    """Builds. Raises `JobError` with every warning, for a hand-written page gave cause to it."""
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


def look_for_files(config: MkDocsConfig, places: Places) -> None:
    """Raises `JobError` for every file that mkdocs.yml names that did not come into the site."""
    named: list[tuple[mkdocs_yml.KeyPath, object]] = [
        (("theme", key), config.theme.get(key)) for key in ("favicon", "logo")
    ]
    for key in mkdocs_yml.LISTS:
        named += [((key, number), item) for number, item in enumerate(config[key])]
    missing = [
        places.said(path, f"「{name}」というファイルがありません")
        for path, name in named
        if name and not (Path(config.site_dir) / str(name)).is_file()
    ]
    if missing:
        raise JobError("config", missing)


def told(error: Exception) -> str:
    """What happened, with the place in the theme where there is one."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"templates/theme/{error.name}:{error.lineno}: {error.message}"
    if isinstance(error, jinja2.TemplateError):
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if frame.filename.endswith(".html"):
                return f"{frame.filename}:{frame.lineno}: {error.message}"
    return f"{type(error).__name__}: {error}"


def end_with(source: int) -> None:
    """Ends the process as soon as nothing more can come from a file descriptor."""

    def wait() -> None:
        while os.read(source, 4096):
            pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def log_traceback() -> None:
    """Keeps what happened, where there is room for it: the log is on the disk that may be full.

    Before the answer is given: whoever has it takes the log and ends this process.
    """
    with suppress(OSError):
        traceback.print_exc()


def main(source: IO[str], answers: IO[str]) -> int:
    """Does the job read from `source`; the exit status is 0 if it is done."""

    def answer(**value: object) -> None:
        answers.write(json.dumps(value) + "\n")
        answers.flush()

    started = time.perf_counter()
    try:
        job = json.load(source)
        settings, places = mkdocs_yml.read(Path(job["config"]), yaml_load)
        config, told_of_it = make_config(job, settings, places)
        answer(
            settings={
                "site_name": config.site_name,
                "site_url": config.site_url or "",
                "edit_prefix": mkdocs_yml.edit_prefix(settings),
                "report_to": mkdocs_yml.report_to(settings),
            }
        )
        build_pages(config)
        look_for_files(config, places)
    except SettingsError as refusal:
        answer(failed={"kind": "config", "lines": refusal.lines})
        return 1
    except JobError as refusal:
        answer(failed={"kind": refusal.kind, "lines": refusal.lines})
        return 1
    except OSError as error:
        where = str(error.filename or "")
        log_traceback()
        answer(failed={"kind": "disk", "lines": [], "number": error.errno, "path": where})
        return 1
    except Exception as error:
        log_traceback()
        answer(failed={"kind": "engine", "lines": [told(error)]})
        return 1
    answer(done={"notices": told_of_it, "seconds": time.perf_counter() - started})
    return 0


if __name__ == "__main__":
    # Whatever a theme or an extension prints goes to the log, not among the answers.
    with os.fdopen(os.dup(1), "w", encoding="ascii") as own_answers:
        os.dup2(2, 1)
        given = io.StringIO(sys.stdin.readline())
        end_with(sys.stdin.fileno())
        sys.exit(main(given, own_answers))
