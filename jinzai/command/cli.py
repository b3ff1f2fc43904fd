"""`build.py`: the commands and their Japanese help.

A command imports what it needs when it runs, so that no command waits for the imports of others.

Exit status: 0 clean or warnings only, 1 errors or a failure that the message explains, 2 wrong use.
With `--strict`, warnings give 1 too. Notes never do. A build or a check that a signal stopped also
ends with 1 and says so. The caller has to know that it was not done, but not which signal it was. A
preview ends with 0, because a signal is the only way to end it.
"""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

import click

from jinzai.command.say import say
from jinzai.command.stopping import Stoppable
from jinzai.command.streams import make_streams_safe, why_output_was_lost
from jinzai.command.usage import ClusterAddress, JapaneseGroup, usage_message
from jinzai.findings.finding import Severity
from jinzai.work.cluster_place import ClusterPlace

CLEAN: Final = 0
ERRORS: Final = 1
WRONG_USE: Final = 2

GC_THRESHOLD: Final = 200_000
"""The number of new objects between two collections.

With CPython's default of 700, collections take a tenth of a build.
"""

_Command = TypeVar("_Command", bound=Callable[..., Any])

_root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(__file__).resolve().parents[2],
    metavar="フォルダー",
    help="content/ のあるフォルダー。省略すると build.py のあるフォルダー。",
)
_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    metavar="形式",
    help="指摘の書き出し方。text(人が読む文)・json・github(プルリクエストの注釈)。",
)
_strict = click.option(
    "--strict",
    is_flag=True,
    help="警告があるときも、終了ステータスを1にする（サイトは作られます）。"
    "ふだんは、エラーがあるときだけ1で、警告だけなら0です。",
)


class _Outer(NamedTuple):
    """The options that stand before a command."""

    root: Path
    form: str
    strict: bool


def _status(gravest: Severity | None, *, strict: bool) -> int:
    """The exit status after a build or a check. `gravest` is the severity of the worst finding."""
    if gravest is Severity.ERROR or (strict and gravest is Severity.WARNING):
        return ERRORS
    return CLEAN


def _tls_file(name: str, what: str) -> Callable[[_Command], _Command]:
    """The option for one of the TLS files of a cluster."""
    return click.option(
        name,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="ファイル",
        help=f"--cluster に tls:// を書くときの、{what}（PEM形式）。",
    )


@click.group(
    cls=JapaneseGroup,
    invoke_without_command=True,
    help="計画のYAMLを確かめて、カタログのサイトを作ります。",
    epilog="コマンドを書かないと、content/ からサイトを作って site/ を置き換えます。"
    "指摘にエラーがあれば site/ は前のまま残ります。最後の行に、作ったかどうかが出ます。",
)
@_root
@_format
@_strict
@click.option("--timings", is_flag=True, help="段階ごとの時間を表示する。")
@click.option(
    "--no-cache",
    is_flag=True,
    help="前に作ったときの結果を使わずに、すべてを作り直す。できるサイトは同じです。",
)
@click.option(
    "--cluster",
    type=ClusterAddress(),
    metavar="アドレス",
    help="Daskのクラスターで作る。スケジューラーのアドレス（例: tcp://192.0.2.1:8786）を書く。"
    "できるサイトは同じです。",
)
@_tls_file("--cluster-ca", "認証局の証明書")
@_tls_file("--cluster-cert", "このコンピューターの証明書")
@_tls_file("--cluster-key", "このコンピューターの秘密鍵")
@click.pass_context
def cli(
    context: click.Context,
    root: Path,
    form: str,
    strict: bool,
    timings: bool,
    no_cache: bool,
    cluster: str | None,
    cluster_ca: Path | None,
    cluster_cert: Path | None,
    cluster_key: Path | None,
) -> None:
    """Builds the site if no command is given."""
    context.obj = _Outer(root, form, strict)
    place = _cluster_place(context, cluster, cluster_ca, cluster_cert, cluster_key)
    if context.invoked_subcommand is None:
        from jinzai.command.build import build_site

        if place is None:
            # A build leaves next to nothing that only the collector could free; it ends soon.
            gc.disable()
        gravest = build_site(root, form, timings=timings, cached=not no_cache, cluster=place)
        context.exit(_status(gravest, strict=strict))


