"""Text made ready to print: swept as at the door (:mod:`desktop.model.text`), and cut to size."""

from __future__ import annotations

import re
import unicodedata

from desktop.model import text as door

ELLIPSIS = "…"


def clean(text: object, limit: int | None = None) -> str:
    """``text`` as plain, printable Unicode in composed form, at most ``limit`` characters long.

    Lone surrogates become U+FFFD. Control characters, bidirectional controls and noncharacters go;
    tabs become spaces, every kind of line end becomes a newline. A text that is too long ends in "…".
    """
    return shorten(door.clean(text), limit)


def clean_line(text: object, limit: int | None = None) -> str:
    """As :func:`clean`, on one line: newlines and runs of spaces become one space, ends are trimmed."""
    words = clean(text).replace("\n", " ")
    return shorten(re.sub(" {2,}", " ", words).strip(), limit)


def shorten(text: str, limit: int | None) -> str:
    """``text``, or its first ``limit - 1`` characters and "…" if it is longer than ``limit``."""
    if limit is None or len(text) <= limit:
        return text
    end = max(0, limit - 1)
    while end > 0 and _joins(text[end]):
        end -= 1
    return text[:end].rstrip() + ELLIPSIS


def _joins(character: str) -> bool:
    """Whether a cut before this character would tear it from the letter it belongs to."""
    return character == "\u200d" or unicodedata.category(character) in ("Mn", "Mc", "Me")
