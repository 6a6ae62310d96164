"""Spans cut into what a line is filled with: words that hold together, spaces, and forced line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from desktop.look import bidi
from desktop.look.faces import extends
from desktop.look.runs import Run, clusters, runs
from exports.pdf.sheet import Style
from exports.pdf.text.spans import Link, Span

Kind = Literal["word", "space", "break", "newline"]

# No-break spaces (U+00A0, U+202F) are not here: they are part of the word they hold together.
_PARTS = re.compile(
    "[ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+|\u200b+|[^ \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]+"
)
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_NEVER_FIRST = frozenset("、。，．・：；？！ー）」』】〕〉》”’%),.:;?!]}»…")
_NEVER_LAST = frozenset("（「『【〔〈《“‘([{«")
_BREAK_AFTER = frozenset("-/–—")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run in its style; ``width`` in points."""

    run: Run
    style: Style
    link: Link | None
    width: float


@dataclass(frozen=True, slots=True)
class Token:
    """One unit of line filling."""

    kind: Kind
    pieces: tuple[Piece, ...]
    width: float


_NEWLINE = Token("newline", (), 0.0)
_BREAK = Token("break", (), 0.0)


@dataclass(frozen=True, slots=True)
class _Owned:
    """A stretch of paragraph text that one span owns."""

    start: int
    end: int
    span: Span


def tokens(parts: Sequence[Span], rtl: bool = False, ligatures: bool = True) -> tuple[Token, ...]:
    """The tokens of styled spans, in reading order. Every span must have its style."""
    return _tokens(tuple(parts), rtl, ligatures)


@lru_cache(maxsize=8192)  # a document is laid out twice and more, from equal words
def _tokens(parts: tuple[Span, ...], rtl: bool, ligatures: bool) -> tuple[Token, ...]:
    out: list[Token] = []
    for number, paragraph in enumerate(_paragraphs(parts)):
        if number:
            out.append(_NEWLINE)
        out += _paragraph(paragraph, rtl, ligatures)
    return tuple(out)


def _paragraph(paragraph: Sequence[Span], rtl: bool, ligatures: bool) -> Iterator[Token]:
    text = "".join(span.words for span in paragraph)
    owned = list(_ownership(paragraph))
    levels = _levels(text, owned, int(rtl))
    for match in _PARTS.finditer(text):
        start, end = match.span()
        first = text[start]
        if first == "\u200b":
            yield _BREAK
            continue
        space = first == " " or (first.isspace() and first not in "\u00a0\u202f")
        for a, b in ((start, end),) if space else _holding(text, start, end):
            while owned[0].end <= a:
                del owned[0]
            kind: Kind = "space" if space else "word"
            if levels is None and owned[0].end >= b:
                span = owned[0].span
                assert span.style is not None
                yield _plain(kind, text[a:b], span.style, span.link, ligatures)
            else:
                yield _token(kind, text, a, b, owned, levels, ligatures)


@lru_cache(maxsize=50_000)
def _plain(kind: Kind, text: str, style: Style, link: Link | None, ligatures: bool) -> Token:
    """A token of one span and no right-to-left text: the same wherever it stands."""
    return _shaped(
        kind, [_piece_of(run, style, link) for run in runs(text, style.weight, ligatures=ligatures)]
    )


def _piece_of(run: Run, style: Style, link: Link | None) -> Piece:
    return Piece(run, style, link, run.shaped.advance * style.size / 1000)


def _shaped(kind: Kind, pieces: list[Piece]) -> Token:
    return Token(kind, tuple(pieces), sum(piece.width for piece in pieces))


def cut(token: Token, width: float) -> list[Token]:
    """A word wider than the line, cut into words that fit ``width``: after its no-break spaces, else between letters."""
    tied = _untied(token)
    if len(tied) > 1:
        return tied
    out: list[Token] = []
    held: list[Piece] = []
    room = width
    for piece in token.pieces:
        text, start = piece.run.text, 0
        used = 0.0
        for at, stop in clusters(text):
            wide = _piece(text[at:stop], piece).width
            if used + wide > room and (held or at > start):
                if at > start:
                    held.append(_piece(text[start:at], piece))
                out.append(_shaped("word", held))
                held, start, used, room = [], at, 0.0, width
            used += wide
        held.append(piece if start == 0 else _piece(text[start:], piece))
        room -= used
    if held:
        out.append(_shaped("word", held))
    return out


