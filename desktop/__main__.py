"""The door: the window by default, or one command. Never a traceback.

Exit codes: 0 done · 1 refused, or damage found, with a plain sentence on stderr · 2 wrong usage · 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

COMMANDS = {
    "rehearse": "rehearse", "list": "list", "export": "export", "content": "content", "import": "import_content",
    "seal": "seal", "check": "check",
}  # fmt: skip
"""Each by its module in ``desktop.commands``, which has ``arguments(parser)`` and ``run(args) -> int``."""

BEFORE_QT = (
    "desktop.settings",
    "desktop.model.library.file",
    "desktop.model.library.listing",
    "desktop.look.palette",
    "desktop.look.scale",
    "desktop.words.dates",
    "desktop.words.catalogue",
)

OUT = Path("out")
DONE, REFUSED, INTERRUPTED = 0, 1, 130


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
    if arguments:
        return _asked_for(arguments)
    return _open_window(None)  # the usual way in: nothing to read, so the reader is not even loaded


def _asked_for(arguments: list[str]) -> int:
    from desktop.arguments import read_arguments

    given = read_arguments(arguments, COMMANDS)
    if given.smoke:
        return _smoke(given)
    if given.command:
        return int(import_module(f"desktop.commands.{COMMANDS[given.command]}").run(given))
    return _open_window(given.library)


def _open_window(library: Path | None) -> int:
    if not has_display():
        return _without_display()
    # Loading makes thousands of lasting objects and no cycles to speak of; from then on the window collects.
    gc.disable()
    try:
        return int(load_app().run(library))
    finally:
        gc.enable()


def load_app() -> ModuleType:
    """Load :mod:`desktop.app`, and Qt with it: only once it is sure that a window is wanted and can be shown."""
    # First what knows no Qt: once Qt is loaded, its import hook reads the source of every module that follows.
    for name in BEFORE_QT:
        import_module(name)
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
