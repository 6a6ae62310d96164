"""Properties are judged by what they find, not by how long a busy machine took."""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile("measures", deadline=None, database=None)
settings.load_profile("measures")

pytest.register_assert_rewrite(
    *(f"tests.model.measures.cases_of_{part}" for part in ("rounds", "levels", "plans"))
)
