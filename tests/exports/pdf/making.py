"""The smallest documents: a story of blocks, made with the canvas that watches for paint outside marks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from exports.pdf.about import About
from exports.pdf.document import Made, Running, make_document
from exports.pdf.watched import WatchedCanvas
from tests.exports.pdf.reading import Reading

ABOUT = About("Roadmap", "en", "City of Rivermouth", datetime(2027, 3, 1, 9, tzinfo=UTC))
RUNNING = Running("Paper to the council", "Rivermouth", lambda n, total: f"Page {n} of {total}", "Draft v1")


def made(story: Any, about: About = ABOUT) -> Made:
    build = story if callable(story) else lambda _places: story
    return make_document(about, build, RUNNING, canvas=WatchedCanvas)


def read(blocks: Sequence[Any] | Any, about: About = ABOUT) -> Reading:
    return Reading(made(blocks, about).data)
