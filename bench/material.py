"""The same pages for Material for MkDocs.

Owns its mkdocs.yml: Material as its manual would set it for a site of this size. Sections that a
reader is not in are pruned from the navigation, plans stand in groups of ten so that no page
lists all of them, and no extension is on that the pages do not need. All of that is to its
advantage.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from bench.built import BuiltPage
from bench.markdown import to_markdown

GROUP: Final = 10
_THEME: Final = {
    "name": "material",
    "language": "ja",
    "font": False,
    "features": ["navigation.prune", "navigation.indexes", "navigation.top"],
    "palette": {"scheme": "default"},
}


class MaterialProject:
    """A folder with docs/ and two settings: with the search plugin and without."""

    def __init__(self, root: Path) -> None:
        """`root` must not exist."""
        self._root = root
        self._docs = root / "docs"
        self._docs.mkdir(parents=True)
        self._tree: dict[str, Any] = {}

    def add(self, page: BuiltPage) -> None:
        """Writes a page's Markdown."""
        matter = {"title": page.title, "description": page.description}
        lines = "".join(f"{name}: {json.dumps(value)}\n" for name, value in matter.items())
        address = page.address.removesuffix(".html") + ".md"
        path = self._docs / address
        path.parent.mkdir(parents=True, exist_ok=True)
        text = to_markdown(page.body, page_ending=".md")
        path.write_text(f"---\n{lines}---\n{text}", "utf-8")
        node = self._tree
        *folders, name = address.split("/")
        for folder in folders:
            node = node.setdefault(folder, {})
        node[name] = address

    def finish(self) -> None:
        """Writes the settings, once all pages are there."""
        top = [{name: name} for name in self._tree if isinstance(self._tree[name], str)]
        sections = [
            {name: _nav(inner)} for name, inner in self._tree.items() if isinstance(inner, dict)
        ]
        groups = [{f"計画 {number}": batch} for number, batch in enumerate(_batched(sections), 1)]
        for name, plugins in (("plain", []), ("search", [{"search": {"lang": "ja"}}])):
            settings = {
                "site_name": "bench",
                "use_directory_urls": False,
                "docs_dir": "docs",
                "theme": _THEME,
                "plugins": plugins,
                "nav": top + groups,
            }
            # JSON is YAML.
            text = json.dumps(settings, ensure_ascii=False)
            (self._root / f"{name}.yml").write_text(text, "utf-8")

    def command(self, site: Path, *, search: bool) -> list[str]:
        """Builds into the folder `site`."""
        config = self._root / ("search.yml" if search else "plain.yml")
        return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(site)]


def _nav(tree: dict[str, Any]) -> list[Any]:
    return [
        inner if isinstance(inner, str) else {name: _nav(inner)} for name, inner in tree.items()
    ]


def _batched(sections: list[Any]) -> Iterable[list[Any]]:
    return (sections[start : start + GROUP] for start in range(0, len(sections), GROUP))
