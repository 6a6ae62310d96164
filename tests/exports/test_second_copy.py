"""The second copy: the same bytes on a stick, or a plain no; never a folder where the stick would be."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from exports import handover
from exports.handover import Document, copy_to
from exports.safely import NotWhole


def _written(folder: Path) -> tuple[Document, ...]:
    made = []
    for kind in ("council", "plan"):
        path = folder / f"rivermouth-{kind}.pdf"
        path.write_bytes(kind.encode() * 100)
        made.append(Document(kind, path, hashlib.sha256(path.read_bytes()).hexdigest(), "", 1, ()))
    return tuple(made)


def test_every_document_is_on_the_stick_byte_by_byte(tmp_path: Path) -> None:
    documents, stick = _written(tmp_path), tmp_path / "stick"
    stick.mkdir()
    (stick / documents[0].path.name).write_bytes(b"an older one")
    copy_to(documents, stick)
    assert sorted(one.name for one in stick.iterdir()) == sorted(one.path.name for one in documents)
    assert all((stick / one.path.name).read_bytes() == one.path.read_bytes() for one in documents)


def test_a_missing_stick_is_said_and_none_is_made_up(tmp_path: Path) -> None:
    documents = _written(tmp_path)
    with pytest.raises(FileNotFoundError):
        copy_to(documents, tmp_path / "media" / "stick")
    assert not (tmp_path / "media").exists()


def test_a_copy_that_reads_back_otherwise_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, stick = _written(tmp_path), tmp_path / "stick"
    stick.mkdir()
    (stick / documents[0].path.name).write_bytes(b"an older one")

    def torn(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:-1])

    monkeypatch.setattr(shutil, "copyfile", torn)
    assert handover.shutil is shutil
    with pytest.raises(NotWhole):
        copy_to(documents, stick)
    assert [one.read_bytes() for one in stick.iterdir()] == [b"an older one"]
