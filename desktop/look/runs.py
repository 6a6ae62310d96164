"""Text cut into runs that can be shaped: one face, one direction, one script each, in reading order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.look import bidi
from desktop.look.faces import Face, Shaped, extends, face, face_for, stack
from desktop.look.marks import Weight

REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Run:
    """A shaped piece of text. ``missing`` is what no shipped face has and U+FFFD stands for."""

    text: str
    face: Face
    level: int
    shaped: Shaped
    missing: str = ""

    @property
    def rtl(self) -> bool:
        """Whether the run reads from right to left."""
        return bool(self.level & 1)


def runs(
    text: str,
    weight: Weight = "regular",
    *,
    levels: Sequence[int] | None = None,
    ligatures: bool = True,
) -> list[Run]:
    """The runs of one line of ``text`` in reading order; ``levels`` are its embedding levels (none: all 0)."""
    first = face(stack(weight)[0])
    if levels is None and text.isascii():
        return [Run(text, first, 0, first.shape(text, False, ligatures))] if text else []
    out: list[Run] = []
    start, end = 0, 0
    held: tuple[Face, int, str] | None = None
    for at, stop in clusters(text):
        cluster = text[at:stop]
        found = face_for(cluster, weight)
        level = levels[at] if levels is not None else 0
        kind = (found, level, _script(cluster[0]) or (held[2] if held else "")) if found else None
        if kind is not None and held is not None and _alike(kind, held):
            held = (held[0], held[1], held[2] or kind[2])
        else:
            _close(out, text[start:end], held, ligatures)
            start, held = at, kind
            if kind is None:
                out.append(Run(REPLACEMENT, first, level, first.shape(REPLACEMENT), missing=cluster))
        end = stop
    _close(out, text[start:end], held, ligatures)
    return out


def line_runs(
    text: str, weight: Weight = "regular", *, rtl: bool = False, ligatures: bool = False
) -> list[Run]:
    """The runs of a line as a mark draws it, in reading order: with its own bidi levels, ligatures off."""
    levels = bidi.levels(text, int(rtl)) if rtl or bidi.needs_bidi(text) else None
    return runs(text, weight, levels=levels, ligatures=ligatures)


def line_width(text: str, size: float, weight: Weight = "regular", *, rtl: bool = False) -> float:
    """The advance in points of a line as a mark draws it."""
    return sum(run.shaped.advance for run in line_runs(text, weight, rtl=rtl)) * size / 1000


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each letter with all that belongs to it: marks, joiners and what they join."""
    start = 0
    for i in range(1, len(text)):
        joined = text[i - 1] == "\u200d" and unicodedata.category(text[i]) == "So"
        if joined or extends(text[i]):
            continue
        yield start, i
        start = i
    if text:
        yield start, len(text)


def _alike(kind: tuple[Face, int, str], held: tuple[Face, int, str]) -> bool:
    return kind[0] is held[0] and kind[1] == held[1] and (not held[2] or kind[2] == held[2])


def _close(out: list[Run], text: str, held: tuple[Face, int, str] | None, ligatures: bool) -> None:
    if held is not None and text:
        used, level, _ = held
        out.append(Run(text, used, level, used.shape(text, bool(level & 1), ligatures)))


@lru_cache(maxsize=8192)
def _script(character: str) -> str:
    """The script a letter belongs to (the first word of its Unicode name); "" for what any script uses."""
    if unicodedata.category(character)[0] != "L":
        return ""
    return unicodedata.name(character, "").partition(" ")[0]
