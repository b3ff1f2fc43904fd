"""What 豊中市's 主導・推進する職員 and 枚方市's DX推進リーダー レベル3 must be able to do, by area.

Reckoned by hand from the two published plans. 豊中市's skill map marks all of its 30 skills for
one or the other line of 主導・推進する職員 (デジタル, システム等). 枚方市's skill map has 17
skills, all of them marked at レベル3, two only with ★. Areas are those that content/ maps the
skills to.
"""

from typing import Final

LEADER: Final = "豊中市 主導・推進する職員"
LEVEL: Final = "枚方市 DX推進リーダー レベル3"

ONLY_TOYONAKA: Final = {
    "プロジェクト管理": {"プロジェクト管理"},
    "個人情報・プライバシーの保護": {"情報セキュリティ（実行する職員以上）"},
    "システムと情報セキュリティの監査": {"情報セキュリティ（主導・推進）"},
    "ITガバナンスと調達": {"システム等基礎（全職員）", "システム等導入・調達"},
    "システムの設計と開発": {"システム等開発", "アプリケーション"},
    "システムの運用管理": {
        "システム等基礎（全職員）",
        "システム等基礎（実行する職員以上）",
        "システム等導入・調達",
        "システム等運用",
        "システム等開発",
    },
    "ネットワークと情報基盤": {"システム等基礎（実行する職員以上）", "情報インフラ"},
    "クラウドサービス": {"クラウドサービス"},
}
# 豊中市は表の「データ利活用」でBIツールなどを使うことを求める。枚方市のレベル3は「デジタルツールも
# 使いながら課の業務プロセスを見直す」と文章で述べる
TABLE_ONLY_TOYONAKA: Final = {"業務ツールの活用": {"データ利活用"}}
ONLY_HIRAKATA: Final = {
    "手続のオンライン化": {"手続きのオンライン化"},
    "生成AIの活用": {"生成AI活用"},
}
BOTH: Final = {
    "DXの理解とマインド",
    # 豊中市の「戦略・企画」と枚方市の「リーダーシップ」は、どちらも、主導する立場で
    # プロジェクトを企画・立案し、関係者と連携して業務を進めることをいう
    "変革の推進",
    "戦略・企画",
    "サービスデザイン",
    "業務改革（BPR）",
    "ICTの基礎",
    "データ利活用の基礎",
    "データ分析とEBPM",
    "AI・RPAによる自動化",
    "ノーコード・ローコード",
    "情報セキュリティの基礎",
    "情報セキュリティ対策",
}
NEITHER: Final[set[str]] = set()
# 豊中市の主導・推進職員／デジタルには「副担へのOn-JT」とある
SAID_ONLY: Final = {"マネジメントと人の育成"}
