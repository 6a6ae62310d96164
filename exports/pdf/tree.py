"""The structure tree as PDF objects: elements, parent tree, marks (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from exports.pdf.objects import array, dictionary, string

if TYPE_CHECKING:
    from exports.pdf.tags import Child, Node, Recorded


def write_tree(document: Any, root: Node, recorded: Recorded) -> None:
    """Put the structure tree into the catalogue."""
    elements = {node: dictionary({"Type": "/StructElem", "S": "/" + node.role}) for node in recorded.children}
    references = {node: document.Reference(element) for node, element in elements.items()}
    top = dictionary({"Type": "/StructTreeRoot"})
    top_reference = document.Reference(top)
    for node, children in recorded.children.items():
        entries = elements[node].dict
        above = top_reference if node is root else references[node.parent or root]
        entries["P"] = above
        _children(entries, children, references)
        _properties(entries, node)
    numbers: list[Any] = []
    for index, marks in enumerate(recorded.pages):
        numbers += [index, document.Reference(array([references[node] for node in marks]))]
    key = len(recorded.pages)
    for annotation, node in recorded.annotations:
        annotation.dict["StructParent"] = key
        numbers += [key, references[node]]
        key += 1
    top.dict["K"] = array([references[root]])
    top.dict["ParentTree"] = document.Reference(dictionary({"Nums": array(numbers)}))
    top.dict["ParentTreeNextKey"] = key
    document.Catalog.StructTreeRoot = top_reference
    document.Catalog.MarkInfo = dictionary({"Marked": "true"})


def page_reference(index: int) -> Any:
    """A reference to a page by its index from 0."""
    return pdfdoc.PDFObjectReference(f"Page{index + 1}")


def _children(entries: dict[str, Any], children: Sequence[Child], references: dict[Node, Any]) -> None:
    from exports.pdf.tags import Mark, ObjectMark

    home = next((child.page for child in children if isinstance(child, (Mark, ObjectMark))), None)
    if home is not None:
        entries["Pg"] = page_reference(home)
    kids: list[Any] = []
    for child in children:
        if isinstance(child, Mark):
            if child.page == home:
                kids.append(child.number)
            else:
                kids.append(
                    dictionary({"Type": "/MCR", "Pg": page_reference(child.page), "MCID": child.number})
                )
        elif isinstance(child, ObjectMark):
            kids.append(
                dictionary({"Type": "/OBJR", "Obj": child.reference, "Pg": page_reference(child.page)})
            )
        else:
            kids.append(references[child])
    entries["K"] = array(kids)


def _properties(entries: dict[str, Any], node: Node) -> None:
    if node.alt:
        entries["Alt"] = string(node.alt)
    if node.language:
        entries["Lang"] = string(node.language)
    attributes = []
    if node.attributes:
        attributes.append(dictionary(node.attributes))
    if node.box:
        box = array([round(value, 2) for value in node.box])
        attributes.append(dictionary({"O": "/Layout", "BBox": box, "Placement": "/Block"}))
    if attributes:
        entries["A"] = attributes[0] if len(attributes) == 1 else array(attributes)
