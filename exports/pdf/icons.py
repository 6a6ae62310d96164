"""The shipped line icons as PDF paths, in their own 24-unit grid (y downward)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from defusedxml import ElementTree

import resources
from exports.pdf.objects import number

ICON_FOLDER = Path(resources.__file__).parent / "icons"
_STEPS = re.compile("([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:[0-9]*[.][0-9]+|[0-9]+[.]?)(?:[eE][-+]?[0-9]+)?)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


@cache
def icon_paths(name: str) -> tuple[str, ...]:
    """The strokes of an icon as path operators. Raises FileNotFoundError for a name that is not shipped."""
    root = ElementTree.parse(ICON_FOLDER / f"{name}.svg").getroot()
    return tuple(path for element in root.iter() if (path := _element(element.tag, element.attrib)))


def _element(tag: str, given: dict[str, str]) -> str:
    kind = tag.rpartition("}")[2]
    value = {key: float(text) for key, text in given.items() if re.fullmatch("[-0-9.]+", text)}
    match kind:
        case "path":
            return " ".join(_Path(given["d"]).operators())
        case "line":
            return f"{_at(value['x1'], value['y1'])} m {_at(value['x2'], value['y2'])} l"
        case "polyline" | "polygon":
            close = " Z" if kind == "polygon" else ""
            return " ".join(_Path(f"M{given['points']}{close}").operators())
        case "circle" | "ellipse":
            wide = value.get("r", value.get("rx", 0.0))
            return _ellipse(
                value.get("cx", 0.0), value.get("cy", 0.0), wide, value.get("r", value.get("ry", 0.0))
            )
        case "rect":
            return _rect(value)
    return ""


def _ellipse(x: float, y: float, wide: float, high: float) -> str:
    turn = f"A{wide} {high} 0 0 1"
    return " ".join(_Path(f"M{x - wide} {y}{turn} {x + wide} {y}{turn} {x - wide} {y}Z").operators())


def _rect(value: dict[str, float]) -> str:
    x, y, wide, high = value.get("x", 0.0), value.get("y", 0.0), value["width"], value["height"]
    radius = value.get("rx", value.get("ry", 0.0))
    if not radius:
        return f"{_at(x, y)} {number(wide)} {number(high)} re"
    turn = f"a{radius} {radius} 0 0 1"
    path = (
        f"M{x + radius} {y}h{wide - 2 * radius}{turn} {radius} {radius}v{high - 2 * radius}{turn} {-radius} {radius}"
        f"h{2 * radius - wide}{turn} {-radius} {-radius}v{2 * radius - high}{turn} {radius} {-radius}Z"
    )
    return " ".join(_Path(path).operators())


class _Path:
    """An SVG path read step by step: the pen's place, and the handle that a smooth curve mirrors."""

    def __init__(self, data: str) -> None:
        self.x = self.y = self.start_x = self.start_y = 0.0
        self.handle: tuple[float, float] | None = None
        self._data = data

    def operators(self) -> Iterator[str]:
        """PDF path operators."""
        for verb, numbers in _commands(self._data):
            upper = verb.upper()
            handle, self.handle = self.handle, None
            yield from self._step(upper, verb.islower(), numbers, handle)

    def _step(
        self, verb: str, relative: bool, n: list[float], handle: tuple[float, float] | None
    ) -> Iterator[str]:
        dx, dy = (self.x, self.y) if relative else (0.0, 0.0)
        match verb:
            case "M" | "L" | "T" | "H" | "V":
                to_x = self.x if verb == "V" else n[0] + dx
                to_y = self.y if verb == "H" else n[-1] + dy
                if verb == "M":
                    self.start_x, self.start_y = to_x, to_y
                yield f"{_at(to_x, to_y)} {'m' if verb == 'M' else 'l'}"
                self.x, self.y = to_x, to_y
            case "C" | "S" | "Q":
                yield self._curve(verb, [v + (dy if i % 2 else dx) for i, v in enumerate(n)], handle)
            case "A":
                yield from self._arc(n, n[5] + dx, n[6] + dy)
            case "Z":
                yield "h"
                self.x, self.y = self.start_x, self.start_y

    def _curve(self, verb: str, n: list[float], handle: tuple[float, float] | None) -> str:
        if verb == "S":
            mirrored = (2 * self.x - handle[0], 2 * self.y - handle[1]) if handle else (self.x, self.y)
            n = [*mirrored, *n]
        elif verb == "Q":
            cx, cy, to_x, to_y = n
            first = (self.x + 2 / 3 * (cx - self.x), self.y + 2 / 3 * (cy - self.y))
            n = [*first, to_x + 2 / 3 * (cx - to_x), to_y + 2 / 3 * (cy - to_y), to_x, to_y]
        self.handle = (n[2], n[3])
        self.x, self.y = n[4], n[5]
        return f"{_at(n[0], n[1])} {_at(n[2], n[3])} {_at(n[4], n[5])} c"

    def _arc(self, n: list[float], to_x: float, to_y: float) -> Iterator[str]:
        """From end points to centre (SVG 1.1, appendix F.6.5), for circles and upright ellipses alike."""
        rx, ry, tilt = abs(n[0]), abs(n[1]), math.radians(n[2])
        if not rx or not ry or (to_x, to_y) == (self.x, self.y):
            yield f"{_at(to_x, to_y)} l"
            self.x, self.y = to_x, to_y
            return
        cos, sin = math.cos(tilt), math.sin(tilt)
        half_x, half_y = (self.x - to_x) / 2, (self.y - to_y) / 2
        ux, uy = cos * half_x + sin * half_y, cos * half_y - sin * half_x
        grow = math.sqrt(max(1.0, (ux / rx) ** 2 + (uy / ry) ** 2))
        rx, ry = rx * grow, ry * grow
        under = (rx * uy) ** 2 + (ry * ux) ** 2
        far = math.sqrt(max(0.0, (rx * ry) ** 2 - under) / under) * (-1 if n[3] == n[4] else 1)
        vx, vy = far * rx * uy / ry, -far * ry * ux / rx
        cx = cos * vx - sin * vy + (self.x + to_x) / 2
        cy = sin * vx + cos * vy + (self.y + to_y) / 2
        begin = math.atan2((uy - vy) / ry, (ux - vx) / rx)
        sweep = math.atan2((-uy - vy) / ry, (-ux - vx) / rx) - begin
        if n[4] and sweep < 0:
            sweep += 2 * math.pi
        elif not n[4] and sweep > 0:
            sweep -= 2 * math.pi
        parts = max(1, math.ceil(abs(sweep) / (math.pi / 2)))
        arm = 4 / 3 * math.tan(sweep / parts / 4)

        def spot(angle: float, along: float) -> tuple[float, float]:
            x = rx * (math.cos(angle) - along * math.sin(angle))
            y = ry * (math.sin(angle) + along * math.cos(angle))
            return cx + cos * x - sin * y, cy + sin * x + cos * y

        for part in range(parts):
            one, two = begin + sweep * part / parts, begin + sweep * (part + 1) / parts
            yield f"{_at(*spot(one, arm))} {_at(*spot(two, -arm))} {_at(*spot(two, 0))} c"
        self.x, self.y = to_x, to_y


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; repeated numbers repeat it (after a move they draw lines)."""
    verb, held = "", list[float]()
    for found, value in _STEPS.findall(_spaced_flags(data)):
        if found:
            verb, held = found, []
            if not _TAKES[verb.upper()]:
                yield verb, []
            continue
        held.append(float(value))
        if len(held) == _TAKES[verb.upper()]:
            yield verb, held
            held = []
            verb = {"M": "L", "m": "l"}.get(verb, verb)


def _spaced_flags(data: str) -> str:
    """Arc flags may be written without spaces (``a2 2 0 012 2``): put them apart."""

    def arc(match: re.Match[str]) -> str:
        out, rest = [], match[2].strip()
        part = re.compile(r"[\s,]*([-+]?(?:[0-9]*[.][0-9]+|[0-9]+)(?:[eE][-+]?[0-9]+)?)")
        flag = re.compile(r"[\s,]*([01])")
        while rest.strip(" ,\n\t"):
            for index in range(7):
                found = (flag if index in (3, 4) else part).match(rest)
                if found is None:
                    raise ValueError(f"not an arc: {match[0]}")
                out.append(found[1])
                rest = rest[found.end() :]
        return match[1] + " ".join(out)

    return re.sub(r"([aA])([^a-zA-Z]*)", arc, data)


def _at(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"
