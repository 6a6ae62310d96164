"""``export``: the documents of one workshop into a folder."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from desktop.commands.shared import Line, answer, library_path, open_clerk
from desktop.model.moment import as_text

HELP = "write the documents of a workshop"
WRITTEN = {"pdf": "roadmap", "council": "council", "xlsx": "plan", "csv": "csv"}
"""What --as may name, and the document it means."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("workshop", metavar="WORKSHOP", help="its id, the beginning of it, or latest")
    parser.add_argument(
        "--as", dest="kinds", default="pdf,council,xlsx", metavar="KINDS", help="pdf,council,xlsx,csv"
    )
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="where to write")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="paper size")
    parser.add_argument("--json", action="store_true", help="answer for programs")


def run(given: argparse.Namespace) -> int:
    """Write what was asked for; reads beside an open window and records nothing in the library."""
    wanted = [kind.strip() for kind in given.kinds.split(",") if kind.strip()]
    strange = [kind for kind in wanted if kind not in WRITTEN]
    if strange or not wanted:
        print(f"--as takes {', '.join(WRITTEN)}; not {', '.join(strange) or 'nothing'}.", file=sys.stderr)
        return 2
    from exports.gather import gather
    from exports.handover import hand_over
    from exports.report import Options

    line = Line()
    with open_clerk(library_path(given.library), reading=True) as clerk:
        workshop = clerk.open(clerk.find(given.workshop).result()).result().workshop
    revision = max((one.revision for one in workshop.exports.values()), default=1)
    report = gather(
        workshop, Options(paper=given.paper), made_at=as_text(datetime.now(UTC)), revision=revision
    )
    done = hand_over(
        report, given.out, [WRITTEN[kind] for kind in wanted],
        progress=lambda kind, number, of: line.say(f"{number} of {of} written {kind}".rstrip()),
    )  # fmt: skip
    line.end()
    for one in done:
        if one.reason:
            print(
                f"The old file is in use and stays as it is; the new one is {one.path.name}.", file=sys.stderr
            )

    def lines() -> Iterator[str]:
        return (str(one.path) for one in done)

    answer(
        [{"kind": one.kind, "file": str(one.path), "sha256": one.sha256} for one in done],
        as_json=given.json,
        lines=lines,
    )
    return 0
