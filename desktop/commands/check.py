"""``check``: is the library whole, can every workshop be opened, do the backups read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.commands.shared import answer, library_path, open_clerk
from desktop.model.clerk import Clerk
from desktop.model.library import schema
from desktop.model.library.backup import backups, is_sound
from desktop.model.refused import NotKept, Refused
from desktop.words.catalogue import ENGLISH
from desktop.words.refusals import refusal

HELP = "check the library, its workshops and its backups"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what, whether it is whole, and a few words."""

    what: str
    whole: bool
    words: str


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--json", action="store_true", help="answer for programs")


def run(given: argparse.Namespace) -> int:
    """Look at everything; 1 if damage was found."""
    path = library_path(given.library)
    findings = list(_library(path))
    answer([asdict(one) for one in findings], as_json=given.json, lines=lambda: _lines(findings))
    return 0 if all(one.whole for one in findings) else 1


def _library(path: Path) -> Iterator[Finding]:
    with open_clerk(path, reading=True) as clerk:
        yield Finding("tables", is_sound(path), f"{path.name}, version {schema.VERSION}")
        for one in clerk.listing().result():
            yield _workshop(clerk, one.id, one.city)
    for copy in backups(path):
        yield Finding("backup", is_sound(copy), copy.name)


def _workshop(clerk: Clerk, workshop: str, city: str) -> Finding:
    """Opened as the window would; its framework still what its name says."""
    try:
        w = clerk.open(workshop).result().workshop
    except (Refused, NotKept) as error:
        return Finding("workshop", False, f"{city}: {refusal(ENGLISH, error)}")
    except Exception as error:
        return Finding("workshop", False, f"{city}: it cannot be read ({type(error).__name__}).")
    same = w.framework.sha256 == w.about.framework_sha
    return Finding(
        "workshop", same, city if same else f"{city}: its questions were changed outside the program."
    )


def _lines(findings: list[Finding]) -> Iterator[str]:
    for one in findings:
        yield f"{'whole  ' if one.whole else 'DAMAGED'}  {one.what}  {one.words}"
