"""Faults planted in a good PDF, one a copy: the validator must find every one, or its silence means nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

Plant = Callable[[Pdf], bool]


@dataclass(frozen=True, slots=True)
class Fault:
    """A way to spoil a file; `plant` says False when the file has nothing to spoil that way."""

    name: str
    plant: Plant


def _without_root(key: str) -> Plant:
    def plant(pdf: Pdf) -> bool:
        found = key in pdf.Root
        if found:
            del pdf.Root[key]
        return found

    return plant


def _no_parent_tree(pdf: Pdf) -> bool:
    del pdf.Root.StructTreeRoot[Name.ParentTree]
    return True


def _objects(pdf: Pdf, wanted: Callable[[Dictionary], bool]) -> Iterator[Dictionary]:
    for each in pdf.objects:
        if isinstance(each, Dictionary) and wanted(each):
            yield each


def _no_alternative_text(pdf: Pdf) -> bool:
    for figure in _objects(pdf, lambda each: each.get("/S") == Name.Figure and "/Alt" in each):
        del figure[Name.Alt]
        return True
    return False


def _unembedded_font(pdf: Pdf) -> bool:
    for descriptor in _objects(pdf, lambda each: "/FontFile2" in each or "/FontFile3" in each):
        for key in ("/FontFile2", "/FontFile3"):
            if key in descriptor:
                del descriptor[key]
        return True
    return False


def _no_unicode(pdf: Pdf) -> bool:
    for font in _objects(pdf, lambda each: each.get("/Type") == Name.Font and "/ToUnicode" in each):
        del font[Name.ToUnicode]
        return True
    return False


def _metadata_without(pattern: bytes) -> Plant:
    def plant(pdf: Pdf) -> bool:
        stream = pdf.Root.Metadata
        before = stream.read_bytes()
        after = re.sub(pattern, b"", before)
        stream.write(after)
        return after != before

    return plant


def _wrong_output_intent(pdf: Pdf) -> bool:
    # A profile that says it is for grey (bytes 16 to 19 of its header), under pages painted in colour.
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = profile.read_bytes()
    profile.write(data[:16] + b"GRAY" + data[20:])
    profile[Name.N] = 1
    return True


def _file_name_for_title(pdf: Pdf) -> bool:
    pdf.Root.ViewerPreferences[Name.DisplayDocTitle] = False
    return True


def _unmarked_content(pdf: Pdf) -> bool:
    pdf.pages[0].contents_add(b"q 20 20 4 4 re f Q")
    return True


def _attached_file(pdf: Pdf) -> bool:
    pdf.attachments["ballots.csv"] = b"seat,level\n1,3\n"
    return True


def _skipped_heading(pdf: Pdf) -> bool:
    for heading in _objects(pdf, lambda each: each.get("/S") == Name.H1):
        heading[Name.S] = Name.H3
        return True
    return False


def _cell_outside_a_row(pdf: Pdf) -> bool:
    for cell in _objects(pdf, lambda each: each.get("/S") == Name.TD):
        cell[Name.S] = Name.TR
        return True
    return False


def _undescribed_link(pdf: Pdf) -> bool:
    for page in pdf.pages:
        annotations: Object = page.get("/Annots", Array())
        for annotation in annotations:  # type: ignore[attr-defined, unused-ignore]
            if "/Contents" in annotation:
                del annotation["/Contents"]
                return True
    return False


FAULTS = (
    Fault("no language", _without_root("/Lang")),
    Fault("no structure", _without_root("/StructTreeRoot")),
    Fault("not marked as tagged", _without_root("/MarkInfo")),
    Fault("no way from marks to structure", _no_parent_tree),
    Fault("a figure without words", _no_alternative_text),
    Fault("a font left out", _unembedded_font),
    Fault("glyphs without characters", _no_unicode),
    Fault(
        "no PDF/UA in the metadata", _metadata_without(rb"<pdfuaid:part>.*?</pdfuaid:part>|pdfuaid:part=\S+")
    ),
    Fault("no PDF/A in the metadata", _metadata_without(rb"<pdfaid:part>.*?</pdfaid:part>|pdfaid:part=\S+")),
    Fault("a wrong colour profile", _wrong_output_intent),
    Fault("the file name shown for the title", _file_name_for_title),
    Fault("ink outside all marks", _unmarked_content),
    Fault("ballots attached", _attached_file),
    Fault("a heading level skipped", _skipped_heading),
    Fault("a cell that is no cell", _cell_outside_a_row),
    Fault("a link nobody describes", _undescribed_link),
)


def plant_pdf_faults(source: Path, folder: Path) -> dict[str, Path]:
    """A spoiled copy of `source` for each fault it can have, by the fault's name."""
    folder.mkdir(parents=True, exist_ok=True)
    planted: dict[str, Path] = {}
    for number, fault in enumerate(FAULTS, start=1):
        path = folder / f"fault-{number:02}.pdf"
        with pikepdf.open(source) as pdf:
            if fault.plant(pdf):
                pdf.save(path, fix_metadata_version=False)
                planted[fault.name] = path
    return planted
