"""The one style sheet. Widgets carry a ``role``, ``kind`` or ``shown`` property; nothing else sets colours.

``{role}`` stands for a colour of the theme, ``<n>`` for n logical pixels at the chosen text size.
"""

from __future__ import annotations

import re
from dataclasses import fields

from desktop.look.palette import Theme, mix
from desktop.ui.typefaces import FAMILIES

_SHEET = """
* { font-family: {families}; font-size: <14>px; color: {text}; outline: 0; }
QToolTip { background: {surface}; border: 1px solid {border}; padding: 4px; }

QFrame[role="page"] { background: {bg}; border: 0; }
QFrame[role="bar"], QFrame[role="foot"], QFrame[role="fixed"], QFrame[role="rail"], QFrame[role="side"],
QFrame[role="strip"] { background: {surface}; border: 0; }
QFrame[role="bar"] { border-bottom: 1px solid {border}; }
QFrame[role="foot"], QFrame[role="fixed"], QFrame[role="strip"] { border-top: 1px solid {border}; }
QFrame[role="rail"] { border-right: 1px solid {border}; }
QFrame[role="side"] { border-left: 1px solid {border}; }
QFrame[role="card"] { background: {surface}; border: 1px solid {border}; border-radius: 12px; }
QFrame[role="popup"] { background: {surface}; border: 1px solid {outline}; border-radius: 8px; }
QFrame[role="sunken"] { background: {sunken}; border: 0; border-radius: 8px; }
QFrame[role="prompt"] { background: {selection}; border: 0; border-radius: 8px; }
QFrame[role="line"] { background: {border}; border: 0; }
QFrame[role="reached"] { background: {accent}; border: 0; border-radius: 1px; }
QFrame[role="card"][focus="true"] { border: 2px solid {accent}; }
QLabel[role="cell"] { background: {surface}; border: 1px solid {outline}; border-radius: 8px; font-size: <16>px;
  font-weight: 600; }
QLabel[role="cell"][focus="true"] { border: 2px solid {accent}; }
QFrame[role="sunken"][keycell="true"]:focus { border: 2px solid {accent}; }
QFrame[role="plain"] { background: transparent; border: 0; }
QFrame[role="entry"] { background: transparent; border: 0; border-radius: 8px; }
QFrame[role="entry"]:hover { background: {fill}; }
QFrame[role="entry"]:focus { border: 2px solid {accent}; }
QFrame[role="entry"][chosen="true"] { background: {selection}; }
QFrame[role="notice"] { border: 0; border-radius: 8px; background: {sunken}; }
QFrame[role="notice"][tone="warn"] { background: {soft_warn}; }
QFrame[role="notice"][tone="bad"] { background: {soft_bad}; }

QLabel { background: transparent; }
QLabel[role="body"] { font-size: <16>px; }
QLabel[role="strong"] { font-size: <16>px; font-weight: 600; }
QLabel[role="muted"] { color: {muted}; }
QLabel[role="over"] { color: {muted}; font-weight: 600; }
QLabel[role="bold"] { font-weight: 600; }
QLabel[role="section"] { font-size: <20>px; font-weight: 600; }
QLabel[role="title"] { font-size: <28>px; font-weight: 600; }
QLabel[role="good"] { color: {good}; font-weight: 600; }
QLabel[role="warn"] { color: {warn}; font-weight: 600; }
QLabel[role="bad"] { color: {bad}; font-weight: 600; }
QLabel[role="accent"] { color: {accent}; font-weight: 600; }
QLabel[role="key"] { color: {muted}; background: {surface}; border: 1px solid {border};
  border-bottom: 2px solid {border}; border-radius: 5px; padding: 0 6px; min-height: <20>px; }

QPushButton { background: {fill}; border: 1px solid {fill}; border-radius: 8px; font-weight: 500; }
QPushButton:hover { background: {hover}; border-color: {hover}; }
QPushButton:focus { border: 2px solid {accent}; }
QPushButton:disabled { background: {sunken}; border-color: {sunken}; }
QPushButton[kind="primary"] { background: {accent}; border-color: {accent}; font-size: <16>px; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: {accent_hover}; border-color: {accent_hover}; }
QPushButton[kind="primary"]:focus { border: 2px solid {text}; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="primary"][waiting="true"] {
  background: {sunken}; border-color: {sunken}; }
QPushButton[kind="field"] { background: {surface}; border-color: {outline}; }
QPushButton[kind="field"]:hover { background: {fill}; }
QPushButton[kind="page"] { background: {surface}; border-color: {border}; }
QPushButton[kind="page"]:hover { background: {fill}; }
QPushButton[kind="quiet"], QPushButton[kind="link"] { background: transparent; border-color: transparent; }
QPushButton[kind="link"] { font-weight: 600; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="link"]:hover { background: {fill}; border-color: {fill}; }
QPushButton[kind="tick"]:checked { background: {selection}; border-color: {accent}; }
QPushButton[kind="segment"] { background: transparent; border-color: transparent; border-radius: 7px; }
QPushButton[kind="segment"]:hover { background: {hover}; }
QPushButton[kind="segment"]:checked, QPushButton[kind="segment"][state="preset"] {
  background: {surface}; border: 2px solid {accent}; font-weight: 600; }
QPushButton[kind="segment"][state="agreed"] { background: {accent}; border: 2px solid {accent}; font-weight: 600; }
QPushButton[kind="field"]:focus, QPushButton[kind="page"]:focus, QPushButton[kind="quiet"]:focus,
QPushButton[kind="link"]:focus, QPushButton[kind="tick"]:focus, QPushButton[kind="segment"]:focus {
  border: 2px solid {accent}; }
QPushButton[kind="segment"]:checked:focus, QPushButton[kind="segment"][state="agreed"]:focus {
  border: 2px solid {text}; }

QLineEdit, QPlainTextEdit { background: {surface}; border: 1px solid {outline}; border-radius: 8px;
  padding: 0 11px; font-size: <16>px; placeholder-text-color: {muted};
  selection-background-color: {accent}; selection-color: {on_accent}; }
QLineEdit { min-height: <34>px; }
QLineEdit[tall="true"] { min-height: <46>px; }
QPlainTextEdit { padding: 4px 7px; }
QLineEdit:focus, QLineEdit[shown="bad"] { border: 2px solid {accent}; padding: 0 10px; min-height: <32>px; }
QLineEdit[tall="true"]:focus, QLineEdit[tall="true"][shown="bad"] { min-height: <44>px; }
QPlainTextEdit:focus { border: 2px solid {accent}; padding: 3px 6px; }
QLineEdit[shown="bad"], QLineEdit[shown="bad"]:focus { border-color: {bad}; }
QLineEdit:disabled { color: {muted}; background: {bg}; }
QLineEdit[kind="small"] { font-size: <14>px; }
QLineEdit[kind="minutes"] { font-size: <14>px; color: {muted}; background: transparent; border-color: transparent;
  border-radius: 6px; padding: 0 5px; min-height: <24>px; }
QLineEdit[kind="minutes"]:hover { border-color: {outline}; background: {surface}; }
QLineEdit[kind="minutes"]:focus { color: {text}; background: {surface}; padding: 0 4px; min-height: <22>px; }
QLineEdit[kind="digit"] { font-weight: 600; padding: 0; }

QComboBox { background: {surface}; border: 1px solid {outline}; border-radius: 8px; padding: 0 36px 0 11px;
  font-size: <16>px; min-height: <34>px; }
QComboBox:hover { background: {fill}; }
QComboBox:focus { border: 2px solid {accent}; padding: 0 35px 0 10px; min-height: <32>px; }
QComboBox:disabled { color: {muted}; background: {bg}; }
QComboBox::drop-down { border: 0; width: <36>px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: {surface}; border: 1px solid {outline}; font-size: <16>px;
  selection-background-color: {selection}; selection-color: {text}; }
QComboBox QAbstractItemView::item { min-height: <36>px; padding: 0 10px; }

QScrollArea, QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; border: 0; }
QListView { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: {outline}; border-radius: 4px; min-height: 48px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: {outline}; border-radius: 4px; min-width: 48px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QCalendarWidget QWidget { background: {surface}; alternate-background-color: {sunken}; }
QCalendarWidget QToolButton { background: {surface}; border: 0; border-radius: 6px; padding: 4px 8px; font-weight: 600; }
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { background: {fill}; }
QCalendarWidget QAbstractItemView { selection-background-color: {accent}; selection-color: {on_accent}; }
QCalendarWidget QAbstractItemView:disabled { color: {muted}; }
"""


def style_sheet(theme: Theme, scale: float) -> str:
    """The style sheet for a theme at a text size (1.0 is normal)."""
    colours = {each.name: str(getattr(theme, each.name)) for each in fields(theme) if each.name != "ground"}
    colours["families"] = ", ".join(f'"{family}"' for family in FAMILIES)
    colours["accent_hover"] = mix(theme.accent, theme.text, 0.8)
    filled = re.sub(r"\{([a-z_]+)\}", lambda found: colours[found[1]], _SHEET)
    return re.sub(r"<(\d+)>", lambda found: str(round(int(found[1]) * scale)), filled)
