"""Guards over the whole tree: what one careless line anywhere could break without another test noticing."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatchcase
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
HEAVY = (
    "pandas",
    "numpy",
    "sqlite_utils",
    "reportlab",
    "openpyxl",
    "babel",
    "uharfbuzz",
    "aiohttp",
    "asyncio",
)
SHIPPED = ("fonts", "icons", "icc")


def test_no_property_is_judged_by_the_clock() -> None:
    """Wherever it stands: a deadline fails on a busy machine what is right."""
    assert settings().deadline is None


@pytest.mark.usefixtures("qapp")
def test_qt_keeps_its_reference_to_none() -> None:
    """PySide6 6.12 below Python 3.12 drops one in each call that returns nothing, and aborts after 5,000."""
    from PySide6.QtGui import QFont

    font = QFont()
    before = sys.getrefcount(None)
    for size in range(1, 501):
        font.setPixelSize(size)
    assert abs(sys.getrefcount(None) - before) < 100


@pytest.mark.usefixtures("qapp")
def test_the_shipped_faces_are_used_and_not_a_likeness() -> None:
    from PySide6.QtGui import QFont, QFontInfo

    for family in ("IBM Plex Sans", "IBM Plex Sans Arabic"):
        assert QFontInfo(QFont(family)).family() == family


def _modules_after(statement: str) -> set[str]:
    """The top-level modules a fresh interpreter holds after one statement."""
    tell = "import sys, json; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    run = subprocess.run(
        [sys.executable, "-c", f"{statement}\n{tell}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(json.loads(run.stdout))


def test_the_start_path_carries_no_heavy_library() -> None:
    """Each costs 60 to 470 ms, and the window must be usable within 1.8 times a bare one."""
    door = "desktop.app" if find_spec("desktop.app") else "desktop"
    loaded = _modules_after(f"import {door}")
    assert "desktop" in loaded
    assert not loaded & set(HEAVY)


def imported(file: Path) -> set[str]:
    """The modules a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{one.name}" for one in node.names}
    return found


def test_the_program_knows_no_network() -> None:
    """As docs/security.md tells the security officer."""
    networks = re.compile(
        r"(socket|ssl|http|urllib|ftplib|smtplib|asyncio|aiohttp|requests|PySide6\.QtNetwork)\b"
    )
    files = [*(ROOT / "desktop").rglob("*.py"), *(ROOT / "exports").rglob("*.py")]
    assert len(files) > 200
    assert [(file.name, name) for file in files for name in imported(file) if networks.match(name)] == []


def test_the_packages_are_never_published() -> None:
    """`desktop` and `exports` are names too common to install; without a build backend nobody can."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "build-system" not in project
    assert not [name for name in ("setup.py", "setup.cfg", "MANIFEST.in") if (ROOT / name).exists()]
    assert (ROOT / "desktop" / "__init__.py").read_bytes() == b""
    assert (ROOT / "exports" / "__init__.py").read_bytes() == b""


def _shipped_files() -> list[Path]:
    """Every font, icon and colour profile; texts about them, such as licences, are not works of their own."""
    found = (path for part in SHIPPED for path in (ROOT / "resources" / part).rglob("*") if path.is_file())
    return sorted(path for path in found if path.suffix not in {".py", ".pyc", ".txt", ".md"})


def _is_listed(path: Path, patterns: list[str]) -> bool:
    """Whether docs/licences.md names the file; as a Lucide icon only if the file itself says it is one."""
    name = path.relative_to(ROOT / "resources").as_posix()
    if name.endswith(".svg") and 'class="lucide' not in path.read_text("utf-8"):
        patterns = [pattern for pattern in patterns if pattern != "icons/*.svg"]
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _listed_patterns() -> list[str]:
    """The file patterns of docs/licences.md: what stands in backquotes and begins with a shipped folder."""
    text = (ROOT / "docs" / "licences.md").read_text("utf-8")
    return re.findall(rf"`((?:{'|'.join(SHIPPED)})/[^`]+)`", text)


def test_every_shipped_font_icon_and_profile_is_listed_with_its_licence() -> None:
    patterns = _listed_patterns()
    assert not [path.name for path in _shipped_files() if not _is_listed(path, patterns)]


def test_no_pattern_is_so_wide_that_it_hides_the_next_file() -> None:
    """Each names a family; only Lucide's may be all of a folder, since its files name themselves."""
    assert [pattern for pattern in _listed_patterns() if re.search(r"/\*", pattern)] == ["icons/*.svg"]


def test_a_licence_text_lies_beside_what_it_covers() -> None:
    folders = {path.parent for path in _shipped_files()}
    assert not [folder.name for folder in folders if not list(folder.glob("LICENCE*.txt"))]


def _runtime_libraries() -> set[str]:
    """What the lock says reaches a user: the declared dependencies and, through `# via`, all they need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[=<>~\[; ]", line)[0].lower() for line in project["dependencies"]}
    needed_by: dict[str, set[str]] = {}
    name = ""
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines():
        if pinned := re.match(r"([a-z0-9._-]+)==", line):
            name = pinned[1]
            needed_by.setdefault(name, set())
        elif via := re.match(r"    #(?: via)?\s+([a-z0-9._-]+)$", line):
            needed_by[name].add(via[1])
    while more := {each for each, users in needed_by.items() if users & wanted} - wanted:
        wanted |= more
    return wanted


def test_every_shipped_library_is_listed_with_its_licence() -> None:
    listed = set(
        re.findall(r"^\| ([A-Za-z0-9-]+) \|", (ROOT / "docs" / "licences.md").read_text("utf-8"), re.M)
    )
    assert {name.lower() for name in listed} >= _runtime_libraries()


def _pages() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", _pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_links_only_to_what_is_there(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8"))
    assert not [target for target in targets if not (page.parent / target).exists()]


@pytest.mark.parametrize(
    "lock",
    ["requirements.lock", "tools/papers.lock", "tools/papers/package-lock.json"],
    ids=lambda path: path,
)
def test_a_lock_names_no_registry(lock: str) -> None:
    """A lock that names a host works only where that host is reached."""
    text = (ROOT / lock).read_text("utf-8")
    assert re.search(r"sha(256|512)", text)
    assert not re.findall(r"\"resolved\"|--(?:extra-)?index-url|--find-links|://", text)
