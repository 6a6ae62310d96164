"""``list``: the workshops of a library."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict

from desktop.commands.shared import answer, library_path, open_clerk
from desktop.model.library.listing import Listing
from desktop.words.catalogue import ENGLISH
from desktop.words.dates import long_date
from desktop.words.formats import untied
from desktop.words.glossary import WORKSHOP_STATES, name

HELP = "list the workshops of the library"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--json", action="store_true", help="answer for programs")


def run(given: argparse.Namespace) -> int:
    """Print the workshops, latest day first, without those in the bin."""
    with open_clerk(library_path(given.library), reading=True) as clerk:
        found = [one for one in clerk.listing().result() if one.deleted_at is None]
    answer([asdict(one) for one in found], as_json=given.json, lines=_lines(found))
    return 0


def _lines(found: list[Listing]) -> Iterator[str]:
    if not found:
        yield "No workshops yet."
    for one in found:
        state = name(ENGLISH, WORKSHOP_STATES, one.state)
        mark = ", rehearsal" if one.rehearsal else ""
        people = ENGLISH.many("{n} person", "{n} people", one.people)
        yield f"{one.id[:8]}  {untied(long_date(ENGLISH, one.date))}  {one.city}  {people}, {state}{mark}"
