"""The shipped typefaces, made known to Qt: the interface's own at once, those for other scripts after the first paint."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFontDatabase

import resources

FOLDER = Path(resources.__file__).parent / "fonts"
FAMILY = "IBM Plex Sans"
FAMILIES = (
    FAMILY, "IBM Plex Sans Arabic", "Noto Sans", "Noto Sans Hebrew", "Droid Sans Fallback", "Noto Sans Symbols 2",
    "Noto Emoji",
)  # fmt: skip
"""Where a letter is looked for, in order."""
FIRST = ("IBMPlexSans-Regular", "IBMPlexSans-Medium", "IBMPlexSans-SemiBold")


@cache
def load_first_fonts() -> None:
    """Give Qt the three faces that the first screen is set in."""
    for name in FIRST:
        QFontDatabase.addApplicationFont(str(FOLDER / f"{name}.ttf"))


@cache
def load_fonts() -> tuple[str, ...]:
    """Give Qt every shipped font, once a program; returns their families."""
    from desktop.look.faces import FONT_FILES

    load_first_fonts()
    families = [FAMILY]
    for name in FONT_FILES:
        if name not in FIRST:
            number = QFontDatabase.addApplicationFont(str(FOLDER / f"{name}.ttf"))
            families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))
