"""How a fact of the YAML reads in a cell; this second opinion shares no code with the export."""

from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt

Raw = dict[str, Any]
Row = tuple[str, ...]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = ""

    def handle_data(self, data: str) -> None:
        self.found += data


def bare_words(text: str) -> str:
    """A text without spaces and list marks."""
    return "".join(text.split()).replace("・", "")


def prose(text: str | None) -> str:
    """The bare words of a Markdown text, by way of its HTML."""
    reader = _Words()
    reader.feed(MarkdownIt("commonmark", {"html": False}).enable("table").render(text or ""))
    return bare_words(reader.found)


def entities(raw: Raw, file: str, key: str | None = None) -> list[Any]:
    found: list[Any] = raw.get(file, {}).get(key or file, [])
    return found


def names_of(raw: Raw, file: str, key: str) -> dict[str, str]:
    return {item["id"]: item["name"] for item in entities(raw, file, key)}


def amount(value: Any, raw: Raw) -> str:
    if isinstance(value, dict):
        if "placeholder" in value:
            blanks = {blank["id"]: blank["label"] for blank in raw["plan"]["placeholders"]}
            return str(blanks[value["placeholder"]])
        return f"{value['min']}〜{value['max']}"
    return {"undefined": "未定義", "not-applicable": "対象外"}.get(value, value) or ""


def level_name(raw: Raw, role_id: str, level_id: str | None) -> str:
    for role in entities(raw, "roles"):
        for level in role.get("levels", []):
            if (role["id"], level["id"]) == (role_id, level_id):
                return str(level["name"])
    assert not level_id
    return ""


def mapped(links: list[Raw]) -> str:
    return ";".join(
        f"{link['entry']}:{link['relation']}"
        + (":inferred" if link.get("basis") == "inferred" else "")
        for link in links
    )


def skill_cells(raw: Raw, skill_id: str) -> Row:
    """The cells skill_id, skill and category."""
    skill = next(skill for skill in entities(raw, "skills") if skill["id"] == skill_id)
    name = skill["name"]
    if "distinction" in skill:
        name += f"（{skill['distinction']}）"
    categories = {entry["id"]: entry for entry in entities(raw, "skills", "categories")}
    path, current = "", skill.get("category")
    while current:
        path = categories[current]["name"] + ("／" + path if path else "")
        current = categories[current].get("part_of")
    return skill_id, name, path
