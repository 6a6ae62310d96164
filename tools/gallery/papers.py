"""Pictures of the documents' pages, where a program is installed that can draw them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from desktop.model.workshop import Workshop
from exports.gather import gather
from exports.handover import hand_over

MADE_AT = "2027-03-01T12:00:00.000Z"
RESOLUTION = "100"
MOST_PAGES = "6"
"""Of the roadmap; the council paper has two."""


def pages(w: Workshop, folder: Path) -> None:
    """The council paper and the roadmap's first pages as ``<document>-<page>.png``; without pdftoppm a sentence."""
    if shutil.which("pdftoppm") is None:
        print("pdftoppm is not installed, so the documents' pages are left out.", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as aside:
        for made in hand_over(gather(w, made_at=MADE_AT), Path(aside), ("council", "roadmap")):
            drawing = ["pdftoppm", "-png", "-r", RESOLUTION, "-l", MOST_PAGES]
            subprocess.run([*drawing, str(made.path), str(folder / made.kind)], check=True)
