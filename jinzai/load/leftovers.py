"""Names of files and folders that systems, network drives and editors leave beside the real ones.

This module owns the one list of such names, for content/ and for a finished site. It knows names
alone. No name is on the list by which a person could keep a copy of his work (`roles (1).yaml`,
`roles.yaml.bak`).
"""

import re
from typing import Final

# Systems write these names in upper or lower case.
_LEFT_OVER: Final = re.compile(
    "|".join(
        [
            # Windows
            r"Thumbs\.db(?::encryptable)?|ehthumbs(?:_vista)?\.db|desktop\.ini",
            r"\$RECYCLE\.BIN|RECYCLER|System Volume Information",
            # macOS, and disks that it wrote to
            r"\.DS_Store|\._.*|Icon\r|__MACOSX|\.AppleD(?:B|ouble|esktop)|\.apdisk",
            r"\.Spotlight-V100|\.fseventsd|\.Trashes|\.TemporaryItems|\.DocumentRevisions-V100",
            r".*\.sb-[0-9a-f]{8}-\w{6}",
            # Linux, and files that were removed while a program had them open
            r"\.Trash-.*|\.directory|lost\+found",
            r"\.nfs.*|\.fuse_hidden.*|\.smbdelete.*|\.cifs.*|\.goutputstream-.*",
            # network storage (Synology, QNAP)
            r"@eaDir|#recycle|@Recycle|@Recently-Snapshot|\.@__thumb|@__thumb|\.@upload_cache|@tmp",
            # locks, backups and half-written files of office programs and editors
            r"~\$.*|\.~.*|\.#.*|#.*#|.*~|~WR[A-Z]\d{4}\..*|.*\.sw[op]|.*\.tmp|.*___jb_(?:tmp|old)___",
        ]
    ),
    re.IGNORECASE | re.DOTALL,
)
_PROJECT_OF_EDITOR: Final = re.compile(
    r".*\.(?:iml|code-workspace|sublime-project|sublime-workspace)|nbproject", re.IGNORECASE
)


def is_left_over(name: str) -> bool:
    """Whether a program left a file or folder of this name, and no person would miss it."""
    return _LEFT_OVER.fullmatch(name) is not None


def is_no_content(name: str) -> bool:
    """Whether a file or folder of this name in content/ is not meant as content.

    Beside leftovers, these are hidden names (`.vscode`, `.gitkeep`) and settings of editors.
    A hidden file of a site may be someone's work (`.htaccess`), so a site asks `is_left_over`.
    """
    return name.startswith(".") or is_left_over(name) or bool(_PROJECT_OF_EDITOR.fullmatch(name))
