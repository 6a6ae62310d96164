"""``export``: the documents of one workshop into a folder."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.shared import Line, answer, library_path, open_clerk, say, told
from desktop.model import builtin
from desktop.model.moment import as_text
from desktop.model.workshop import Workshop
from exports.handover import mark_of
from exports.printing import BY_KEY

if TYPE_CHECKING:
    from exports.handover import Document

HELP = "write the documents of a workshop"
WRITTEN = {"pdf": "roadmap", "council": "council", "xlsx": "plan", "csv": "csv", "report-json": "report"}
"""What --as may name, and the document it means."""

TAKEN = (*WRITTEN, *BY_KEY)
"""All that --as may name: documents of the workshop, then papers for the day."""

LATER = ("package",)
"""What --as will name once these can be written."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("workshop", metavar="WORKSHOP", help="its id, the beginning of it, or latest")
    parser.add_argument(
        "--as", dest="kinds", default="pdf,council,xlsx", metavar="KINDS", help=f"of {', '.join(TAKEN)}"
    )
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="where to write")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="paper size")
    parser.add_argument("--json", action="store_true", help="answer for programs")


def run(given: argparse.Namespace) -> int:
    """Write what was asked for; reads beside an open window and records nothing in the library."""
    wanted = list(dict.fromkeys(kind.strip() for kind in given.kinds.split(",") if kind.strip()))
    if wrong := _not_written(wanted):
        say(wrong)
        return 2
    with open_clerk(library_path(given.library), reading=True) as clerk:
        workshop = clerk.open(clerk.find(given.workshop).result()).result().workshop
        mark = mark_of(workshop.about.id, clerk.listing().result())
    with Line() as line:
        documents = _documents(given, wanted, workshop, mark, line)
        documents += _papers(given, wanted, workshop, mark, line)
    answer(told(documents), as_json=given.json, lines=(str(one.path) for one in documents))
    return 0


def _documents(
    given: argparse.Namespace, wanted: Iterable[str], workshop: Workshop, mark: str, line: Line
) -> tuple[Document, ...]:
    """What a workshop hands over."""
    kinds = [WRITTEN[kind] for kind in wanted if kind in WRITTEN]
    if not kinds:
        return ()
    from exports.gather import gather
    from exports.handover import hand_over
    from exports.report import Options

    report = gather(
        workshop,
        Options(paper=given.paper),
        made_at=as_text(datetime.now(UTC)),
    )
    return hand_over(report, given.out, kinds, mark=mark, progress=line.writing)


def _papers(
    given: argparse.Namespace, wanted: Iterable[str], workshop: Workshop, mark: str, line: Line
) -> tuple[Document, ...]:
    """What is printed for the day."""
    keys = [kind for kind in wanted if kind in BY_KEY]
    if not keys:
        return ()
    from exports.printed import gather_printed
    from exports.printing import print_papers

    printed = gather_printed(
        workshop, builtin.actions(), made_at=as_text(datetime.now(UTC)), paper=given.paper
    )
    return print_papers(printed, given.out, keys, mark=mark, progress=line.writing)


def _not_written(wanted: Iterable[str]) -> str:
    """Why these cannot be written; '' if all can."""
    takes = f"--as takes {', '.join(TAKEN)}"
    kinds = list(wanted)
    strange = [kind for kind in kinds if kind not in (*TAKEN, *LATER)]
    later = [kind for kind in kinds if kind in LATER]
    if strange or not kinds:
        return f"{takes}; not {', '.join(strange) or 'nothing'}."
    return f"{', '.join(later)}: not there yet. {takes}." if later else ""
