"""JSON in which every value knows its line, and a key written twice is noticed.

The standard library's decoder reads each text, number and word; only objects and lists are walked here,
because ``json`` forgets where they stood.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from dataclasses import dataclass
from hashlib import sha256
from typing import NoReturn

from desktop.model.faults import Fault, Faults

LARGEST_FILE = 5_000_000
"""Bytes. The built-in framework is a fiftieth of this."""
DEEPEST = 30
_SPACE = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON value and the line it starts on. Objects hold nodes by key, lists hold nodes."""

    value: dict[str, Node] | list[Node] | str | int | float | bool | None
    line: int


def decode(data: str | bytes) -> str:
    """The text of a file; a byte order mark at its start is left out.

    Raises:
        Faults: too large, or not UTF-8.
    """
    if len(data) > LARGEST_FILE:
        raise Faults([Fault(1, "", "file.too_large", {"limit": LARGEST_FILE})])
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Faults([Fault(line, "", "file.not_utf8")]) from error


def parse(text: str) -> tuple[Node, list[Fault]]:
    """The tree of a JSON text, and the keys that stand twice in one object.

    Raises:
        Faults: the text is not JSON, or nested deeper than any file of ours.
    """
    walk = _Walk(text)
    node = walk.value(0)
    walk.skip()
    if walk.at < len(text):
        walk.stop()
    return node, walk.repeated


def plain(node: Node) -> object:
    """The value without its lines, as ``json.loads`` gives it."""
    if isinstance(node.value, dict):
        return {key: plain(part) for key, part in node.value.items()}
    if isinstance(node.value, list):
        return [plain(part) for part in node.value]
    return node.value


def fingerprint(node: Node) -> str:
    """SHA-256 of the value in one fixed spelling: spaces and the order of keys do not change it."""
    body = json.dumps(plain(node), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(body.encode()).hexdigest()


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are not JSON


class _Walk:
    """One pass over the text, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.repeated: list[Fault] = []
        self._decoder = json.JSONDecoder(parse_constant=_no_constant)
        self._ends = [end.start() for end in re.finditer("\n", text)]

    def line(self, at: int) -> int:
        return bisect_left(self._ends, at) + 1

    def stop(self, at: int | None = None) -> NoReturn:
        raise Faults([Fault(self.line(self.at if at is None else at), "", "json.syntax")])

    def skip(self) -> None:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def take(self, sign: str) -> bool:
        """Step over ``sign`` if it comes next, after white space."""
        self.skip()
        if not self.text.startswith(sign, self.at):
            return False
        self.at += 1
        return True

    def value(self, depth: int) -> Node:
        self.skip()
        start = self.line(self.at)
        if depth > DEEPEST:
            raise Faults([Fault(start, "", "json.too_deep", {"limit": DEEPEST})])
        if self.take("{"):
            return Node(self._object(depth), start)
        if self.take("["):
            return Node(self._list(depth), start)
        return Node(self._scalar(), start)

    def _object(self, depth: int) -> dict[str, Node]:
        parts: dict[str, Node] = {}
        if self.take("}"):
            return parts
        while True:
            self.skip()
            line = self.line(self.at)
            if not self.text.startswith('"', self.at):
                self.stop()
            key = str(self._scalar())
            if not self.take(":"):
                self.stop()
            node = self.value(depth + 1)
            if key in parts:
                self.repeated.append(Fault(line, "", "key.repeated", {"key": key}))
            parts[key] = node
            if self.take("}"):
                return parts
            if not self.take(","):
                self.stop()

    def _list(self, depth: int) -> list[Node]:
        parts: list[Node] = []
        if self.take("]"):
            return parts
        while True:
            parts.append(self.value(depth + 1))
            if self.take("]"):
                return parts
            if not self.take(","):
                self.stop()

    def _scalar(self) -> str | int | float | bool | None:
        try:
            value, self.at = self._decoder.raw_decode(self.text, self.at)
        except json.JSONDecodeError as error:
            self.stop(error.pos)
        except ValueError:  # NaN, Infinity, a number of thousands of digits
            self.stop()
        assert value is None or isinstance(value, str | int | float)
        return value
