"""All tables of the downloads, and the rules that hold for all of them."""

from typing import Final

from jinzai.export.cells import AS_ON_PAGES, NOT_APPLICABLE, UNDEFINED
from jinzai.export.courses import COURSES
from jinzai.export.coverage import COVERAGE
from jinzai.export.crosswalk import CROSSWALK
from jinzai.export.curricula import CURRICULA
from jinzai.export.evidence import EVIDENCE
from jinzai.export.glossary import GLOSSARY
from jinzai.export.load import LOAD
from jinzai.export.load_formats import LOAD_FORMATS
from jinzai.export.plans import PLANS
from jinzai.export.requirements import REQUIREMENTS
from jinzai.export.roles import ROLES
from jinzai.export.schedule import SCHEDULE
from jinzai.export.skills import SKILLS
from jinzai.export.table import Table
from jinzai.export.targets import TARGETS

TABLES: Final[tuple[Table, ...]] = (
    PLANS,
    ROLES,
    SKILLS,
    REQUIREMENTS,
    COURSES,
    CURRICULA,
    SCHEDULE,
    TARGETS,
    GLOSSARY,
    CROSSWALK,
    COVERAGE,
    EVIDENCE,
    LOAD,
    LOAD_FORMATS,
)
"""The tables in the order in which readers see them."""

CONVENTIONS: Final = (
    (
        "文字コードはUTF-8（BOM付き）、改行はCRLFで、Excelでそのまま開ける。"
        "1行目は見出しで、2行目からが1行に1件である。"
    ),
    (
        "計画ごとのファイルと、すべての計画を合わせたファイルがあり、列は同じである。"
        "計画に記載のない種類のファイルは、見出しの行だけになる。"
    ),
    (
        f"空欄・「{UNDEFINED}」・「{NOT_APPLICABLE}」・0 は別のものである。"
        "空欄の意味は列ごとに示す。"
        f"「{UNDEFINED}」は計画に書かれていないと確かめたもの、「{NOT_APPLICABLE}」は"
        "計画が当てはまらないとしているもの、0 は計画が0と書いているものを指す。"
        f"{AS_ON_PAGES}"
    ),
    (
        "総務省の「統計表における機械判読可能なデータの表記方法の統一ルール」のうち、CSVに当てはまる"
        "項目を、すべてのファイルで確かめている。ただし、1つのセルに一覧を入れる列と、数の代わりに"
        "言葉や幅を入れる列があり、それぞれの列の説明に書いている。"
        "一覧のうち共通枠組みとの対応は、crosswalk.csv に1件ずつ分けてある。"
    ),
    "ひな形の空欄（○名程度 など）は、ひな形での書かれ方のまま入れる。",
    "文章の列は、リンクなどの書式を除いた文字だけを入れる。段落や箇条書きは、セルの中で改行する。",
    (
        "= + - @ ＝ ＋ － ＠ やタブで始まる2文字以上の文字列は、Excelが数式として計算しないように、"
        "先頭に半角のアポストロフィ（'）を付ける。数と、1文字だけの記号には付けない。"
    ),
    (
        "「2-1」のような文字を、Excelは日付として表示することがある。文字のまま取り込むには、Excelの"
        "「データ」の「テキストまたは CSV から」で開き、列の種類に「テキスト」を選ぶ。"
    ),
)
"""What readers have to know about every file, in Japanese plain text, one rule in each text."""
