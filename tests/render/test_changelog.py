from jinzai.render.changelog import ChangeGroup, Changes, newest

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


def test_what_is_not_released_has_no_title() -> None:
    assert newest("## 未公開\n\n- 変更。\n") == Changes("", (ChangeGroup("", ("変更。",)),))


def test_a_text_without_sections_has_no_changes() -> None:
    assert newest("") is None
    assert newest("- 変更。\n") is None
    assert newest("## 1.0\n\n文だけ。\n") is None
