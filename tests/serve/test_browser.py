"""The preview in a real Chromium: pages reload by themselves, under the published policy."""

import pytest
from playwright.sync_api import Browser, expect

from .running import Running

pytestmark = pytest.mark.browser

# Timers are called in the order of their making, so what a loaded page put off has been done.
TIMERS = "() => new Promise(done => setTimeout(() => setTimeout(done, 0), 0))"
QUESTIONS = "document.querySelectorAll('script[src*=\"wait.js\"]').length"


def test_a_page_follows_saves_by_itself(browser: Browser, preview: Running) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{preview.server.url}demo/roles/leader.html")
    heading = page.locator("h1").first
    notice = page.locator(".jz-serve")
    expect(heading).to_contain_text("リーダー")
    expect(notice).to_have_count(0)

    preview.change("plans/demo/roles.yaml", "name: リーダー", "name: まとめ役")
    expect(heading).to_contain_text("まとめ役")

    preview.change("plans/demo/roles.yaml", "role: staff", "role: stuff")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("もしかして: staff")
    expect(heading).to_contain_text("まとめ役")
    assert notice.evaluate("element => getComputedStyle(element).position") == "sticky"

    preview.change("plans/demo/roles.yaml", "role: stuff", "role: staff")
    expect(notice).to_have_count(0)
    assert complaints == []
    context.close()


def test_a_page_that_nobody_sees_asks_nothing_and_catches_up(
    browser: Browser, preview: Running
) -> None:
    context = browser.new_context()
    page = context.new_page()
    hide = "Object.defineProperty(document, 'hidden', {get: () => window.away, configurable: true})"
    page.add_init_script(f"window.away = true; {hide}")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{preview.server.url}demo/roles/leader.html")
    page.evaluate(TIMERS)
    assert page.evaluate(QUESTIONS) == 0
    before = preview.stand.view
    preview.change("plans/demo/roles.yaml", "name: リーダー", "name: まとめ役")
    preview.until_changed(before)
    assert page.evaluate(QUESTIONS) == 0
    assert not [url for url in asked if "wait.js" in url]
    page.evaluate("window.away = false; document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("h1").first).to_contain_text("まとめ役")
    context.close()
