"""The door: exit codes and sentences, never a traceback. The window itself is proved elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import has_display

ROOT = Path(__file__).resolve().parents[1]


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=ROOT,
        env=clean | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("arguments", [("--frobnicate",), ("dance",)])
def test_wrong_usage_is_2_and_one_sentence(arguments: tuple[str, ...]) -> None:
    run = _run(*arguments)
    assert run.returncode == 2
    assert run.stdout == ""
    assert len(run.stderr.strip().splitlines()) == 1
    assert "--help" in run.stderr


def test_a_foreign_library_is_refused_before_any_window(tmp_path: Path) -> None:
    foreign = tmp_path / "notes.sqlite"
    foreign.write_bytes(b"not a library at all, but long enough to be looked at" * 10)
    run = _run("--library", str(foreign), QT_QPA_PLATFORM="offscreen")
    assert run.returncode == 1
    assert (
        run.stderr
        == "notes.sqlite is not a library of this program. It stays as it is; choose another file.\n"
    )
    assert foreign.read_bytes().startswith(b"not a library")


def test_a_library_in_use_is_refused(tmp_path: Path) -> None:
    from desktop.model.clerk import Clerk

    clerk = Clerk.start(tmp_path / "library.sqlite")
    try:
        run = _run("--library", str(tmp_path / "library.sqlite"), QT_QPA_PLATFORM="offscreen")
    finally:
        clerk.close()
    assert run.returncode == 1
    assert run.stderr == "library.sqlite is open in another window. Close that window and try again.\n"


def test_a_display_is_looked_for_before_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_display()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.setattr(sys, "platform", "win32")
    assert has_display()
