"""The command line as an IT department would use it: answers, exit codes, the same bytes twice, never a traceback."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from importlib import import_module
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from desktop.__main__ import COMMANDS, main
from desktop.commands.export import TAKEN
from desktop.model import builtin
from desktop.model.change import Change
from desktop.model.clerk import Clerk
from desktop.model.rehearsal.clock import ScriptClock
from desktop.model.verbs import papers, prepare

DOCS = Path(__file__).parents[1] / "docs" / "command-line.md"
DOCUMENTS = {
    "rivermouth-2027-03-01-action-plan-draft-v1-rehearsal.xlsx",
    "rivermouth-2027-03-01-council-paper-draft-v1-rehearsal.pdf",
    "rivermouth-2027-03-01-roadmap-draft-v1-rehearsal.pdf",
}


def run(*arguments: str | Path | int) -> int:
    return main([str(argument) for argument in arguments])


def digests(folder: Path) -> dict[str, str]:
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.suffix in (".pdf", ".xlsx")
    }


def dump(library: Path) -> list[str]:
    with closing(sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True)) as connection:
        return sorted(line for line in connection.iterdump() if "_sqlite_migrations" not in line)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    assert run("rehearse", "--people", "24", "--seed", "7", "--out", folder) == 0
    return folder


def test_the_same_call_writes_the_same_bytes(out: Path, tmp_path: Path) -> None:
    assert {file.name for file in out.iterdir()} == {"rehearsal.sqlite", *DOCUMENTS}
    assert run("rehearse", "--people", "24", "--seed", "7", "--out", tmp_path) == 0
    assert digests(tmp_path) == digests(out)
    assert dump(tmp_path / "rehearsal.sqlite") == dump(out / "rehearsal.sqlite")
    assert run("rehearse", "--people", "24", "--seed", "7", "--out", tmp_path) == 0
    assert digests(tmp_path) == digests(out), "and once more over its own files"


def test_another_seed_is_another_day(out: Path, tmp_path: Path) -> None:
    assert run("rehearse", "--people", "12", "--seed", "8", "--city", "الرباط", "--out", tmp_path) == 0
    assert set(digests(tmp_path).values()).isdisjoint(digests(out).values())
    assert any(file.name.startswith("الرباط-2027-03-01-council-paper") for file in tmp_path.iterdir())


def test_the_same_seed_replaces_its_own_rehearsal_in_a_library(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    clerk = Clerk.start(library)
    from_the_window = rehearsed_in_the_window(clerk)
    clerk.close()
    for people in (9, 12):
        assert run("--library", library, "rehearse", "--people", people, "--out", tmp_path / "out") == 0
    with closing(sqlite3.connect(library)) as connection:
        found = connection.execute("SELECT id, rehearsal, seed FROM workshops ORDER BY rowid").fetchall()
    assert len(found) == 2
    assert found[0] == (from_the_window, 1, 7)


def rehearsed_in_the_window(clerk: Clerk) -> str:
    framework, template = builtin.framework(), builtin.agendas()["ninety-minutes"]
    return clerk.create(
        framework,
        lambda at: prepare.create(
            at, framework, city="Rivermouth", date="2027-03-01", template=template, people=9, rehearsal=True, seed=7
        ),
    ).result()  # fmt: skip


def test_list_for_people_and_for_programs(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--library", out / "rehearsal.sqlite", "list") == 0
    assert "Rivermouth" in capsys.readouterr().out
    assert run("--library", out / "rehearsal.sqlite", "list", "--json") == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["city"], one["people"], one["rehearsal"], one["state"]) == ("Rivermouth", 24, True, "draft")


def test_export_reads_beside_an_open_window(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = out / "rehearsal.sqlite"
    window = Clerk.start(library)
    try:
        assert (
            run("--library", library, "export", "latest", "--as", "council,xlsx", "--out", tmp_path, "--json")
            == 0
        )
        files = [Path(one["file"]) for one in json.loads(capsys.readouterr().out)]
        assert [file.suffix for file in files] == [".pdf", ".xlsx"]
        assert len(PdfReader(files[0]).pages) == 2
        assert run("--library", library, "rehearse", "--out", tmp_path) == 1
        assert "is open in another window" in capsys.readouterr().err
    finally:
        window.close()


def test_papers_for_the_day_beside_documents(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["--library", out / "rehearsal.sqlite", "export", "latest", "--as", "signin,csv,invitation"]
    assert run(*call, "--out", tmp_path, "--json") == 0
    heard = capsys.readouterr()
    told = [(one["kind"], Path(one["file"]).suffix) for one in json.loads(heard.out)]
    assert told == [("csv", ".csv"), ("signin", ".pdf"), ("invitation", ".pdf"), ("invitation", ".txt")]
    assert "Writing the sign-in sheet (1 of 3)" in heard.err


def test_the_run_sheet_is_written_beside_the_documents(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = out / "rehearsal.sqlite"
    before = dump(library)
    asked = ("--as", "runsheet,council", "--out", tmp_path, "--json")
    assert run("--library", library, "export", "latest", *asked) == 0
    told = {one["kind"]: Path(one["file"]) for one in json.loads(capsys.readouterr().out)}
    assert told["runsheet"].name == "rivermouth-2027-03-01-run-sheet-rehearsal.pdf"
    assert "council" in told
    text = PdfReader(told["runsheet"]).pages[0].extract_text()
    assert "Run sheet" in text
    assert "Before they come" in text
    assert dump(library) == before, "nothing is recorded"


def test_a_rehearsal_that_is_open_is_not_taken_away(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "rehearsal.sqlite"
    library.write_bytes((out / "rehearsal.sqlite").read_bytes())
    window = Clerk.start(library)
    try:
        before = dump(library)
        assert run("rehearse", "--people", "9", "--out", tmp_path) == 1
        assert "is open in another window" in capsys.readouterr().err
        assert dump(library) == before
    finally:
        window.close()
    assert {file.suffix for file in tmp_path.iterdir()} <= {".sqlite", ".lock"}


def test_one_number_in_library_report_papers_and_workbook(out: Path, tmp_path: Path) -> None:
    library = out / "rehearsal.sqlite"
    assert run("--library", library, "export", "latest", "--as", "report-json", "--out", tmp_path) == 0
    (file,) = tmp_path.iterdir()
    told = json.loads(file.read_text(encoding="utf-8"))
    assert told["format"] == 1
    with closing(sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True)) as connection:
        agreed = dict(connection.execute("SELECT subject, level FROM decisions WHERE about = 'pivot'"))
    texts = {
        kind: " ".join(
            "\n".join(page.extract_text() for page in PdfReader(path).pages).replace("\u00a0", " ").split()
        )
        for kind in ("council", "roadmap")
        for path in out.glob(f"*{kind}*.pdf")
    }
    (plan,) = out.glob("*.xlsx")
    sheet = load_workbook(plan, data_only=True)["Pivots"]
    for place, one in enumerate(told["standings"]):
        assert float(Fraction(one["now"])) == agreed[one["id"]] == sheet.cell(5 + place, 3).value
        halves = f"{int(agreed[one['id']]) or ''}{'½' if agreed[one['id']] % 1 else ''}"
        for text in texts.values():
            assert f"{one['name']} {halves} " in text, "now, in the bars or their table"
    closed = Fraction(told["closes"])
    assert sum((Fraction(entry["adds"]) for entry in told["actions"]), Fraction(0)) == closed
    tenth = (Decimal(closed.numerator) / closed.denominator).quantize(Decimal("0.1"), ROUND_HALF_UP)
    for text in texts.values():
        assert f"close {tenth} of the" in text


def test_what_was_handed_over_keeps_its_number_until_something_changes(out: Path, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    library.write_bytes((out / "rehearsal.sqlite").read_bytes())

    def written() -> str:
        assert run("--library", library, "export", "latest", "--as", "csv", "--out", tmp_path / "out") == 0
        newest = max((tmp_path / "out").iterdir(), key=lambda file: file.name)
        return newest.name

    def done(verb: Callable[..., Change], **facts: object) -> None:
        # The laptop's clock was set back: what counts is what the papers say, not when it was written.
        clerk = Clerk.start(library, clock=ScriptClock(datetime(2026, 1, 1, tzinfo=UTC)))
        try:
            desk = clerk.open(clerk.find("latest").result()).result()
            desk.do(verb, **facts).result()
        finally:
            clerk.close()

    assert "draft-v1" in written()
    done(prepare.describe, facilitator="Somebody else")
    assert "draft-v1" in written(), "no paper names the facilitator"
    done(papers.ask, lines=("Agree the target for data.",))
    assert "draft-v2" in written()


def test_two_workshops_of_a_city_and_day_share_no_file(out: Path, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    folder = tmp_path / "out"
    clerk = Clerk.start(library)
    first = rehearsed_in_the_window(clerk)

    def written(workshop: str) -> set[str]:
        asked = ("export", workshop, "--as", "csv,xlsx,signin", "--out", folder)
        assert run("--library", library, *asked) == 0
        return {file.name for file in folder.iterdir()}

    alone = written(first)
    assert "rivermouth-2027-03-01-action-plan-draft-v1-rehearsal.csv" in alone
    second = rehearsed_in_the_window(clerk)
    clerk.close()
    both = written(second)
    assert len(both) == 2 * len(alone)
    assert f"rivermouth-2027-03-01-{second[:4]}-action-plan-draft-v1-rehearsal.csv" in both
    assert len(written(first)) == 3 * len(alone)


def test_rehearse_tells_programs_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rehearse", "--people", "6", "--out", tmp_path, "--json") == 0
    heard = capsys.readouterr()
    told = json.loads(heard.out)
    assert Path(told["library"]) == tmp_path / "rehearsal.sqlite"
    assert {one["kind"]: one["sha256"] for one in told["documents"]}.keys() == {"council", "roadmap", "plan"}
    for one in told["documents"]:
        assert hashlib.sha256(Path(one["file"]).read_bytes()).hexdigest() == one["sha256"]
    assert "Playing Data" in heard.err
    assert "Writing the roadmap (2 of 3)" in heard.err


def test_a_document_that_is_open_gets_another_name_and_a_sentence(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["--library", out / "rehearsal.sqlite", "export", "latest", "--as", "xlsx", "--out", tmp_path]
    assert run(*call) == 0
    (plan,) = tmp_path.iterdir()
    before = plan.read_bytes()
    (tmp_path / f"~${plan.name}").touch()
    capsys.readouterr()
    assert run(*call) == 0
    heard = capsys.readouterr()
    assert heard.out.strip().endswith("(2).xlsx")
    assert "is in use and stays as it is; the new one is" in heard.err
    assert plan.read_bytes() == before


def test_check_looks_at_the_backups_of_a_library_that_cannot_be_read(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library.sqlite"
    library.write_bytes((out / "rehearsal.sqlite").read_bytes())
    clerk = Clerk.start(library)
    clerk.back_up().result()
    clerk.close()
    whole = library.read_bytes()
    library.write_bytes(whole[: len(whole) // 4])
    assert run("--library", library, "check", "--json") == 1
    heard = capsys.readouterr()
    assert [(one["what"], one["whole"]) for one in json.loads(heard.out)] == [
        ("tables", False), ("backup", True),
    ]  # fmt: skip
    assert "Damage found: 1 of 2 things looked at." in heard.err
    assert run("--library", library, "export", "latest", "--out", tmp_path) == 1
    assert "library.sqlite is damaged." in capsys.readouterr().err


def test_damage_half_way_is_damage_not_a_full_disk(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library.sqlite"
    body = bytearray((out / "rehearsal.sqlite").read_bytes())
    with closing(sqlite3.connect(f"{(out / 'rehearsal.sqlite').as_uri()}?mode=ro", uri=True)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ballots'").fetchone()
    body[(page - 1) * size : page * size] = b"\xff" * size
    library.write_bytes(body)
    assert run("--library", library, "export", "latest", "--out", tmp_path) == 1
    assert capsys.readouterr().err == (
        "library.sqlite is damaged. It stays as it is; open the latest backup instead.\n"
    )
    assert run("--library", library, "check") == 1
    assert "DAMAGED  workshop  Rivermouth: the file is damaged where it stands." in capsys.readouterr().out


def test_check_finds_damage(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = out / "rehearsal.sqlite"
    assert run("--library", library, "check") == 0
    assert "DAMAGED" not in capsys.readouterr().out
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(library.read_bytes())
    with closing(sqlite3.connect(broken)) as connection:
        connection.execute("UPDATE frameworks SET body = replace(body, 'Data mastery', 'Data misery')")
        connection.commit()
    assert run("--library", broken, "check", "--json") == 1
    assert any(not one["whole"] and one["what"] == "workshop" for one in json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["export", "nobody"], 1, "nowhere.sqlite is not there"),
        (["list"], 1, "nowhere.sqlite is not there"),
        (["export", "latest", "--as", "tea"], 2, "--as takes"),
        (["export", "latest", "--as", ","], 2, "not nothing"),
        (["export", "latest", "--as", "package,pdf"], 2, "package: not there yet."),
        (["rehearse", "--city", " "], 1, "name is missing"),
        (["rehearse", "--people", "0"], 2, "no number of people"),
        (["rehearse", "--at", "noon"], 2, "no moment"),
        (["dance"], 2, "dance"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    arguments: list[str], code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        found = run("--library", tmp_path / "nowhere.sqlite", *arguments)
    except SystemExit as stop:
        found = int(stop.code or 0)
    told = capsys.readouterr()
    assert found == code
    assert said in told.err
    assert "Traceback" not in told.err


def test_a_workshop_nobody_knows(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--library", out / "rehearsal.sqlite", "export", "zzz") == 1
    assert "Traceback" not in capsys.readouterr().err


def finalised(library: Path) -> None:
    clerk = Clerk.start(library)
    clerk.open(clerk.find("latest").result()).result().do(papers.finalise, name="City manager").result()
    clerk.back_up().result()
    clerk.close()


def answers(library: Path) -> int:
    with closing(sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM ballots").fetchone()[0])


def test_seal_turns_answers_into_totals_also_in_the_backup(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library.sqlite"
    library.write_bytes((out / "rehearsal.sqlite").read_bytes())
    assert run("--library", library, "seal", "latest") == 1
    assert "Make it final first." in capsys.readouterr().err
    finalised(library)
    before = answers(library)
    assert before > 100
    assert run("--library", library, "seal", "latest", "--dry-run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["answers"], len(told["backups"])) == (before, 1)
    assert answers(library) == before, "a dry run changes nothing"
    assert run("--library", library, "seal", "latest") == 0
    assert capsys.readouterr().out == "Rivermouth: The answers are totals now, here and in 1 backup.\n"
    (backup,) = (tmp_path / "library.sqlite.backups").glob("*.sqlite")
    assert (answers(library), answers(backup)) == (0, 0)
    assert run("--library", library, "check") == 0
    assert run("--library", library, "seal", "latest") == 1
    assert "its ballots are counts now" in capsys.readouterr().err


def test_seal_names_a_backup_that_still_holds_answers(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library.sqlite"
    library.write_bytes((out / "rehearsal.sqlite").read_bytes())
    finalised(library)
    (backup,) = (tmp_path / "library.sqlite.backups").glob("*.sqlite")
    backup.write_bytes(b"spoilt")
    assert run("--library", library, "seal", "latest") == 1
    assert f"{backup.name} could not be cleaned" in capsys.readouterr().err
    assert answers(library) == 0


def test_a_library_that_is_not_there_is_not_made_by_seal(tmp_path: Path) -> None:
    assert run("--library", tmp_path / "nowhere.sqlite", "seal", "latest") == 1
    assert list(tmp_path.iterdir()) == []


def test_reading_leaves_nothing_beside_the_library(out: Path, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    library.write_bytes((out / "rehearsal.sqlite").read_bytes())
    for command in (["list"], ["check"], ["export", "latest", "--as", "csv", "--out", tmp_path / "out"]):
        assert run("--library", library, *command) == 0
        assert {file.name for file in tmp_path.iterdir()} <= {"library.sqlite", "out"}


def test_interrupted_is_130(tmp_path: Path) -> None:
    heard = ["env", "--default-signal=INT"]  # started in the background, a shell has it ignored
    command = [*heard, sys.executable, "-m", "desktop", "rehearse", "--people", "400", "--out", str(tmp_path)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as child:
        assert child.stderr is not None
        assert "Playing" in child.stderr.readline()
        os.kill(child.pid, signal.SIGINT)
        rest = child.stderr.read()
    assert child.returncode == 130
    assert "Traceback" not in rest
    assert not list(tmp_path.iterdir()), "nothing half made is left"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_docs_tell_every_option(command: str) -> None:
    parser = argparse.ArgumentParser(add_help=False)
    import_module(f"desktop.commands.{COMMANDS[command]}").arguments(parser)
    (told,) = re.findall(
        rf"^## {command}$(.*?)(?=^## |\Z)", DOCS.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    for option in re.findall(r"--[a-z]+", parser.format_help()):
        assert f"`{option}" in told, option


def test_the_docs_tell_every_document() -> None:
    told = DOCS.read_text(encoding="utf-8")
    assert all(f"| `{kind}` |" in told for kind in TAKEN)
