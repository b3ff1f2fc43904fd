"""The engine: a folder of Markdown in, a folder of HTML out, in a process of its own.

The only module that knows MkDocs and Material. It is run as a script by
`jinzai.publish.engine_process`, reads one JSON job from its standard input and answers with
JSON lines on its standard output; it imports nothing of Jinzai, so that another engine
(Zensical reads the same mkdocs.yml) can take its place by answering the same job.

Job: `config` (path of mkdocs.yml), `docs` and `html` (folders), `theme` (folder of our
overrides), `pages_folder` (where the hand-written pages lie in the repository), `marks`
(what `config.extra.jinzai` is to be).

Answers, in this order: `{"settings": {site_name, edit_prefix, report_to}}`, then either
`{"done": {notices, seconds}}` or, at any time, `{"failed": {kind, lines}}` with kind `config`,
`pages` or `engine`. `notices` and `lines` are texts for the operator.
"""

import fnmatch
import json
import logging
import os
import re
import sys
import time
import traceback
from pathlib import Path
from typing import IO, Any, Final

# Material greets whoever runs it with a notice on its end of life; see its templates/__init__.py.
os.environ["NO_MKDOCS_2_WARNING"] = "true"

import jinja2
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException
from mkdocs.utils.yaml import yaml_load

# What of a theme's folder goes into the site: its assets, without source maps and without what
# serves only the theme's own search (design: "In the browser").
ASSETS: Final = "assets"
UNUSED_ASSETS: Final = ("*.map", "assets/javascripts/lunr/*", "assets/javascripts/workers/*")

# These load pages with fetch, which browsers refuse for file://, or belong to Material's search.
UNUSED_FEATURES: Final = ("navigation.instant*", "search.*", "navigation.tabs*", "toc.integrate")

# Set by us on every run; naming them in mkdocs.yml has no effect.
OURS: Final = ("docs_dir", "site_dir", "nav", "plugins", "use_directory_urls", "strict")

# A mail address as it may stand in a link; whether somebody reads it is not for us to say.
MAIL: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
WEB: Final = re.compile(r"https?://[^\s\"'<>\\]+")

# MkDocs' messages that an operator is most likely to meet, by how they begin.
JAPANESE: Final = (
    ("Required configuration not provided", "必ず書いてください"),
    ("Unrecognised configuration name", "この名前の設定はありません(書き間違いではありませんか)"),
    ("Unrecognised theme name", "このテーマは入っていません"),
    ("Failed to load extension", "この拡張は使えません"),
)

# Links are checked by jinzai.publish.handwritten, which also knows the catalogue's pages.
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


def read_settings(path: str) -> dict[str, Any]:
    """mkdocs.yml as plain values. Raises `JobError` where it is no YAML mapping."""
    try:
        with Path(path).open("rb") as stream:
            settings = yaml_load(stream)
    except ConfigurationError as error:
        # MkDocs wraps YAML's error and keeps only its English text.
        mark = getattr(error.__context__, "problem_mark", None)
        place = f"{mark.line + 1} 行 {mark.column + 1} 文字目: " if mark else ""
        detail = getattr(error.__context__, "problem", None) or str(error)
        raise JobError("config", [f"{place}YAML として読めません({detail})"]) from error
    except TypeError:
        settings = None  # It looked for INHERIT in a number.
    except OSError as error:
        raise JobError("config", [f"ファイルを開けません({error.strerror})"]) from error
    if not isinstance(settings, dict):
        raise JobError("config", ["「site_name: サイトの名前」のような形で書いてください"])
    return settings


def make_config(job: Job, settings: dict[str, Any]) -> tuple[MkDocsConfig, list[str]]:
    """The validated configuration of this run, and notices on what of mkdocs.yml has no effect."""
    notices = [f"mkdocs.yml の {key} は使われません。" for key in OURS if settings.get(key)]
    notices += [f"mkdocs.yml の {name} は使われません。" for name in _unused_extra(settings)]
    theme = settings.get("theme", "material")
    theme = {"name": theme} if isinstance(theme, str) else dict(theme or {})
    if theme.setdefault("name", "material") != "material":
        raise JobError("config", ["theme の name は material にしてください"])
    if theme.get("font"):
        notices.append("mkdocs.yml の theme の font は使われません(外部から読み込むため)。")
    theme |= {"font": False, "custom_dir": theme.get("custom_dir") or job["theme"]}
    features = theme.get("features") or []
    theme["features"] = [name for name in features if not _matches(str(name), UNUSED_FEATURES)]
    notices += [
        f"mkdocs.yml の theme の features にある {name} は使われません。"
        for name in features
        if _matches(str(name), UNUSED_FEATURES)
    ]
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
        raise JobError("config", [f"{key}: {_message(error)}" for key, error in errors])
    return config, notices + [f"mkdocs.yml の {key}: {_message(text)}" for key, text in warnings]


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def _message(error: Exception | str) -> str:
    text = str(error)
    for beginning, japanese in JAPANESE:
        if text.startswith(beginning):
            return f"{japanese}({text})"
    return text


