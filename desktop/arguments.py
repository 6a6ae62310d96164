"""The command line's words, read only when there are some."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

WRONG_USAGE = 2


def read_arguments(arguments: Sequence[str], commands: Mapping[str, str]) -> argparse.Namespace:
    """What is asked for: ``command`` ("" for the window), ``library``, ``smoke``, and the command's own.

    Raises:
        SystemExit: help was asked for, or the usage is wrong (2, with one sentence on stderr).
    """
    parser = _Parser(
        prog="python -m desktop",
        description="Opens the window of the pivot workshop, or does one thing without it.",
    )
    parser.add_argument("--library", type=Path, metavar="FILE", help="the library to use instead of your own")
    parser.add_argument("--smoke", action="store_true", help="try every part the program carries, then end")
    parser.set_defaults(command="")
    offered = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, where in commands.items():
        # A command's module is read only when it is asked for, or when all are to be shown.
        if name in arguments or {"-h", "--help"} & set(arguments):
            module = import_module(f"desktop.commands.{where}")
            command = offered.add_parser(name, help=module.HELP)
            # Said before or after the command's name, it means the same.
            command.add_argument("--library", type=Path, metavar="FILE", default=argparse.SUPPRESS)
            module.arguments(command)
        else:
            offered.add_parser(name)
    return parser.parse_args(arguments)


class _Parser(argparse.ArgumentParser):
    """Wrong usage in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is."""
        self.exit(WRONG_USAGE, f"{self.prog}: {message}. Try {self.prog} --help.\n")
