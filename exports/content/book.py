"""A framework and its actions as one workbook made for editing."""

from __future__ import annotations

import io
import re
from datetime import datetime
from pathlib import Path

from desktop.model.action_library import ActionLibrary
from desktop.model.framework import Framework, say
from desktop.model.text import clean
from desktop.words.catalogue import Words, speak
from exports.content.actions_sheet import add_action_texts, add_actions
from exports.content.lines import languages, lines_of
from exports.content.lists_sheet import add_lists
from exports.content.look import FIRST_ROW, add_content_styles
from exports.content.start_sheet import add_start
from exports.content.structure_sheet import add_framework, add_questions
from exports.content.texts_sheet import add_texts
from exports.excel.cells import Book, put
from exports.excel.finish import finish, without_value
from exports.excel.look import Edition, add_styles
from exports.excel.plan import LONGEST_PROPERTY, RIGHT_TO_LEFT
from exports.safely import NotWhole, Saved, write_safely

FORMAT = 1
HIDDEN = "_content"
"""The hidden sheet that says what this workbook is."""


def make_book(
    framework: Framework, actions: ActionLibrary | None, made_at: str, *, paper: str = "a4", words: Words | None = None
) -> bytes:  # fmt: skip
    """The workbook's bytes, the same for the same content."""
    spoken = words or speak("en")
    called = say(framework.title, framework.language)
    edition = Edition(
        status=spoken.say("{id}, version {version}", id=framework.id, version=framework.version),
        rehearsal=False, city=called, made=spoken.say("Saved {date}", date=made_at[:10]), paper=paper,
        rtl=re.split("[-_]", spoken.language)[0] in RIGHT_TO_LEFT,
    )  # fmt: skip
    book = Book({})
    add_styles(book.workbook, rtl=edition.rtl)
    add_content_styles(book.workbook)
    offered = languages(framework)
    lines = tuple(lines_of(framework, spoken))
    names = ["Framework", "Questions", "Actions", *(f"Texts {language}" for language in offered)]
    add_start(book, framework, names, spoken, edition, with_actions=actions is not None)
    add_framework(book, framework, actions, spoken, edition)
    add_questions(book, framework, spoken, edition)
    for language in offered:
        add_texts(book, framework, lines, language, spoken, edition)
    if actions is not None:
        add_actions(book, framework, actions, spoken, edition)
        for language in _languages(actions):
            add_action_texts(book, actions, language, spoken, edition)
    add_lists(book, framework, spoken, edition)
    soft = {sheet.title: FIRST_ROW for sheet in book.workbook.worksheets[1:]}
    _add_hidden(book)
    about = book.workbook.properties
    about.title = clean(spoken.say("{title}: a copy to edit", title=called))[:LONGEST_PROPERTY]
    about.creator, about.language = "Pivot Workshop", spoken.language
    about.created = datetime.fromisoformat(made_at).replace(tzinfo=None)
    book.workbook.active = 0
    out = io.BytesIO()
    book.workbook.save(out)
    return finish(out.getvalue(), book.values, made_at, soft)


def write_book(
    framework: Framework, actions: ActionLibrary | None, path: Path, made_at: str, *, paper: str = "a4"
) -> Saved:
    """Write the workbook; it takes its place once it reads back as what it was made from.

    Raises:
        exports.safely.NotWhole: it does not read back.
        OSError: the folder refuses.
    """
    data = make_book(framework, actions, made_at, paper=paper)
    return write_safely(path, lambda part: _write(part, data), lambda part: _check(part, framework, actions))


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _check(path: Path, framework: Framework, actions: ActionLibrary | None) -> None:
    from exports.content.reading_book import read_book

    data = path.read_bytes()
    read, library = read_book(data, path.name)
    told = (read.questions.keys(), read.language, None if library is None else library.by_id.keys())
    meant = (
        framework.questions.keys(),
        framework.language,
        None if actions is None else actions.by_id.keys(),
    )
    if told != meant:
        raise NotWhole(f"{path.name} does not hold what was written")
    if without_value(data):
        raise NotWhole(f"{path.name} has formulas without a value")


def _languages(actions: ActionLibrary) -> tuple[str, ...]:
    """The languages of the actions beside the file's own."""
    found = {language for action in actions.actions for language in action.title}
    return tuple(sorted(found - {actions.language}))


def _add_hidden(book: Book) -> None:
    sheet = book.sheet(HIDDEN)
    facts: tuple[tuple[str, str | int], ...] = (("kind", "content"), ("format", FORMAT))
    for row, (name, value) in enumerate(facts, start=1):
        put(sheet.cell(row, 1), name, "pw_plain")
        put(sheet.cell(row, 2), value, "pw_plain")
    sheet.sheet_state = "hidden"
