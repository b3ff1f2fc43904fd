"""The pages that stand for all: every kind is among them."""

from pathlib import Path

from .pages import kind_of, page_of_each_kind


def test_kinds_are_told_apart_by_address() -> None:
    assert kind_of("hirakata/roles/dx-leader.html") == "PLAN/roles/*"
    assert kind_of("hirakata/roles/index.html") == "PLAN/roles/index.html"
    assert kind_of("hirakata/skills/matrix.html") == "PLAN/skills/matrix.html"
    assert kind_of("frameworks/role-classes/dx-leader.html") == "frameworks/*/*"
    assert kind_of("compare/role-classes--dx-leader.html") == "compare/role-classes--*"
    assert kind_of("compare/plans-abcd.html") == "compare/plans-*"
    assert kind_of("compare/roles.html") == "compare/roles.html"
    assert kind_of("rules/unknown-role.html") == "rules/*"
    assert kind_of("guide/matrix.html") == "guide/*"
    assert kind_of("about.html") == "about.html"


def test_every_kind_has_its_page(built: Path, kinds: tuple[str, ...]) -> None:
    assert len(kinds) == len(set(kinds)) > 35
    assert all((built / address).is_file() for address in kinds)
    assert {
        "index.html",
        "search.html",
        "editing-server.html",
        "PLAN/index.html",
        "PLAN/roles/*",
        "PLAN/skills/matrix.html",
        "PLAN/check/index.html",
        "frameworks/*/*",
        "rules/*",
        "guide/*",
    } <= {kind_of(address) for address in kinds}


def test_the_heaviest_page_stands_for_its_kind(tmp_path: Path) -> None:
    for name, text in [("a", "x"), ("b", "xxx"), ("c", "xx")]:
        (tmp_path / "rules").mkdir(exist_ok=True)
        (tmp_path / f"rules/{name}.html").write_text(text, "utf-8")
    assert "rules/b.html" in page_of_each_kind(tmp_path)
    assert "rules/a.html" not in page_of_each_kind(tmp_path)
