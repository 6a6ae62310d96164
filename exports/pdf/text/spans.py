"""What the text engine is given: words, each with a style, perhaps a link. Words are data, never markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.words.clean import clean
from desktop.words.lists import FSI, PDI
from exports.pdf.sheet import Style


@dataclass(frozen=True, slots=True)
class Link:
    """Where a click leads: ``#anchor`` in this document or a web address; ``says`` describes it aloud."""

    target: str
    says: str


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one style (none: the block's). ``isolate`` keeps a name's direction from its neighbours."""

    words: str
    style: Style | None = None
    link: Link | None = None
    isolate: bool = False


Words = str | Span | Sequence["str | Span"]


def spans(words: Words, style: Style) -> list[Span]:
    """Every kind of ``words`` as cleaned spans with a style each; what stands in FSI … PDI is a span of its own."""
    if isinstance(words, (str, Span)):
        words = (words,)
    out = []
    for part in words:
        span = part if isinstance(part, Span) else Span(part)
        for text, isolate in _isolates(span.words):
            out.append(
                replace(span, words=clean(text), style=span.style or style, isolate=span.isolate or isolate)
            )
    return out


def _isolates(text: str) -> list[tuple[str, bool]]:
    """The stretches of a text, and whether each was isolated."""
    if FSI not in text:
        return [(text, False)]
    out: list[tuple[str, bool]] = []
    for place, stretch in enumerate(text.split(FSI)):
        inner, _, rest = stretch.partition(PDI) if place else ("", "", stretch)
        out += [(part, isolate) for part, isolate in ((inner, True), (rest, False)) if part]
    return out or [("", False)]


def plain(words: Words) -> str:
    """The words alone, for alternative text, outlines and counting."""
    if isinstance(words, str):
        return clean(words)
    if isinstance(words, Span):
        return clean(words.words)
    return "".join(plain(part) for part in words)
