"""A face as one document uses it: glyph codes for the page, and at the end the subset that is embedded.

Type 0 fonts with Identity-H: a code is a glyph number, so ``hb.subset`` keeps the numbers. What a glyph
stands for goes to ToUnicode; where one glyph stands for different texts the run says so by ActualText.
"""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass
from typing import Any

import uharfbuzz as hb

from desktop.look.faces import Face, Glyph
from desktop.look.runs import Run
from exports.pdf.objects import Stream, array, dictionary, number, string

_VISIBLE = 0.05  # thousandths of an em: smaller moves are not written
_NOTHING = "\u2060"


@dataclass(frozen=True, slots=True)
class Code:
    """A run as text operators. ``joined`` is the inside of a TJ that may follow another, else None."""

    joined: str | None
    strokes: tuple[tuple[float, str], ...]  # rise in 1/1000 em, inside of a TJ
    actual: str | None


class EmbeddedFace:
    """The glyphs of one face that a document draws."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.stands_for: dict[int, str] = {0: ""}
        self._codes: dict[tuple[str, bool, float], Code] = {}
        self._advances: dict[int, float] = {}

    def code(self, run: Run) -> Code:
        """The run's glyphs as text operators, remembered for the document."""
        key = (run.text, run.rtl, run.shaped.advance)
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = self._encode(run)
        return found

    def _encode(self, run: Run) -> Code:
        plain = self._learn(run)
        placed, pen = [], 0.0
        for glyph in run.shaped.glyphs:
            placed.append((glyph, pen + glyph.dx))
            pen += glyph.advance
        if run.rtl:
            placed = self._reading_order(placed)
        strokes: list[tuple[float, str]] = []
        parts: list[str] = []
        codes, at, rise = "", 0.0, 0.0
        for glyph, x in placed:
            if glyph.dy != rise:
                strokes.append((rise, _close(parts, codes)))
                parts, codes, rise = [], "", glyph.dy
            if abs(at - x) > _VISIBLE:
                if codes:
                    parts.append(f"<{codes}>")
                    codes = ""
                parts.append(number(at - x))
                at = x
            codes += f"{glyph.number:04X}"
            at += self._advance(glyph.number)
        if abs(at - pen) > _VISIBLE and not run.rtl:
            if codes:
                parts.append(f"<{codes}>")
                codes = ""
            parts.append(number(at - pen))
        strokes.append((rise, _close(parts, codes)))
        strokes = [stroke for stroke in strokes if stroke[1]]
        flat = not run.rtl and all(not up for up, _ in strokes) and len(strokes) < 2
        joined = (strokes[0][1] if strokes else "") if plain and flat else None
        return Code(joined, tuple(strokes), None if plain else run.text)

    def _learn(self, run: Run) -> bool:
        """Note what each glyph stands for; False if ToUnicode alone would not give the run's text back."""
        starts = sorted({glyph.cluster for glyph in run.shaped.glyphs} | {len(run.text)})
        ends = dict(itertools.pairwise(starts))
        order = [glyph.cluster for glyph in run.shaped.glyphs]
        # Vowels drawn before the letter they follow (Devanagari) would be read in the order they are drawn.
        plain = bool(starts) and starts[0] == 0 and order == sorted(order, reverse=run.rtl)
        seen: set[int] = set()
        for glyph in run.shaped.glyphs:
            text = "" if glyph.cluster in seen else run.text[glyph.cluster : ends[glyph.cluster]]
            seen.add(glyph.cluster)
            if not text:
                plain = False
                self.stands_for.setdefault(glyph.number, "")
            elif not self.stands_for.get(glyph.number):
                self.stands_for[glyph.number] = text
            elif self.stands_for[glyph.number] != text:
                plain = False
        return plain

    def _reading_order(self, placed: list[tuple[Glyph, float]]) -> list[tuple[Glyph, float]]:
        """Right-to-left glyphs from the right, each base before its marks: readers follow this order."""
        out: list[tuple[Glyph, float]] = []
        group: list[tuple[Glyph, float]] = []
        for pair in reversed(placed):
            if group and group[0][0].cluster != pair[0].cluster:
                out += self._base_first(group)
                group = []
            group.append(pair)
        return out + self._base_first(group)

    def _base_first(self, group: list[tuple[Glyph, float]]) -> list[tuple[Glyph, float]]:
        return sorted(group, key=lambda pair: not self.stands_for.get(pair[0].number))

    def _advance(self, glyph: int) -> float:
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = self.face.advance_of(glyph)
        return found

    def font_object(self, document: Any) -> Any:
        """The Type 0 font dictionary with its embedded subset; call once, when all is drawn."""
        glyphs = sorted(self.stands_for)
        tag = hashlib.sha256(",".join(map(str, glyphs)).encode()).digest()[:6]
        name = "/" + "".join(chr(65 + byte % 26) for byte in tag) + "+" + self.face.name
        widths: list[Any] = []
        for glyph in glyphs:
            widths += [glyph, array([round(self._advance(glyph), 3)])]
        descendant = dictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": name,
                "CIDSystemInfo": dictionary(
                    {"Registry": string("Adobe"), "Ordering": string("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, name, glyphs)),
                "W": array(widths),
                "DW": 0,
                "CIDToGIDMap": "/Identity",
            }
        )
        return dictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": name,
                "Encoding": "/Identity-H",
                "DescendantFonts": array([document.Reference(descendant)]),
                "ToUnicode": document.Reference(Stream(self._to_unicode(glyphs))),
            }
        )

    def _descriptor(self, document: Any, name: str, glyphs: list[int]) -> Any:
        file = self._subset(glyphs)
        ascent, descent = round(self.face.ascent * 1000), round(-self.face.descent * 1000)
        return dictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": name,
                "Flags": 4,
                "FontBBox": array([-200, descent, 1500, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": document.Reference(Stream(file, {"Length1": len(file)})),
            }
        )

    def _subset(self, glyphs: list[int]) -> bytes:
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
        return bytes(hb.subset(self.face.handle, wanted).blob.data)

    def _to_unicode(self, glyphs: list[int]) -> bytes:
        pairs = [(glyph, self.stands_for[glyph] or _NOTHING) for glyph in glyphs if glyph]
        out = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        for start in range(0, len(pairs), 100):
            some = pairs[start : start + 100]
            out.append(f"{len(some)} beginbfchar")
            out += [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in some]
            out.append("endbfchar")
        out.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(out).encode()


def _close(parts: list[str], codes: str) -> str:
    return "".join([*parts, f"<{codes}>"] if codes else parts)
