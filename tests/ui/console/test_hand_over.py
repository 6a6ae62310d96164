"""The hand-over names its documents in the room's words."""

from __future__ import annotations

from desktop.words.catalogue import ENGLISH
from desktop.words.glossary import PAPERS, name
from exports.handover import KINDS


def test_every_document_handed_over_has_a_name() -> None:
    said = [name(ENGLISH, PAPERS, kind) for kind in KINDS]

    assert said == ["Council paper", "Roadmap", "Action plan"]
