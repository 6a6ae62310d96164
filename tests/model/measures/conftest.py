"""The cases are asserted in modules of their own."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite(
    *(f"tests.model.measures.cases_of_{part}" for part in ("rounds", "levels", "plans"))
)
