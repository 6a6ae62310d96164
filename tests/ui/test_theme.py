"""Colours, text sizes and who changes them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.look.palette import DARK_THEME, LIGHT_THEME, Theme
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.sheet import style_sheet
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import Glyph, OneLine, words


@pytest.mark.parametrize("scale", theme.SCALES)
@pytest.mark.parametrize("tokens", [LIGHT_THEME, DARK_THEME], ids=["light", "dark"])
def test_no_text_is_smaller_than_14_pixels(tokens: Theme, scale: float) -> None:
    sheet = style_sheet(tokens, scale)
    sizes = [int(size) for size in re.findall(r"font-size: (\d+)px", sheet)]
    assert sizes
    assert min(sizes) >= 14
    assert not re.search(r"[{<][a-z_0-9]+[}>]", sheet.replace("{ ", "").replace(" }", "")), (
        "a token was left unfilled"
    )


def test_larger_text_makes_a_button_larger_and_is_kept(
    dressed: QApplication, settings: Settings, qtbot: QtBot
) -> None:
    wardrobe = theme.Wardrobe(dressed, settings)
    button = Button("New workshop", key="Ctrl N")
    qtbot.addWidget(button)
    before = button.sizeHint()
    wardrobe.resize_text(2)
    assert button.sizeHint().width() > before.width()
    assert button.sizeHint().height() > before.height()
    assert Settings(settings.file).text_size == theme.SCALES[2]
    wardrobe.resize_text(0)
    assert button.sizeHint() == before
    wardrobe.resize_text(-1)
    assert button.sizeHint() == before


def test_turning_dark_paints_icons_anew(dressed: QApplication, settings: Settings, qtbot: QtBot) -> None:
    settings.change(theme="light")
    wardrobe = theme.Wardrobe(dressed, settings)
    glyph = Glyph("check", "good")
    qtbot.addWidget(glyph)
    glyph.show()
    before = glyph.pixmap().toImage()
    wardrobe.turn()
    assert theme.current().theme is DARK_THEME
    assert glyph.pixmap().toImage() != before
    assert Settings(settings.file).theme == "dark"


HOSTILE = "<b>R&D</b> & =cmd() 🙂 مدينة"


def test_words_come_out_as_themselves(dressed: QApplication, qtbot: QtBot) -> None:
    label, line, button = words(HOSTILE, "title"), OneLine(HOSTILE), Button(HOSTILE)
    for widget in (label, line, button):
        qtbot.addWidget(widget)
        widget.show()
    assert label.text() == line.text() == HOSTILE
    assert button.words == button.accessibleName() == HOSTILE
    assert button.shortcut().isEmpty(), "a & in a name makes no shortcut"
    assert label.sizeHint().height() < 60, "one line, so no markup was read"
