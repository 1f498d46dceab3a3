"""Forty broken files, made here: name -> (file name, bytes)."""

import io
import struct
import zipfile
import zlib

import docx
from PIL import Image

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types '
    'xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
    'PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(**files) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def word(document_xml: str, **more) -> bytes:
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELS,
        "word/document.xml": document_xml,
        **more,
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def word_saying(*lines) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def picture(kind, size=(200, 100)) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, "white").save(target, kind)
    return target.getvalue()


def pdf(pages: int, *, trailer="") -> bytes:
    kids = " ".join(f"{3 + n} 0 R" for n in range(pages))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {pages}>>"]
    objects += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"] * pages
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size "
        f"{len(objects) + 1}/Root 1 0 R{trailer}>>\n"
    )
    return body + end.encode() + f"startxref\n{len(body)}\n%%EOF".encode()


def bomb() -> bytes:
    return word(f"<w:document {W}>" + " " * 60_000_000 + "</w:document>")


def laughs() -> str:
    entities = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">' + "".join(
        f'<!ENTITY {chr(c + 1)} "{f"&{chr(c)};" * 8}">' for c in range(ord("b"), ord("j"))
    )
    return (
        f"<?xml version='1.0'?><!DOCTYPE d [{entities}]><w:document "
        f"{W}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
    )


def many_rows() -> bytes:
    return b"| 1 | Viec | UBND | | 30/6/2026 |\n" * 210_000


def lying_size() -> bytes:
    """A zip whose directory says the file is small and whose stream is not."""
    content = bytearray(word(f"<w:document {W}>" + " " * 20_000_000 + "</w:document>"))
    place = content.rfind(b"word/document.xml") - 46
    content[place + 24 : place + 28] = struct.pack("<I", 100)
    return bytes(content)


SECRET = (
    "ỦY BAN NHÂN DÂN PHƯỜNG\n\n{stamp}\n\nKẾ HOẠCH\n\n1. Giao Phòng Văn hóa - Xã hội chủ "
    "trì rà soát."
)

REFUSED = {
    "empty": ("trong.txt", b""),
    "only spaces": ("trong.txt", b" \n\t\n "),
    "only a byte order mark": ("bom.txt", b"\xef\xbb\xbf"),
    "program": ("ke-hoach.docx", b"MZ\x90\x00" + b"\x00" * 400),
    "linux program": ("ke-hoach.txt", b"\x7fELF\x02\x01\x01" + b"\x00" * 400),
    "script with nulls": ("a.txt", b"#!/bin/sh\x00\x00\x01\x02rm -rf /\x00"),
    "plain zip": ("a.docx", zipped(readme="xin chào")),
    "zip cut short": ("a.docx", word_saying("Kế hoạch")[:900]),
    "empty zip": ("a.docx", b"PK\x05\x06" + b"\x00" * 18),
    "zip bomb": ("bom.docx", bomb()),
    "zip that lies about its size": ("doi.docx", lying_size()),
    "word with macros": (
        "a.docm",
        word(f"<w:document {W}><w:body/></w:document>", **{"word/vbaProject.bin": b"\x00" * 64}),
    ),
    "word without its document": (
        "a.docx",
        zipped(**{"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": RELS}),
    ),
    "word with broken xml": ("a.docx", word("<w:document><w:body>")),
    "word of laughing entities": ("a.docx", word(laughs())),
    "word without words": ("a.docx", word_saying()),
    "word under a password": ("mat-khau.docx", OLE + "EncryptedPackage".encode("utf-16-le")),
    "old word": ("cu.doc", OLE + "WordDocument".encode("utf-16-le")),
    "old excel": ("cu.xls", OLE + "Workbook".encode("utf-16-le")),
    "excel": (
        "bang.xlsx",
        zipped(**{"[Content_Types].xml": "<Types/>", "xl__workbook.xml": "<workbook/>"}),
    ),
    "png": ("anh.png", picture("PNG")),
    "jpeg called pdf": ("anh.pdf", picture("JPEG")),
    "gif": ("anh.gif", picture("GIF")),
    "pdf cut short": ("a.pdf", pdf(2)[:120]),
    "pdf of one line": ("a.pdf", b"%PDF-1.7\n"),
    "pdf of blank pages": ("a.pdf", pdf(2)),
    "pdf of too many pages": ("a.pdf", pdf(900)),
    "pdf under a password": (
        "a.pdf",
        pdf(
            1,
            trailer="/Encrypt<</Filter/Standard/V 1/R 2/O("
            + "a" * 32
            + ")/U("
            + "b" * 32
            + ")/P -4>>/ID[(a)(a)]",
        ),
    ),
    "gzip": ("a.txt", b"\x1f\x8b\x08\x00" + zlib.compress(b"xin")),
    "seven zip": ("a.7z", b"7z\xbc\xaf\x27\x1c" + b"\x00" * 60),
    "rar": ("a.rar", b"Rar!\x1a\x07\x01\x00" + b"\x00" * 60),
    "random bytes": ("a.txt", bytes((n * 73 + 41) % 256 for n in range(4000))),
    "utf-16 cut in the middle": ("a.txt", "Kế hoạch".encode("utf-16")[:-1] + b"\x00\xd8" * 40),
    "two hundred thousand rows": ("dai.txt", many_rows()),
    "sixty megabytes": ("to.txt", b"Giao UBND phuong\n" * 3_700_000),
    "secret": ("ke-hoach-kin.txt", SECRET.format(stamp="MẬT").encode()),
    "top secret": ("ke-hoach-kin.txt", SECRET.format(stamp="TỐI MẬT").encode()),
    "most secret": ("ke-hoach-kin.txt", SECRET.format(stamp="TUYỆT MẬT").encode()),
    "secret with spaces between": ("ke-hoach-kin.txt", SECRET.format(stamp="M Ậ T").encode()),
    "secret in word": (
        "ke-hoach-kin.docx",
        word_saying("UBND PHƯỜNG", "TỐI MẬT", "KẾ HOẠCH", "1. Giao Phòng Văn hóa rà soát."),
    ),
}

# Odd, but there is text in it: read, shown for review, nothing invented.
READ = {
    "a table with no header": (
        "bang.txt",
        (
            "KẾ HOẠCH\n\n| 1 | Rà soát cán bộ | UBND phường | 30/6/2026 |\n| 2 | Mở lớp | UBND "
            "phường | |\n"
        ).encode(),
    ),
    "numbers only": ("so.txt", b"1 2 3\n4 5 6\n7 8 9\n"),
    "a name with a path": (
        "../../etc/passwd",
        "KẾ HOẠCH\n\n1. Giao UBND phường rà soát cán bộ.".encode(),
    ),
    "a script in the text": (
        "x.txt",
        "KẾ HOẠCH\n\n1. Giao UBND phường <script>alert(1)</script> rà soát.".encode(),
    ),
    "a very long name": (
        "a" * 180 + ".txt",
        "KẾ HOẠCH\n\n1. Giao UBND phường rà soát cán bộ.".encode(),
    ),
}
