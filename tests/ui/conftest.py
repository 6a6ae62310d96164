"""What screens stand on in tests: a dressed application, a real clerk on a library of its own, a frozen day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import build_window
from desktop.look.palette import LIGHT_THEME
from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.verbs import prepare
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.jobs import Jobs
from desktop.ui.window import Window
from tests.ui.finding import Keep

TODAY = date(2027, 2, 26)


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in the light theme at normal text size."""
    theme.wear(qapp, LIGHT_THEME)
    return qapp


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of their own."""
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Clerk]:
    """A clerk on an empty library."""
    started = Clerk.start(tmp_path / "library.sqlite")
    yield started
    started.close()


@pytest.fixture
def keep(clerk: Clerk) -> Keep:
    """Keep a workshop; its id."""

    def kept(city: str = "Rivermouth", day: str = "2027-03-01", **facts: object) -> str:
        framework = builtin.framework()
        template = next(iter(builtin.agendas().values()))
        given = {"city": city, "date": day, "template": template} | facts
        return clerk.create(framework, lambda at: prepare.create(at, framework, **given)).result(20)  # type: ignore[arg-type]

    return kept


@pytest.fixture
def window(
    dressed: QApplication, clerk: Clerk, settings: Settings, qtbot: QtBot
) -> Iterator[Callable[[], Window]]:
    """Open the window, listed and active; call it once the library holds what the test needs."""
    jobs = Jobs()
    opened: list[Window] = []

    def build() -> Window:
        made = build_window(
            dressed,
            settings,
            jobs,
            lambda: (clerk, builtin.framework()),
            clerk.listing().result(20),
            today=lambda: TODAY,
        )
        opened.append(made)
        qtbot.addWidget(made)
        made.resize(1440, 900)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        qtbot.waitUntil(lambda: made.ready)
        return made

    yield build
    for made in opened:
        made.close()
    jobs.close()
