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
from jinzai.publish.failure import disk_failure

_LOG_NAME = "jinzai-error-"


def crash_words(error: Exception) -> tuple[str, str]:
    """What happened and what to do, in Japanese.

    If the fault is ours, the details are saved in a file.
    """
    if isinstance(error, jinja2.TemplateError):
        return (
            f"テンプレートに誤りがあります{_template_place(error)}: {_in_a_line(error)}",
            "templates/ の変更を見直してください。",
        )
    if isinstance(error, OSError):
        path = error.filename if isinstance(error.filename, str) else "ファイル"
        failure = disk_failure(error, Path(path), "を読み書き")
        return failure.message, failure.remedy
    log = _write_log(error)
    where = f"詳しい記録 {printable(str(log))} を添えて、" if log else ""
    return (
        f"プログラムの誤りで止まりました（{type(error).__name__}）。",
        f"{where}直前に変えた内容とともに、管理者に伝えてください。",
    )


def _in_a_line(error: jinja2.TemplateError) -> str:
    """Jinja's message in one line."""
    return printable(" ".join(str(error).split()))


def _template_place(error: jinja2.TemplateError) -> str:
    """`（templates/plan/role.html 12行目）`; `""` if the place is not known."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return printable(f"（templates/{error.name} {error.lineno}行目）")
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith(".html"):
            return printable(f"（{frame.filename} {frame.lineno}行目）")
    return ""


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
