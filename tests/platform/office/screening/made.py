"""Small files that carry a stamp, each in another place."""

import io

import docx
import xlsxwriter
from docx.oxml import parse_xml
from tests.web.broken import word, word_saying

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BODY = "<w:p><w:r><w:t>KẾ HOẠCH cải cách hành chính</w:t></w:r></w:p>"


def paragraph(text, properties=""):
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def document(inside, **parts):
    return word(f"<w:document {W} {V} {MC}><w:body>{inside}{BODY}</w:body></w:document>", **parts)


def in_box(text):
    box = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return document(
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def beside_body(where, text):
    made = docx.Document()
    made.add_paragraph("KẾ HOẠCH cải cách hành chính")
    section = made.sections[0]
    section.different_first_page_header_footer = where.startswith("first")
    getattr(section, where).paragraphs[0].text = text
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def in_table(*cells):
    made = docx.Document()
    table = made.add_table(rows=1, cols=len(cells))
    for cell, text in zip(table.rows[0].cells, cells, strict=True):
        cell.text = text
    made.add_paragraph("KẾ HOẠCH cải cách hành chính")
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def wrapped_in(tag, text):
    made = docx.Document()
    made.add_paragraph("KẾ HOẠCH")
    inner = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    inside = f"<w:sdtContent>{inner}</w:sdtContent>" if tag == "sdt" else inner
    made.element.body.insert(0, parse_xml(f"<w:{tag} {W}>{inside}</w:{tag}>"))
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


WORDS = {
    "a line": word_saying("UBND PHƯỜNG", "TỐI MẬT", "KẾ HOẠCH"),
    "small letters alone": word_saying("UBND PHƯỜNG", "mật", "KẾ HOẠCH"),
    "a label": word_saying("UBND PHƯỜNG", "Độ mật: Mật", "KẾ HOẠCH"),
    "beside the number": word_saying("Số: 12/KH-UBND (MẬT)", "KẾ HOẠCH"),
    "dots": word_saying("M.Ậ.T", "KẾ HOẠCH"),
    "spaces": word_saying("T Ố I  M Ậ T", "KẾ HOẠCH"),
    "characters without width": word_saying("M\u200bẬ\u200bT", "KẾ HOẠCH"),
    "letters composed of two": word_saying("MA\u0323\u0302T", "KẾ HOẠCH"),
    "letters of another script": word_saying("\u041cẬ\u0422", "KẾ HOẠCH"),
    "capitals by formatting": document(paragraph("Số: 12/KH-UBND mật", "<w:caps/>")),
    "a text box": in_box("MẬT"),
    "a drawn word": document(
        "<w:p><w:r><w:pict><v:shape><v:textpath string='TUYỆT MẬT'/></v:shape></w:pict></w:r></w:p>"
    ),
    "the header": beside_body("header", "MẬT"),
    "the header of the first page": beside_body("first_page_header", "MẬT"),
    "the footer": beside_body("footer", "Độ mật: Tối mật"),
    "a cell": in_table("UBND PHƯỜNG\nMẬT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    "two cells": in_table("Độ mật:", "Mật"),
    "a control": wrapped_in("sdt", "MẬT"),
    "marked text": wrapped_in("customXml", "MẬT"),
    "a footnote": document(
        "", **{"word/footnotes.xml": f"<w:footnotes {W}>{paragraph('MẬT')}</w:footnotes>"}
    ),
    "data beside the text": document("", **{"customXml/item1.xml": "<a><do_mat>Mật</do_mat></a>"}),
}


def workbook(fill):
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("DS")
        for at, row in enumerate(
            [["STT", "Họ đệm", "Tên", "Đơn vị"], [1, "Lê Văn", "Mật", "UBND"]]
        ):
            sheet.write_row(at + 3, 0, row)
        fill(book, sheet)
    return target.getvalue()


SHEETS = {
    "a row above": workbook(lambda book, sheet: sheet.write(0, 0, "MẬT")),
    "beside the letterhead": workbook(
        lambda book, sheet: sheet.write_row(0, 0, ["UBND PHƯỜNG", "", "MẬT"])
    ),
    "the header": workbook(lambda book, sheet: sheet.set_header("&C&14MẬT")),
    "the footer": workbook(lambda book, sheet: sheet.set_footer("&RĐộ mật: Mật")),
    "a drawn box": workbook(lambda book, sheet: sheet.insert_textbox("F2", "TỐI MẬT")),
    "the name of a sheet": workbook(lambda book, sheet: book.add_worksheet("Mật")),
    "a comment": workbook(lambda book, sheet: sheet.write_comment("A1", "MẬT")),
    "a column of secrecy": workbook(
        lambda book, sheet: (sheet.write("E4", "Độ mật"), sheet.write("E5", "Mật"))
    ),
}


def pdf_with(*, content="", note=""):
    """One page; letters are of the alphabet without marks, as a file without fonts can say."""
    notes = "/Annots[5 0 R]" if note else ""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R{notes}"
        "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Annot/Subtype/FreeText/Rect[400 760 500 790]/DA(/F1 12 Tf)"
        f"/Contents<{(chr(0xFEFF) + note).encode('utf-16-be').hex()}>>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\n"
    return body + end.encode() + f"startxref\n{len(body)}\n%%EOF".encode()


def said(x, y, text):
    return f"BT /F1 12 Tf {x} {y} Td ({text}) Tj ET"


PAGES = {
    "a line": pdf_with(content=said(72, 760, "MAT") + said(72, 700, "KE HOACH")),
    "beside another column": pdf_with(content=said(72, 760, "UBND PHUONG") + said(400, 760, "MAT")),
    "letters set apart": pdf_with(content=said(72, 760, "T O I  M A T")),
    "a note": pdf_with(content=said(72, 700, "KE HOACH cai cach"), note="TỐI MẬT"),
}
CLEAN = {
    "docx": word_saying(
        "UBND PHƯỜNG",
        "Số: 12/KH-UBND",
        "KẾ HOẠCH",
        "Bảo vệ bí mật nhà nước năm 2026",
        "1. Phân loại độ mật: tuyệt mật, tối mật, mật.",
        "2. Tuyên truyền về bảo mật thông tin, chữ ký mật mã, mật độ dân số.",
    ),
    "xlsx": workbook(lambda book, sheet: None),
    "pdf": pdf_with(content=said(72, 760, "KE HOACH BAO MAT THONG TIN")),
}
