"""``seal``: the answers of a final workshop become totals for good, in the library and in its backups."""

from __future__ import annotations

import argparse
import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.commands.shared import answer, library_path, open_clerk, say
from desktop.model.library.backup import backups
from desktop.model.library.scrubbing import Scrubbed
from desktop.model.refused import Refused
from desktop.model.verbs import papers
from desktop.model.workshop import Workshop
from desktop.words import scrubbing
from desktop.words.catalogue import ENGLISH
from desktop.words.formats import untied

HELP = "turn the answers of a final workshop into totals, for good"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("workshop", metavar="WORKSHOP", help="its id, the beginning of it, or latest")
    parser.add_argument("--dry-run", action="store_true", help="say what would be sealed, and seal nothing")
    parser.add_argument("--json", action="store_true", help="answer for programs")


def run(given: argparse.Namespace) -> int:
    """Seal it; 1 if a backup may still hold its answers. Nothing brings them back."""
    path = library_path(given.library)
    if not path.exists():
        raise Refused("library.missing", file=path.name)
    if given.dry_run:
        return _told_before(given, path)
    with open_clerk(path) as clerk:
        key = clerk.find(given.workshop).result()
        city = clerk.open(key).result().workshop.about.city
        done = clerk.seal(key).result()
    lines = [f"{city}: {untied(scrubbing.sealed(ENGLISH, done.backups))}"]
    answer({"workshop": key, **_facts(done)}, as_json=given.json, lines=lines)
    if done.left:
        say(untied(scrubbing.left(ENGLISH, done.left)))
    return 1 if done.left else 0


def _told_before(given: argparse.Namespace, path: Path) -> int:
    """Beside an open window too: what the seal would turn into totals, and where."""
    with open_clerk(path, reading=True) as clerk:
        w = clerk.open(clerk.find(given.workshop).result()).result().workshop
        papers.may_seal(w)
    ballots = sum(len(w.ballots_in(key)) for key in w.rounds)
    where = [copy.name for copy in backups(path) if _holds(copy, w)]
    said = ENGLISH.many("{n} answer would become totals", "{n} answers would become totals", ballots)
    lines = [untied(f"{w.about.city}: {said}."), *(f"also in {name}" for name in where)]
    answer({"workshop": w.about.id, "answers": ballots, "backups": where}, as_json=given.json, lines=lines)
    return 0


def _facts(done: Scrubbed) -> dict[str, object]:
    return {"backups": done.backups, "left": list(done.left)}


def _holds(copy: Path, w: Workshop) -> bool:
    """Whether a backup has answers of this workshop; one that cannot be read may have."""
    try:
        with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)) as old:
            asked = "SELECT 1 FROM ballots JOIN rounds ON rounds.id = ballots.round WHERE rounds.workshop = ?"
            return old.execute(asked, (w.about.id,)).fetchone() is not None
    except sqlite3.Error:
        return True
