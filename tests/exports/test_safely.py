from __future__ import annotations

from pathlib import Path

import pytest

from exports.safely import NotWhole, write_safely


def put(text: str):  # type: ignore[no-untyped-def]
    return lambda part: part.write_text(text)


def fine(_part: Path) -> None:
    return None


def test_a_new_file_takes_its_name_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "new" / "roadmap.pdf"
    saved = write_safely(target, put("new"), fine)
    assert (saved.path, saved.reason) == (target, "")
    assert [path.name for path in target.parent.iterdir()] == ["roadmap.pdf"]
    assert target.read_text() == "new"


def test_an_old_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "roadmap.pdf"
    target.write_text("old")
    seen = []
    write_safely(target, put("new"), lambda part: seen.append((target.read_text(), part.read_text())))
    assert seen == [("old", "new")]
    assert target.read_text() == "new"


@pytest.mark.parametrize("fault", [NotWhole("cut short"), OSError("disk full")])
def test_a_file_that_fails_its_check_replaces_nothing(tmp_path: Path, fault: Exception) -> None:
    target = tmp_path / "roadmap.pdf"
    target.write_text("old")

    def refuse(_part: Path) -> None:
        raise fault

    with pytest.raises(type(fault)):
        write_safely(target, put("new"), refuse)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("roadmap.pdf", "old")]


def test_a_read_only_target_stays_and_the_new_file_gets_a_second_name(tmp_path: Path) -> None:
    target = tmp_path / "plan.xlsx"
    target.write_text("old")
    target.chmod(0o444)
    first, second = write_safely(target, put("1"), fine), write_safely(target, put("2"), fine)
    assert (first.path.name, first.reason) == ("plan (2).xlsx", "locked")
    assert second.path == first.path
    assert (target.read_text(), second.path.read_text()) == ("old", "2")


@pytest.mark.parametrize("lock", [".~lock.plan.xlsx#", "~$plan.xlsx"])
def test_a_target_open_in_an_office_program_stays(tmp_path: Path, lock: str) -> None:
    target = tmp_path / "plan.xlsx"
    target.write_text("old")
    (tmp_path / lock).write_text("")
    saved = write_safely(target, put("new"), fine)
    assert (saved.path.name, saved.reason, target.read_text()) == ("plan (2).xlsx", "open", "old")


def test_a_target_that_the_system_holds_open_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "roadmap.pdf"
    target.write_text("old")
    really = Path.replace

    def replace(part: Path, to: Path) -> Path:
        if to == target:
            raise PermissionError("used by another process")
        return really(part, to)

    monkeypatch.setattr(Path, "replace", replace)
    saved = write_safely(target, put("new"), fine)
    assert (saved.path.name, saved.reason, target.read_text()) == ("roadmap (2).pdf", "open", "old")


def test_a_folder_in_the_place_of_the_target_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "roadmap.pdf").mkdir()
    assert write_safely(tmp_path / "roadmap.pdf", put("new"), fine).path.name == "roadmap (2).pdf"
