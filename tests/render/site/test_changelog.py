from jinzai.render.site.changelog import ChangeGroup, Changes, newest

TEXT = """# 変更履歴

説明。
- これは変更ではない。

## 未公開

## 1.1（2026年4月1日）

- 先頭の変更。

### 加わったもの

- 長い変更が
  次の行に続く。
- [リンク](course:none)と**太字**と `code`

### 直したもの

何もない。

## 1.0

- 古い変更。
"""


def test_the_first_section_that_lists_something() -> None:
    assert newest(TEXT) == Changes(
        "1.1（2026年4月1日）",
        (
            ChangeGroup("", ("先頭の変更。",)),
            ChangeGroup("加わったもの", ("長い変更が次の行に続く。", "リンクと太字と code")),
        ),
    )


def test_in_short_what_is_new_comes_first_with_its_first_sentence() -> None:
    changes = Changes(
        "",
        (
            ChangeGroup("直したもの", ("誤りを直した。",)),
            ChangeGroup("変わったもの", ("見やすくした（「列。」と行。）。理由。", "句点がない")),
            ChangeGroup("加わったもの", ("新しいページ。説明。",)),
        ),
    )
    short = ("新しいページ。", "見やすくした（「列。」と行。）。", "句点がない", "誤りを直した。")
    assert changes.in_short(9) == short
    assert changes.in_short(2) == short[:2]
    assert changes.total == 4


def test_what_only_editors_write_is_not_in_short() -> None:
    items = ("words.yaml に組を書ける。", "役割に、訳（`near_classes`）を書ける。", "頁。")
    assert Changes("", (ChangeGroup("", items),)).in_short(3) == ("頁。",)


def test_what_is_not_released_has_no_title() -> None:
    assert newest("## 未公開\n\n- 変更。\n") == Changes("", (ChangeGroup("", ("変更。",)),))


def test_a_text_without_sections_has_no_changes() -> None:
    assert newest("") is None
    assert newest("- 変更。\n") is None
    assert newest("## 1.0\n\n文だけ。\n") is None
