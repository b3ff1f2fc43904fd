"""The kinds of thing in content/, and the file of each: a row for each.

This module owns what a kind is called, its file, its page within a plan, and the search words of
that page. Load, parse, the checks and their messages, the schema, addresses, navigation, search and
the guide use these rows. This module does not know the content of pages.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from jinzai.model.base import Record
from jinzai.model.chapter import Chapter
from jinzai.model.course import Courses
from jinzai.model.curriculum import Curricula
from jinzai.model.framework import Framework
from jinzai.model.glossary import Glossary
from jinzai.model.matrix import Matrices
from jinzai.model.organisation import Organisation
from jinzai.model.plan import Plan
from jinzai.model.practice import Practices
from jinzai.model.role import Roles
from jinzai.model.schedule import Schedules
from jinzai.model.skill import Skills
from jinzai.model.synonyms import Synonyms
from jinzai.model.target import Targets


class Kind(NamedTuple):
    """A kind of thing with ids.

    Attributes:
        id: its name in references: `role`, as in `role:dx-leader`.
        name: its Japanese name on pages and in messages.
        has_page: whether each thing has its own page, beside the page of its file.
        beside: the fields that the search weighs almost as much as the name: for whom a thing is.
        texts: the other fields whose words the search finds, the best ones for an excerpt first.
        ahead: whether the search puts it before other things that fit as well.

    A field inside another one is written with a dot: `stages.name`. A field that names other things
    is found by their names.
    """

    id: str
    name: str
    has_page: bool = False
    beside: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    ahead: bool = False


class FileKind(NamedTuple):
    """A kind of file.

    Attributes:
        name: the name of the file and of its schema: `roles`.
        title: the Japanese name of its content on pages, in the navigation and in the guide.
        model: the model that the file is read into.
        holds: its content in one line, for the guide.
        lists: the kind of thing in each top-level list. The last list is the main one.
        within: the kinds of things inside those things.
        itself: the kind of thing that the file as a whole is, or None.
        page: the page of a plan that shows it, as an address within the plan's folder.
        words: other words that the search finds that page by, separated by spaces.
        unit: the Japanese counter of its things.
    """

    name: str
    title: str
    model: type[Record]
    holds: str
    lists: Mapping[str, Kind]
    within: tuple[Kind, ...] = ()
    itself: Kind | None = None
    page: str = ""
    words: str = ""
    unit: str = "件"

    @property
    def file_name(self) -> str:
        """The name of the file in a plan's folder."""
        return f"{self.name}.yaml"

    @property
    def area(self) -> str:
        """The `Draft.area` of the pages that belong to its page: `roles`, `skills/matrix.html`."""
        return self.page.removesuffix("/index.html")

    @property
    def collections(self) -> dict[str, str]:
        """The id of the kind of thing in each top-level list."""
        return {field: kind.id for field, kind in self.lists.items()}

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Every kind of thing in the file, each once."""
        own = (self.itself,) if self.itself else ()
        return tuple(dict.fromkeys((*own, *self.lists.values(), *self.within)))

    def list_title(self, field: str) -> str:
        """The Japanese name of one of the lists."""
        return self.model.model_fields[field].title or ""


PLAN: Final = Kind(
    "plan",
    "計画",
    beside=("issuer.name", "issuer.kana", "issuer.code", "issuer.prefecture", "period"),
    texts=("summary", "department", "related.title"),
)
DEPARTMENT: Final = Kind("department", "部局の分け方", texts=("description",))
TABLE: Final = Kind("table", "研修の表")
PLACEHOLDER: Final = Kind("placeholder", "空欄", texts=("meaning",))
ROLE: Final = Kind(
    "role",
    "役割",
    has_page=True,
    beside=("audience", "as_level"),
    texts=("purpose", "duties", "behaviours", "knowledge", "sourcing"),
    ahead=True,
)
LEVEL: Final = Kind("level", "レベル", texts=("definition", "evidence"))
SKILL: Final = Kind("skill", "スキル", has_page=True, texts=("definition", "category"))
CATEGORY: Final = Kind("category", "スキルの分類", texts=("description",))
MATRIX: Final = Kind("matrix", "スキルマップ", texts=("columns.label",))
COLUMN: Final = Kind("column", "スキルマップの列")
COURSE: Final = Kind(
    "course",
    "研修",
    has_page=True,
    beside=("provider",),
    texts=("description", "deliveries", "audience"),
)
CURRICULUM: Final = Kind(
    "curriculum",
    "研修コース",
    has_page=True,
    beside=("role", "level", "departments"),
    texts=("goals", "stages.name", "stages.description"),
)
STAGE: Final = Kind("stage", "研修コースの段階")
SCHEDULE: Final = Kind(
    "schedule", "スケジュール", beside=("years",), texts=("lanes.items.name", "lanes.items.months")
)
LANE: Final = Kind("lane", "スケジュールの行")
TARGET: Final = Kind(
    "target",
    "数値目標",
    beside=("role", "level"),
    texts=("share_of", "values.year", "values.value"),
)
PRACTICE: Final = Kind(
    "practice",
    "実務での育成",
    beside=("experience", "audience"),
    texts=("description", "steps.text", "kind"),
)
BODY: Final = Kind("body", "推進体制の組織", texts=("responsibilities",))
MEASURE: Final = Kind(
    "measure",
    "確保・配置・支援の施策",
    beside=("roles",),
    texts=("description", "examples", "problems"),
)
INDICATOR: Final = Kind("indicator", "指標", beside=("role",), texts=("description",))
REVIEW: Final = Kind("review", "見直し", texts=("description",))
TERM: Final = Kind("term", "用語", texts=("description",))
CHAPTER_KIND: Final = Kind("chapter", "本文の章", has_page=True, texts=("text",))
ENTRY: Final = Kind("entry", "共通枠組みの項目", beside=("terms",), texts=("definition",))

PLAN_FILE: Final = FileKind(
    name="plan",
    title="計画の基本情報",
    model=Plan,
    holds="策定団体、期間、関連する計画、部局の分け方、空欄、確認済みの警告",
    lists={"departments": DEPARTMENT, "tables": TABLE, "placeholders": PLACEHOLDER},
    itself=PLAN,
    page="index.html",
)
ROLES: Final = FileKind(
    name="roles",
    title=ROLE.name,
    model=Roles,
    holds="役割（人材像）と、その中のレベル",
    lists={"roles": ROLE},
    within=(LEVEL,),
    page="roles/index.html",
    words="人材像 人材区分",
)
SKILLS: Final = FileKind(
    name="skills",
    title=SKILL.name,
    model=Skills,
    holds="スキルと、その分類",
    lists={"categories": CATEGORY, "skills": SKILL},
    page="skills/index.html",
    words="能力 領域",
)
MATRICES: Final = FileKind(
    name="matrix",
    title=MATRIX.name,
    model=Matrices,
    holds="どの役割にどのスキルが必要か（●や★の表）",
    lists={"matrices": MATRIX},
    within=(COLUMN,),
    page="skills/matrix.html",
    words="必要なスキル 求めるスキル 一覧表",
    unit="表",
)
COURSES: Final = FileKind(
    name="courses",
    title=COURSE.name,
    model=Courses,
    holds="研修の形式・時間・対象と、身に付くスキル",
    lists={"courses": COURSE},
    page="courses/index.html",
    words="研修の時間 時間数 日数 形式 講座",
)
CURRICULA: Final = FileKind(
    name="curricula",
    title=CURRICULUM.name,
    model=Curricula,
    holds="どの役割が、どの研修をどの順に受けるか",
    lists={"curricula": CURRICULUM},
    within=(STAGE,),
    page="curricula/index.html",
    words="研修の時間 時間数 受講順 研修体系 カリキュラム",
)
SCHEDULES: Final = FileKind(
    name="schedule",
    title=SCHEDULE.name,
    model=Schedules,
    holds="どの月に何があるか",
    lists={"schedules": SCHEDULE},
    within=(LANE,),
    page="schedule/index.html",
    words="年間予定 研修の時期 日程 予定表",
)
TARGETS: Final = FileKind(
    name="targets",
    title=TARGET.name,
    model=Targets,
    holds="いつまでに何人か、などの目標",
    lists={"targets": TARGET},
    page="targets/index.html",
    words="目標の人数 割合 育成目標 いつまでに何人",
)
PRACTICES: Final = FileKind(
    name="practice",
    title="実務での育成（OJTなど）",
    model=Practices,
    holds="実務での育成（OJT、コミュニティなど）",
    lists={"practices": PRACTICE},
    page="practice/index.html",
    words="OJT 業務の中での育成",
)
ORGANISATION: Final = FileKind(
    name="organisation",
    title="推進体制と人材確保",
    model=Organisation,
    holds="推進体制、人材の確保と配置、指標、見直し",
    lists={
        "bodies": BODY,
        "hiring": MEASURE,
        "placement": MEASURE,
        "support": MEASURE,
        "indicators": INDICATOR,
        "reviews": REVIEW,
    },
    page="organisation/index.html",
)
GLOSSARY: Final = FileKind(
    name="glossary",
    title="用語集",
    model=Glossary,
    holds="計画が説明している用語",
    lists={"terms": TERM},
    page="glossary/index.html",
    unit="語",
)
CHAPTER: Final = FileKind(
    name="chapter",
    title=CHAPTER_KIND.name,
    model=Chapter,
    holds="計画の本文（章ごとに1つのファイル）",
    lists={},
    itself=CHAPTER_KIND,
    page="chapters/index.html",
    unit="章",
)
FRAMEWORK: Final = FileKind(
    name="framework",
    title="共通枠組み",
    model=Framework,
    holds="計画どうしを比べるための、共通の区分",
    lists={"entries": ENTRY},
)
SYNONYMS: Final = FileKind(
    name="synonyms",
    title="検索の言い換え",
    model=Synonyms,
    holds="サイト内検索で、同じ意味として探す語",
    lists={},
    unit="組",
)

PLAN_FILES: Final = (
    PLAN_FILE,
    ROLES,
    SKILLS,
    MATRICES,
    COURSES,
    CURRICULA,
    SCHEDULES,
    TARGETS,
    PRACTICES,
    ORGANISATION,
    GLOSSARY,
)
"""The kinds of file that a plan has at most once, in the order of the plan's pages."""
SHOWN_FILES: Final = (*PLAN_FILES[1:], CHAPTER)
"""The files that a plan may have or leave out.

Each has its own page in the navigation, in this order.
"""
FILE_KINDS: Final = (*PLAN_FILES, CHAPTER, FRAMEWORK, SYNONYMS)
"""Every kind of file."""

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {kind.id: kind for file in FILE_KINDS for kind in file.kinds}
)
"""Every kind of thing, by its id."""
KIND_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {id: kind.name for id, kind in KINDS.items()}
)
"""The Japanese name of each kind of thing, by its id."""
INNER_KINDS: Final = frozenset(kind.id for file in FILE_KINDS for kind in file.within)
"""Kinds whose ids are unique only within another thing."""
PLAN_KINDS: Final = tuple(
    kind.id
    for file in (*SHOWN_FILES, PLAN_FILE)
    for kind in file.kinds
    if kind is not PLAN and kind not in file.within
)
"""Kinds whose ids are unique within one plan."""
