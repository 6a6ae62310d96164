"""The one broom at every border: text from outside, made safe to keep, show and print, and cut to size."""

from __future__ import annotations

import re
import unicodedata

ELLIPSIS = "…"

_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_SPACES = re.compile("[\t\u000b\u000c]")
# C0 and C1 controls but newline; marks and embeddings that turn the direction of what follows;
# byte order marks and annotation anchors; the noncharacters of the Arabic block.
_DROPPED = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef]"
)


def clean(text: object, limit: int | None = None) -> str:
    """``text`` as plain, printable Unicode in composed form, at most ``limit`` characters long.

    Lone surrogates become U+FFFD. Control characters, bidirectional controls and noncharacters go;
    tabs become spaces, every kind of line end becomes a newline. A text that is too long ends in "…".
    """
    words = str(text)
    if words.isascii() and words.isprintable():
        return shorten(words, limit)
    words = _SURROGATE.sub("\ufffd", words)
    words = _SPACES.sub(" ", _LINE_ENDS.sub("\n", words))
    words = _DROPPED.sub("", words)
    words = "".join(c for c in words if ord(c) & 0xFFFE != 0xFFFE)
    return shorten(unicodedata.normalize("NFC", words), limit)


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
