import pickle
from itertools import product

import pytest

from jinzai.publish.shell import SLOTS, Marks, Shell, ShellError, pour

from .project import page

MARKS = Marks.over([b"text"])
M = MARKS.for_templates()
FRAME = (
    f"<title>{M['title']['slot']} - 名</title>"
    f"{M['description']['begin']}[{M['description']['slot']}]{M['description']['end']}"
    f"<nav>{M['navigation']['slot']}</nav>"
    f"{M['edition']['begin']}<aside>{M['edition']['slot']}</aside>{M['edition']['end']}"
    f"<main>{M['crumbs']['begin']}({M['crumbs']['slot']}){M['crumbs']['end']}"
    f"{M['body']['slot']}"
    f'{M["edit"]["begin"]}<a href="{M["edit"]["slot"]}">{M["edit"]["end"]}</main>'
)


@pytest.fixture
def shell() -> Shell:
    return Shell.cut(FRAME, MARKS, ("title", "body"))


def test_a_page_is_its_parts_in_the_frame(shell: Shell) -> None:
    poured = pour(
        page("index.html", title="<x>", description='"d"', body="<h1>b</h1>", navigation="n",
             edition="c", crumbs="k", edit="https://e/?a&b"),
        shell,
    )  # fmt: skip
    assert poured.decode() == (
        "<title>&lt;x&gt; - 名</title>[&quot;d&quot;]<nav>n</nav><aside>c</aside>"
        '<main>(k)<h1>b</h1><a href="https://e/?a&amp;b"></main>'
    )


@pytest.mark.parametrize("given", list(product([False, True], repeat=4)))
def test_what_surrounds_an_empty_part_is_left_out(shell: Shell, given: tuple[bool, ...]) -> None:
    names = ("description", "edition", "crumbs", "edit")
    values = {"navigation": "n"} | {
        name: "v" if there else "" for name, there in zip(names, given, strict=True)
    }
    poured = pour(page("index.html", body="b", **values), shell).decode()
    for name, trace in zip(names, ("[", "<aside>", "(", "<a href"), strict=True):
        assert (trace in poured) == bool(values[name])
    assert poured.endswith("</main>")


def test_the_foot_names_page_and_edition_and_where_to_report() -> None:
    frame = "".join(M[slot]["slot"] for slot in ("body", "report", "edition", "address"))
    given = page("a/b.html", body="b|", report="mailto:a?x&y|", edition="第1版<|")
    poured = pour(given, Shell.cut(frame, MARKS, ("body",))).decode()
    assert poured == "b|mailto:a?x&amp;y|第1版&lt;|a/b.html"


def test_content_with_marks_is_never_taken_for_a_slot(shell: Shell) -> None:
    marks = "".join(part for slot in M.values() for part in slot.values())
    poured = pour(page("index.html", title=marks, body=marks, navigation=marks), shell).decode()
    assert poured.count(marks) == 3


def test_marks_differ_when_what_is_written_by_hand_differs() -> None:
    assert Marks.over([b"a", b"b"]) == Marks.over([b"a", b"b"])
    assert Marks.over([b"a", b"b"]) != Marks.over([b"ab"])


def test_marks_of_another_build_are_text() -> None:
    other = Marks.over([b"other"]).for_templates()["body"]["slot"]
    assert Shell.cut(other, MARKS, ()).fill({}) == other.encode()


@pytest.mark.parametrize(
    "html",
    [
        "no slot at all",
        M["body"]["slot"] + M["edit"]["begin"],
        M["body"]["slot"] + M["edit"]["end"],
        M["body"]["slot"] + M["edit"]["begin"] + M["crumbs"]["begin"] + M["edit"]["end"],
        M["body"]["slot"] + M["body"]["slot"].replace("slotbody", "slotbogus"),
    ],
)
def test_a_frame_that_cannot_be_filled_is_refused(html: str) -> None:
    with pytest.raises(ShellError):
        Shell.cut(html, MARKS, ("body",))


def test_a_shell_can_be_sent_to_a_worker(shell: Shell) -> None:
    before = shell.fill({"body": b"b"})
    assert pickle.loads(pickle.dumps(shell)).fill({"body": b"b"}) == before


def test_every_slot_is_named_in_lower_case() -> None:
    assert all(slot.isalpha() and slot.islower() for slot in SLOTS)
