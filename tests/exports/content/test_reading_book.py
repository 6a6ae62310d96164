"""An edited workbook: what was changed is taken, and everything that is wrong is told at once, by sheet and cell."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from desktop.model import builtin
from desktop.model.faults import Faults
from desktop.model.refused import Refused
from exports.content.reading_book import read_book
from tests.exports.content.editing import Edited, shipped_book


def test_texts_lens_sets_colours_and_actions_are_taken() -> None:
    book = Edited()
    book.type("Framework", "id", "Value", "harbourford")
    book.type("Texts en", "questions/D1/title", "Text", "  Ask only once ")
    book.type("Questions", "questions/D1", "Lens", "City operations")
    book.type("Questions", "questions/D2", "Set: quick", "yes")
    book.type("Questions", "pivots/D", "Colour", "5")
    book.type("Questions", "pivots/D", "Icon", "scale")
    book.type("Actions", "I-plan", "Effort", "l")
    book.type("Actions", "I-plan", "Measure: to", 3)
    book.type("Actions", "I-plan", "Needs", "I-alarms; D1: 2")
    framework, actions = book.read()
    asked = framework.questions["D1"]
    assert (framework.id, asked.title["en"], asked.lens) == (
        "harbourford",
        "Ask only once",
        "city_operations",
    )
    assert "D2" in framework.set_by_id["quick"].questions
    assert (framework.pivot_by_id["D"].colour, framework.pivot_by_id["D"].icon) == (5, "scale")
    action = actions.by_id["I-plan"]
    assert (action.effort, action.measure.goal["en"]) == ("l", "3")
    assert [(need.action, need.question, need.level) for need in action.needs] == [
        ("I-alarms", None, None),
        (None, "D1", 2),
    ]


def test_a_question_may_be_left_out_and_one_of_your_own_put_in() -> None:
    book = Edited()
    book.type("Questions", "questions/M1", "In use", "no")
    for action in builtin.actions().of_question("M1"):
        book.type("Actions", action.id, "In use", "no")
    book.type("Questions", "questions/+M", "Question", "M9")
    book.type("Questions", "questions/+M", "Lens", "Service delivery")
    book.type("Questions", "questions/+M", "Set: quick", "yes")
    for row in book.sheet("Texts en").iter_rows(min_row=5):
        if str(row[-1].value).startswith("questions/+M/"):
            row[4].value = "Our own words"
    framework, actions = book.read()
    assert "M1" not in framework.questions
    assert framework.questions["M9"].levels[3].short == {"en": "Our own words"}
    assert "M9" in framework.set_by_id["quick"].questions
    assert not actions.of_question("M1")


def test_a_new_action_is_typed_into_a_free_row() -> None:
    book = Edited()
    sheet = book.sheet("Actions")
    row = 5 + len(builtin.actions().actions)
    texts = ["our words"] * 11
    values = ["D-own", None, "D1 Tell us once", 1, 2, "s", *texts, "11.5; 13", "D1: 1"]
    for place, value in enumerate(values, start=1):
        sheet.cell(row, place).value = value
    action = book.read()[1].by_id["D-own"]
    assert (action.question, action.from_level, action.to_level, action.sdg) == ("D1", 1, 2, ("11.5", "13"))


def test_another_language_is_a_copied_sheet() -> None:
    book = Edited()
    copied = book.book.copy_worksheet(book.sheet("Texts en"))
    copied.title = "Texts fr"
    for row in copied.iter_rows(min_row=5):
        row[4].value = None
    book.type("Texts fr", "questions/D1/title", "Text", "Dites-le une fois")
    framework, _ = book.read()
    title = framework.questions["D1"].title
    assert title == {"en": builtin.framework().questions["D1"].title["en"], "fr": "Dites-le une fois"}


def test_everything_wrong_is_told_at_once_by_sheet_and_cell() -> None:
    book = Edited()
    wrong = {
        book.type("Framework", "id", "Value", "our city"): "The id “our city” must be letters",
        book.type("Texts en", "questions/D1/levels/0/short", "Text", "x" * 45): "“On the wall” has 45 characters, there is room for 44",
        book.type("Texts en", "questions/D1/text", "Text", "word " * 15): "has 15 words, there is room for 14",
        book.type("Texts en", "questions/D2/title", "Text", None): "“Title” has no text",
        book.type("Texts en", "questions/D3/ask_for", "Text", "=1+1"): "This cell holds a formula",
        book.type("Texts en", "questions/D4/ask_for", "Text", date(2027, 3, 1)): "This cell holds a date",
        book.type("Texts en", "questions/D5/ask_for", "Text", "two\nlines"): "holds a line break",
        book.type("Questions", "questions/D1", "Lens", "Weather"): "There is no lens “Weather”",
        book.type("Questions", "questions/D2", "Set: quick", "perhaps"): "“perhaps” is no answer here",
        book.type("Questions", "pivots/D", "Colour", 8): "must be a number from 1 to 7",
        book.type("Questions", "pivots/T", "Icon", "unicorn"): "There is no icon “unicorn”",
        book.type("Questions", "pivots/T", "Source of the story", None): "“Source” has no text",
        book.type("Actions", "I-plan", "To level", 9): "Level 9 is not on the scale",
        book.type("Actions", "I-clock", "Question", "Z9 Nothing"): "There is no question “Z9”",
        book.type("Actions", "I-alarms", "Needs", "I-nothing"): "It needs the action “I-nothing”",
        book.type("Actions", "I-alarms", "Effort", "xl"): "There is no effort “xl”",
        book.type("Actions", "I-alarms", "Owner", None): "“Owner” has no text",
    }  # fmt: skip
    told = book.told()
    # A need is judged with its whole action, so the row's first cell names it.
    (needs,) = [said for said in told if "I-nothing" in said]
    assert needs.startswith("Actions, A")
    for place, sentence in wrong.items():
        if "I-nothing" not in sentence:
            assert [said for said in told if said.startswith(place) and sentence in said], (
                place,
                sentence,
                told,
            )
    assert len(told) == len(wrong), told


def test_a_text_for_a_new_question_without_an_id_is_not_lost_silently() -> None:
    book = Edited()
    place = book.type("Texts en", "questions/+D/title", "Text", "Ours")
    assert book.told() == [
        f"{place}: There is a text here for a new question without an id. Give it one on the sheet Questions."
    ]


def test_missing_sheets_columns_rows_and_doubled_rows_are_told() -> None:
    book = Edited()
    del book.book["Texts en"]
    assert any(said.startswith("Texts en: The sheet “Texts en” is missing") for said in book.told())
    book = Edited()
    book.cell("Questions", "questions/D1", "Lens").parent["E4"].value = "Lenses"
    assert any("The column “Lens” is missing" in said for said in book.told())
    book = Edited()
    sheet = book.sheet("Texts en")
    row = book.cell("Texts en", "questions/D1/ask_for", "Text").row
    sheet.cell(row, 9).value = "questions/D1/who_knows"
    told = book.told()
    assert f"Texts en, A{row + 2}: This row is here twice. Keep one." in told
    assert any("“Ask for” is missing" in said for said in told)
    book = Edited()
    end = 5 + len(builtin.actions().actions)
    book.sheet("Actions").cell(end, 7).value = "A title alone"
    assert book.told() == [f"Actions, A{end}: This action has no id. Type one in the first column."]


def test_rows_sorted_and_rows_above_change_nothing() -> None:
    book = Edited()
    sheet = book.sheet("Actions")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_row=6)]
    for place, values in enumerate(reversed(rows), start=5):
        for column, value in enumerate(values, start=1):
            sheet.cell(place, column).value = value
    book.sheet("Texts en").insert_rows(1)
    framework, actions = book.read()
    assert framework.sha256 == builtin.framework().sha256
    assert actions.by_id == builtin.actions().by_id


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as no:
        read_book(data, "file.xlsx")
    return no.value.code


def test_what_is_no_workbook_for_content_is_refused() -> None:
    plain = openpyxl.Workbook()
    out = io.BytesIO()
    plain.save(out)
    assert refused(out.getvalue()) == "book.foreign"
    assert refused(b"\xd0\xcf\x11\xe0" + b"\0" * 600) == "book.locked_away"
    assert refused(b"PK\x03\x04 not a zip") == "book.damaged"
    assert refused(shipped_book()[:9000]) == "book.damaged"
    newer = Edited()
    newer.sheet("_content")["B2"].value = 2
    assert refused(newer.data()) == "book.newer"


def test_a_bomb_is_refused_before_it_is_unfolded() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", b" " * 51_000_000)
    assert refused(out.getvalue()) == "file.too_large"


def test_entities_of_a_workbook_are_not_unfolded() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(shipped_book())) as source, zipfile.ZipFile(out, "w") as target:
        for part in source.namelist():
            raw = source.read(part)
            if part == "xl/workbook.xml":
                raw = raw.replace(
                    b"<workbook", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><workbook', 1
                )
            target.writestr(part, raw)
    assert refused(out.getvalue()) == "book.damaged"


def test_a_cell_at_the_end_of_the_world_costs_nothing() -> None:
    book = Edited()
    book.sheet("Actions")["XFD1048576"].value = "far"
    assert book.read()[1].by_id == builtin.actions().by_id


def test_faults_of_framework_and_actions_come_in_the_order_of_the_sheets() -> None:
    book = Edited()
    book.type("Actions", "I-plan", "Effort", "xl")
    book.type("Framework", "version", "Value", None)
    with pytest.raises(Faults) as told:
        book.read()
    assert [fault.place.split(",")[0] for fault in told.value.faults] == ["Framework", "Actions"]