def _cluster_place(
    context: click.Context, address: str | None, *files: Path | None
) -> ClusterPlace | None:
    """The place of the cluster that does the work. TLS files belong to `tls://` alone."""
    wants_files = address is not None and address.startswith("tls://")
    for name, file in zip(("--cluster-ca", "--cluster-cert", "--cluster-key"), files, strict=True):
        if wants_files and file is None:
            raise click.MissingParameter(ctx=context, param_hint=name)
        if file is not None and not wants_files:
            raise click.BadParameter("", context, param_hint=name)
    return None if address is None else ClusterPlace(address, *files)


@cli.command("check", help="内容・手書きのページ・mkdocs.yml を確かめる。サイトは作りません。")
@_root
@_format
@_strict
@click.pass_context
def check_command(context: click.Context, root: Path, form: str, *, strict: bool) -> None:
    """Checks the content."""
    from jinzai.command.check import check_site

    gravest = check_site(*_given(context, root, form))
    context.exit(_status(gravest, strict=strict or context.obj.strict))


@cli.command("serve", help="サイトをブラウザーで見ながら編集します。保存すると自動で変わります。")
@_root
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar="番号",
    help="使うポート。省略すると 8000。使われていれば、次の空いた番号を使う。",
)
@click.pass_context
def serve_command(context: click.Context, root: Path, port: int) -> None:
    """Shows the site and follows every save."""
    from jinzai.command.serve import serve_site

    folder, _ = _given(context, root, "")
    context.exit(CLEAN if serve_site(folder, port) else ERRORS)


@cli.command("schema", help="ファイルごとの定義(JSON Schema)を書き出します。")
@_root
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build/schema"),
    metavar="フォルダー",
    help="書き出す先。省略すると build/schema。",
)
@click.pass_context
def schema_command(context: click.Context, root: Path, out: Path) -> None:
    """Writes the JSON Schemas."""
    from jinzai.command.schema import write_schemas

    folder, _ = _given(context, root, "")
    context.exit(CLEAN if write_schemas(folder / out) else ERRORS)


@cli.command("explain", help="指摘のコードを説明します。コードを書かないと一覧を表示します。")
@click.argument("code", metavar="コード", required=False)
@click.pass_context
def explain_command(context: click.Context, code: str | None) -> None:
    """Explains a code of the registry."""
    from jinzai.command.explain import explain_code

    context.exit(CLEAN if explain_code(code) else WRONG_USE)


def _given(context: click.Context, root: Path, form: str) -> tuple[Path, str]:
    """The options of a command. Without its own options, those that stand before the command."""
    outer: _Outer = context.obj
    source = context.get_parameter_source
    default = click.core.ParameterSource.DEFAULT
    return (
        outer.root if source("root") is default else root,
        outer.form if source("form") is default else form,
    )


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line. Returns the exit status and never shows a traceback.

    The status does not depend on whether anything could be printed.
    """
    # Most of what a command makes lives until it ends; collecting often only costs.
    gc.set_threshold(GC_THRESHOLD)
    # Looking for plugins, pydantic reads the metadata of every installed package; we want none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    make_streams_safe()
    with Stoppable() as command:
        status = _run(command, arguments)
    sys.stdout.flush()
    if reason := why_output_was_lost():
        say(f"表示を最後まで書き出せませんでした（{reason}）。", err=True)
    return status


def _run(command: Stoppable, arguments: list[str] | None) -> int:
    try:
        with command.work():
            status: Any = cli.main(arguments, prog_name="build.py", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.UsageError as error:
        say(usage_message(error), err=True)
        return WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        say("中断しました。", err=True)
        return ERRORS
    except Exception as error:
        from jinzai.work.crash import crash_failure

        say(str(crash_failure(error)), err=True)
        return ERRORS
    return int(status or CLEAN)
