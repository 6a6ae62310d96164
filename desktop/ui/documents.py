"""Where a workshop's papers go, and what is said of each once it is written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui.widgets.words import words
from desktop.words.catalogue import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from exports.handover import Document


def folder_of(settings: Settings, w: Workshop) -> Path:
    """The folder chosen at Prepare, else one named for the city in the user's documents."""
    return settings.folder(w.about.id) or settings.documents / _name(w)


def _name(w: Workshop) -> str:
    """``<city> <date>``, without signs a file system refuses."""
    city = re.sub(r'[\\/:*?"<>|\x00-\x1f.]+', " ", w.about.city).strip()[:60] or "city"
    return f"{city} {w.about.date}"


def remarks(speech: Words, one: Document) -> list[QLabel]:
    """What people must know of a file: that it has another name, that signs are missing."""
    said: list[QLabel] = []
    if one.reason:
        text = speech.say("The file of that name is in use and stays as it is, so this one has a new name.")
        said.append(words(text, "warn", wrap=True))
    if one.missing:
        signs = " ".join(one.missing[:12])
        text = speech.say("No font here has these signs; a mark stands for them: {signs}", signs=signs)
        said.append(words(text, "warn", wrap=True))
    return said
