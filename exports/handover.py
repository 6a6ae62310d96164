"""One hand-over: the documents of a workshop, written whole into a folder under names people recognise."""

from __future__ import annotations

import hashlib
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop.model.library.listing import Listing
from exports.report import Report
from exports.safely import NotWhole, Saved, write_safely

KINDS: tuple[str, ...] = ("council", "roadmap", "plan")
"""What is handed over, in the order it is written."""

_NAMES: Mapping[str, tuple[str, str]] = {
    "council": ("council-paper", "pdf"),
    "roadmap": ("roadmap", "pdf"),
    "plan": ("action-plan", "xlsx"),
    "csv": ("action-plan", "csv"),
    "report": ("report", "json"),
}
_CITY_BYTES = 100
FEWEST_MARKED = 4
"""Letters of an id that tell two workshops apart, unless they begin alike."""

_REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f.]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Document:
    """A document in its place. ``reason`` says why it is not the name asked for ("open", "locked" or "").

    ``pages`` is 0 for the workbook; ``missing`` are characters that no shipped font can draw.
    """

    kind: str
    path: Path
    sha256: str
    reason: str
    pages: int
    missing: tuple[str, ...]


def hand_over(
    report: Report,
    folder: Path,
    kinds: Sequence[str] = KINDS,
    *,
    mark: str = "",
    progress: Progress = lambda _kind, _done, _of: None,
    written: Callable[[Document], object] = lambda _one: None,
) -> tuple[Document, ...]:
    """Write the documents one after another; each is whole or not there. ``mark``: see :func:`mark_of`.

    ``progress(kind, done, of)`` is called before each document and once at the end; what it raises stops the
    hand-over between two documents, and those already written stay. ``written`` hears of each as soon as it is
    in its place.

    Raises:
        exports.safely.NotWhole: a document did not read back.
        OSError: the folder cannot take it.
    """
    done: list[Document] = []
    for number, kind in enumerate(kinds):
        progress(kind, number, len(kinds))
        done.append(_write(report, kind, folder / file_name(report, kind, mark)))
        written(done[-1])
    progress("", len(kinds), len(kinds))
    return tuple(done)


def copy_to(documents: Sequence[Document], stick: Path) -> None:
    """The same files once more, each read back and compared before it is put in its place.

    Raises:
        FileNotFoundError: there is no such folder; none is made, or the copy would land beside the empty socket.
        exports.safely.NotWhole: a copy did not read back as its document.
        OSError: the stick cannot take it.
    """
    if not stick.is_dir():
        raise FileNotFoundError(stick)
    for one in documents:
        write_safely(stick / one.path.name, partial(shutil.copyfile, one.path), partial(_same, one.sha256))


def _same(sha256: str, copy: Path) -> None:
    if hashlib.sha256(copy.read_bytes()).hexdigest() != sha256:
        raise NotWhole(f"{copy.name} is not what was written")


def file_name(report: Report, kind: str, mark: str = "") -> str:
    """A name every file system takes: "rivermouth-2027-03-01-council-paper-draft-v1.pdf"."""
    name, suffix = _NAMES[kind]
    status = "final" if report.status.final else f"draft-v{report.status.revision}"
    return name_for(
        report.city, report.date, f"{name}-{status}", suffix, rehearsal=report.status.rehearsal, mark=mark
    )


def name_for(city: str, date: str, stem: str, suffix: str, *, rehearsal: bool, mark: str = "") -> str:
    """City and day, then what it is: "rivermouth-2027-03-01-ballots.pdf"; a rehearsal says so at the end."""
    parts = [_plain(city) or "city", date, mark, stem, "rehearsal" if rehearsal else ""]
    return f"{'-'.join(filter(None, parts))}.{suffix}"


def mark_of(workshop: str, listed: Iterable[Listing]) -> str:
    """The beginning of a workshop's id where another of the library would have the same file names, else ''.

    In one folder neither then takes the other's place. A rehearsal's names are its own.
    """
    by_id = {one.id: one for one in listed}
    mine = by_id[workshop]
    others = [one.id for one in by_id.values() if one.id != workshop and _named_as(one) == _named_as(mine)]
    if not others:
        return ""
    length = FEWEST_MARKED
    while any(one[:length] == workshop[:length] for one in others):
        length += 1
    return workshop[:length]


def _named_as(one: Listing) -> tuple[str, str, bool]:
    return _plain(one.city), one.date, one.rehearsal


def _plain(city: str) -> str:
    """The city in small letters of its own script, without what a file system refuses."""
    words = _REFUSED.sub(" ", unicodedata.normalize("NFC", city)).lower().split()
    letters = (c for c in "-".join(words) if unicodedata.category(c)[0] in "LMN" or c == "-")
    plain = re.sub(r"-+", "-", "".join(letters)).strip("-")
    plain = plain.encode("utf-8")[:_CITY_BYTES].decode("utf-8", "ignore").strip("-")
    return f"{plain}-city" if _RESERVED.fullmatch(plain) else plain


def _write(report: Report, kind: str, target: Path) -> Document:
    saved, pages, missing = _writers()[kind](report, target)
    digest = hashlib.sha256(saved.path.read_bytes()).hexdigest()
    return Document(kind, saved.path, digest, saved.reason, pages, missing)


def _writers() -> Mapping[str, Callable[[Report, Path], tuple[Saved, int, tuple[str, ...]]]]:
    """ReportLab and openpyxl are loaded when a document is written, not before."""
    return {"council": _council, "roadmap": _roadmap, "plan": _plan, "csv": _csv, "report": _report}


def _council(report: Report, target: Path) -> tuple[Saved, int, tuple[str, ...]]:
    from exports.pdf.council import write_council

    written = write_council(report, target)
    return written.saved, written.pages, tuple(one.character for one in written.missing)


def _roadmap(report: Report, target: Path) -> tuple[Saved, int, tuple[str, ...]]:
    from exports.pdf.roadmap import write_roadmap

    written = write_roadmap(report, target)
    return written.saved, written.pages, tuple(one.character for one in written.missing)


def _plan(report: Report, target: Path) -> tuple[Saved, int, tuple[str, ...]]:
    from exports.excel.plan import write_plan

    return write_plan(report, target), 0, ()


def _csv(report: Report, target: Path) -> tuple[Saved, int, tuple[str, ...]]:
    from exports.tables import write_csv

    return write_csv(report, target), 0, ()


def _report(report: Report, target: Path) -> tuple[Saved, int, tuple[str, ...]]:
    from exports.report_file import write_report

    return write_report(report, target), 0, ()
