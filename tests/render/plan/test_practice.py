from jinzai.render.plan import practice
from tests.render.sample_plans import element, plan, plan_page, words

PRACTICE = {
    "id": "ojt",
    "name": "OJT",
    "kind": "on-the-job",
    "audience": [{"role": "staff", "departments": ["general"], "basis": "inferred"}],
    "experience": "2〜4年目",
    "steps": [{"text": "課題を選ぶ。"}, {"text": "試す。", "basis": "inferred"}],
    "develops": ["bpr"],
}
ONE = {"name": "会", "kind": "on-the-job"}
CONTENT = plan(
    {"departments": [{"id": "general", "name": "各部局"}]},
    roles={"roles": [{"id": "staff", "name": "職員"}]},
    skills={"skills": [{"id": "bpr", "name": "BPR"}]},
    practice={"practices": [PRACTICE]},
)


def test_a_practice_says_for_whom_what_to_do_and_what_it_develops() -> None:
    html = element(plan_page(practice.pages, CONTENT), "practice-ojt")

    assert '<span class="jz-inferred"><a href="../roles/staff.html">職員</a>' in html
    assert "職員（推定）（各部局）" in words(html)
    assert '<a href="../skills/bpr.html">BPR</a>' in html
    assert words(html).index("課題を選ぶ。") < words(html).index("試す。（推定）")


def test_a_practice_for_everybody_says_so() -> None:
    everybody = {**PRACTICE, "audience": []}
    html = plan_page(
        practice.pages,
        plan(
            skills={"skills": [{"id": "bpr", "name": "BPR"}]}, practice={"practices": [everybody]}
        ),
    )

    assert "対象の記載なし" in element(html, "practice-ojt")


def test_several_practices_have_a_list_first_and_one_has_none() -> None:
    several = plan(practice={"practices": [{**ONE, "id": id} for id in ("a", "b")]})
    html = plan_page(practice.pages, several)
    listed = html[html.index("<tbody>") : html.index("</tbody>")]

    assert listed.count("<tr>") == 2
    assert '<a href="#practice-b">会</a>' in listed
    single = plan_page(practice.pages, plan(practice={"practices": [{**ONE, "id": "a"}]}))
    assert "<table" not in single
    assert '<h2 id="practice-a">会</h2>' in single


def test_a_plan_without_practices_says_so() -> None:
    assert "の記載はありません" in element(plan_page(practice.pages, plan()), "practices")
