"""The one broom at the door: text from outside made safe to keep, show and print, and measured.

Verbs use :func:`line` and :func:`note`, which refuse what is too long, so that nothing is cut unasked.
"""

from __future__ import annotations

import re
import unicodedata

from desktop.model.refused import Refused

LONGEST_LINE = 300
LONGEST_NOTE = 100_000

_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_SPACES = re.compile("[\t\u000b\u000c]")
# C0 and C1 controls but newline; marks and embeddings that turn the direction of what follows;
# byte order marks and annotation anchors; the noncharacters of the Arabic block.
_DROPPED = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef]"
)


def clean(text: object) -> str:
    """``text`` as plain, printable Unicode in composed form.

    Lone surrogates become U+FFFD. Control characters, bidirectional controls and noncharacters go; tabs
    become spaces, every kind of line end becomes a newline.
    """
    words = str(text)
    if words.isascii() and words.isprintable():
        return words
    words = _SURROGATE.sub("\ufffd", words)
    words = _SPACES.sub(" ", _LINE_ENDS.sub("\n", words))
    words = _DROPPED.sub("", words)
    words = "".join(sign for sign in words if ord(sign) & 0xFFFE != 0xFFFE)
    return unicodedata.normalize("NFC", words)


def line(text: object, limit: int = LONGEST_LINE) -> str:
    """One clean line: newlines and runs of spaces are one space, ends are trimmed.

    Raises:
        Refused: ``text.too_long``, with ``length`` and ``limit`` in characters.
    """
    return _within(re.sub(" {2,}", " ", clean(text).replace("\n", " ")).strip(), limit)


def note(text: object, limit: int = LONGEST_NOTE) -> str:
    """Clean text that may have several lines; ends are trimmed.

    Raises:
        Refused: ``text.too_long``, with ``length`` and ``limit`` in characters.
    """
    return _within(clean(text).strip(), limit)


def _within(words: str, limit: int) -> str:
    if len(words) > limit:
        raise Refused("text.too_long", length=len(words), limit=limit)
    return words
