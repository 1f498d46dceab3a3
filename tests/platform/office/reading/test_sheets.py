"""Pictures of pages are set upright and straight, and lose their specks."""

import json
import random

import pytest
from PIL import Image, ImageDraw
from tests.importer.conftest import SAMPLES
from tests.platform.office.reading.made import docx_of, pdf_of, scan_of

from thenchot.importer import parse_file
from thenchot.platform.office.reading import read_source
from thenchot.platform.office.reading.sheets import has_specks, quarters_of, skew_of

WIDE, HIGH = 1600, 2200


def page():
    """Rows of words as dark bars, full on the left and ragged on the right."""
    image = Image.new("L", (WIDE, HIGH), 255)
    draw = ImageDraw.Draw(image)
    chance = random.Random(5)
    for top in range(200, HIGH - 200, 60):
        left = 200
        while left < chance.randint(700, WIDE - 200):
            right = left + chance.randint(40, 120)
            draw.rectangle((left, top, right, top + 25), fill=0)
            left = right + 18
    return image


def sure_of(strip):
    """Read surely when it begins on the left."""
    half = strip.width // 2
    left, right = (
        sum(strip.crop(box).histogram()[:128])
        for box in ((0, 0, half, strip.height), (half, 0, strip.width, strip.height))
    )
    return 0.9 if left > right else 0.4


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page_is_set_upright(turned):
    lying = page().rotate(turned, expand=True)
    assert quarters_of(lying, sure_of) == -turned % 360


def test_an_upright_page_is_read_once():
    asked = []
    quarters_of(page(), lambda strip: asked.append(strip) or 0.9)
    assert len(asked) == 1


@pytest.mark.parametrize("skew", [-1.4, 0.0, 0.8])
def test_a_tilted_page_is_straightened(skew):
    assert skew_of(page().rotate(skew, fillcolor=255)) == pytest.approx(-skew, abs=0.15)


def test_specks_are_told_from_letters():
    image, chance = page(), random.Random(7)
    assert not has_specks(image)
    for _ in range(WIDE * HIGH // 60):
        image.putpixel((chance.randrange(WIDE), chance.randrange(HIGH)), 0)
    assert has_specks(image)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pdf")
    return pdf_of(docx_of(SAMPLES / "26_chi_thi_dang.txt", folder / "a.docx"), folder / "a.pdf")


@pytest.mark.office
@pytest.mark.ocr
@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_scan_lying_wrong_reads_like_an_upright_one(printed, tmp_path, turned):
    upright = read_source(printed).text.split()
    scan = scan_of(printed, tmp_path / "scan.pdf", turned=turned)
    read = read_source(scan).text.split()
    assert len(set(upright) & set(read)) >= 0.9 * len(set(upright))
    gold = json.loads((SAMPLES / "26_chi_thi_dang.json").read_text("utf-8"))["metadata"]
    metadata = parse_file(scan).metadata
    assert (metadata["number"].value, metadata["date"].value) == (gold["number"], gold["date"])
