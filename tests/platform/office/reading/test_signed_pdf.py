"""A digitally signed PDF: number and date stand in the appearance of the signature field."""

import pytest

from thenchot.importer import parse_source
from thenchot.platform.office.reading.limits import DEFAULT
from thenchot.platform.office.reading.pdf import read_pdf

PAGE = [
    (300, 800, "UBND X\xc3 T\xc2N L\xacP"),
    (60, 780, "S\xf3:          /KH-UBND"),
    (330, 780, "T\xe2n L\xadp, ng\xe0y        th\xe1ng 02 n\xf1m 2026"),
    (60, 720, "K\xae HO\xa0CH"),
    (60, 700, "Ph\xf2ng Kinh t\xaf r\xe0 so\xe1t di\xaen t\xedch l\xfaa."),
]
LETTERS = {0xF3: "ố", 0xF1: "ă", 0xAC: "Ậ", 0xAD: "ậ", 0xAE: "Ế", 0xAF: "ế", 0xA0: "Ạ"}


def _said(*lines):
    shown = "".join(f"BT /F1 12 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in lines)
    return shown.encode("latin-1")


def _stream(content, **keys):
    head = "".join(f"/{name} {value} " for name, value in keys.items())
    return f"<< {head}/Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def _file(objects):
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        data
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
            f"<< /Root 1 0 R /Size {len(objects) + 1} >>\nstartxref\n{len(data)}\n%%EOF\n"
        ).encode()
    )


def _letters():
    pairs = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for code, letter in LETTERS.items())
    plain = (
        "<00> <9F> <0000>\n<A1> <AB> <00A1>\n<B0> <F0> <00B0>\n<F2> <F2> <00F2>\n<F4> <FF> <00F4>"
    )
    return _stream(
        f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> "
        f"endcodespacerange 5 beginbfrange\n{plain}\nendbfrange "
        f"{len(LETTERS)} beginbfchar\n{pairs}\nendbfchar endcmap end".encode()
    )


def signed(fields, *, nested=False, flags=4):
    """A page on which `fields`, (x, y, text), are only in the fields of signatures; `nested`: drawn
    as a form in a form, as signing programs do.
    """
    fonts = "<< /Font << /F1 3 0 R >> >>"
    form = {"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 200 20]"}
    objects = [
        b"",
        b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 4 0 R "
        b"/Encoding /WinAnsiEncoding >>",
        _letters(),
        _stream(_said(*PAGE)),
        b"",
    ]
    notes = []
    for x, y, text in fields:
        at = len(objects) + 1
        notes.append(f"{at} 0 R")
        inner = f"<< /XObject << /FRM {at + 2} 0 R >> >>"
        drawn = _stream(_said((0, 5, text)), **form, Resources=fonts)
        outer = _stream(b"q 1 0 0 1 0 0 cm /FRM Do Q", **form, Resources=inner)
        objects += [
            f"<< /Type /Annot /Subtype /Widget /FT /Sig /T (F{at}) /F {flags} /P 6 0 R "
            f"/Rect [{x} {y - 5} {x + 200} {y + 15}] /AP << /N {at + 1} 0 R >> /V << /Type /Sig "
            f"/Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >> >>".encode(),
            outer if nested else drawn,
            drawn,
        ]
    held = " ".join(notes)
    objects[0] = (
        f"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{held}] /SigFlags 3 >> >>".encode()
    )
    objects[5] = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        f"/Annots [{held}] /Resources {fonts} >>".encode()
    )
    return _file(objects)


NUMBER, DAY = (80, 780, "45"), (420, 780, "12")


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize("flags", [4, 132])
def test_number_and_day_of_a_signature_are_read(nested, flags):
    content = signed([NUMBER, DAY], nested=nested, flags=flags)
    metadata = parse_source(read_pdf(content, DEFAULT)).metadata
    assert metadata["number"].value == "45/KH-UBND"
    assert metadata["date"].value == "2026-02-12"


def test_a_hidden_field_is_not_read():
    metadata = parse_source(read_pdf(signed([NUMBER, DAY], flags=2), DEFAULT)).metadata
    assert metadata["number"].value != "45/KH-UBND"
    assert metadata["date"].value is None
