"""PDF files through veraPDF, the reference validator for PDF/UA and PDF/A."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.papers.places import TOOLS, Broken, run

JAVA_LIBRARIES = Path("/usr/share/java")
FLAVOURS = ("ua1", "2a")


@dataclass(frozen=True, slots=True)
class Failure:
    """One broken rule: its clause and test number, what it asks, the first place and how many there are."""

    flavour: str
    rule: str
    message: str
    where: str
    count: int = 1

    def __str__(self) -> str:
        return f"{self.flavour} {self.rule} ×{self.count}: {self.message} @ {self.where}"


def verapdf(paths: Sequence[Path], flavours: Sequence[str] = FLAVOURS) -> dict[Path, list[Failure]]:
    """Every broken rule of each file; an empty list means the file conforms to all flavours.

    One Java machine reads all files: 1.3 s to start, 0.3 s a short file. Raises `Broken` when veraPDF
    cannot run or passes a file without a single assertion.
    """
    if not paths:
        return {}
    absolute = {str(path.resolve()): path for path in paths}
    answer = json.loads(run([*_java(), "VeraPdf", ",".join(flavours), *absolute], seconds=600))
    result: dict[Path, list[Failure]] = {}
    for name, path in absolute.items():
        found = answer[name]
        result[path] = [Failure(**each) for each in found["failures"]]
        if not found["assertions"] and not result[path]:
            raise Broken(f"veraPDF looked at nothing in {path}")
    return result


def _java() -> list[str]:
    # The jar's own JAXB is cut down; Debian's whole one takes its place.
    parts = [TOOLS / "classes", TOOLS / "verapdf.jar"]
    parts += [JAVA_LIBRARIES / "jaxb-runtime.jar", JAVA_LIBRARIES / "jaxb-core.jar"]
    factory = "-Djavax.xml.bind.JAXBContextFactory=com.sun.xml.bind.v2.ContextFactory"
    return ["java", "-Dfile.encoding=UTF-8", factory, "-cp", ":".join(str(part) for part in parts)]
