"""plan.yaml: who issued the plan and when, its fiscal years, and the documents it builds on."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from jinzai.model.base import Record, Source, described, kana_field, note_field, source_field
from jinzai.model.numbers import FiscalYear, Years
from jinzai.model.reference import PlaceholderId, PlanId
from jinzai.model.suppression import Suppression, suppress_field
from jinzai.model.synonyms import SynonymGroup
from jinzai.model.words import Date, Kana, Line, NewId, NewPlanId, Prose


def _check_code(code: str) -> str:
    """Checks a 全国地方公共団体コード: five digits and a check digit."""
    digits = code.isascii() and code.isdigit()
    if digits and len(code) == 6 and code[5] == _check_digit(code):
        return code
    meant = ""
    if digits and len(code) == 5:
        # A spreadsheet takes the first zero away; else the check digit was left out.
        is_shortened = _check_digit(f"0{code}") == code[4]
        meant = f"0{code}" if is_shortened else code + _check_digit(code)
    elif digits and len(code) == 6:
        meant = code[:5] + _check_digit(code)
    raise PydanticCustomError("malformed-code", "{text}", {"text": code, "meant": meant})


def _check_digit(code: str) -> str:
    """The sixth digit, computed from the first five of `code`.

    The rule is that of the ministry's specification (総務省「全国地方公共団体コード仕様」). The
    digits have the weights 6 to 2. The remainder of their sum by 11 is subtracted from 11, and the
    last digit of the result counts. A sum below 11 is used itself in place of the remainder.
    """
    total = sum(int(digit) * weight for digit, weight in zip(code, range(6, 1, -1), strict=False))
    return str(11 - (total % 11 if total >= 11 else total))[-1]


MunicipalityCode = Annotated[
    str,
    AfterValidator(_check_code),
    WithJsonSchema({"type": "string", "pattern": "^\\d{6}$"}),
]


class Status(StrEnum):
    """How binding the document is."""

    ADOPTED = "adopted"
    DRAFT = "draft"
    TEMPLATE = "template"


class Issuer(Record):
    """Who publishes the plan."""

    name: Line = described("団体名", "計画を定めた（公表した）団体の名前。", "枚方市")
    kana: Kana | None = kana_field()
    code: MunicipalityCode | None = described(
        "全国地方公共団体コード",
        "検査数字を含む6桁。先頭の0も書く。",
        "272108",
        default=None,
    )
    prefecture: Line | None = described(
        "都道府県", "団体の属する都道府県。", "大阪府", default=None
    )
    placeholder: PlaceholderId | None = described(
        "団体名の空欄",
        "ひな形で、団体名が空欄のままのとき、その空欄の id。",
        "municipality",
        default=None,
    )


class Period(Record):
    """The fiscal years that a plan covers, both ends included, or only their number."""

    start: FiscalYear | None = described(
        "始まりの年度", "西暦で書く。令和7年度は 2025。", 2025, default=None
    )
    end: FiscalYear | None = described(
        "終わりの年度", "西暦で書く。令和9年度は 2027。", 2027, default=None
    )
    years: Years | None = described(
        "年数", "開始年度を定めず「おおむね5年」のように定める計画の年数。", 5, default=None
    )
    note: Line | None = described("期間の補足", "期間についての注記。", "おおむね5年", default=None)

    @model_validator(mode="after")
    def _ends_in_order(self) -> Self:
        if self.start is not None and self.end is not None and self.start > self.end:
            raise PydanticCustomError("period-reversed", "", {"start": self.start, "end": self.end})
        if self.start is None and self.end is None and self.years is None:
            raise PydanticCustomError("period-empty", "", {})
        return self

    def covers(self, year: int) -> bool:
        """Whether a fiscal year is within the period. An unknown end does not exclude any year."""
        starts = self.start is None or self.start <= year
        return starts and (self.last is None or year <= self.last)

    @property
    def last(self) -> int | None:
        """The last fiscal year, stated or counted from the first; None if it is not known."""
        if self.end is None and self.start is not None and self.years is not None:
            return self.start + self.years - 1
        return self.end


class DocumentRelation(StrEnum):
    """How another document is related to this plan."""

    IMPLEMENTS = "implements"
    IMPLEMENTED_BY = "implemented-by"
    SUCCEEDS = "succeeds"
    FOLLOWS = "follows"
    REFERS = "refers"


class RelatedDocument(Record):
    """Another document, in the catalogue or not, that the plan names."""

    title: Line = described("文書名", "関連する計画・指針の名前。", "大阪市DX戦略")
    relation: DocumentRelation = described(
        "関係",
        "implements（この計画が具体化する上位計画）・implemented-by（この計画を具体化する計画）・"
        "succeeds（この計画が引き継いだ旧計画）・follows（従う国などの指針）・refers（参照）。",
        "implements",
    )
    plan: PlanId | None = described(
        "計画の id", "このカタログに載っている計画なら、その id。", "osaka-hr", default=None
    )
    issuer: Line | None = described("策定団体", "文書を定めた団体。", "総務省", default=None)
    date: Date | None = described("日付", "文書の年月または年月日。", "2023-12", default=None)
    note: Prose | None = note_field()
    source: Source | None = source_field()


class Department(Record):
    """A group of departments that a plan distinguishes, such as 各部局."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-department")
    name: Line = described("名前", "部局の呼び名。", "各部局")
    description: Prose | None = described(
        "説明", "どの部局を指すか。", "デジタル関連部局を除くすべての部局。", default=None
    )


