"""The invitation: a page to print, and the same words as plain text for a mail."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from reportlab.platypus import Flowable

from desktop.words import inviting
from desktop.words.catalogue import Words
from desktop.words.clean import clean_line
from desktop.words.printed import heading
from exports.pdf.document import Made
from exports.pdf.flowables import Gap, Rule
from exports.pdf.printed.desk import Begun, Desk
from exports.pdf.sheet import ASK, H1, INK
from exports.printed import Printed

WIDE = 76
"""Letters in a line of the plain text: what every mail program shows unbroken."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading and its paragraphs."""

    heading: str
    lines: tuple[str, ...]


def as_page(printed: Printed, words: Words, begun: Begun) -> Made:
    """The invitation as a page."""
    desk = Desk(printed, words)

    def story() -> list[Flowable]:
        out: list[Flowable] = [
            desk.text(heading(words), H1, role="H1", outline=True),
            Rule(0.9, INK, before=3, after=10),
            desk.text(_opening(printed, words), ASK, after=4),
        ]
        for part in _parts(printed, words):
            lines = [desk.text(line, after=3) for line in part.lines]
            out += [Gap(10), desk.beside(part.heading, lines)]
        return out

    return desk.column(words.say("Invitation"), story, begun)


def as_text(printed: Printed, words: Words, begun: Begun) -> bytes:
    """The invitation as plain text in UTF-8, lines ended as mail and every editor take them."""
    begun(1)
    out = [heading(words), "", *_filled(_opening(printed, words))]
    for part in _parts(printed, words):
        out += ["", clean_line(part.heading).upper(), *(row for line in part.lines for row in _filled(line))]
    return ("\r\n".join(out) + "\r\n").encode("utf-8")


def _filled(line: str) -> list[str]:
    return textwrap.wrap(clean_line(line).replace("\u00a0", " "), WIDE) or [""]


def _opening(printed: Printed, words: Words) -> str:
    return inviting.opening(words, printed.city, len(printed.pivots))


def _parts(printed: Printed, words: Words) -> tuple[_Part, ...]:
    """Date and place, what for, what to read, how answers are kept, what else one may want to know."""
    say = words.say
    sittings = tuple(inviting.sitting(words, one.day, one.start, one.minutes) for one in printed.sittings)
    asks = [one for one in (printed.facilitator, printed.organisation) if one.strip()]
    parts = [
        _Part(say("When"), sittings),
        _Part(say("Where"), (inviting.place(words),)),
        _Part(
            say("What for"),
            (inviting.purpose(words), inviting.about_pivots(words, [one.name for one in printed.pivots])),
        ),
        _Part(say("Read before"), (inviting.read_before(words, len(printed.questions)),)),
        _Part(say("Your answers"), inviting.how_answers_are_kept(words)),
        _Part(say("Bring"), (inviting.bring(words),)),
        _Part(say("Your needs"), (inviting.other_formats(words),)),
    ]
    if asks:
        parts.append(_Part(say("Asked by"), (", ".join(asks),)))
    return tuple(parts)
