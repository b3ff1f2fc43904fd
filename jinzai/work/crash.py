"""The messages about failures of the program: a few Japanese lines, with the details in a file.

The editor of a template has to mend a mistake in it, so the message says where it is. All other
mistakes are ours, and the user gets a file to send. If the operating system refuses something, the
message says so.
"""

import tempfile
import traceback
from pathlib import Path

import jinja2

from jinzai.findings.printable import printable
from jinzai.publish.failure import ProgramFaultError, PublishError, disk_failure
from jinzai.publish.mkdocs_yml import TEMPLATES
from jinzai.publish.trouble import Trouble

_LOG_NAME = "jinzai-error-"


def crash_failure(error: Exception) -> PublishError:
    """The failure for an exception that nobody expected.

    If the fault is ours, the details are saved in a file.
    """
    if isinstance(error, PublishError):
        return error
    if isinstance(error, jinja2.TemplateError):
        file, line = _template_place(error)
        message = f"テンプレートに誤りがあります（Jinja: {_in_a_line(error)}）。"
        place = (line, 1) if line else (0, 0)
        return PublishError(
            "テンプレートに誤りがあります。",
            "templates/ の変更を見直してください。",
            [Trouble(file, message, *place)],
        )
    if isinstance(error, OSError):
        path = error.filename2 or error.filename
        return disk_failure(
            error, Path(path if isinstance(path, str) else "ファイル"), "を読み書き"
        )
    log = _write_log(error)
    where = f"詳しい記録 {log} を添えて、" if log else ""
    return ProgramFaultError(
        f"プログラムの誤りで止まりました（{type(error).__name__}）。",
        f"{where}直前に変えた内容とともに、管理者に伝えてください。",
    )


def _in_a_line(error: jinja2.TemplateError) -> str:
    """Jinja's message in one line."""
    return printable(" ".join(str(error).split()))


def _template_place(error: jinja2.TemplateError) -> tuple[str, int]:
    """File and line, such as `templates/plan/role.html` and 12.

    They are the folder and 0 if the place is not known.
    """
    if isinstance(error, jinja2.TemplateSyntaxError) and error.name:
        return f"{TEMPLATES}/{error.name}", error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith(".html"):
            # A compiled template may name its file from the root of the disk.
            name = frame.filename.replace("\\", "/").rpartition(f"{TEMPLATES}/")[2]
            return f"{TEMPLATES}/{name}", frame.lineno or 0
    return f"{TEMPLATES}/", 0


def _write_log(error: Exception) -> Path | None:
    text = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile(
            "wb", prefix=_LOG_NAME, suffix=".txt", delete=False
        ) as log:
            # The name of a file need not be UTF-8.
            log.write(text.encode(errors="backslashreplace"))
    except OSError:
        return None
    return Path(log.name)
