"""click's texts in Japanese: the headings of the help, and the messages about wrong use."""

import difflib
import re

import click

from jinzai.findings.printable import printable


class ClusterAddress(click.ParamType[str]):
    """The address of a cluster's scheduler: `tcp://` or `tls://`, a name, and a port."""

    name = "address"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address as it is. Refuses all others."""
        found = re.fullmatch(
            r"(?:tcp|tls)://(?:[\w.-]+|\[[0-9A-Fa-f:.]+\]):(\d{1,5})", value, re.ASCII
        )
        if found is None or not 0 < int(found[1]) < 65536:
            self.fail("", param, ctx)
        return value


class JapaneseGroup(click.Group):
    """A command group with Japanese help. The help of its commands is Japanese too."""

    def __init__(self, *arguments: object, **settings: object) -> None:
        settings.setdefault("context_settings", {"help_option_names": ["-h", "--help"]})
        super().__init__(*arguments, **settings)  # type: ignore[arg-type]
        self.command_class = JapaneseCommand

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the usage line."""
        formatter.write_usage(ctx.command_path, "[オプション] [コマンド]", prefix="使い方: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes options, then commands."""
        _write_options(self, ctx, formatter)
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None:
                rows.append((name, command.help or ""))
        with formatter.section("コマンド"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option with Japanese help."""
        return _japanese_help(super().get_help_option(ctx))


class JapaneseCommand(click.Command):
    """A command with Japanese help."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the usage line."""
        arguments = [
            parameter.make_metavar(ctx)
            for parameter in self.params
            if isinstance(parameter, click.Argument)
        ]
        words = " ".join(["[オプション]", *arguments])
        formatter.write_usage(ctx.command_path, words, prefix="使い方: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the options."""
        _write_options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option with Japanese help."""
        return _japanese_help(super().get_help_option(ctx))


def usage_message(error: click.UsageError) -> str:
    """What is wrong with the call, and what to do, in Japanese."""
    if isinstance(error, click.NoSuchOption):
        near = difflib.get_close_matches(error.option_name, error.possibilities or (), n=1)
        words = f"「{printable(error.option_name)}」というオプションはありません。"
        words += f"もしかして: {near[0]}。" if near else ""
    elif isinstance(error, click.BadOptionUsage):
        words = (
            f"「{printable(error.option_name)}」の値がないか、値を書けないところに書かれています。"
        )
    elif isinstance(error, click.MissingParameter):
        words = f"「{_parameter(error)}」が足りません。"
    elif isinstance(error, click.BadParameter):
        words = f"「{_parameter(error)}」に書かれた値は使えません。"
        parameter = error.param
        if parameter is not None and isinstance(parameter.type, click.Choice):
            words += f"使える値: {'・'.join(map(str, parameter.type.choices))}。"
        elif parameter is not None and isinstance(parameter.type, click.Path):
            what = "フォルダー" if parameter.type.dir_okay else "ファイル"
            words += f"ある{what}を書いてください。"
        elif parameter is not None and isinstance(parameter.type, ClusterAddress):
            words += "tcp://名前:番号 か tls://名前:番号 と書いてください。"
        elif parameter is None:
            words += "使えるのは、--cluster に tls:// で始まるアドレスを書くときだけです。"
    elif error.ctx is not None and isinstance(error.ctx.command, click.Group):
        known = error.ctx.command.list_commands(error.ctx)
        words = f"そのコマンドはありません。使えるコマンド: {'・'.join(known)}。"
        words += "サイトを作るには、コマンドを書かずに build.py とだけ実行します。"
    else:
        words = "余分な引数があるか、書き方が違います。"
    return f"{words}\n使い方は build.py --help で表示できます。"


def _parameter(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "")
    return max(parameter.opts, key=len) if parameter.opts else str(parameter.name)


def _write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    records = [parameter.get_help_record(ctx) for parameter in command.get_params(ctx)]
    with formatter.section("オプション"):
        formatter.write_dl([record for record in records if record is not None])


def _japanese_help(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "この説明を表示する。"
    return option
