"""Words of a PDF are put together by where their letters stand: drawn here piece by piece, in
several fonts, with and without blanks, turned and leaning.
"""

import ctypes
import io
import math

import pypdfium2
import pypdfium2.raw as raw
import pytest

from thenchot.platform.office.reading.limits import DEFAULT
from thenchot.platform.office.reading.pdf import read_pdf
from thenchot.platform.office.reading.pdf_rules import tables_on
from thenchot.platform.office.reading.pdf_words import upright_letters, words_of

SIZE = 12
WIDE, HIGH = 595, 842
FILLER = "Giao Van phong theo doi, don doc viec thuc hien"


class Sheet:
    """A page on which pieces of text are drawn where they are wanted."""

    def __init__(self):
        self.pdf = pypdfium2.PdfDocument.new()
        self.page = self.pdf.new_page(WIDE, HIGH)
        self.fonts = {}

    def put(self, text, x, y, font="Times-Roman", *, turned=0.0):
        """Draw `text` and tell where the next piece begins."""
        held = self.fonts.setdefault(font, raw.FPDFText_LoadStandardFont(self.pdf, font.encode()))
        piece = raw.FPDFPageObj_CreateTextObj(self.pdf, held, SIZE)
        letters = (text + "\0").encode("utf-16-le")
        raw.FPDFText_SetText(piece, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)))
        cos, sin = math.cos(turned), math.sin(turned)
        raw.FPDFPageObj_Transform(piece, cos, sin, -sin, cos, x, y)
        raw.FPDFPage_InsertObject(self.page, piece)
        return x + sum(self.width(letter, font) for letter in text)

    def held(self, font):
        if font not in self.fonts:
            self.fonts[font] = raw.FPDFText_LoadStandardFont(self.pdf, font.encode())
        return self.fonts[font]

    def width(self, letter, font="Times-Roman"):
        width = ctypes.c_float()
        raw.FPDFFont_GetGlyphWidth(self.held(font), ord(letter), SIZE, width)
        return width.value

    def line(self, x0, y0, x1, y1):
        path = raw.FPDFPageObj_CreateNewPath(x0, y0)
        raw.FPDFPath_LineTo(path, x1, y1)
        raw.FPDFPath_SetDrawMode(path, 0, True)
        raw.FPDFPage_InsertObject(self.page, path)

    def content(self):
        raw.FPDFPage_GenerateContent(self.page)
        data = io.BytesIO()
        self.pdf.save(data)
        return data.getvalue()


def lines_of(content):
    return [block.text.strip() for block in read_pdf(content, DEFAULT).blocks if block.text.strip()]


def words_on(sheet):
    page = pypdfium2.PdfDocument(sheet.content())[0]
    return ["".join(text for text, _ in word.pieces) for word in words_of(upright_letters(page))]


@pytest.mark.parametrize("other", ["Helvetica", "Times-Bold", "Courier"])
def test_a_word_set_in_two_fonts_is_one_word(other):
    sheet, x = Sheet(), 60
    for at, piece in enumerate(["Hoàn thi", "ê", "n nhi", "ê", "m v", "u"]):
        x = sheet.put(piece, x, 700, other if at % 2 else "Times-Roman")
    assert words_on(sheet) == ["Hoàn", "thiên", "nhiêm", "vu"]


def test_pieces_drawn_one_font_after_the_other_are_one_word():
    sheet, x, later = Sheet(), 60, []
    for at, piece in enumerate(["Ho", "à", "n thi", "ê", "n"]):
        if at % 2:
            later.append((piece, x))
            x += sum(map(sheet.width, piece))
        else:
            x = sheet.put(piece, x, 700)
    for piece, place in later:
        sheet.put(piece, place, 700)
    assert words_on(sheet) == ["Hoàn", "thiên"]


def test_words_without_blanks_are_told_by_their_gaps():
    sheet, x = Sheet(), 60
    for word in ("Thôn", "khu", "báo"):
        x = sheet.put(word, x, 700) + 3.2
    assert words_on(sheet) == ["Thôn", "khu", "báo"]


def test_narrow_letters_of_a_typewriter_are_not_parted():
    sheet = Sheet()
    sheet.put("illi fijit", 60, 700, "Courier")
    assert words_on(sheet) == ["illi", "fijit"]


def test_a_blank_of_no_width_parts_nothing():
    sheet = Sheet()
    x = sheet.put("nhi", 60, 700)
    sheet.put(" ", x, 700)
    x = sheet.put("ê", x, 700, "Helvetica")
    sheet.put("m vu", x, 700)
    assert words_on(sheet) == ["nhiêm", "vu"]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_lying_on_its_side_is_read_upright(quarters):
    sheet, angle = Sheet(), quarters * math.pi / 2
    down = (math.sin(angle), -math.cos(angle))
    for at in range(3):
        sheet.put(f"{at}. {FILLER}", 300 + 20 * at * down[0], 400 + 20 * at * down[1], turned=angle)
    assert lines_of(sheet.content()) == [f"{at}. {FILLER}" for at in range(3)]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_shown_turned_is_read_upright(turned):
    sheet = Sheet()
    for at in range(3):
        sheet.put(f"{at}. {FILLER}", 60, 700 - 20 * at)
    sheet.page.set_rotation(turned)
    assert lines_of(sheet.content()) == [f"{at}. {FILLER}" for at in range(3)]


def test_leaning_letters_are_a_watermark():
    sheet = Sheet()
    sheet.put(FILLER, 60, 700)
    sheet.put("BAN SAO", 200, 300, turned=0.8)
    assert lines_of(sheet.content()) == [FILLER]


def test_cells_are_read_between_their_lines():
    sheet = Sheet()
    for y in (700, 680, 660):
        sheet.line(60, y, 460, y)
    for x in (60, 260, 460):
        sheet.line(x, 700, x, 660)
    for text, x, y in [
        ("Noi dung viec", 64, 685),
        ("Don vi", 264, 685),
        ("Ra soat ho ngheo", 64, 665),
        ("Phong Kinh te", 264, 665),
    ]:
        sheet.put(text, x, y)
    source = read_pdf(sheet.content(), DEFAULT)
    assert source.tables[0].rows == (
        ("Noi dung viec", "Don vi"),
        ("Ra soat ho ngheo", "Phong Kinh te"),
    )


def test_underlines_and_a_frame_are_no_table():
    sheet = Sheet()
    sheet.put(FILLER, 60, 700)
    sheet.line(60, 695, 300, 695)
    for start, end in [((50, 600), (50, 750)), ((50, 750), (500, 750)), ((500, 750), (500, 600))]:
        sheet.line(*start, *end)
    sheet.line(500, 600, 50, 600)
    assert tables_on(pypdfium2.PdfDocument(sheet.content())[0]) == []
