"""The figures as Markdown, ready for bench/README.md."""

import os
import platform
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from bench.contest import FLOOR, JINZAI, Result
from bench.growth import KINDS, Grown
from bench.real import RealBuild
from bench.weight import Weight

MOST_LISTED = 8
PAGE_LIMIT = 100 * 1024
FIRST_LOAD_LIMIT = 300 * 1024


def machine() -> str:
    """One line: processor, cores, memory, system, Python."""
    cpu = _line(Path("/proc/cpuinfo"), "model name") or platform.machine()
    memory = int((_line(Path("/proc/meminfo"), "MemTotal") or "0 kB").split()[0]) / 1024**2
    return (
        f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB, Linux {platform.release()}, "
        f"Python {platform.python_version()}"
    )


def contest_table(results: dict[str, Result]) -> str:
    """Everybody's medians, and how many times Jinzai's time they took."""
    ours = results[JINZAI].seconds()
    rows = [
        "| | pages | s | ms a page | CPU s | peak MB | KB of HTML a page | times Jinzai |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for result in results.values():
        seconds, pages = result.seconds(), result.pages
        cpu, peak = f"{result.cpu():.2f}", f"{result.peak() / 1e6:.0f}"
        if result.name == FLOOR:
            cpu = peak = ""
        rows.append(
            f"| {result.name} | {pages:,} | {seconds:.2f} | {seconds / pages * 1000:.2f} "
            f"| {cpu} | {peak} | {result.html / pages / 1000:.1f} | {seconds / ours:.2f} |"
        )
    return "\n".join(rows)


def stages_table(result: Result) -> str:
    """What each stage of Jinzai took."""
    rows = ["| stage | ms | ms a page |", "|---|--:|--:|"]
    for stage, runs in result.stages.items():
        rows.append(f"| {stage} | {median(runs):.0f} | {median(runs) / result.pages:.3f} |")
    return "\n".join(rows)


def real_table(builds: Iterable[RealBuild]) -> str:
    """The repository's own plans."""
    rows = ["| state | whole s | ours s | engine s, beside | peak MB |", "|---|--:|--:|--:|--:|"]
    rows += [
        f"| {b.state} | {b.whole:.2f} | {b.ours:.2f} | {b.engine:.2f} | {b.peak / 1e6:.0f} |"
        for b in builds
    ]
    return "\n".join(rows)


def pages_table(weights: list[Weight]) -> str:
    """The heaviest pages."""
    over = sum(weight.raw > PAGE_LIMIT for weight in weights)
    head = f"{len(weights):,} pages, {over} above {PAGE_LIMIT // 1024} KB."
    return f"{head}\n\n{_weights('page', weights[:MOST_LISTED])}"


def load_table(loads: list[tuple[Weight, list[Weight]]]) -> str:
    """First loads, and the files of the heaviest."""
    over = sum(total.raw > FIRST_LOAD_LIMIT for total, _ in loads)
    totals = sorted((total for total, _ in loads), key=lambda weight: -weight.raw)
    heaviest = max(loads, key=lambda load: load[0].raw)
    return (
        f"{len(loads):,} first loads, {over} above {FIRST_LOAD_LIMIT // 1024} KB.\n\n"
        f"{_weights('first load of', totals[:MOST_LISTED])}\n\n"
        f"{_weights(f'loaded by {heaviest[0].name}', heaviest[1])}"
    )


def growth_table(sites: Iterable[Grown]) -> str:
    """What grows with the plans, and what must not: a column for each site."""
    found = list(sites)
    rows = {
        "pages": [f"{one.pages:,}" for one in found],
        "s": [f"{one.run.seconds:.1f}" for one in found],
        "ms a page": [f"{one.run.seconds / one.pages * 1000:.2f}" for one in found],
        "peak MB": [f"{one.run.peak / 1e6:,.0f}" for one in found],
    }
    rows |= {
        f"heaviest {kind}, KB": [f"{one.heaviest[kind] / 1024:,.1f}" for one in found]
        for kind in KINDS
    }
    head = f"| plans | {' | '.join(f'{one.plans:,}' for one in found)} |"
    lines = [f"| {name} | {' | '.join(cells)} |" for name, cells in rows.items()]
    return "\n".join([head, f"|---|{'--:|' * len(found)}", *lines])


def _weights(title: str, weights: Iterable[Weight]) -> str:
    rows = [f"| {title} | KB | KB with gzip |", "|---|--:|--:|"]
    rows += [f"| {w.name} | {w.raw / 1024:.1f} | {w.packed / 1024:.1f} |" for w in weights]
    return "\n".join(rows)


def _line(file: Path, name: str) -> str:
    for line in file.read_text().splitlines() if file.exists() else ():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return ""
