"""Rules about what is around the content: mkdocs.yml, hand-written pages, templates, the machine.

All are checked when the site is put together (`jinzai.publish`). The messages of publish become
findings in `jinzai.command.site_findings`. Where a message has no advice of its own, the rule's
advice in `USUAL_HINTS` is used.
"""

from typing import Final

from jinzai.findings.finding import Rule, Severity

BROKEN_SETTINGS: Final = Rule(
    "broken-settings",
    Severity.ERROR,
    "サイトの設定が使えない",
    "{message}",
    "{hint}",
    "サイト全体の設定を読めないと、どのページも作れない。",
    "site_name に、文字でなく一覧を書いた",
    "示された行を直す。書ける設定は「サイトの設定」のページにある。",
)
UNUSED_SETTING: Final = Rule(
    "unused-setting",
    Severity.NOTE,
    "効き目のない設定がある",
    "{message}",
    "{hint}",
    "書いた人は効いていると思ってしまう。書く場所や名前の間違いのこともある。",
    "extra のすぐ下に report を書いた",
    "書く場所と名前を「サイトの設定」のページで確かめて直すか、消す。",
)
BROKEN_PAGE: Final = Rule(
    "broken-page",
    Severity.ERROR,
    "手書きのページが使えない",
    "{message}",
    "{hint}",
    "使えない書き方や、使えない名前のあるページは、サイトに載せられない。",
    "about.md に <script> を書いた",
    "示された行を直す。書けることは「サイトの設定」のページにある。",
)
BROKEN_PAGE_LINK: Final = Rule(
    "broken-page-link",
    Severity.ERROR,
    "手書きのページのリンク先がない",
    "{message}",
    "{hint}",
    "読む人がたどれないリンクは、サイトに載せられない。",
    "about.md のリンクの先が、名前を変える前のページのままになっている",
    "リンク先の名前と、そのファイルから見た位置を確かめて直すか、リンクを外す。",
)
BROKEN_TEMPLATE: Final = Rule(
    "broken-template",
    Severity.ERROR,
    "テンプレートに誤りがある",
    "{message}",
    "{hint}",
    "テンプレートはページの形を決めるもので、誤りがあるとページを作れない。内容を直しても消えない。",
    "templates/plan/role.html の if に、閉じる endif がない",
    "templates/ の変更を見直す。変えた覚えがなければ、管理者に伝える。",
)
SITE_BLOCKED: Final = Rule(
    "site-blocked",
    Severity.ERROR,
    "パソコンや置き場所の都合で続けられない",
    "{message}",
    "{hint}",
    "ディスクの空きや権限がないときなどは、内容が正しくても、確かめたりサイトを作ったりできない。",
    "一時ファイルのフォルダーに空きがない",
    "ヒントのとおりに、空きを増やす、権限を付けるなどしてから、もう一度実行する。",
)
PROGRAM_FAULT: Final = Rule(
    "program-fault",
    Severity.ERROR,
    "プログラムの誤りで止まった",
    "{message}",
    "{hint}",
    "プログラムに誤りがある。内容の間違いが原因でも、そうと分かる指摘が出るはずだった。",
    "プログラムを直している途中で実行した",
    "表示された記録のファイルを添えて、管理者に伝える。",
)
RUN_STOPPED: Final = Rule(
    "run-stopped",
    Severity.ERROR,
    "途中で止められた",
    "終わりまで確かめないうちに、止められました。",
    "もう一度実行してください。",
    "途中までの結果では、間違いがないとは言えない。",
    "check の途中で Ctrl-C を押した",
    "もう一度実行し、終わるまで待つ。",
)

USUAL_HINTS: Final = {
    BROKEN_SETTINGS.code: "書ける設定と値は、「サイトの設定」のページ"
    "（content/pages/editing-site.md）にあります。",
    UNUSED_SETTING.code: "書ける設定と書く場所は、「サイトの設定」のページ"
    "（content/pages/editing-site.md）にあります。",
    BROKEN_PAGE.code: "この箇所を直してください。書けることは、「サイトの設定」のページ"
    "（content/pages/editing-site.md）にあります。",
    BROKEN_PAGE_LINK.code: "つづりと、このファイルから見た位置を確かめて、直してください。",
    BROKEN_TEMPLATE.code: "templates/ の変更を見直してください。",
}
"""The advice where a message says only what is wrong, by code."""
