"""The workbook for own content: everything is in it, and comes back as it was; only what is yours can be typed over."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import openpyxl
import pytest

from desktop.model import builtin
from desktop.model.action_library import read_actions
from desktop.model.framework_file import read_framework
from desktop.model.library.content import Choice
from exports.content.book import make_book, write_book
from exports.content.copies import copy_of, own_copy
from exports.content.reading_book import read_book
from exports.excel.finish import without_value
from tests.exports.content.editing import AT, Edited, shipped_book

FILES = Path(__file__).parents[2] / "files"
HOSTILE = ("=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "<b>&amp;", "_x0041_", "مدينة 🏙", "%s {line}", "#REF!")


def test_the_shipped_content_comes_back_as_it_was() -> None:
    framework, actions = read_book(shipped_book(), "own.xlsx")
    assert actions is not None
    assert (framework.sha256, actions.sha256) == (builtin.framework().sha256, builtin.actions().sha256)
    assert read_framework(framework.body).sha256 == framework.sha256, "and its text is the JSON of the same"


@pytest.mark.parametrize("name", ["one-a-pivot", "three-a-pivot", "five-levels-from-0"])
def test_other_frameworks_and_scales_come_back_too(name: str) -> None:
    framework = read_framework((FILES / f"framework-{name}.json").read_bytes())
    read, actions = read_book(make_book(framework, None, AT), "own.xlsx")
    assert actions is None
    assert read.questions == framework.questions
    assert (read.lowest, read.stages, read.sets) == (framework.lowest, framework.stages, framework.sets)


def test_translations_have_a_sheet_each_and_come_back() -> None:
    content = json.loads(builtin.framework().body)
    content["title"]["fr"] = "Sept pivots"
    content["pivots"][0]["questions"][0]["levels"][0]["short"]["fr"] = "Pas d’alarme"
    framework = read_framework(json.dumps(content))
    library = json.loads(builtin.actions().body)
    library["actions"][0]["title"]["fr"] = "Écrire le plan"
    actions = read_actions(json.dumps(library), framework)
    data = make_book(framework, actions, AT)
    assert {"Texts en", "Texts fr", "Actions fr"} <= set(openpyxl.load_workbook(io.BytesIO(data)).sheetnames)
    read, again = read_book(data, "own.xlsx")
    assert again is not None
    assert (read.sha256, again.sha256) == (framework.sha256, actions.sha256)


def test_hostile_words_stay_words_and_come_back() -> None:
    content = json.loads(builtin.framework().body)
    questions = [question for pivot in content["pivots"] for question in pivot["questions"]]
    for question, words in zip(questions, HOSTILE, strict=False):
        question["ask_for"]["en"] = words
        question["levels"][0]["short"]["en"] = words
    framework = read_framework(json.dumps(content))
    data = make_book(framework, builtin.actions(), AT)
    book = openpyxl.load_workbook(io.BytesIO(data))
    formulas = {
        str(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type in ("f", "e")
    }
    assert all(re.match(r"=(LEN|IF\(TRIM)\(", formula) for formula in formulas), (
        "only the lengths are formulas"
    )
    assert read_book(data, "own.xlsx")[0].sha256 == framework.sha256


def test_ids_are_locked_and_texts_are_open() -> None:
    book = Edited()
    for name in ("Framework", "Questions", "Texts en", "Actions"):
        assert book.sheet(name).protection.sheet
        assert not book.sheet(name).protection.password
    assert not book.cell("Texts en", "questions/D1/title", "Text").protection.locked
    assert book.cell("Texts en", "questions/D1/title", "Question").protection.locked
    assert book.cell("Questions", "questions/D1", "Question").protection.locked
    assert not book.cell("Questions", "questions/D1", "Lens").protection.locked
    assert not book.cell("Questions", "questions/+D", "Question").protection.locked
    assert book.cell("Actions", "I-plan", "Id").protection.locked
    assert not book.cell("Framework", "id", "Value").protection.locked


def test_drop_downs_name_lists_that_are_there() -> None:
    book = Edited()
    names = set(book.book.defined_names)
    used = {
        rule.formula1
        for sheet in book.book.worksheets
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    assert used == {
        f"list_{one}" for one in ("yes_no", "lens", "colour", "icon", "set", "question", "level", "effort")
    }
    assert used <= names
    for sheet in book.book.worksheets:
        for rule in sheet.data_validations.dataValidation:
            assert len(rule.error or "") <= 255
            assert len(rule.promptTitle or "") <= 32


def test_lengths_are_shown_beside_the_room_there_is() -> None:
    values = openpyxl.load_workbook(io.BytesIO(shipped_book()), data_only=True)["Texts en"]
    rows = {row[-1]: row for row in values.iter_rows(min_row=5, values_only=True)}
    question = builtin.framework().questions["D1"]
    assert rows["questions/D1/levels/1/short"][5:8] == (len(question.levels[1].short["en"]), 44, "characters")
    assert rows["questions/D1/levels/1/text"][5:8] == (
        len(question.levels[1].text["en"].split()),
        25,
        "words",
    )
    assert without_value(shipped_book()) == 0


def test_the_same_content_makes_the_same_bytes(tmp_path: Path) -> None:
    again = make_book(builtin.framework(), builtin.actions(), AT)
    assert again == shipped_book()
    saved = write_book(builtin.framework(), builtin.actions(), tmp_path / "copy.xlsx", AT)
    assert saved.path.read_bytes() == again
    assert [file.name for file in tmp_path.iterdir()] == ["copy.xlsx"]


def test_a_copy_has_a_name_of_its_own_and_a_copy_of_that_the_next_version() -> None:
    framework, actions = copy_of(Choice(builtin.framework()))
    assert (framework.id, framework.version) == ("seven-pivots-own", "1.0.0")
    assert actions is not None
    assert (actions.id, actions.framework) == ("seven-pivots-own-actions", "seven-pivots-own")
    assert actions.actions == builtin.actions().actions
    following, _ = own_copy(framework, actions, shipped=False)
    assert (following.id, following.version) == ("seven-pivots-own", "1.0.1")
