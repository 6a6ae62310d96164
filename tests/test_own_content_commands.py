"""``content`` and ``import`` as an IT department would use them: files out, files in, every fault a line on stderr."""

from __future__ import annotations

import json
import os
from pathlib import Path

import openpyxl
import pytest

from desktop.__main__ import main
from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.framework_file import read_framework

Told = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of the test's own."""
    return tmp_path / "library.sqlite"


@pytest.fixture
def copies(library: Path, tmp_path: Path, capsys: Told) -> Path:
    """A folder with a copy of the program's content in both forms."""
    folder = tmp_path / "copies"
    assert run(library, "content", "seven-pivots", "--as", "xlsx,json", "--out", folder) == 0
    assert [Path(line).name for line in capsys.readouterr().out.splitlines()] == [
        "seven-pivots-own.xlsx", "seven-pivots-own.json", "seven-pivots-own-actions.json",
    ]  # fmt: skip
    return folder


def run(library: Path, *arguments: object) -> int:
    return main(["--library", str(library), *map(str, arguments)])


def loaded(library: Path) -> list[str]:
    clerk = Clerk.start(library)
    try:
        return [f"{one.framework.id}@{one.framework.version}" for one in clerk.own_content().result()]
    finally:
        clerk.close()


def test_without_a_library_the_program_s_own_is_listed(library: Path, capsys: Told) -> None:
    assert run(library, "content") == 0
    assert capsys.readouterr().out.startswith("seven-pivots@1.0.0  Seven digital pivots")
    assert not library.exists(), "looking makes no library"


@pytest.mark.parametrize(
    "files", [["seven-pivots-own.xlsx"], ["seven-pivots-own-actions.json", "seven-pivots-own.json"]]
)
def test_import_takes_a_workbook_or_json(library: Path, copies: Path, files: list[str], capsys: Told) -> None:
    assert run(library, "import", *(copies / name for name in files)) == 0
    assert "is loaded: " in capsys.readouterr().out
    assert run(library, "content", "--json") == 0
    first, mine = json.loads(capsys.readouterr().out)
    assert (first["id"], mine["id"]) == ("seven-pivots", "seven-pivots-own")
    assert mine["actions"]["number"] == len(builtin.actions().actions)
    assert mine["questions"] == len(builtin.framework().questions)


def test_json_and_workbook_of_one_copy_are_the_same_content(library: Path, copies: Path) -> None:
    assert run(library, "import", copies / "seven-pivots-own.xlsx") == 0
    before = library.stat().st_mtime_ns, loaded(library)
    assert (
        run(library, "import", copies / "seven-pivots-own.json", copies / "seven-pivots-own-actions.json")
        == 0
    )
    assert loaded(library) == before[1] == ["seven-pivots-own@1.0.0"]


def test_actions_may_come_later_and_for_what_is_loaded(library: Path, copies: Path, capsys: Told) -> None:
    assert run(library, "import", copies / "seven-pivots-own-actions.json") == 1
    assert "Load those questions first" in capsys.readouterr().err
    assert run(library, "import", copies / "seven-pivots-own.json") == 0
    assert "No actions came with it" in capsys.readouterr().out
    assert run(library, "import", copies / "seven-pivots-own-actions.json") == 0
    assert "actions for “Seven digital pivots” are loaded" in capsys.readouterr().out


def test_faults_are_told_a_line_each_and_nothing_is_loaded(library: Path, copies: Path, capsys: Told) -> None:
    path = copies / "seven-pivots-own.json"
    text = (
        path.read_text("utf-8")
        .replace('"colour": 1,', '"colour": 9,')
        .replace('"icon": "users"', '"icon": "crowd"')
    )
    path.write_text(text, "utf-8")
    lines = text.splitlines()
    places = [
        next(n for n, line in enumerate(lines, 1) if words in line) for words in ('"colour": 9', '"crowd"')
    ]
    assert run(library, "import", path) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert [line.split(",")[0] for line in told.err.splitlines()] == [f"Line {place}" for place in places]
    book = openpyxl.load_workbook(copies / "seven-pivots-own.xlsx")
    book["Texts en"]["E5"].value = None
    book.save(copies / "seven-pivots-own.xlsx")
    assert run(library, "import", path, copies / "seven-pivots-own.xlsx") == 1
    told = capsys.readouterr()
    assert len(told.err.splitlines()) == 3
    assert told.err.splitlines()[-1].startswith("seven-pivots-own.xlsx: Texts en, E5: ")
    assert loaded(library) == []


