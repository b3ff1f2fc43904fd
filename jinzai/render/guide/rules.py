"""The rules of the checks: a page for each, and the list of all.

The texts come from the registry of rules. `build.py explain` prints the same texts.
"""

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Final, NamedTuple

from jinzai.findings.finding import Rule, Severity
from jinzai.findings.registry import STAGES
from jinzai.link.address import RULES_PAGE, rule_address
from jinzai.render.guide.guide import field_link, introduction
from jinzai.render.guide.rules_of_fields import topics
from jinzai.render.page import areas
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext

_STAGES: Final[Mapping[str, tuple[str, str]]] = {
    "file": ("ファイルとフォルダー", "ファイルの名前、置き場所、文字コードを確かめます。"),
    "syntax": ("YAMLの書き方", "字下げ、コロン、引用符など、YAMLとして読めるかを確かめます。"),
    "value": ("項目と値", "項目の名前と、1つひとつの値の書き方を確かめます。"),
    "content": ("内容のつながり", "指す先があるか、互いに矛盾しないかを確かめます。"),
    "completeness": ("漏れ", "読む人が困る抜けや書き忘れがないかを確かめます。"),
    "mapping": (
        "共通枠組みとの対応",
        "計画を比べるための対応付けに、矛盾がないかを確かめます。",
    ),
    "site": ("サイトの設定と手書きのページ", "mkdocs.yml と content/pages を確かめます。"),
}
_SEVERITIES: Final[Mapping[Severity, tuple[str, str, str]]] = {
    Severity.ERROR: ("エラー", "error", "1つでもあるとサイトは作られません。直してください。"),
    Severity.WARNING: (
        "警告",
        "warn",
        "サイトは作られます。確かめて、直すか、理由を書いて確認済みにしてください。",
    ),
    Severity.NOTE: ("参考", "", "サイトは作られます。参考にしてください。"),
}


class SeverityView(NamedTuple):
    """A severity: its Japanese word, the style of that word, and its effect on a build."""

    word: str
    style: str
    meaning: str


class RuleLine(NamedTuple):
    """A rule in the list."""

    link: Link
    code: str
    severity: SeverityView


class StageRulesView(NamedTuple):
    """The rules of one stage, errors first."""

    anchor: str
    about: str
    rules: tuple[RuleLine, ...]


class RuleIndexView(NamedTuple):
    """All rules, and the meaning of each severity with the number of its rules."""

    severities: tuple[tuple[SeverityView, int], ...]
    stages: tuple[StageRulesView, ...]
    introduction: Link | None


class RuleView(NamedTuple):
    """One rule.

    `message` is the message of `build.py check`, with … in place of the facts. `places` links to
    the rule's fields in the guide, `guide` to the guide as a whole.
    """

    code: str
    severity: SeverityView
    stage: Link
    message: str
    why: str
    example: str
    fix: str
    written: str
    places: tuple[Link, ...]
    guide: Link
    introduction: Link | None
    can_be_accepted: bool
    accepting: Link


def pages(site: SiteContext) -> Iterator[Draft]:
    """The list, then a page for each rule, stage by stage."""
    place = site.place(RULES_PAGE)
    every = [rule for rules in STAGES.values() for rule in rules]
    yield Draft.of_area(
        place,
        areas.RULES,
        kicker="計画を編集する",
        description="内容の確認（build.py check）が見つける間違いと、その直し方の一覧。",
        template="guide/rules.html",
        view=RuleIndexView(
            tuple(
                (_severity(severity), count)
                for severity in Severity
                if (count := sum(rule.severity is severity for rule in every))
            ),
            tuple(_stage(place, stage, rules) for stage, rules in STAGES.items()),
            introduction(site, place),
        ),
        sections=tuple(Section(stage, _STAGES[stage][0]) for stage in STAGES),
    )
    for stage, rules in STAGES.items():
        for rule in rules:
            yield _page(site, stage, rule)


def message_outline(rule: Rule) -> str:
    """A rule's message with … in place of each fact."""
    parts = ((text, field) for text, field, _, _ in Formatter().parse(rule.message))
    return "".join(text + ("…" if field is not None else "") for text, field in parts)


def _stage(place: PagePlace, stage: str, rules: tuple[Rule, ...]) -> StageRulesView:
    ordered = sorted(rules, key=lambda rule: list(Severity).index(rule.severity))
    return StageRulesView(
        stage,
        _STAGES[stage][1],
        tuple(
            RuleLine(
                place.to(rule_address(rule.code), rule.title), rule.code, _severity(rule.severity)
            )
            for rule in ordered
        ),
    )


def _severity(severity: Severity) -> SeverityView:
    return SeverityView(*_SEVERITIES[severity])


def _page(site: SiteContext, stage: str, rule: Rule) -> Draft:
    place = site.place(rule_address(rule.code))
    return Draft.below(
        place,
        areas.RULES,
        title=rule.title,
        description=f"{rule.code}: {rule.why}",
        template="guide/rule.html",
        view=RuleView(
            rule.code,
            _severity(rule.severity),
            place.to(f"{RULES_PAGE}#{stage}", _STAGES[stage][0]),
            message_outline(rule),
            rule.why,
            rule.example,
            rule.fix,
            rule.written,
            tuple(field_link(place, *topic) for topic in topics(rule.code)),
            place.to(areas.GUIDE.page, areas.GUIDE.title),
            introduction(site, place),
            rule.severity is Severity.WARNING,
            field_link(place, "plan", "fields-suppress"),
        ),
        sections=(
            Section("why", "なぜ確かめるか"),
            Section("example", "間違いの例"),
            Section("fix", "直し方"),
            Section("guide", "書き方の説明"),
        ),
    )
