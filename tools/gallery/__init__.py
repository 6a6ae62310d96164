"""The gallery: every screen, scene and page of one rehearsed day."""