def _untied(token: Token) -> list[Token]:
    """The parts that no-break spaces hold together, each with the space it ends in."""
    out: list[Token] = []
    held: list[Piece] = []
    for piece in token.pieces:
        start, text = 0, piece.run.text
        for at, sign in enumerate(text):
            if sign in "\u00a0\u202f" and (at + 1 < len(text) or piece is not token.pieces[-1]):
                held.append(_piece(text[start : at + 1], piece))
                out.append(_shaped("word", held))
                held, start = [], at + 1
        if start < len(text):
            held.append(piece if start == 0 else _piece(text[start:], piece))
    return [*out, _shaped("word", held)] if held else out


def _piece(text: str, like: Piece) -> Piece:
    shaped = like.run.face.shape(text, like.run.rtl)
    return _piece_of(
        Run(text, like.run.face, like.run.level, shaped, like.run.missing), like.style, like.link
    )


def _paragraphs(parts: Sequence[Span]) -> Iterator[list[Span]]:
    held: list[Span] = []
    for span in parts:
        first, *rest = span.words.split("\n")
        held.append(Span(first, span.style, span.link, span.isolate))
        for words in rest:
            yield held
            held = [Span(words, span.style, span.link, span.isolate)]
    yield held


def _ownership(paragraph: Sequence[Span]) -> Iterator[_Owned]:
    at = 0
    for span in paragraph:
        if span.words:
            yield _Owned(at, at + len(span.words), span)
            at += len(span.words)


def _levels(text: str, owned: Sequence[_Owned], base: int) -> list[int] | None:
    """Embedding levels; an isolated span counts as one neutral character to the text around it."""
    if not base and not bidi.needs_bidi(text):
        return None
    outer: list[str] = []
    at: list[int] = []
    for part in owned:
        at.append(len(outer))
        outer.extend("\ufffc" if part.span.isolate else text[part.start : part.end])
    around = bidi.levels("".join(outer), base)
    out: list[int] = []
    for part, start in zip(owned, at, strict=True):
        if part.span.isolate:
            inner = around[start] + 1
            wanted = bidi.base_direction(part.span.words)
            inner += (inner & 1) != wanted
            out += bidi.levels(part.span.words, inner)
        else:
            out += around[start : start + part.end - part.start]
    return out


def _holding(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a word between which a line may end: CJK letters, and after hyphens and slashes."""
    begin = start
    if text[start:end].isalnum() and text[start:end].isascii():
        yield start, end
        return
    for i in range(start + 1, end):
        before, here = text[i - 1], text[i]
        if extends(here):
            continue
        cjk = bool(_CJK.match(here) or _CJK.match(before))
        if (cjk and here not in _NEVER_FIRST and before not in _NEVER_LAST) or (
            before in _BREAK_AFTER and i - begin > 2 and here.isalpha()
        ):
            yield begin, i
            begin = i
    yield begin, end


def _token(
    kind: Kind,
    text: str,
    start: int,
    end: int,
    owned: Sequence[_Owned],
    levels: Sequence[int] | None,
    ligatures: bool,
) -> Token:
    pieces: list[Piece] = []
    for part in owned:
        if part.end <= start:
            continue
        if part.start >= end:
            break
        a, b = max(start, part.start), min(end, part.end)
        style = part.span.style
        assert style is not None
        own = levels[a:b] if levels is not None else None
        if own is not None and not any(own):
            own = None
        pieces += [
            _piece_of(run, style, part.span.link)
            for run in runs(text[a:b], style.weight, levels=own, ligatures=ligatures)
        ]
    return _shaped(kind, pieces)
