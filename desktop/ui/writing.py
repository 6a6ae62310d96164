"""The hand-over beside the window: each document is written whole, noted in the workshop at once, then copied.

It runs on the worker's thread and knows the desk alone, so that a screen that is left meanwhile takes nothing with
it: the next hand-over has the next number, and replaces nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from desktop.model.refused import NotKept, Refused
from desktop.model.verbs import papers

if TYPE_CHECKING:
    from desktop.model.desk import Desk
    from desktop.ui.jobs import Report
    from exports.handover import Document

STICK = "stick"
"""What is written last, told as progress: the second copy."""
Copied = Literal["", "there", "missing", "failed"]
"""Of the second copy: none wanted, on the stick, no stick found, or the stick did not take it."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a hand-over. ``unnoted`` are the facts of those documents the disk would not note."""

    documents: tuple[Document, ...]
    unnoted: tuple[Mapping[str, Any], ...] = ()
    copied: Copied = ""


def write_documents(desk: Desk, paper: str, folder: Path, stick: Path | None, report: Report) -> Written:
    """Gather what stands now and write one document after the other; on the worker's thread.

    Raises:
        desktop.ui.jobs.Stopped: between two documents; those already written stay, and are noted.
        exports.safely.NotWhole: a document did not read back.
        OSError: the folder cannot take it.
    """
    from datetime import UTC, datetime

    from desktop.model.moment import as_text
    from exports.gather import gather
    from exports.handover import hand_over, mark_of
    from exports.report import Options

    w, made_at = desk.workshop, as_text(datetime.now(UTC))
    gathered = gather(w, Options(paper="letter" if paper == "Letter" else "a4"), made_at=made_at)
    more = 0 if stick is None else 1
    unnoted: list[Mapping[str, Any]] = []

    def note(one: Document) -> None:
        facts: dict[str, Any] = {
            "kind": one.kind, "revision": gathered.status.revision, "file_name": one.path.name,
            "sha256": one.sha256, "options": {"paper": paper, "content": gathered.content},
        }  # fmt: skip
        try:
            desk.do(papers.record, **facts).result()
        except (Refused, NotKept):
            unnoted.append(facts)

    documents = hand_over(
        gathered, folder, mark=mark_of(w.about.id, desk.listing().result()), written=note,
        progress=lambda kind, done, of: report(done, of + more, kind or STICK),
    )  # fmt: skip
    return Written(documents, tuple(unnoted), "" if stick is None else _copy(documents, stick))


def _copy(documents: tuple[Document, ...], stick: Path) -> Copied:
    """A stick that is not in, or is full, never takes the hand-over with it."""
    from exports.handover import copy_to
    from exports.safely import NotWhole

    try:
        copy_to(documents, stick)
    except FileNotFoundError:
        return "missing"
    except (OSError, NotWhole):
        return "failed"
    return "there"
