"""The sign-in sheet: who came, by post. It knows no seats."""

from __future__ import annotations

from reportlab.platypus import Flowable

from desktop.words import printed as say
from desktop.words.catalogue import Words
from desktop.words.dates import long_date
from exports.pdf.document import Made
from exports.pdf.flowables import Band, Column, Gap, Panel, Rule, TableBlock
from exports.pdf.flowables_table import Row
from exports.pdf.printed.desk import Begun, Desk
from exports.pdf.sheet import H1, INK
from exports.printed import Printed

LEAST_SPARE = 3
ROW = 13.0
"""Half the height of a row to write in (points)."""


def sign_in(printed: Printed, words: Words, begun: Begun) -> Made:
    """Empty rows for everybody expected and a few more, under the names of the groups where there are any."""
    desk = Desk(printed, words)

    def story() -> list[Flowable]:
        return [
            desk.text(words.say("Who is here"), H1, role="H1", outline=True),
            Rule(0.9, INK, before=3, after=7),
            desk.facts(
                (
                    (words.say("City"), printed.city),
                    (words.say("Workshop"), long_date(words, printed.date)),
                    (words.say("Expected"), str(len(printed.seats))),
                )
            ),
            Gap(9),
            Panel([desk.text(say.sign_in_note(words))]),
            Gap(9),
            TableBlock(
                (
                    Column(words.say("Post"), 200),
                    Column(words.say("Department"), 130),
                    Column(words.say("Signature"), 153),
                ),
                _rows(printed),
                pad=ROW,
                row_heads=False,
                rtl=desk.rtl,
            ),
        ]

    return desk.column(words.say("Sign-in sheet"), story, begun)


def _rows(printed: Printed) -> list[Row]:
    people = len(printed.seats)
    spare = max(LEAST_SPARE, people // 10)
    grouped = sum(number for _, number in printed.groups)
    rows: list[Row] = []
    for name, number in printed.groups:
        rows += [Band(name), *[("", "", "")] * number]
    return [*rows, *[("", "", "")] * (people - grouped + spare)]
