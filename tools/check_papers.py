"""`make check-papers`: rehearse workshops, let other programs judge every paper, and prove that they judge.

The documents go to out/papers/, one folder a city. Then, for each kind of paper: no finding in a good one,
and every planted fault found in a spoiled copy. The last line counts; the exit code is 1 when anything failed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from exports.printing import PAPERS
from tools.papers.pdf import verapdf
from tools.papers.pdf_faults import plant_pdf_faults
from tools.papers.places import ROOT, Broken
from tools.papers.workbook import ooxml, recalculated
from tools.papers.workbook_faults import Finder, plant_workbook_faults
from tools.papers.workbook_lint import lint

OUT = ROOT / "out" / "papers"
CITIES = {"english": "Harbourford", "arabic": "الرباط"}
OWN = "own"
"""The folder of the workbook for own content; it sorts behind the cities, whose first workbook the faults are planted in."""
LEAST_PDF_FAULTS = 8


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing looked at: what it was, and what speaks against it."""

    subject: str
    against: list[str]


def rehearse(folder: Path, city: str) -> None:
    """Plays a workshop of that city into `folder`, which then holds its papers; raises `Broken` on failure."""
    folder.mkdir(parents=True)
    _desktop("rehearse", "--city", city, "--people", "24", "--seed", "7", "--out", str(folder))


def print_for_the_day(folder: Path) -> None:
    """Writes every paper for the day of the workshop rehearsed into `folder`; raises `Broken` on failure."""
    library = str(folder / "rehearsal.sqlite")
    kinds = ",".join(paper.key for paper in PAPERS)
    _desktop("--library", library, "export", "latest", "--as", kinds, "--out", str(folder))


def _desktop(*arguments: str) -> None:
    command = [sys.executable, "-m", "desktop", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, timeout=300, check=False)
    if done.returncode:
        raise Broken(f"{' '.join(arguments)} ended with {done.returncode}")


def copy_content(folder: Path) -> None:
    """Writes the workbook made for editing questions and actions into `folder`; raises `Broken` on failure."""
    _desktop("--library", str(folder / "none.sqlite"), "content", "seven-pivots", "--out", str(folder))


def judge_pdfs(papers: list[Path]) -> Iterator[Verdict]:
    """Each paper against PDF/UA-1 and PDF/A-2a; then the faults, planted in the longest paper."""
    good = verapdf(papers)
    for path, failures in good.items():
        yield Verdict(f"{_short(path)} is PDF/UA-1 and PDF/A-2a", [str(each) for each in failures])
    longest = max(papers, key=lambda path: path.stat().st_size)
    known = {(each.flavour, each.rule) for each in good[longest]}
    planted = plant_pdf_faults(longest, OUT / "faults")
    few = [f"only {len(planted)} could be planted"] if len(planted) < LEAST_PDF_FAULTS else []
    yield Verdict(f"at least {LEAST_PDF_FAULTS} faults fit into a PDF", few)
    found = verapdf(list(planted.values()))
    for name, path in planted.items():
        new = {(each.flavour, each.rule) for each in found[path]} - known
        yield Verdict(f"veraPDF finds {name}", [] if new else ["nothing found"])


def judge_workbooks(papers: list[Path]) -> Iterator[Verdict]:
    """Each workbook by schema, by our lint and by its recalculated values; then the faults."""
    schema, values = ooxml(papers), recalculated(papers)
    for path in papers:
        yield Verdict(f"{_short(path)} follows the Open XML schema", schema[path])
        yield Verdict(f"{_short(path)} opens without a repair", lint(path))
        against = [str(each) for each in values[path].differences]
        against += [] if values[path].formulas else ["no formula in it"]
        yield Verdict(f"{_short(path)} keeps the values of its {values[path].formulas} formulas", against)
    first = papers[0]
    known = {*schema[first], *lint(first), *(str(each) for each in values[first].differences)}
    yield from _workbook_faults(first, known)


def _workbook_faults(paper: Path, known: set[str]) -> Iterator[Verdict]:
    planted = plant_workbook_faults(paper, OUT / "faults")
    copies: dict[Finder, list[Path]] = {"schema": [], "lint": [], "recalculated": []}
    for finder, path in planted.values():
        copies[finder].append(path)
    yield from (
        Verdict(f"{finder} has a fault to find", [] if paths else ["none"])
        for finder, paths in copies.items()
    )
    found = ooxml(copies["schema"]) | {path: lint(path) for path in copies["lint"]}
    for path, result in recalculated(copies["recalculated"]).items():
        found[path] = [str(each) for each in result.differences]
    for name, (finder, path) in planted.items():
        yield Verdict(f"{finder} finds {name}", [] if set(found[path]) - known else ["nothing found"])


def _short(path: Path) -> str:
    return path.relative_to(OUT).as_posix() if path.is_relative_to(OUT) else path.name


def report(verdicts: Iterable[Verdict]) -> int:
    """Prints each verdict as it comes, then the count; the number that failed."""
    passed = failed = 0
    for verdict in verdicts:
        passed, failed = passed + (not verdict.against), failed + bool(verdict.against)
        print("ok  " if not verdict.against else "FAIL", verdict.subject, flush=True)
        for each in verdict.against[:20]:
            print("       ", each)
        if len(verdict.against) > 20:
            print(f"        … and {len(verdict.against) - 20} more")
    print(f"{passed} passed, {failed} failed")
    return failed


def judge(pdfs: list[Path], workbooks: list[Path]) -> Iterator[Verdict]:
    """Everything, in order; papers missing altogether are a failure too."""
    for kind, papers in (("PDF", pdfs), ("workbook", workbooks)):
        yield Verdict(f"the rehearsals wrote a {kind}", [] if papers else ["none found"])
    yield from judge_pdfs(pdfs) if pdfs else ()
    yield from judge_workbooks(workbooks) if workbooks else ()


def main(arguments: list[str]) -> int:
    """Judges the files named, or without any those of freshly rehearsed workshops."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    named = [Path(argument) for argument in arguments]
    try:
        if not named:
            for folder, city in CITIES.items():
                rehearse(OUT / folder, city)
            print_for_the_day(OUT / folder)  # one of each kind, of the last city
            copy_content(OUT / OWN)
            named = sorted(OUT.rglob("*"))
        pdfs = [path for path in named if path.suffix == ".pdf"]
        return 1 if report(judge(pdfs, [path for path in named if path.suffix == ".xlsx"])) else 0
    except Broken as broken:
        print(broken, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
