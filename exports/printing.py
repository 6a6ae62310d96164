"""The papers for the day: a table of them, and how they are written into a folder.

To add one is a line in ``PAPERS``: what the command line calls it, its name and a note for the screen, and its
files, each with the function that makes it (``module:function`` in ``exports/pdf/printed/``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.words.catalogue import Words, mark, speak
from exports.handover import Document, Progress, name_for
from exports.printed import Printed
from exports.safely import NotWhole, Saved, write_safely

if TYPE_CHECKING:
    from exports.pdf.document import Made

Maker = Callable[[Printed, Words, Callable[[int], None]], "Made | bytes"]
"""From what is printed to a document or plain text; told of every page, and stopped by what that raises."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the day. ``files``: the end of a file's name and its maker."""

    key: str
    name: str
    note: str
    files: tuple[tuple[str, str], ...]


PAPERS: tuple[Paper, ...] = (
    Paper("runsheet", mark("Run sheet"), mark("Your script, the day by the clock"),
          (("run-sheet.pdf", "runsheet:run_sheet"),)),
    Paper("ballots", mark("Ballots"), mark("One for each seat, one for guests, one in large print"), (
        ("ballots.pdf", "ballots:by_seat"), ("ballot-without-seat.pdf", "ballots:for_a_guest"),
        ("ballot-large-print.pdf", "ballots:in_large_print"),
    )),
    Paper("reading", mark("Reading copy"), mark("Every question with its levels, to send 48 hours before"),
          (("reading-copy.pdf", "reading:reading_copy"),)),
    Paper("posters", mark("Posters for dots"), mark("One for each question, A3"), (("posters.pdf", "posters:posters"),)),
    Paper("cards", mark("Action cards"), mark("Ready-made actions by number, four to a sheet"),
          (("action-cards.pdf", "cards:cards"),)),
    Paper("signin", mark("Sign-in sheet"), mark("By post, kept apart from seats"),
          (("sign-in.pdf", "signin:sign_in"),)),
    Paper("invitation", mark("Invitation"), mark("A page, and the same words for a mail"),
          (("invitation.pdf", "invitation:as_page"), ("invitation.txt", "invitation:as_text"))),
)  # fmt: skip

BY_KEY: Mapping[str, Paper] = {paper.key: paper for paper in PAPERS}


def print_papers(
    printed: Printed,
    folder: Path,
    keys: Sequence[str],
    *,
    words: Words | None = None,
    mark: str = "",
    progress: Progress = lambda _key, _done, _of: None,
) -> tuple[Document, ...]:
    """Write papers one after another; each file is whole or not there. ``mark``: ``handover.mark_of``.

    ``progress(key, done, of)`` counts files, is called at every page and once at the end; what it raises stops
    the work, and the files already written stay.

    Raises:
        KeyError: there is no such paper.
        exports.safely.NotWhole: a file did not read back.
        OSError: the folder cannot take it.
    """
    speech = words or speak(printed.language)
    todo = [(key, name, maker) for key in keys for name, maker in BY_KEY[key].files]
    done: list[Document] = []
    for number, (key, name, maker) in enumerate(todo):

        def tell(_page: int, key: str = key, number: int = number) -> None:
            progress(key, number, len(todo))

        tell(0)
        stem, _, suffix = name.rpartition(".")
        target = folder / name_for(
            printed.city, printed.date, stem, suffix, rehearsal=printed.rehearsal, mark=mark
        )
        done.append(_written(key, target, _maker(maker)(printed, speech, tell)))
    progress("", len(todo), len(todo))
    return tuple(done)


def _maker(where: str) -> Maker:
    """The maker named in the table; ReportLab is loaded when something is printed, not before."""
    module, _, function = where.partition(":")
    found: Maker = getattr(import_module(f"exports.pdf.printed.{module}"), function)
    return found


def _written(key: str, target: Path, made: Made | bytes) -> Document:
    missing: tuple[str, ...] = ()
    if isinstance(made, bytes):
        saved, pages = _put(target, made), 0
    else:
        from exports.pdf.document import write_made

        written = write_made(target, made)
        saved, pages = written.saved, written.pages
        missing = tuple(one.character for one in written.missing)
    digest = hashlib.sha256(saved.path.read_bytes()).hexdigest()
    return Document(key, saved.path, digest, saved.reason, pages, missing)


def _put(target: Path, text: bytes) -> Saved:
    def write(part: Path) -> None:
        part.write_bytes(text)

    def check(part: Path) -> None:
        if part.read_bytes() != text:
            raise NotWhole(f"{target.name} does not read back")

    return write_safely(target, write, check)