def _point_to_sources(config: MkDocsConfig, settings: dict[str, Any], pages_folder: str) -> None:
    """Turns `edit_uri`, which our mkdocs.yml gives for the repository's root, into MkDocs' own."""
    prefix = edit_prefix(settings)
    config.load_dict(
        {"edit_uri": f"{prefix}{pages_folder}/" if prefix else "", "edit_uri_template": None}
    )


def edit_prefix(settings: dict[str, Any]) -> str:
    """The absolute URL to put before a file's path in the repository, or `""` for no link."""
    repository = settings.get("repo_url")
    edit_uri = settings.get("edit_uri")
    if not isinstance(repository, str) or not isinstance(edit_uri, str) or not edit_uri:
        return ""
    if "://" in edit_uri:
        return edit_uri.rstrip("/") + "/"
    return f"{repository.rstrip('/')}/{edit_uri.strip('/')}/"


def report_to(settings: dict[str, Any]) -> str:
    """Where mistakes are reported: `mailto:…`, an http(s) URL, or `""` where nothing is said.

    Raises `JobError` for anything else.
    """
    value = _our_extra(settings).get("report")
    if value is None or value == "":
        return ""
    text = str(value).strip()
    if MAIL.fullmatch(text.removeprefix("mailto:")):
        return f"mailto:{text.removeprefix('mailto:')}"
    if WEB.fullmatch(text):
        return text
    neither = f"「{text}」はメールアドレスでも、https:// で始まるアドレスでもありません"
    raise JobError("config", [f"extra の jinzai の report: {neither}"])


def _our_extra(settings: dict[str, Any]) -> dict[str, Any]:
    extra = settings.get("extra")
    ours = extra.get("jinzai") if isinstance(extra, dict) else None
    return ours if isinstance(ours, dict) else {}


def _unused_extra(settings: dict[str, Any]) -> list[str]:
    """What stands below `extra` beside the one setting that we read there."""
    extra = settings.get("extra")
    if not isinstance(extra, dict):
        return ["extra"] if extra else []
    others = [f"extra の {name}" for name in extra if name != "jinzai"]
    return others + [
        f"extra の jinzai の {name}" for name in _our_extra(settings) if name != "report"
    ]


def build_pages(config: MkDocsConfig) -> None:
    """Builds. Raises `JobError` with every warning, for a hand-written page gave cause to it."""
    loader = AssetLoader(config.theme.dirs)
    environment = config.theme.get_env()
    environment.loader = loader
    setattr(config.theme, "get_env", lambda: environment)  # noqa: B010 (mypy: a method)
    # sitemap.xml has the day of the build, 404.html absolute links: neither suits every address.
    config.theme.static_templates = set()
    collected = Collected()
    log = logging.getLogger("mkdocs")
    log.propagate = False
    log.addHandler(collected)
    try:
        build(config)
    except (MkDocsException, SystemExit) as error:
        raise JobError("pages", collected.lines or [str(error)]) from error


def main(source: IO[str], answers: IO[str]) -> int:
    """Does the job read from `source`; the exit status is 0 if it is done."""

    def answer(**value: object) -> None:
        answers.write(json.dumps(value) + "\n")
        answers.flush()

    started = time.perf_counter()
    try:
        job = json.load(source)
        settings = read_settings(job["config"])
        config, notices = make_config(job, settings)
        answer(
            settings={
                "site_name": config.site_name,
                "edit_prefix": edit_prefix(settings),
                "report_to": report_to(settings),
            }
        )
        build_pages(config)
    except JobError as refusal:
        answer(failed={"kind": refusal.kind, "lines": refusal.lines})
        return 1
    except Exception as error:
        traceback.print_exc()
        answer(failed={"kind": "engine", "lines": [f"{type(error).__name__}: {error}"]})
        return 1
    answer(done={"notices": notices, "seconds": time.perf_counter() - started})
    return 0


if __name__ == "__main__":
    # Whatever a theme or an extension prints goes to the log, not among the answers.
    with os.fdopen(os.dup(1), "w", encoding="ascii") as own_answers:
        os.dup2(2, 1)
        sys.exit(main(sys.stdin, own_answers))
