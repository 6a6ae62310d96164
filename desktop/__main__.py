"""The door: the window by default, or one command. Never a traceback.

Exit codes: 0 done · 1 refused, or damage found, with a plain sentence on stderr · 2 wrong usage · 130 interrupted.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NoReturn

COMMANDS = ("rehearse", "list", "export", "check")
"""Each is a module ``desktop.commands.<name>`` with ``arguments(parser)`` and ``run(args) -> int``."""

OUT = Path("out")
DONE, REFUSED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; the exit code."""
    try:
        return _dispatch(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stdout = None  # the reader went away; nothing more can be told
        return DONE
    except Exception as error:
        return _refused(error)


def _dispatch(arguments: list[str]) -> int:
    given = _parser(arguments).parse_args(arguments)
    if given.smoke:
        return _smoke(given)
    if given.command:
        return int(import_module(f"desktop.commands.{given.command}").run(given))
    if not has_display():
        return _without_display()
    # Loading makes thousands of lasting objects and no cycles to speak of; from then on the window collects.
    gc.disable()
    try:
        return int(load_app().run(given.library))
    finally:
        gc.enable()


def load_app() -> ModuleType:
    """Load :mod:`desktop.app`, and Qt with it: only once it is sure that a window is wanted and can be shown."""
    from desktop import app

    return app


def _smoke(given: argparse.Namespace) -> int:
    """Everything the program carries, the window last."""
    failed = int(import_module("desktop.commands.smoke").run(given))
    load_app().try_window()
    print("ok   the window")
    return failed


def _without_display() -> int:
    """Say so, rehearse a workshop with its documents, and draw the real screens into ``out/``."""
    print("There is no display here, so a workshop is rehearsed instead; look into out/.", file=sys.stderr)
    played = _dispatch(["rehearse", "--out", str(OUT)])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for picture in load_app().picture_screens(OUT / "rehearsal.sqlite", OUT / "screens"):
        print(picture)
    return played


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m desktop",
        description="Opens the window of the pivot workshop, or does one thing without it.",
    )
    parser.add_argument("--library", type=Path, metavar="FILE", help="the library to use instead of your own")
    parser.add_argument("--smoke", action="store_true", help="try every part the program carries, then end")
    parser.set_defaults(command="")
    commands = parser.add_subparsers(
        title="commands", dest="command", metavar="COMMAND", parser_class=_Parser
    )
    for name in COMMANDS:
        # A command's module is read only when it is asked for, or when all are to be shown.
        if name in arguments or {"-h", "--help"} & set(arguments):
            module = import_module(f"desktop.commands.{name}")
            command = commands.add_parser(name, help=module.HELP)
            # Said before or after the command's name, it means the same.
            command.add_argument("--library", type=Path, metavar="FILE", default=argparse.SUPPRESS)
            module.arguments(command)
        else:
            commands.add_parser(name)
    return parser


class _Parser(argparse.ArgumentParser):
    """Wrong usage in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is."""
        self.exit(WRONG_USAGE, f"{self.prog}: {message}. Try {self.prog} --help.\n")


def has_display() -> bool:
    """Whether a window can be shown. Qt would abort without one, so it is asked before Qt is loaded."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"))


def _refused(error: Exception) -> int:
    """One plain sentence for what stopped us; what nobody foresaw is named by its type alone."""
    from desktop.model.refused import NotKept, Refused

    if isinstance(error, (Refused, NotKept)):
        from desktop.words.catalogue import ENGLISH
        from desktop.words.refusals import refusal

        sentence = refusal(ENGLISH, error)
    elif isinstance(error, OSError):
        sentence = f"{error.filename or 'A file'} cannot be used: {error.strerror or 'the system refuses'}."
    else:
        sentence = f"Something went wrong ({type(error).__name__}). Nothing was changed by this step."
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
    return REFUSED


if __name__ == "__main__":
    sys.exit(main())
