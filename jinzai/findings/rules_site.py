"""Rules about the files around the content: mkdocs.yml and the hand-written pages.

Both are checked when the site is put together (`jinzai.publish`). The messages of publish become
findings in `jinzai.command.site_findings`.
"""

from typing import Final

from jinzai.findings.finding import Rule, Severity

BROKEN_SETTINGS: Final = Rule(
    "broken-settings",
    Severity.ERROR,
    "サイトの設定が使えない",
    "{message}",
    "書ける設定と値は、「サイトの設定」のページ（content/pages/editing-site.md）にあります。",
    "サイト全体の設定を読めないと、どのページも作れない。",
    "site_name に、文字でなく一覧を書いた",
    "示された行を直す。書ける設定は「サイトの設定」のページにある。",
)
UNUSED_SETTING: Final = Rule(
    "unused-setting",
    Severity.NOTE,
    "効き目のない設定がある",
    "{message}",
    "書ける設定と書く場所は、「サイトの設定」のページ（content/pages/editing-site.md）にあります。",
    "書いた人は効いていると思ってしまう。書く場所や名前の間違いのこともある。",
    "extra のすぐ下に report を書いた",
    "書く場所と名前を「サイトの設定」のページで確かめて直すか、消す。",
)
BROKEN_PAGE: Final = Rule(
    "broken-page",
    Severity.ERROR,
    "手書きのページが使えない",
    "{message}",
    "content/pages のこの箇所を直してください。",
    "リンク切れや、使えない書き方、使えない名前のあるページは、サイトに載せられない。",
    "about.md に、なくなったページへのリンクが残っている",
    "示された行を直す。書けることは「サイトの設定」のページにある。",
)
