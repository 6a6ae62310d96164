"""The crash record holds where, never what: a message may carry a name, a note or a ballot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

CRASH = """
import sys, threading
from pathlib import Path
from desktop.ui.crash_record import keep_crash_record
file = keep_crash_record(Path(sys.argv[1]))
from PySide6.QtCore import QCoreApplication, QTimer, qWarning
app = QCoreApplication([])
def slot(): raise ValueError("Ada Lovelace chose 3")
def elsewhere(): raise KeyError("Ada Lovelace")
QTimer.singleShot(0, slot)
def then():
    thread = threading.Thread(target=elsewhere); thread.start(); thread.join()
    qWarning("a widget complains")
    app.quit()
QTimer.singleShot(20, then)
app.exec()
print("went on")
"""


def _run(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CRASH, str(folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_program_goes_on_and_the_place_is_kept_without_a_name(tmp_path: Path) -> None:
    run = _run(tmp_path / "state")
    assert run.stdout == "went on\n"
    assert "Traceback" not in run.stderr
    assert "Lovelace" not in run.stderr
    record = (tmp_path / "state" / "errors.log").read_text("utf-8")
    assert "builtins.ValueError at <string>:" in record
    assert "builtins.KeyError at " in record
    assert "a widget complains" in record
    assert "Lovelace" not in record


def test_the_record_rotates(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    (state / "errors.log").write_text("x" * 200_001)
    _run(state)
    assert (state / "errors.1.log").stat().st_size == 200_001
    assert (state / "errors.log").stat().st_size < 5_000


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file, not a folder")
    assert _run(tmp_path / "state").stdout == "went on\n"
