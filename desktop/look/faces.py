"""The shipped font faces: which one has a character, and the glyphs of a piece of text in it.

Screens and papers shape with the same files through this one door, so that a width measured here is the
width drawn there. The shaping library is imported when the first face is opened, never at start.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import resources

if TYPE_CHECKING:
    from desktop.look.marks import Weight

FONT_FOLDER = Path(resources.__file__).parent / "fonts"

PLEX: dict[Weight, str] = {
    "regular": "IBMPlexSans-Regular",
    "medium": "IBMPlexSans-Medium",
    "semibold": "IBMPlexSans-SemiBold",
    "bold": "IBMPlexSans-Bold",
}
PLEX_ARABIC: dict[Weight, str] = {
    "regular": "IBMPlexSansArabic-Regular",
    "medium": "IBMPlexSansArabic-Regular",
    "semibold": "IBMPlexSansArabic-SemiBold",
    "bold": "IBMPlexSansArabic-SemiBold",
}
FALLBACKS = (
    "NotoSans-Regular",
    "NotoSansHebrew-Regular",
    "DroidSansFallback",
    "NotoSansSymbols2-Regular",
    "NotoEmoji-Regular",
)
FONT_FILES: tuple[str, ...] = tuple(
    dict.fromkeys((*PLEX.values(), *PLEX_ARABIC.values(), *FALLBACKS)),
)

_SHAPES_KEPT = 60_000


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: its number in the face, the index of the character it stands for, and metrics in 1/1000 em."""

    number: int
    cluster: int
    advance: float
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs in visual order, left to right, and their whole advance in 1/1000 em."""

    glyphs: tuple[Glyph, ...]
    advance: float


class Face:
    """One open font file."""

    __slots__ = ("_shapes", "ascent", "characters", "descent", "font", "handle", "name", "upem")

    def __init__(self, name: str) -> None:
        import uharfbuzz

        blob = uharfbuzz.Blob.from_file_path(str(FONT_FOLDER / f"{name}.ttf"))
        self.name = name
        self.handle: Any = uharfbuzz.Face(blob)
        self.font: Any = uharfbuzz.Font(self.handle)
        self.upem: int = self.handle.upem
        self.characters: frozenset[int] = frozenset(self.handle.unicodes)
        extents = self.font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.upem
        self.descent: float = -extents.descender / self.upem
        self._shapes: dict[tuple[str, bool, bool], Shaped] = {}

    def has(self, character: str) -> bool:
        """Whether the face draws this character itself."""
        return ord(character) in self.characters

    def advance_of(self, glyph: int) -> float:
        """The plain advance of a glyph number in 1/1000 em."""
        return float(self.font.get_glyph_h_advance(glyph)) * 1000 / self.upem

    def shape(self, text: str, rtl: bool = False, ligatures: bool = True) -> Shaped:
        """The glyphs of ``text``, which must be of one script and one direction. Glyph 0 is left out."""
        key = (text, rtl, ligatures)
        found = self._shapes.get(key)
        if found is None:
            if len(self._shapes) >= _SHAPES_KEPT:
                self._shapes.clear()
            found = self._shapes[key] = self._shape(text, rtl, ligatures)
        return found

    def _shape(self, text: str, rtl: bool, ligatures: bool) -> Shaped:
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.CHARACTERS
        buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.direction = "rtl" if rtl else "ltr"
        uharfbuzz.shape(self.font, buffer, {"kern": True, "liga": ligatures, "clig": ligatures})
        em = 1000 / self.upem
        glyphs = tuple(
            Glyph(info.codepoint, info.cluster, at.x_advance * em, at.x_offset * em, at.y_offset * em)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
            if info.codepoint
        )
        return Shaped(glyphs, sum(glyph.advance for glyph in glyphs))


@cache
def face(name: str) -> Face:
    """The face of a shipped file, opened once."""
    return Face(name)


@cache
def stack(weight: Weight) -> tuple[str, ...]:
    """The names of the faces to try for a weight, in order."""
    return (PLEX[weight], PLEX_ARABIC[weight], *FALLBACKS)


@lru_cache(maxsize=20_000)
def face_for(cluster: str, weight: Weight) -> Face | None:
    """The first face that has a whole cluster (a letter and its marks), else its first character, else None."""
    needed = [c for c in cluster if not is_optional(c)]
    names = stack(weight)
    for name in names:
        if all(face(name).has(c) for c in needed):
            return face(name)
    return next((face(name) for name in names if face(name).has(cluster[0])), None)


@lru_cache(maxsize=4096)
def is_optional(character: str) -> bool:
    """Joiners, variation selectors and skin tones: kept where a face knows them, else dropped unseen."""
    code = ord(character)
    return character in "\u200c\u200d\u2060\u00ad" or 0xFE00 <= code <= 0xFE0F or 0x1F3FB <= code <= 0x1F3FF


@lru_cache(maxsize=4096)
def extends(character: str) -> bool:
    """Whether the character belongs to the one before it."""
    return (is_optional(character) and character != "\u00ad") or unicodedata.category(character) in (
        "Mn",
        "Mc",
        "Me",
    )
