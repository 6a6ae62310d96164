"""One scale to speak about, and every text the words are made of."""

from __future__ import annotations

import pytest

from desktop.words.catalogue import ENGLISH
from desktop.words.stages import Stages


@pytest.fixture
def stages() -> Stages:
    """The four stages of the built-in framework, in English."""
    return Stages(ENGLISH, ("Exploring", "Doing digital", "Becoming digital", "Being digital"))
