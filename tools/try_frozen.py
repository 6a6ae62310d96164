"""Tries the one-folder program as a user would have it: start, rehearse, both documents; and looks into the folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

# By the names they are imported under. build.spec leaves them out, and what slips in all the same is told here.
CHECK_ONLY = (
    "PyInstaller", "_pytest", "bidi", "execnet", "grimp", "hypothesis", "importlinter", "iniconfig", "lxml",
    "markdown_it", "mdurl", "mypy", "opendataloader_pdf", "pathspec", "pikepdf", "pip", "pygments", "pypdf",
    "pyphen", "pytest", "pytestqt", "python_calamine", "rich", "ruff", "setuptools", "sortedcontainers",
    "pyphen", "xdist",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Tries the program in the folder named first; 0 when nothing speaks against it."""
    folder = Path(arguments[0]).resolve()
    wrong = [*_foreign(folder), *_attempts(folder / "pivot-workshop")]
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{folder.name}: {size / 1e6:.0f} MB")
    for each in wrong:
        print("FAIL", each, file=sys.stderr)
    return 1 if wrong else 0


def _foreign(folder: Path) -> Iterator[str]:
    """What must never reach a user: tools that only check, test or build, as folders or inside the archive."""
    for path in folder.rglob("*"):
        name = path.name.partition(".")[0].partition("-")[0]
        if name in CHECK_ONLY:
            yield f"{path.relative_to(folder)} is for checking only"
    archive = [sys.executable, "-m", "PyInstaller.utils.cliutils.archive_viewer", "-r", "-b"]
    listing = subprocess.run(
        [*archive, str(folder / "pivot-workshop")], capture_output=True, text=True, check=True, timeout=120
    ).stdout
    for line in listing.splitlines():
        module = line.strip().partition(".")[0]
        if module in CHECK_ONLY:
            yield f"the archive holds {line.strip()}"


def _attempts(program: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="frozen-") as name:
        home, out = Path(name) / "home", Path(name) / "out"
        home.mkdir()
        # Only what a user's shell would have: a module found by way of this environment would hide a missing one.
        around = {"HOME": str(home), "PATH": os.defpath, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        for words in (["--smoke"], ["rehearse", "--people", "12", "--out", str(out)]):
            done = subprocess.run([program, *words], cwd=home, env=around, timeout=300, check=False)
            if done.returncode:
                yield f"pivot-workshop {words[0]} ended with {done.returncode}"
        for kind in (".pdf", ".xlsx"):
            if not any(path.stat().st_size for path in out.glob(f"*{kind}")):
                yield f"the rehearsal wrote no {kind} file"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
