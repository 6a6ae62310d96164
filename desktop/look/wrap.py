"""Words into lines: as few as fit and about equally long, shrunk, wrapped and at last cut so that nothing clips.

The best lines are found by dynamic programming over the words: first the fewest lines, then the least sum of
squared widths, where a break that is not after a comma, colon or full stop costs a little. Looking back from each
word stops where the line is full, so the time is linear in the words of a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from desktop.look.faces import extends
from desktop.look.marks import Measure, Weight
from desktop.look.scale import ASCENT, DESCENT, LEADING

WidthOf = Callable[[str], float]
ELLIPSIS = "…"
TIE = "\u00a0"

_SPACES = re.compile("[ \t\n\r\f\v\u0085\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+")
"""Where a line may break: every space but the unbreakable ones (U+00A0, U+2007, U+202F)."""
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_EVERYWHERE = re.compile("([\u2e80-\u2fdf\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
"""Scripts that break between any two characters: Han, kana, their radicals."""
_UNTIL_STOP = 0.15
"""What a break inside a clause costs, as a share of the squared line width."""


def one_line(words: str) -> str:
    """``words`` as one line: no control or direction characters, no lone surrogates, single spaces."""
    seen = _SURROGATE.sub("\ufffd", _UNSEEN.sub("", words))
    return _SPACES.sub(" ", seen).strip(" ")


def wrap(words: str, width: float, width_of: WidthOf) -> list[str]:
    """Balanced lines no wider than ``width``; a word wider than that is cut between its characters."""
    text = one_line(words)
    if not text:
        return []
    if width_of(text) <= width:
        return [text]
    return _balance(_pieces(text, width, width_of), width, width_of)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Part of a text that does not break; ``gap`` is the space before it, empty inside a long word."""

    words: str
    gap: str
    width: float


def _pieces(text: str, width: float, width_of: WidthOf) -> list[_Piece]:
    pieces: list[_Piece] = []
    for word in text.split(" "):
        gap = " "
        # What is tied together comes apart where it is tied, if it must, before a word does.
        for tied in [word] if width_of(word) <= width else word.split(TIE):
            for part in filter(None, _EVERYWHERE.split(tied)):
                for bit in _fitting(part, width, width_of):
                    pieces.append(_Piece(bit, gap, width_of(bit)))
                    gap = ""
            gap = TIE
    return pieces