def test_a_good_file_beside_a_bad_one_is_not_loaded_either(library: Path, copies: Path) -> None:
    (copies / "bad.json").write_text('{"pivots": 1}', "utf-8")
    assert run(library, "import", copies / "seven-pivots-own.xlsx", copies / "bad.json") == 1
    assert loaded(library) == []


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("plan.ods", b"PK", "is no workbook (.xlsx) and no JSON file"),
        ("letter.json", b'{"dear": "council"}', "holds neither questions nor actions"),
        ("picture.json", b"PK\x03\x04", "is no workbook (.xlsx) and no JSON file"),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0", "is protected by a password or a label"),
        ("torn.xlsx", b"PK\x03\x04", "is damaged or incomplete"),
        ("text.json", b"Dear council", "Line 1: This is not JSON"),
        ("latin.json", b'{"a": "\xe9"}', "Line 1: This is not UTF-8"),
    ],
)
def test_other_files_are_refused_in_a_sentence(
    library: Path, tmp_path: Path, name: str, data: bytes, sentence: str, capsys: Told
) -> None:
    (tmp_path / name).write_bytes(data)
    assert run(library, "import", tmp_path / name) == 1
    told = capsys.readouterr().err
    assert sentence in told
    assert len(told.splitlines()) == 1


def test_a_file_that_is_not_there_and_a_library_in_use(library: Path, copies: Path, capsys: Told) -> None:
    assert run(library, "import", copies / "nothing.xlsx") == 1
    assert "nothing.xlsx cannot be used" in capsys.readouterr().err
    clerk = Clerk.start(library)
    try:
        assert run(library, "import", copies / "seven-pivots-own.xlsx") == 1
        assert "is open in another window" in capsys.readouterr().err
        assert run(library, "content") == 0, "looking goes beside an open window"
    finally:
        clerk.close()


def test_a_changed_copy_under_the_same_name_is_refused(library: Path, copies: Path, capsys: Told) -> None:
    assert run(library, "import", copies / "seven-pivots-own.xlsx") == 0
    path = copies / "seven-pivots-own.json"
    path.write_text(path.read_text("utf-8").replace("Seven digital pivots", "Our seven"), "utf-8")
    assert run(library, "import", path) == 1
    assert "“seven-pivots-own” 1.0.0 is here already, with other content." in capsys.readouterr().err


def test_a_copy_of_an_own_framework_is_its_next_version_and_both_are_offered(
    library: Path, copies: Path, tmp_path: Path, capsys: Told
) -> None:
    assert run(library, "import", copies / "seven-pivots-own.xlsx") == 0
    assert run(library, "content", "seven-pivots-own", "--out", tmp_path) == 0
    assert run(library, "import", tmp_path / "seven-pivots-own.xlsx") == 0
    assert loaded(library) == ["seven-pivots-own@1.0.0", "seven-pivots-own@1.0.1"]
    assert (
        run(library, "content", "seven-pivots-own@1.0.0", "--same-name", "--as", "json", "--out", tmp_path)
        == 0
    )
    assert read_framework((tmp_path / "seven-pivots-own.json").read_bytes()).version == "1.0.0"
    assert run(library, "content", "seven-pivots-own", "--remove") == 0
    assert loaded(library) == ["seven-pivots-own@1.0.0"]
    assert run(library, "content", "nothing", "--remove") == 1
    assert run(library, "content", "seven-pivots", "--as", "pdf") == 2


def test_files_are_written_whole_or_not_at_all(library: Path, tmp_path: Path, capsys: Told) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    assert run(library, "content", "seven-pivots", "--out", blocked / "inside") == 1
    assert "cannot be used" in capsys.readouterr().err
    assert os.listdir(tmp_path) == ["file"]
