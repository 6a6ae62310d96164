"""What the file says about itself: XMP, dates, viewer preferences and the colour profile of PDF/A."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import resources
from desktop.words.clean import clean_line
from exports.pdf.objects import Stream, array, dictionary, string

if TYPE_CHECKING:
    from exports.pdf.about import About
    from exports.pdf.tags import TagCanvas

PROFILE = Path(resources.__file__).parent / "icc" / "sRGB.icc"
PRODUCER = "ReportLab PDF Library"
CREATOR = "Pivot Workshop"

# PDF/A knows no PDF/UA: the identifier is declared by an extension schema, or validators reject it.
_UA_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
{schema}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class _Moment:
    """A stand-in for ReportLab's time stamp, which writes the minutes of a time zone wrong: always UTC."""

    def __init__(self, about: About) -> None:
        at = about.moment
        self.t = at.timestamp()
        self.lt = at.timetuple()
        self.YMDhms = (at.year, at.month, at.day, at.hour, at.minute, at.second)
        self.dhh = self.dmm = 0
        self.tzname = "UTC"
        self.datetime = at
        self.asctime = at.isoformat()


def write_metadata(canvas: TagCanvas, about: About) -> None:
    """Title, author and dates for both places that hold them, and what PDF/A and PDF/UA ask of the catalogue."""
    document: Any = canvas._doc
    catalogue = document.Catalog
    document._timeStamp = _Moment(about)
    canvas.setTitle(clean_line(about.title))
    canvas.setAuthor(clean_line(about.author))
    canvas.setSubject(clean_line(about.subject))
    canvas.setCreator(CREATOR)
    canvas.setProducer(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if about.rtl:
        canvas.setViewerPreference("Direction", "R2L")
    if canvas.places:
        canvas.showOutline()
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
    profile = document.Reference(Stream(PROFILE.read_bytes(), {"N": 3}))
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": string("sRGB"),
        "Info": string("sRGB IEC61966-2.1"),
        "DestOutputProfile": profile,
    }
    catalogue.OutputIntents = array([dictionary(intent)])
    xmp = _XMP.format(
        title=escape(clean_line(about.title)),
        author=escape(clean_line(about.author)),
        subject=escape(clean_line(about.subject)),
        language=escape(about.language),
        moment=about.moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        creator=CREATOR,
        producer=PRODUCER,
        schema=_UA_SCHEMA,
    )
    entries = {"Type": "/Metadata", "Subtype": "/XML"}
    catalogue.Metadata = Stream(xmp.encode(), entries, deflate=False)
