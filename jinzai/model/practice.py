"""practice.yaml: learning at work: on-the-job training, communities, self-assessment."""

from enum import StrEnum

from jinzai.model.audience import Audience, concerns_field
from jinzai.model.base import (
    Basis,
    Record,
    Source,
    basis_field,
    described,
    note_field,
    source_field,
)
from jinzai.model.curriculum import ForWhom
from jinzai.model.reference import EntryId, SkillId
from jinzai.model.words import Line, NewId, Prose


class PracticeKind(StrEnum):
    """The way in which people learn by a practice."""

    ON_THE_JOB = "on-the-job"
    PROCESS = "process"
    COMMUNITY = "community"
    SELF_ASSESSMENT = "self-assessment"
    RECORDS = "records"
    SHARING = "sharing"
    COACHING = "coaching"


class Step(Record):
    """One thing to do. The steps of a practice have an order."""

    text: Prose = described("すること", "1項目1文。", "年間で取り組む課題を選ぶ。")
    basis: Basis = basis_field()


class Practice(Record):
    """A way to learn that is not a course."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-practice")
    name: Line = described("名前", "取り組みの名前。", "実践的な課題解決")
    kind: PracticeKind = described(
        "種類",
        "on-the-job（業務の中で）・process（人事の過程ごとの施策）・community（集まり）・"
        "self-assessment（自己評価）・records（履歴の記録）・sharing（成果の共有）・coaching（働きかけ）。",
        "on-the-job",
    )
    audience: tuple[Audience, ...] = described(
        "対象", "誰のための取り組みか。", [{"role": "dx-leader"}], default=()
    )
    meant_for: ForWhom = described(
        "だれに向けたものか",
        "計画が全職員に、または区分を挙げずに職員に向けているとき all-staff。対象に挙げた役割の"
        "ほか、外部から登用する人材を除くどの役割のページにも「すべての職員が対象」として示す。"
        "そうでなければ role（省略時）。",
        "all-staff",
        default=ForWhom.ROLE,
    )
    experience: Line | None = described(
        "経験年数", "配属からの年数などの目安。", "2〜4年目", default=None
    )
    description: Prose | None = described(
        "内容", "どんな取り組みか。", "研修で学んだことを課の改善に使う。", default=None
    )
    steps: tuple[Step, ...] = described(
        "すること", "順に、1項目1文。", [{"text": "課題を選ぶ。"}], default=()
    )
    develops: tuple[SkillId, ...] = described(
        "伸びるスキル", "計画が挙げる、この取り組みで伸びるスキル。", ["leadership"], default=()
    )
    concerns: tuple[EntryId, ...] = concerns_field()
    note: Prose | None = note_field()
    source: Source | None = source_field()


class Practices(Record):
    """The file practice.yaml."""

    note: Prose | None = note_field()
    practices: tuple[Practice, ...] = described(
        "実務での育成",
        "計画の順に並べる。",
        [{"id": "sample-practice", "name": "On-JT", "kind": "on-the-job"}],
    )
