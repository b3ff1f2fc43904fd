from jinzai.render.plan import chapters
from tests.render.sample_plans import plan, plan_pages

ONE = {"id": "one", "title": "初めに", "order": "1", "text": "## 背景\n\n文。\n\n## 目的\n\n文。"}
TWO = {"id": "two", "title": "進め方", "order": "2", "text": "[前の章](chapter:one)を受ける。"}


def test_the_list_is_in_the_order_of_the_plan() -> None:
    pages = plan_pages(chapters.pages, plan(chapters=[TWO, ONE]))

    html = pages["sample/chapters/index.html"].body
    assert html.index("one.html") < html.index("two.html")
    assert '<a href="one.html#h-f4b669">背景</a>' in html


def test_a_chapter_leads_to_its_neighbours() -> None:
    pages = plan_pages(chapters.pages, plan(chapters=[ONE, TWO]))

    first = pages["sample/chapters/one.html"].body
    assert 'rel="next" href="two.html"' in first
    assert 'rel="prev"' not in first
    assert 'rel="prev" href="one.html"' in pages["sample/chapters/two.html"].body


def test_a_chapter_names_who_refers_to_it() -> None:
    pages = plan_pages(chapters.pages, plan(chapters=[ONE, TWO]))

    first = pages["sample/chapters/one.html"].body
    assert '<a href="two.html">進め方</a>' in first[first.index('id="mentions"') :]


def test_the_headings_of_a_chapter_are_its_contents() -> None:
    page = plan_pages(chapters.pages, plan(chapters=[ONE]))["sample/chapters/one.html"]

    for anchor, title in (("h-f4b669", "背景"), ("h-cfbeaa", "目的")):
        assert f'<a href="#{anchor}">{title}</a>' in page.body
        assert f'<h2 id="{anchor}">{title}</h2>' in page.body


def test_a_plan_without_chapters_has_a_list_that_says_so() -> None:
    pages = plan_pages(chapters.pages, plan())

    assert list(pages) == ["sample/chapters/index.html"]
    assert "まだ載せていません" in pages["sample/chapters/index.html"].body
