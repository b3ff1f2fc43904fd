"""Prints, after a run, how many references of each plan were broken and how many reported."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts: dict[str, tuple[int, int]] = {}
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, value in report.user_properties:
                if name == "references":
                    plan, broken, caught = value
                    before = counts.get(plan, (0, 0))
                    counts[plan] = before[0] + broken, before[1] + caught
    for plan, (broken, caught) in sorted(counts.items()):
        terminalreporter.write_line(f"references of {plan}: {broken} broken, {caught} caught")
