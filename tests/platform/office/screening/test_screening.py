"""Whatever part of a file carries the stamp, the file is refused; a file about secrets is not."""

import io

import pytest
from PIL import Image, ImageDraw, ImageFont
from tests.platform.office.screening import made

from thenchot.platform.office.reading import Unreadable
from thenchot.platform.office.reading.ocr import has_vietnamese
from thenchot.platform.office.refused import SecretDocument
from thenchot.platform.office.screening import screen


@pytest.mark.parametrize("where", made.WORDS)
def test_a_stamp_in_a_word_file(where):
    with pytest.raises(SecretDocument):
        screen(made.WORDS[where], "docx")


@pytest.mark.parametrize("where", made.SHEETS)
def test_a_stamp_in_a_workbook(where):
    with pytest.raises(SecretDocument):
        screen(made.SHEETS[where], "xlsx")


@pytest.mark.parametrize("where", made.PAGES)
def test_a_stamp_in_a_pdf(where):
    with pytest.raises(SecretDocument):
        screen(made.PAGES[where], "pdf")


@pytest.mark.parametrize("extension", made.CLEAN)
def test_a_file_about_secrets_passes(extension):
    screen(made.CLEAN[extension], extension, f"Kế hoạch bảo vệ bí mật nhà nước.{extension}")


def test_a_stamp_in_a_text():
    with pytest.raises(SecretDocument):
        screen("UBND PHƯỜNG\nTỐI MẬT\nKẾ HOẠCH".encode(), "txt")


def test_a_stamp_in_the_name():
    with pytest.raises(SecretDocument) as refused:
        screen("KẾ HOẠCH".encode(), "txt", "Kế hoạch (MẬT).txt")
    assert "Kế hoạch" not in refused.value.message_vi


def photo(*lines, kind="PNG", turned=0):
    image = Image.new("RGB", (1200, 900), "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype("DejaVuSans-Bold.ttf", 60)
    for at, text in enumerate(lines):
        draw.text((200, 100 + 150 * at), text, fill="black", font=font)
    target, image = io.BytesIO(), image.rotate(turned, expand=True)
    image.save(target, kind, **({"resolution": 150} if kind == "PDF" else {}))
    return target.getvalue()


@pytest.mark.ocr
@pytest.mark.parametrize(("kind", "extension"), [("PNG", "png"), ("JPEG", "jpg"), ("PDF", "pdf")])
def test_a_stamp_on_a_picture(kind, extension):
    if not has_vietnamese():
        pytest.skip("tesseract without Vietnamese")
    with pytest.raises(SecretDocument):
        screen(photo("UBND PHƯỜNG", "TỐI MẬT", "KẾ HOẠCH", kind=kind), extension)
    screen(photo("UBND PHƯỜNG", "KẾ HOẠCH", kind=kind), extension)


@pytest.mark.ocr
@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_stamp_on_a_page_lying_wrong(turned):
    if not has_vietnamese():
        pytest.skip("tesseract without Vietnamese")
    lines = ["UBND PHƯỜNG", "TỐI MẬT", "KẾ HOẠCH", "rà soát hộ nghèo, hộ cận nghèo"]
    with pytest.raises(SecretDocument):
        screen(photo(*lines, turned=turned, kind="PDF"), "pdf")


def test_a_picture_of_too_many_points_is_not_unpacked():
    target = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(target, "PNG")
    with pytest.raises(Unreadable, match="900 triệu điểm"):
        screen(target.getvalue(), "png")
