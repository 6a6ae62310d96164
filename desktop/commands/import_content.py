"""``import``: load own questions and actions from a workbook or from JSON, all of it or nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.commands.content import told
from desktop.commands.shared import answer, library_path, open_clerk, say
from desktop.model import builtin
from desktop.model.library.content import Offered, with_shipped
from desktop.words.catalogue import ENGLISH
from desktop.words.loading import loaded_said

HELP = "load own questions and actions, from a workbook or from JSON files"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a workbook, or JSON files of questions and of actions",
    )
    parser.add_argument("--json", action="store_true", help="answer for programs")


def run(given: argparse.Namespace) -> int:
    """Read every file, then keep all of them in one step; with faults, one a line on stderr, keep nothing."""
    from exports.content.files import NotRead, read_files

    with open_clerk(library_path(given.library)) as clerk:
        known = [one.framework for one in with_shipped(clerk.own_content().result(), builtin.framework())]
        try:
            offered = read_files(given.files, known)
        except NotRead as refused:
            for sentence in refused.sentences(ENGLISH):
                say(sentence)
            return 1
        choices = clerk.load_content(offered).result()
    mine = _ids(offered)
    found = [told(one) for one in with_shipped(choices, builtin.framework()) if one.framework.sha256 in mine]
    answer(found, as_json=given.json, lines=loaded_said(ENGLISH, offered))
    return 0


def _ids(offered: Offered) -> set[str]:
    return {one.sha256 for one in (*offered.frameworks, *(framework for framework, _ in offered.libraries))}