class PlanTable(Record):
    """A table of the published plan that states courses. Two tables may disagree."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-table")
    name: Line = described("名前", "表の名前。", "教育・研修プログラム一覧")
    note: Prose | None = note_field()
    source: Source | None = source_field()


class PlaceholderType(StrEnum):
    """The kind of value that the adopting municipality fills in."""

    NAME = "name"
    TEXT = "text"
    NUMBER = "number"
    YEAR = "year"
    DATE = "date"


class Placeholder(Record):
    """A blank of a template: `○名`, `令和○年度`, `○自治体名○`."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-blank")
    label: Line = described("表示", "ひな形での書かれ方。", "○名程度")
    type: PlaceholderType = described(
        "種類",
        "埋めるものの種類。name（名前）・text（文章）・number（数）・year（年度）・date（日付）。",
        "number",
    )
    unit: Line | None = described("単位", "数なら、その単位。", "人", default=None)
    meaning: Prose = described("意味", "何を書き入れる空欄か。", "5年以内に育成するDX推進員の数。")
    source: Source | None = source_field()


class Plan(Record):
    """One published plan."""

    id: NewPlanId = described("id", "フォルダー名と同じにする。公開後は変えない。", "hirakata")
    title: Line = described("名称", "計画の正式な名称。", "枚方市デジタル人材育成計画")
    short_title: Line | None = described(
        "略称",
        "表の見出しなどに使う短い名前。書かなければ、title をそのまま使う。",
        "枚方市",
        default=None,
    )
    kana: Kana | None = kana_field()
    issuer: Issuer = described(
        "策定団体", "計画を定めた団体。", {"name": "枚方市", "code": "272108"}
    )
    status: Status = described(
        "策定状況", "adopted（策定済み）・draft（案）・template（ひな形）。", "adopted"
    )
    department: Line | None = described(
        "担当部署", "計画の担当部署。", "都市経営部デジタル戦略課", default=None
    )
    contact: Line | None = described(
        "問い合わせ先", "公表されている電話番号やメールアドレス。", "06-1234-5678", default=None
    )
    published: Date | None = described(
        "公表日",
        "公表・策定・改訂の年月。計画から分からなければ書かない。",
        "2025-02",
        default=None,
    )
    edition: Line | None = described("版", "改訂の版や時点。", "令和8年2月改訂", default=None)
    period: Period | None = described(
        "対象期間",
        "計画の対象年度（西暦）。計画が定めないなら書かない。",
        {"start": 2025, "end": 2027},
        default=None,
    )
    summary: Prose = described("概要", "計画のあらましを2〜3文で。", "全職員を対象とする育成計画。")
    purposes: tuple[Prose, ...] = described(
        "目的", "計画の目的。1項目1文。", ["DXを進める職員を育てる。"], default=()
    )
    related: tuple[RelatedDocument, ...] = described(
        "関連する計画・指針",
        "計画が名前を挙げる文書。",
        [{"title": "大阪市DX戦略", "relation": "implements"}],
        default=(),
    )
    departments: tuple[Department, ...] = described(
        "部局の分け方",
        "研修などを部局ごとに分けている場合の、部局の分け方。",
        [{"id": "sample-department", "name": "各部局"}],
        default=(),
    )
    tables: tuple[PlanTable, ...] = described(
        "研修の表",
        "同じ研修が複数の表に載り、値に違いがある場合の表の一覧。",
        [{"id": "sample-table", "name": "職員区分ごとの研修"}],
        default=(),
    )
    placeholders: tuple[Placeholder, ...] = described(
        "空欄",
        "ひな形の○。文章からは [○名程度](placeholder:id) と指す。",
        [{"id": "sample-blank", "label": "○名", "type": "number", "meaning": "育成する数。"}],
        default=(),
    )
    synonyms: tuple[SynonymGroup, ...] = described(
        "検索の言い換え",
        "この計画の中を探すときだけ、同じ意味とする語の組。"
        "どの計画でも同じ意味の語は synonyms.yaml に書く。",
        [{"words": ["カイゼン", "業務の見直し"]}],
        default=(),
    )
    suppress: tuple[Suppression, ...] = suppress_field()
    note: Prose | None = note_field()
    source: Source | None = source_field()
