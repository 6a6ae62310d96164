"""Where `tools/setup_papers.sh` puts the programs, and how one is run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".tools"


class Broken(Exception):
    """A checking program did not do its work; its silence must not pass for a good result."""


def run(
    command: Sequence[str | Path],
    *,
    seconds: int,
    good: Sequence[int] = (0,),
    surroundings: Mapping[str, str] | None = None,
) -> str:
    """The standard output of a program; raises :class:`Broken` with its last words when it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=seconds,
        check=False,
        env={**os.environ, **(surroundings or {})},
        cwd=ROOT,
    )
    if done.returncode not in good:
        raise Broken(f"{command[0]} ended with {done.returncode}: {(done.stderr or done.stdout)[-2000:]}")
    return done.stdout
