"""The list of workshops, clicked and typed, over a real library."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.framework_file import read_framework
from desktop.model.library.content import Offered
from desktop.model.verbs import prepare
from desktop.ui.portfolio.shelf import LISTING, Shelf
from desktop.ui.window import Window
from tests.ui.finding import Keep, Open, named, plain


def _cities(window: Window) -> list[str]:
    return [one.city for one in window.portfolio.listed.shelf.shown]


def test_an_empty_library_offers_two_ways_in(window: Open, qtbot: QtBot) -> None:
    opened = window()
    first = opened.portfolio.first_run
    assert first.isVisible()
    assert opened.focusWidget() is first.new
    filled = [
        one for one in opened.findChildren(QWidget) if one.property("kind") == "primary" and one.isVisible()
    ]
    assert filled == [first.new]
    qtbot.keyClick(first.new, Qt.Key.Key_Return)
    assert opened.prepare is not None
    assert opened.screen_shown is opened.prepare


def test_the_next_workshop_says_what_is_missing(window: Open, keep: Keep) -> None:
    keep("Aldersund", "2026-02-12", people=120)
    keep("Rivermouth", "2027-03-01", people=28)
    keep("Eastmere", "2027-03-18", people=16)
    opened = window()
    card = opened.portfolio.next_up
    assert card.go.words == "Open Rivermouth"
    said = [plain(label.text()) for label in card.findChildren(QWidget) if hasattr(label, "text")]
    assert "Next, in 3 days" in said
    assert "Monday 1 March 2027, 09:00 to 10:30" in said
    assert "28 people, 1 h 30 min, quick set of 7 questions" in said
    assert "28 people expected" in said
    assert "Folder for the documents to choose" in said
    assert _cities(opened) == ["Eastmere", "Rivermouth", "Aldersund"]


def test_search_narrows_and_says_when_nothing_fits(window: Open, keep: Keep, qtbot: QtBot) -> None:
    keep("Rivermouth", "2027-03-01")
    keep("Two Bridges", "2026-10-14", title="Whole council office")
    opened = window()
    qtbot.keyClick(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert opened.focusWidget() is opened.portfolio.search
    qtbot.keyClicks(opened.portfolio.search, "council 2026")
    assert _cities(opened) == ["Two Bridges"]
    assert not opened.portfolio.next_up.isVisible()
    qtbot.keyClicks(opened.portfolio.search, " nowhere")
    assert _cities(opened) == []
    qtbot.keyClick(opened.portfolio.search, Qt.Key.Key_Escape)
    assert len(_cities(opened)) == 2


def test_arrow_keys_choose_and_enter_opens(window: Open, keep: Keep, qtbot: QtBot) -> None:
    keep("Rivermouth", "2027-03-01")
    keep("Eastmere", "2027-03-18")
    opened = window()
    rows = opened.portfolio.listed.rows
    opened.portfolio.listed.focus_list()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex().data(LISTING).city == "Rivermouth"
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.prepare is not None)
    assert opened.prepare is not None
    assert opened.prepare.fields.city.text() == "Rivermouth"


def test_a_copy_stands_in_the_list_and_is_chosen(window: Open, keep: Keep, qtbot: QtBot) -> None:
    original = keep("Rivermouth", "2027-03-01", people=9)
    opened = window()
    opened.portfolio.listed.choose(original)
    qtbot.mouseClick(named(opened, "Duplicate"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _cities(opened) == ["Rivermouth", "Rivermouth"])
    chosen = opened.portfolio.listed.chosen
    assert chosen is not None
    assert chosen.id != original
    assert chosen.people == 9


def test_del_puts_into_the_bin_and_f9_takes_it_out(window: Open, keep: Keep, qtbot: QtBot) -> None:
    workshop = keep("Rivermouth")
    keep("Eastmere", "2027-03-18")
    opened = window()
    listed = opened.portfolio.listed
    listed.choose(workshop)
    qtbot.keyClick(listed.rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: _cities(opened) == ["Eastmere"])
    assert opened.portfolio.notice.text == "Rivermouth is in the bin."
    qtbot.keyClick(opened, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: len(_cities(opened)) == 2)
    assert listed.chosen is not None
    assert listed.chosen.id == workshop


def test_the_bin_restores_and_empties_only_at_the_second_press(
    window: Open, keep: Keep, clerk: Clerk, qtbot: QtBot
) -> None:
    for city in ("Rivermouth", "Eastmere", "Nordhaven"):
        workshop = keep(city)
        if city != "Nordhaven":
            clerk.delete(workshop).result(20)
    opened = window()
    listed = opened.portfolio.listed
    assert _cities(opened) == ["Nordhaven"]
    qtbot.mouseClick(named(opened, "Bin, 2"), Qt.MouseButton.LeftButton)
    assert sorted(_cities(opened)) == ["Eastmere", "Rivermouth"]
    qtbot.mouseClick(listed.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(_cities(opened)) == 2 and not listed.in_bin)
    qtbot.mouseClick(named(opened, "Bin, 1"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(listed.empty, Qt.MouseButton.LeftButton)
    assert listed.empty.words == "Press again"
    assert opened.portfolio.notice.text == "Press again: 1 workshop goes for good"
    assert len(clerk.listing().result(20)) == 3
    listed.rows.setFocus()
    assert listed.empty.words == "Empty the bin", "leaving the button forgets the first press"
    qtbot.mouseClick(listed.empty, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(listed.empty, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not listed.in_bin)
    qtbot.waitUntil(
        lambda: opened.portfolio.notice.text == "1 workshop is gone for good, also from 1 backup."
    )
    assert len(clerk.listing().result(20)) == 2


def test_a_backup_that_still_holds_a_workshop_is_named(
    window: Open, keep: Keep, clerk: Clerk, qtbot: QtBot
) -> None:
    workshop = keep("Rivermouth")
    keep("Eastmere")
    copy = clerk.back_up().result(20)
    copy.write_bytes(b"spoilt")
    clerk.delete(workshop).result(20)
    opened = window()
    qtbot.mouseClick(named(opened, "Bin, 1"), Qt.MouseButton.LeftButton)
    for _ in range(2):
        qtbot.mouseClick(opened.portfolio.listed.empty, Qt.MouseButton.LeftButton)
    notice = opened.portfolio.notice
    qtbot.waitUntil(lambda: notice.text != "")
    assert notice.tone == "warn"
    assert f"{copy.name} could not be cleaned and may still hold them." in notice.text
    assert "1 workshop is gone for good" in notice.text


def test_rows_that_stay_are_not_filled_anew(
    dressed: QApplication, keep: Keep, clerk: Clerk, qtbot: QtBot
) -> None:
    from desktop.words.catalogue import ENGLISH

    keep("Rivermouth")
    listings = clerk.listing().result(20)
    shelf = Shelf(ENGLISH)
    shelf.show_listings(listings)
    with qtbot.assertNotEmitted(shelf.modelReset):
        shelf.show_listings(listings)
        shelf.show_listings(clerk.listing().result(20))


@pytest.mark.parametrize("city", ["<b>R&D</b>", "=HYPERLINK()", "مدينة النهر", "🙂" * 40, "x" * 300])
def test_hostile_cities_come_out_as_themselves(window: Open, keep: Keep, city: str) -> None:
    keep(city, "2027-03-01")
    opened = window()
    assert opened.portfolio.next_up.go.words == f"Open {city}"
    index = opened.portfolio.listed.shelf.index(0)
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).startswith(f"{city}, ")
    assert opened.width() == 1440, "a long name does not push the window wide"


def test_a_rehearsal_is_played_beside_the_window_and_listed(window: Open, keep: Keep, qtbot: QtBot) -> None:
    keep("Rivermouth", "2027-03-01", people=9)
    opened = window()
    qtbot.mouseClick(opened.portfolio.next_up.rehearse, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(_cities(opened)) == 2, timeout=60_000)
    chosen = opened.portfolio.listed.chosen
    assert chosen is not None
    assert (chosen.rehearsal, chosen.state, chosen.people) == (True, "draft", 9)
    assert any(level is not None for level in chosen.levels.values())
    real = next(one for one in opened.portfolio.listed.shelf.shown if not one.rehearsal)
    assert real.state == "preparing", "nothing in the workshop itself changed"
    assert opened.portfolio.notice.text == "The rehearsal is in the list of workshops."


def test_tab_reaches_every_control_and_each_has_a_name(window: Open, keep: Keep, qtbot: QtBot) -> None:
    workshop = keep("Rivermouth", "2027-03-01")
    keep("Eastmere", "2027-03-18")
    opened = window()
    opened.portfolio.listed.choose(workshop)
    able = {
        one
        for one in opened.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
    }
    assert [one for one in able if not one.accessibleName()] == []
    opened.portfolio.next_up.go.setFocus()
    reached: set[QWidget] = set()
    for _ in range(len(able) + 5):
        focused = opened.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert {one.accessibleName() for one in able - reached} == set()


def test_a_workshop_with_own_questions_is_listed_in_their_words(
    window: Open, clerk: Clerk, qtbot: QtBot
) -> None:
    content = json.loads(builtin.framework().body)
    content |= {"id": "harbourford", "title": {"en": "Our city asks"}}
    content["sets"] = [one | {"name": {"en": "Short"}} for one in content["sets"]]
    own = read_framework(json.dumps(content))
    (choice,) = clerk.load_content(Offered((own,))).result(20)
    template = next(iter(builtin.agendas().values()))
    clerk.create(
        own, lambda at: prepare.create(at, own, city="Harbourford", date="2027-03-01", template=template)
    ).result(20)
    opened = window()
    card = opened.portfolio.next_up

    def said() -> list[str]:
        return [plain(label.text()) for label in card.findChildren(QWidget) if hasattr(label, "text")]

    number = len(own.set_by_id[template.question_set].questions)
    qtbot.waitUntil(lambda: any(f"short set of {number} questions" in text for text in said()))
    assert choice.framework == own
