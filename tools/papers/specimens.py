"""Documents that try the paper engine, for veraPDF and the other readers: four scripts, hostile text, a long table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reportlab.platypus import Flowable

from desktop.look.marks import Arc, Box, Disc, Icon, Line, Picture, Text
from desktop.look.mirror import mirrored
from exports.pdf.about import About
from exports.pdf.document import Places, Running, write_document
from exports.pdf.flowables import (
    Align,
    Band,
    Beside,
    Column,
    Columns,
    FigureBlock,
    Gap,
    ListBlock,
    Panel,
    Rule,
    Stack,
    TableBlock,
    TextBlock,
    Tinted,
)
from exports.pdf.sheet import ACCENT, ASK, BODY, BODY_RTL, H1, H2, INK, LABEL, NOTE, SIDE_HEADING, STRONG
from exports.pdf.text.spans import Link, Span

MADE_AT = datetime(2027, 3, 1, 9, tzinfo=UTC)

HOSTILE = {
    "unclosed tag": "<b>unclosed",
    "file tag and entities": "<img src='/etc/passwd'> AT&T &copy; <foo>",
    "formula": "=cmd()|' /C calc'!A0",
    "controls": "a\x00b\x0bc\x1bd\ufffee\ud800f",
    "emoji": "👩\u200d💻👍🏽🇫🇷1\ufe0f\u20e3 🚀 ☑ ✓ ▲",
    "no face": "ภาษาไทย ᚛ᚑ᚜ \U00012000",
    "stacked accents": "e" + "\u0301" * 40,
    "long word": "W" * 300,
    "han": "字" * 300,
    "arabic": "لا إله " * 60,
    "direction controls": "\u202eevil\u2066x",
    "nothing": "",
    "only spaces": " \n\n ",
    "20,000 letters": "a" * 20_000,
    "4,000 words": "word " * 4000,
    "pdf syntax": "()\\()\\) <</X>> BT ET EMC",
    "soft hyphens": "\u00adsoft\u00adhyphen\u200b.",
    "devanagari": "नमस्ते क्षि",
}
"""Texts that people or programs have broken documents with, by what they try."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What one language's specimen says."""

    language: str
    title: str
    heading: str
    sentence: str
    action: str
    owners: tuple[str, ...]
    page: str
    rtl: bool = False


_LANGUAGES = (
    _Words(
        "en",
        "Digital roadmap of Rivermouth",
        "We ask the council to",
        "Agree the seven targets in figure 1 as the city’s aim for the end of 2028, from 2 to 2½ and 10%.",
        "Name an owner for each core register",
        ("City Registrar", "Ana Ruíz", "محمد علي", "Олена Іваненко"),
        "Page {n} of {total}",
    ),
    _Words(
        "ar",
        "خارطة طريق مدينة عمّان الرقمية",
        "نطلب من المجلس",
        "بلدية مدينة عمّان: خطة التحول الرقمي 2027 (Smart City) — لا إله، الأولوية 2½ من 7 محاور، بنسبة 10%.",
        "تسمية مالك لكل سجل أساسي",
        ("محمد علي", "تל אביב", "Ana Ruíz", "Олена Іваненко"),
        "صفحة {n} من {total}",
        rtl=True,
    ),
    _Words(
        "uk",
        "Цифрова дорожня карта Києва",
        "Просимо раду",
        "Погодити сім цілей як мету міста до кінця 2028 року, від 2 до 2½ та 10%.",
        "Призначити відповідального за кожен реєстр",
        ("Олена Іваненко", "王小明", "Ana Ruíz", "محمد علي"),
        "Сторінка {n} з {total}",
    ),
    _Words(
        "zh",
        "城市数字化路线图",
        "请市议会",
        "同意将七项目标作为本市到2028年底的目标，从2提高到2½，增长10%；并请负责人立即开始工作。",
        "为每个核心登记册指定负责人",
        ("王小明", "Ana Ruíz", "김철수", "Олена Іваненко"),
        "第 {n} 页，共 {total} 页",
    ),
)

_Story = Callable[[_Words, Places], Sequence[Flowable]]


def specimens(out_dir: Path) -> list[Path]:
    """Write all specimens into a folder (made if missing) and return their paths, in a fixed order."""
    paths = [_written(out_dir / f"specimen-{words.language}.pdf", words, _pages) for words in _LANGUAGES]
    english = _LANGUAGES[0]
    paths.append(_written(out_dir / "specimen-hostile.pdf", english, lambda _words, _places: _hostile()))
    paths.append(
        _written(out_dir / "specimen-table-500.pdf", english, lambda words, _places: _long_table(words))
    )
    return paths


def _written(target: Path, words: _Words, story: _Story) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    about = About(words.title, words.language, "City of Rivermouth", MADE_AT, rtl=words.rtl)
    running = Running(
        words.title, "2027", lambda n, total: words.page.format(n=n, total=total), tag="Draft v1"
    )
    return write_document(target, about, lambda places: story(words, places), running).saved.path


