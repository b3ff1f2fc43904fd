"""What a first load is counted as."""

from pathlib import Path

from bench.weight import first_load, pages


def test_a_first_load_is_the_page_and_all_that_it_and_its_styles_name(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    page = (
        '<link rel="stylesheet" href="../a.css"><link rel="canonical" href="../other.html">'
        '<script src="../s.js?1"></script><script>1</script><img src="data:,x">'
        '<a href="../b.html"></a>'
    )
    (tmp_path / "sub" / "p.html").write_text(page)
    (tmp_path / "a.css").write_text("x{background:url('i.svg')} y{background:url(data:,z)}")
    for name in ("i.svg", "s.js", "b.html", "other.html"):
        (tmp_path / name).write_text("12345678")
    total, files = first_load(tmp_path, "sub/p.html")
    assert {weight.name for weight in files} == {"sub/p.html", "a.css", "i.svg", "s.js"}
    assert total.raw == sum(weight.raw for weight in files)
    assert pages(tmp_path)[0].name == "sub/p.html"
