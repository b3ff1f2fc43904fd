"""Rules about relations that are followed from thing to thing, over any number of steps."""

from typing import Final

from jinzai.findings.finding import Rule, Severity

LONG_CHAIN: Final = Rule(
    "long-chain",
    Severity.ERROR,
    "たどる段が多すぎる",
    "{relation}が、ここまでで{limit}段を超えて続いています。",
    "途中の{relation}を消すか、もっと先のものを直接指すようにしてください。",
    "何段もたどらないと中身が分からないものは、読む人には分からない。公表されている計画では、数段に収まる。"
    "写し間違いなどで、すべてが1列につながっていることが多い。",
    "役割を写して増やし、part_of がすべて1つ前の役割を指している",
    "並んでいるものなら、同じ上位のものを指すように直す。",
)
