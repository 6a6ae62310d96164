"""The Unicode bidirectional algorithm (UAX #9) for text without explicit controls.

``clean`` drops the controls at every border, so rules X1 to X8 never apply. Isolated pieces are given by
the caller instead (see :mod:`desktop.look.runs`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

RTL_LETTERS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_CONTROLS = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_PAIRS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "〈": "〉",
    "⟨": "⟩",
    "「": "」",
    "【": "】",
    "（": "）",
    "［": "］",
    "｛": "｝",
}
_PAIRS |= {
    "\u2329": "\u232a",
    "《": "》",
    "『": "』",
    "〔": "〕",
    "⟦": "⟧",
    "⟪": "⟫",
    "⁅": "⁆",
    "〖": "〗",
    "〘": "〙",
}
_PAIRS |= {"❨": "❩", "❪": "❫", "❬": "❭", "❮": "❯", "❰": "❱", "❲": "❳", "❴": "❵", "⁽": "⁾", "₍": "₎", "｢": "｣"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_SAME = {"\u232a": "〉", "\u2329": "〈"}
_DEEPEST = 63


def needs_bidi(text: str) -> bool:
    """Whether any letter of ``text`` runs right to left."""
    return RTL_LETTERS.search(text) is not None


def base_direction(text: str) -> bool:
    """Rule P2: True if the first strong letter runs right to left."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character of one paragraph; ``base`` is 0 or 1 (or deeper for an isolate).

    One departure: a vulgar fraction right behind a digit takes the digit's kind, so that 2½ stays 2½ in a
    right-to-left line.
    """
    kinds = [_kind(character) for character in text]
    for i in range(1, len(text)):
        if kinds[i] == "ON" and kinds[i - 1] == "EN" and unicodedata.category(text[i]) == "No":
            kinds[i] = "EN"
    original = list(kinds)
    solid = [i for i, kind in enumerate(kinds) if kind != "BN"]
    edge = "R" if base & 1 else "L"
    _weak(kinds, solid, edge)
    _brackets(text, kinds, original, solid, edge)
    _neutral(kinds, solid, edge)
    return _implicit(kinds, base)


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """Rule L2: the indexes of runs, left to right, from their levels in logical order."""
    order = list(range(len(run_levels)))
    odd = [level for level in run_levels if level & 1]
    if not odd:
        return order
    for level in range(max(run_levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return order


def _kind(character: str) -> str:
    kind = unicodedata.bidirectional(character) or "L"
    return "BN" if kind in _CONTROLS else kind


def _weak(kinds: list[str], solid: list[int], edge: str) -> None:
    previous, strong = edge, edge
    for i in solid:  # W1
        if kinds[i] == "NSM":
            kinds[i] = previous
        previous = kinds[i]
    for i in solid:  # W2
        if kinds[i] in ("L", "R", "AL"):
            strong = kinds[i]
        elif kinds[i] == "EN" and strong == "AL":
            kinds[i] = "AN"
    for i in solid:  # W3
        if kinds[i] == "AL":
            kinds[i] = "R"
    _separators(kinds, solid)
    _terminators(kinds, solid)
    strong = edge
    for i in solid:  # W6, W7
        if kinds[i] in ("ES", "CS", "ET"):
            kinds[i] = "ON"
        if kinds[i] in ("L", "R"):
            strong = kinds[i]
        elif kinds[i] == "EN" and strong == "L":
            kinds[i] = "L"


def _separators(kinds: list[str], solid: list[int]) -> None:
    for before, i, after in zip(solid, solid[1:], solid[2:], strict=False):  # W4
        around = kinds[before]
        if around != kinds[after]:
            continue
        if (kinds[i] == "ES" and around == "EN") or (kinds[i] == "CS" and around in ("EN", "AN")):
            kinds[i] = around


def _terminators(kinds: list[str], solid: list[int]) -> None:
    at = 0
    while at < len(solid):  # W5
        end = at
        while end < len(solid) and kinds[solid[end]] == "ET":
            end += 1
        if end > at:
            beside = (at and kinds[solid[at - 1]] == "EN") or (end < len(solid) and kinds[solid[end]] == "EN")
            for k in range(at, end):
                kinds[solid[k]] = "EN" if beside else "ON"
        at = max(end, at + 1)


def _strong(kind: str) -> str | None:
    if kind == "L":
        return "L"
    return "R" if kind in ("R", "EN", "AN") else None


def _bracket_pairs(text: str, kinds: list[str], solid: list[int]) -> list[tuple[int, int]]:
    open_: list[tuple[str, int]] = []
    pairs = []
    for at, i in enumerate(solid):
        character = _SAME.get(text[i], text[i])
        if kinds[i] != "ON":
            continue
        if character in _PAIRS:
            if len(open_) >= _DEEPEST:
                return []
            open_.append((_PAIRS[character], at))
        elif character in _CLOSERS:
            for k in range(len(open_) - 1, -1, -1):
                if open_[k][0] == character:
                    pairs.append((open_[k][1], at))
                    del open_[k:]
                    break
    return sorted(pairs)


def _brackets(text: str, kinds: list[str], original: list[str], solid: list[int], edge: str) -> None:
    for start, end in _bracket_pairs(text, kinds, solid):  # N0
        inside = {_strong(kinds[solid[k]]) for k in range(start + 1, end)} - {None}
        if not inside:
            continue
        way = edge
        if edge not in inside:
            way = next((s for k in range(start - 1, -1, -1) if (s := _strong(kinds[solid[k]]))), edge)
        for at in (start, end):
            kinds[solid[at]] = way
            follow = at + 1
            while follow < len(solid) and original[solid[follow]] == "NSM":
                kinds[solid[follow]] = way
                follow += 1


def _neutral(kinds: list[str], solid: list[int], edge: str) -> None:
    at = 0
    while at < len(solid):  # N1, N2
        end = at
        while end < len(solid) and _strong(kinds[solid[end]]) is None:
            end += 1
        left = _strong(kinds[solid[at - 1]]) if at else edge
        right = _strong(kinds[solid[end]]) if end < len(solid) else edge
        for k in range(at, end):
            kinds[solid[k]] = left if left == right and left else edge
        at = max(end, at + 1)


def _implicit(kinds: list[str], base: int) -> list[int]:
    out, last = [], base
    for kind in kinds:  # I1, I2
        if kind == "L":
            last = base + (base & 1)
        elif kind == "R":
            last = base + 1 - (base & 1)
        elif kind != "BN":
            last = base + 1 if base & 1 else base + 2
        out.append(last)
    return out
