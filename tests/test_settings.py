"""Settings survive damage, and are kept at once."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from desktop.settings import DECLARED, Settings, default_library, own_library


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"{",
        b"[1, 2]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"theme": "pink", "text_size": "big", "reduce_motion": 1, "paper": null, "folders": {"a": 3}, "more": {}}',
        b'{"text_size": NaN}',
        b'{"text_size": 40}',
        b'{"theme": ["dark"]}',
    ],
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, said: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(said)
    settings = Settings(file)
    assert (settings.theme, settings.text_size, settings.reduce_motion, settings.paper) == (
        "system",
        1.0,
        False,
        "A4",
    )
    assert settings.folder("a") is None
    settings.change(theme="dark")
    assert Settings(file).theme == "dark"


def test_what_is_said_well_is_kept_beside_what_is_not(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"theme": "dark", "paper": "Foolscap"}')
    assert Settings(file).theme == "dark"
    assert Settings(file).paper == "A4"


def test_folders_are_kept_by_workshop(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "deep" / "settings.json")
    settings.choose_folder("one", tmp_path / "مدينة")
    settings.choose_folder("two", tmp_path)
    settings.choose_stick("one", tmp_path)
    settings.choose_folder("two", None)
    again = Settings(settings.file)
    assert again.folder("one") == tmp_path / "مدينة"
    assert again.folder("two") is None
    assert again.stick("one") == tmp_path
    assert again.stick("two") is None


def test_a_value_that_is_not_accepted_changes_nothing(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(ValueError, match="theme"):
        settings.change(theme="pink")
    with pytest.raises(LookupError):
        settings.change(colour="pink")
    assert not settings.file.exists()


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    settings = Settings(tmp_path / "taken" / "settings.json")
    settings.change(theme="dark")
    assert settings.theme == "dark"
    assert not settings.kept


def test_every_setting_is_written(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.change(paper="Letter")
    assert set(json.loads(settings.file.read_text("utf-8"))) == set(DECLARED)


@pytest.mark.skipif(os.name != "posix", reason="modes of files are a matter of POSIX")
def test_the_folder_of_one_s_own_library_is_closed_to_others() -> None:
    folder = default_library().parent
    assert own_library() == default_library()
    assert not folder.exists(), "asking makes nothing"
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    own_library()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_only_the_users_own_settings_lead_to_the_users_own_documents(
    tmp_path: Path, user_folders: Path
) -> None:
    assert Settings().documents == user_folders / "Documents" / "Pivot Workshop"
    assert Settings(tmp_path / "settings.json").documents == tmp_path / "documents"
