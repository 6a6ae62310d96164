"""Reads a tagged PDF back the way a screen reader does: by the structure tree, with pypdf."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream


@dataclass
class Element:
    role: str
    alt: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)
    links: int = 0

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, role: str) -> list[Element]:
        found = [self] if self.role == role else []
        for child in self.children:
            if isinstance(child, Element):
                found += child.all(role)
        return found

    def outline(self) -> list[tuple[str, str]]:
        """Role and text of every element that has words of its own, in reading order."""
        if any(isinstance(child, str) for child in self.children):
            return [(self.role, self.text)]
        return [pair for child in self.children if isinstance(child, Element) for pair in child.outline()]


class Reading:
    def __init__(self, data: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(data))
        self.catalogue: Any = self.reader.trailer["/Root"]
        self.pages = [_page_texts(page, self.reader) for page in self.reader.pages]
        self._numbers = {page.indirect_reference.idnum: n for n, page in enumerate(self.reader.pages)}
        root = self.catalogue["/StructTreeRoot"]
        self.document = self._element(root["/K"][0].get_object())

    @property
    def artifacts(self) -> list[str]:
        """What the artifacts of each page say (running heads, repeated heads)."""
        return [texts.get(None, "") for texts in self.pages]

    def _element(self, raw: Any) -> Element:
        attributes: dict[str, Any] = {}
        given = raw.get("/A", ArrayObject())
        for one in given if isinstance(given, list) else [given]:
            attributes |= dict(one.get_object())
        element = Element(raw["/S"][1:], str(raw.get("/Alt", "")), attributes)
        page = self._page(raw)
        for kid in raw["/K"]:
            kid = kid.get_object()
            if isinstance(kid, int):
                element.children.append(self.pages[page].get(kid, ""))
            elif kid.get("/Type") == "/MCR":
                element.children.append(self.pages[self._page(kid)].get(kid["/MCID"], ""))
            elif kid.get("/Type") == "/OBJR":
                element.links += 1
            else:
                element.children.append(self._element(kid))
        return element

    def _page(self, raw: Any) -> int:
        return self._numbers[raw.raw_get("/Pg").idnum] if "/Pg" in raw else -1


def _page_texts(page: Any, reader: PdfReader) -> dict[int | None, str]:
    fonts = {name: _to_unicode(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    texts: dict[int | None, str] = {}
    open_: list[tuple[int | None, str | None]] = []
    font: dict[int, str] = {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"BDC":
            number = operands[1].get("/MCID", open_[-1][0] if open_ else None)
            actual = operands[1].get("/ActualText")
            open_.append((number, actual))
            if actual is not None:
                texts[number] = texts.get(number, "") + str(actual)
        elif operator == b"EMC":
            open_.pop()
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator == b"TJ" and open_[-1][1] is None:
            codes = b"".join(_raw(part) for part in operands[0] if not isinstance(part, (int, float)))
            said = "".join(font[int.from_bytes(codes[i : i + 2])] for i in range(0, len(codes), 2))
            texts[open_[-1][0]] = texts.get(open_[-1][0], "") + said
    return texts


def _raw(part: Any) -> bytes:
    return bytes(part.original_bytes) if hasattr(part, "original_bytes") else bytes(part)


def _to_unicode(font: Any) -> dict[int, str]:
    table = font["/ToUnicode"].get_data().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]*)>\n?", table.partition("endcodespacerange")[2])
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be").replace("\u2060", "") for code, text in pairs
    }