def _pages(words: _Words, places: Places) -> Sequence[Flowable]:
    rtl = words.rtl
    body = BODY_RTL if rtl else BODY
    link = Span(words.action, body.but(colour=ACCENT), Link("#actions", words.action))
    site = Span(
        "https://example.org/strategy/roadmap",
        body.but(colour=ACCENT),
        Link("https://example.org/", "example.org"),
    )
    facts = [
        Stack([TextBlock(words.heading, LABEL, rtl=rtl), TextBlock(name, STRONG, rtl=rtl)])
        for name in words.owners
    ]
    asks = [TextBlock(words.sentence, ASK, number=str(n), rtl=rtl, after=4) for n in range(1, 4)]
    picture = _picture(words)
    return [
        TextBlock(words.title, H1, role="H1", outline=True, rtl=rtl),
        Rule(0.9, INK, before=4, after=6),
        Columns(facts, (0, 130, 247.7, 365.3), rtl=rtl),
        Gap(),
        Panel(
            [Beside(TextBlock(words.heading, SIDE_HEADING, role="H2", outline=True, rtl=rtl), asks, rtl=rtl)]
        ),
        Gap(9),
        Beside(
            [
                TextBlock(words.heading, SIDE_HEADING, role="H2", outline=True, rtl=rtl),
                TextBlock(words.sentence, NOTE, fit="balanced", rtl=rtl),
            ],
            [
                TextBlock(
                    [words.sentence, " ", link, f" ({places.page('actions')}) ", site, "."],
                    body,
                    number="4",
                    rtl=rtl,
                )
            ],
            rtl=rtl,
        ),
        Gap(),
        FigureBlock(mirrored(picture) if rtl else picture),
        ListBlock([words.sentence, words.action], body, rtl=rtl, before=10),
        ListBlock([words.sentence, words.action], body, numbered=True, rtl=rtl, before=10),
        TextBlock(words.action, H2, role="H2", outline=True, anchor="actions", before=10, after=4, rtl=rtl),
        _table(words, 24),
        *(TextBlock((words.sentence + " ") * 4, body, rtl=rtl, before=7) for _ in range(12)),
    ]


def _picture(words: _Words) -> Picture:
    return Picture(
        483,
        96,
        (
            Box(0, 0, 483, 96, fill="#EAEEF4", radius=8),
            Box(10, 12, 100, 20, fill="#0B726A"),
            Line(((10, 50), (300, 50)), INK, 1.5, (4, 2)),
            Disc((320, 50), 12, fill="#A51F54"),
            Disc((352, 50), 12, stroke="#A51F54", width=2),
            Arc((400, 50), 20, 0, 270, ACCENT, 4),
            Icon("calendar", 440, 12, 24, INK),
            Text((120, 27), words.owners[0] + " 2½", 12, INK, "semibold"),
            Text((241, 84), words.action, 11, INK, "bold", "middle"),
        ),
        alt=words.sentence,
    )


def _table(words: _Words, rows: int) -> TableBlock:
    units: Align = "units"
    columns = [
        Column(words.action, 170),
        Column(words.heading, 110),
        Column("2027", 70),
        Column("%", 43.28, units, STRONG),
        Column("", 90),
    ]
    body: list[Sequence[str] | Band | Tinted] = [Band(words.heading, "50")]
    for n in range(rows):
        owner = words.owners[n % len(words.owners)]
        body.append(
            (f"{words.action} {n + 1}", owner, f"2027-{n % 12 + 1:02d}", ("2", "2½", "3.3")[n % 3], "")
        )
    body.append(Tinted((words.heading, "", "", "10", "")))
    caption: list[str | Span] = [Span("1  ", NOTE.but(weight="semibold", colour=INK)), words.sentence]
    return TableBlock(columns, body, caption=caption, rtl=words.rtl, after=8)


def _hostile() -> Sequence[Flowable]:
    out: list[Flowable] = [TextBlock("Hostile <b> & \x00\ud800", H1, role="H1", outline=True)]
    for name, text in HOSTILE.items():
        out += [
            TextBlock([name, ": ", text[:80]], H2, role="H2", outline=True),
            TextBlock(text),
            TextBlock(text, rtl=True),
            ListBlock([text[:2000]]),
            FigureBlock(Picture(300, 24, (Text((4, 16), text[:60], 10, INK),), alt=f"{name}: {text[:60]}")),
            TableBlock(
                [Column("A", 40), Column(text[:80], 100), Column("", 200)],
                [(text[:600], "", text)],
                caption=name,
            ),
        ]
    side = TextBlock("x" * 100, SIDE_HEADING, role="H2")
    out.append(Panel([Beside(side, [TextBlock(text[:3000]) for text in HOSTILE.values()])]))
    out.append(TableBlock([Column("A", 100), Column("B", 100)], [], empty="none"))
    return out


def _long_table(words: _Words) -> Sequence[Flowable]:
    return [TextBlock(words.title, H1, role="H1", outline=True), _table(words, 500)]