def _fitting(word: str, width: float, width_of: WidthOf) -> list[str]:
    """A word whole if it fits, else in about equal parts that do, never inside an accent's letter."""
    whole = width_of(word)
    if whole <= width:
        return [word]
    share = whole / -(-whole // max(width, 1e-9))
    bits = []
    while word and width_of(word) > width:
        end = max(1, longest(word, min(width, share * 1.04), width_of))
        while end < len(word) and _inside(word, end):
            end += 1
        bits.append(word[:end])
        word = word[end:]
    return [*bits, word] if word else bits


def longest(words: str, width: float, width_of: WidthOf) -> int:
    """How many characters of ``words`` fit ``width``, found by halving; never between a letter and its accent."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(words[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    while 0 < low < len(words) and _inside(words, low):
        low -= 1
    return low


def _inside(words: str, at: int) -> bool:
    """Whether a cut before ``at`` would part a letter from its accent, or the halves of one emoji."""
    return extends(words[at]) or words[at - 1] == "\u200d"


def _balance(pieces: list[_Piece], width: float, width_of: WidthOf) -> list[str]:
    space, slack = width_of(" "), 1e-6 * width
    best: list[tuple[int, float]] = [(0, 0.0)]
    starts = [0]
    for end in range(1, len(pieces) + 1):
        wide, chosen, at = 0.0, (end + 1, 0.0), end - 1
        for start in range(end - 1, -1, -1):
            wide += pieces[start].width
            if wide > width + slack and start < end - 1:
                break
            lines, cost = best[start]
            loose = _UNTIL_STOP * width * width if start and not _stops(pieces[start - 1].words) else 0.0
            offered = (lines + 1, cost + wide * wide + loose)
            if offered < chosen:
                chosen, at = offered, start
            wide += space if pieces[start].gap else 0.0
        best.append(chosen)
        starts.append(at)
    return _joined(pieces, starts)


def _stops(words: str) -> bool:
    """Whether a clause ends here; not inside brackets: "(3, Becoming digital)" stays together where it can."""
    return words[-1] in ",.:;!?،؛؟。，、" and words.count("(") <= words.count(")")


def _joined(pieces: list[_Piece], starts: list[int]) -> list[str]:
    lines, end = [], len(pieces)
    while end:
        start = starts[end]
        row = pieces[start:end]
        lines.append(row[0].words + "".join(piece.gap + piece.words for piece in row[1:]))
        end = start
    return lines[::-1]


def cut(words: str, width: float, width_of: WidthOf) -> str:
    """``words`` as they are if they fit ``width``, else their beginning and "…"."""
    text = one_line(words)
    if width_of(text) <= width:
        return text
    head = text[: longest(text, width - width_of(ELLIPSIS), width_of)].rstrip(" ,.;:")
    while head and width_of(head + ELLIPSIS) > width:
        head = head[:-1]
    return head + ELLIPSIS


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines and the type size at which they fit."""

    lines: tuple[str, ...]
    size: float

    def tall(self, leading: float) -> float:
        """From the top of the first line's letters to the end of the last line's tails."""
        return block_height(len(self.lines), self.size, leading)


def fit(
    words: str,
    width: float,
    height: float,
    size: float,
    least: float,
    measure: Measure,
    weight: Weight = "regular",
    leading: float = LEADING,
) -> Fitted:
    """The text as large as it fits ``width`` × ``height``: shrunk from ``size``, wrapped, never under ``least``.

    What does not fit at ``least`` is cut with "…"; there is always room for one line.
    """
    text = one_line(words)
    room = _most_characters(width, height, least, leading)
    for at in (*_sizes(size, least), least):
        if len(text) > room:
            break
        if at > least and at * (ASCENT + DESCENT) > height * 1.0001:
            continue
        width_of, most = _at(measure, at, weight), _lines_in(height, at, leading)
        if at > least and most > 1 and not _words_whole(text, width, width_of):
            continue
        if len(lines := wrap(text, width, width_of)) <= most:
            return Fitted(tuple(lines), at)
    most = _lines_in(height, least, leading)
    shown = text if len(text) <= room else text[:room] + ELLIPSIS
    return Fitted(_first_lines(shown, most, width, _at(measure, least, weight)), least)


def _words_whole(text: str, width: float, width_of: WidthOf) -> bool:
    """Whether no word would have to be parted: smaller type is better than that."""
    return all(width_of(part) <= width for word in text.split(" ") for part in _EVERYWHERE.split(word))


def block_height(lines: int, size: float, leading: float = LEADING) -> float:
    """The height of so many lines, from the top of letters to the end of tails."""
    return size * ((lines - 1) * leading + ASCENT + DESCENT) if lines else 0.0


def _lines_in(height: float, size: float, leading: float) -> int:
    return max(1, 1 + int((height / size - ASCENT - DESCENT) / leading + 1e-6))


def _sizes(size: float, least: float) -> list[float]:
    """From the wished size down in steps of a twelfth."""
    sizes = []
    while size > least:
        sizes.append(size)
        size *= 11 / 12
    return sizes


def _most_characters(width: float, height: float, least: float, leading: float) -> int:
    """More characters than any text of this block can show; what is beyond need not be measured."""
    return int(_lines_in(height, least, leading) * (width / least) * 8) + 40


def _at(measure: Measure, size: float, weight: Weight) -> WidthOf:
    return lambda words: measure.width(words, size, weight)


def _first_lines(text: str, most: int, width: float, width_of: WidthOf) -> tuple[str, ...]:
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most - 1:
        line = _filled(rest, width, width_of)
        lines.append(line)
        rest = rest[len(line) :].lstrip(" ")
    if rest:
        lines.append(cut(rest, width, width_of))
    return tuple(lines)


def _filled(text: str, width: float, width_of: WidthOf) -> str:
    """The longest beginning of ``text`` that fits, ending between words where it can."""
    end = max(1, longest(text, width, width_of))
    if end < len(text) and text[end] != " ":
        space = text.rfind(" ", 0, end)
        end = space if space > 0 else end
    return text[:end].rstrip(" ") or text[:1]
