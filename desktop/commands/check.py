"""``check``: is the library whole, can every workshop be opened, do the backups read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.commands.shared import answer, library_path, open_clerk, say
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
    findings = [*_library(path), *_backups(path)]
    damaged = sum(not one.whole for one in findings)
    answer([asdict(one) for one in findings], as_json=given.json, lines=_lines(findings))
    if damaged:
        say(f"Damage found: {damaged} of {len(findings)} things looked at.")
    return 1 if damaged else 0


def _library(path: Path) -> Iterator[Finding]:
    """The file and every workshop in it; what cannot be opened for damage is a finding, so that backups are looked at."""
    try:
        with open_clerk(path, reading=True) as clerk:
            yield Finding("tables", is_sound(path), f"{path.name}, version {schema.VERSION}")
            for one in clerk.listing().result():
                yield _workshop(clerk, one.id, one.city)
    except Refused as refused:
        if refused.code != "library.damaged":
            raise
        yield Finding("tables", False, refusal(ENGLISH, refused))


def _backups(path: Path) -> Iterator[Finding]:
    for copy in backups(path):
        yield Finding("backup", is_sound(copy), copy.name)


def _workshop(clerk: Clerk, workshop: str, city: str) -> Finding:
    """Opened as the window would; its framework still what its name says."""
    try:
        w = clerk.open(workshop).result().workshop
    except NotKept:
        return Finding("workshop", False, f"{city}: the file is damaged where it stands.")
    except Refused as error:
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
