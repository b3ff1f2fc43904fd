"""The files of a site by address, made in any way in which the program can make them."""

from pathlib import Path
from typing import Final

from jinzai.publish.frames import Frames
from jinzai.publish.part import FileTaker, GivenBack, PartFiles
from jinzai.work.all_parts import AllParts
from jinzai.work.clock import Clock
from jinzai.work.examination import examine
from jinzai.work.joined import Read
from jinzai.work.known import NOTHING, Known
from jinzai.work.site_kit import TEMPLATES, TemplateFolder
from jinzai.work.workers import ThisProcess, Workers

ROOT: Final = Path(__file__).parents[2]


def built(
    root: Path,
    frames: Frames,
    workers: Workers | None = None,
    known: Known = NOTHING,
    taker: FileTaker | None = None,
    read: Read | None = None,
) -> dict[str, PartFiles]:
    """The part that each file of the catalogue belongs to, by the file's address."""
    doing = workers or ThisProcess()
    examined = examine(root, lambda _: doing, Clock(), known)
    assert examined.findings == ()
    templates = TemplateFolder(ROOT / TEMPLATES, root / "compiled")
    parts = AllParts(ROOT, examined, frames, templates, taker or GivenBack(), Clock())
    found: dict[str, PartFiles] = {}

    def given_back(address: str) -> bytes:
        return found[address].data[address]

    for part in parts.files(read or given_back):
        assert not found.keys() & part.digests.keys()
        found |= dict.fromkeys(part.digests, part)
    parts.keep()
    return found


def digests(found: dict[str, PartFiles]) -> dict[str, str]:
    """The digest of each file by its address."""
    return {address: part.digests[address] for address, part in found.items()}
