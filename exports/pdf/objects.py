"""PDF objects the page engine lacks: streams that end as PDF/A wants, and safe text strings."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc


class Stream(pdfdoc.PDFObject):
    """A stream with a line end before ``endstream`` (PDF/A 6.1.7.1), deflated unless told not to."""

    __RefOnly__ = 1

    def __init__(
        self, data: bytes, entries: Mapping[str, Any] | None = None, *, deflate: bool = True
    ) -> None:
        self.data = data
        self.entries = dict(entries or {})
        self.deflate = deflate

    def format(self, document: Any) -> bytes:
        """The bytes of the stream object."""
        data, entries = self.data, dict(self.entries)
        if self.deflate:
            data = zlib.compress(data, 6)
            entries["Filter"] = "/FlateDecode"
        entries["Length"] = len(data)
        head: bytes = pdfdoc.PDFDictionary(entries).format(document)
        return head + b"\nstream\n" + data + b"\nendstream"


def dictionary(entries: Mapping[str, Any]) -> Any:
    """A PDF dictionary; values are names (``/Name``), numbers, or PDF objects."""
    return pdfdoc.PDFDictionary(dict(entries))


def array(values: list[Any]) -> Any:
    """A PDF array."""
    return pdfdoc.PDFArray(values)


def string(text: str) -> Any:
    """A PDF text string, whatever the script."""
    return pdfdoc.PDFString(text)


def number(value: float) -> str:
    """A number as content streams take it: never with an exponent, never ``-0``."""
    words = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if words in ("-0", "") else words


def colour(code: str) -> str:
    """``#rrggbb`` as three numbers from 0 to 1."""
    return " ".join(number(int(code[i : i + 2], 16) / 255) for i in (1, 3, 5))
