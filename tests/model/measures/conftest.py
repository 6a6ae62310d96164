"""Properties are judged by what they find, not by how long a busy machine took."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("measures", deadline=None, database=None)
settings.load_profile("measures")
