"""`build.py explain CODE`: the meaning of a finding's code, and how to mend it."""

import difflib
from textwrap import indent

from jinzai.command.say import say
from jinzai.findings.finding import SEVERITY_NAMES, Rule
from jinzai.findings.printable import printable
from jinzai.findings.registry import RULES


def explain_code(code: str | None) -> bool:
    """Prints one rule, or the list of all rules. Returns whether there is such a rule."""
    if code is None:
        for rule in RULES.values():
            say(f"{rule.code:<32}{SEVERITY_NAMES[rule.severity]}  {rule.title}")
        return True
    rule_found = RULES.get(code)
    if rule_found is None:
        near = difflib.get_close_matches(code, RULES, n=1)
        hint = f"もしかして: {near[0]}。" if near else ""
        say(
            f"「{printable(code)}」というコードはありません。{hint}"
            "build.py explain で一覧を表示できます。",
            err=True,
        )
        return False
    say(explanation(rule_found))
    return True


def explanation(rule: Rule) -> str:
    """A rule as a few lines of text."""
    lines = [
        f"{rule.code}（{SEVERITY_NAMES[rule.severity]}）{rule.title}",
        "",
        f"なぜ: {rule.why}",
        f"例　: {rule.example}",
        f"直し方: {rule.fix}",
    ]
    if rule.written:
        lines += ["書き方の例:", indent(rule.written.rstrip(), "    ")]
    return "\n".join(lines)
