"""Places: blanks, absences and prose as they are right on one page."""

from decimal import Decimal

from jinzai.model.numbers import Absence, PlaceholderValue
from jinzai.render.page.place import PlanContext
from jinzai.render.words import amounts


def test_a_blank_leads_to_its_explanation(context: PlanContext) -> None:
    place = context.place("alpha/roles/leader.html")
    shown = place.value(amounts.value(PlaceholderValue(placeholder="count"), "人"))
    assert (shown.text, shown.state) == ("○名", "blank")
    assert shown.href == "../index.html#placeholder-count"
    assert shown.hint == "空欄（数）"


def test_zero_undefined_and_not_applicable_stay_apart(context: PlanContext) -> None:
    place = context.place("alpha/roles/leader.html")
    texts = [
        place.value(amounts.value(amount, "人")).text
        for amount in (Decimal(0), Absence.UNDEFINED, Absence.NOT_APPLICABLE)
    ]
    assert texts == ["0人", "記載なし", "該当なし"]


def test_a_blank_in_prose(context: PlanContext) -> None:
    place = context.place("alpha/roles/leader.html")
    html = place.inline("[○名](placeholder:count)を育てる")
    assert '<a class="jz-blank" href="../index.html#placeholder-count"' in html
    assert html.endswith('title="空欄（数）">○名</a>を育てる')


def test_no_text_is_nothing(context: PlanContext) -> None:
    place = context.place("alpha/roles/leader.html")
    assert place.prose(None) == ""
    assert place.inline(None) == ""


def test_departments_by_name(context: PlanContext) -> None:
    assert context.department_names(["general", "digital"]) == "各部局・デジタル部局"
    assert context.department_names([]) == ""
