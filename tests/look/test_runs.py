from __future__ import annotations

import subprocess
import sys

import pytest

from desktop.look.faces import FONT_FILES, FONT_FOLDER, face, face_for
from desktop.look.runs import clusters, line_runs, line_width, runs


def test_every_font_file_is_shipped_with_its_licence() -> None:
    assert {path.stem for path in FONT_FOLDER.glob("*.ttf")} == set(FONT_FILES)
    assert {path.name for path in FONT_FOLDER.glob("LICENCE-*.txt")} == {
        "LICENCE-IBM-Plex.txt",
        "LICENCE-Noto.txt",
        "LICENCE-Droid.txt",
    }
    assert sum(path.stat().st_size for path in FONT_FOLDER.glob("*.ttf")) < 7_500_000


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Łódź", "IBMPlexSans-Regular"),
        ("Київ", "IBMPlexSans-Regular"),
        ("Αθήνα", "IBMPlexSans-Regular"),
        ("Việt", "IBMPlexSans-Regular"),
        ("½", "IBMPlexSans-Regular"),
        ("عمّان", "IBMPlexSansArabic-Regular"),
        ("תל", "NotoSansHebrew-Regular"),
        ("北京", "DroidSansFallback"),
        ("東かな", "DroidSansFallback"),
        ("한국", "DroidSansFallback"),
        ("☑", "NotoSansSymbols2-Regular"),
        ("🚀", "NotoEmoji-Regular"),
    ],
)
def test_each_script_has_its_face(text: str, name: str) -> None:
    assert {run.face.name for run in runs(text)} == {name}
    assert "".join(run.text for run in runs(text)) == text


def test_letters_keep_what_belongs_to_them() -> None:
    text = "e\u0301x👩\u200d💻👍🏽1\ufe0f\u20e3"
    assert [text[a:b] for a, b in clusters(text)] == ["e\u0301", "x", "👩\u200d💻", "👍🏽", "1\ufe0f\u20e3"]


def test_a_letter_and_its_mark_come_from_one_face() -> None:
    assert face_for("1\ufe0f\u20e3", "regular") is face("NotoSansSymbols2-Regular")


def test_what_no_face_has_is_counted_and_shown_as_unknown() -> None:
    found = runs("a\U00012000b")
    assert [(run.text, run.missing) for run in found] == [("a", ""), ("\ufffd", "\U00012000"), ("b", "")]


def test_mixed_text_is_cut_by_direction_and_loses_nothing() -> None:
    text = "Plan 2½ عمّان (Smart)"
    found = line_runs(text, rtl=True)
    assert "".join(run.text for run in found) == text
    assert any(run.rtl for run in found)
    assert not next(run for run in found if "2" in run.text).rtl


def test_marks_are_measured_without_ligatures() -> None:
    one = face("IBMPlexSans-Regular")
    letters = sum(one.shape(letter).advance for letter in "fi")
    assert one.shape("fi", ligatures=False).advance == pytest.approx(letters, abs=20)
    assert len(one.shape("fi", ligatures=False).glyphs) == 2
    assert line_width("fi", 10) == pytest.approx(one.shape("fi", ligatures=False).advance / 100)


def test_the_shaping_library_is_not_imported_at_start() -> None:
    code = "import sys, desktop.look.faces, desktop.look.runs; print('uharfbuzz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
