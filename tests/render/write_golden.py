"""Writes the golden files anew. To be read before they are kept."""

import re
from collections.abc import Mapping
from pathlib import Path

from jinzai.publish.page import Page
from tests.render.sample_site import SAMPLE, catalogue, render_all

GOLDEN = Path(__file__).parent / "golden"
_KINDS = re.compile(
    r"index\.html|alpha/((schedule/|targets/)?index\.html|(roles|skills|courses|curricula)/.*)"
    r"|beta/(index\.html|(roles|courses)/.*)"
    r"|compare/(skills|learning|targets)\.html|(alpha|beta)/compare/index\.html"
)


def golden_files(pages: Mapping[str, Page]) -> dict[str, str]:
    """File names and what they hold: the body, blank lines left out."""
    return {
        address.replace("/", "--"): re.sub(r"\n\s*\n+", "\n", page.body).strip() + "\n"
        for address, page in pages.items()
        if _KINDS.fullmatch(address)
    }


def main() -> None:
    """Replaces the folder's files."""
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.html"):
        old.unlink()
    for name, text in golden_files(render_all(catalogue(SAMPLE))).items():
        (GOLDEN / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
