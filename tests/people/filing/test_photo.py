"""The photo of a file: taken in through the one door, shown on the page, printed at 4 by 6; and
which posts stand in item 3 of 2C.
"""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document
from docx.shared import Mm
from PIL import ExifTags, Image, ImageDraw

from thenchot.kernel.decision import Refused
from thenchot.people.filing import photos, prints
from thenchot.people.filing.prints.facts import is_committee_post
from thenchot.people.services import appoint
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import today
from thenchot.platform.files import BadFile
from thenchot.platform.files.models import StoredFile
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role


def picture(size=(400, 600), form="JPEG", name="anh.jpg", of=None, **more):
    target = io.BytesIO()
    (of or Image.new("RGB", size, "navy")).save(target, form, **more)
    return SimpleUploadedFile(name, target.getvalue())


def document(person, form="2c-tctw-98"):
    person.refresh_from_db()
    return Document(io.BytesIO(prints.write(SYSTEM, person, form, on=today())))


def embedded(printed) -> Image.Image:
    """The picture as it lies in the printed file."""
    parts = printed.part.package.iter_parts()
    (part,) = [part for part in parts if part.partname.startswith("/word/media/")]
    return Image.open(io.BytesIO(part.blob))


class TestPhoto:
    @pytest.mark.parametrize("form", [name for name, _ in prints.FORMS])
    @pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png")])
    def test_it_is_printed_at_four_by_six(self, person, form, kind, name):
        photos.set_photo(SYSTEM, person_id=person.pk, file=picture(form=kind, name=name))
        shapes = document(person, form).element.body.xpath(".//wp:extent")
        assert [(int(s.get("cx")), int(s.get("cy"))) for s in shapes] == [(Mm(40), Mm(60))]

    @pytest.mark.parametrize("size", [(600, 600), (400, 800), (3000, 2000), (210, 900)])
    def test_another_shape_is_cut_at_both_sides_not_squeezed(self, person, size):
        """A white ring in the middle of navy stays round and in the middle."""
        ring, radius = Image.new("RGB", size, "navy"), min(size) // 4
        middle = (size[0] / 2, size[1] / 2)
        ImageDraw.Draw(ring).circle(middle, radius, fill="white")
        photos.set_photo(SYSTEM, person_id=person.pk, file=picture(of=ring))
        printed = embedded(document(person))
        assert printed.width * 3 == pytest.approx(printed.height * 2, abs=3)
        left, top, right, bottom = printed.convert("L").point(lambda p: 255 * (p > 128)).getbbox()
        assert right - left == pytest.approx(bottom - top, abs=4)
        assert (left + right) / 2 == pytest.approx(printed.width / 2, abs=3)
        assert (top + bottom) / 2 == pytest.approx(printed.height / 2, abs=3)

    def test_it_stands_upright_and_tells_nothing_of_the_telephone(self, person):
        lying = Image.new("RGB", (900, 600), "navy")
        ImageDraw.Draw(lying).rectangle((0, 0, 200, 600), fill="white")  # the top, camera turned
        told = Image.Exif()
        told[ExifTags.Base.Orientation] = 6
        told[ExifTags.Base.Model] = "Telephone of somebody"
        photos.set_photo(SYSTEM, person_id=person.pk, file=picture(of=lying, exif=told))
        printed = embedded(document(person))
        middle, top, bottom = printed.width // 2, 20, printed.height - 20
        assert printed.getpixel((middle, top))[0] > 200 > printed.getpixel((middle, bottom))[0]
        assert not printed.getexif()

    def test_a_clear_background_is_white_paper(self, person):
        clear = Image.new("RGBA", (400, 600), (0, 0, 0, 0))
        photos.set_photo(
            SYSTEM, person_id=person.pk, file=picture(of=clear, form="PNG", name="a.png")
        )
        assert min(embedded(document(person)).getpixel((10, 10))) > 250

    def test_it_fills_its_frame_in_both_office_programs(self, person):
        photos.set_photo(SYSTEM, person_id=person.pk, file=picture())
        (shape,) = document(person).element.body.xpath(".//wp:inline")
        assert {shape.get(side) for side in ("distT", "distB", "distL", "distR")} == {"0"}

    def test_without_one_the_frame_stays(self, person):
        assert "4 x 6 cm" in document(person).tables[0].rows[0].cells[1].text

    def test_it_is_set_on_the_page_and_seen_there(self, world, person):
        client = world.client(Role.OFFICER)
        page = reverse("person_file", args=[person.pk])
        client.post(reverse("scan_photo", args=[person.pk]), {"file": picture()}, follow=True)
        file = StoredFile.objects.get()
        source = reverse("file_download", args=[file.pk])
        assert f'src="{source}"' in client.get(page).content.decode()
        answer = client.get(source)
        assert answer.status_code == 200
        answer.close()
        assert Event.objects.filter(name="photo_set", subject_id=str(person.pk)).exists()

    def test_who_may_not_read_the_file_does_not_see_it(self, world, person):
        photos.set_photo(SYSTEM, person_id=person.pk, file=picture())
        source = reverse("file_download", args=[StoredFile.objects.get().pk])
        assert world.client(Role.CLERK).get(source).status_code in (403, 404)

    def test_only_who_keeps_files_sets_one(self, world, person):
        with pytest.raises(Refused):
            photos.set_photo(world.actor(Role.LEADER), person_id=person.pk, file=picture())

    @pytest.mark.parametrize(
        "file",
        [
            lambda: picture((100, 150)),
            lambda: SimpleUploadedFile("a.jpg", b"%PDF-1.7\n%%EOF"),
            lambda: SimpleUploadedFile("a.jpg", picture().read()[:300]),
        ],
        ids=["small", "another kind", "cut off"],
    )
    def test_what_is_no_photo_is_refused(self, person, file):
        with pytest.raises(BadFile):
            photos.set_photo(SYSTEM, person_id=person.pk, file=file())
        person.refresh_from_db()
        assert person.photo_id is None


@pytest.mark.parametrize(
    ("title", "is_post"),
    [
        ("Bí thư Đảng ủy", True),
        ("Phó Bí thư Thường trực Đảng ủy", True),
        ("Ủy viên Ban Thường vụ Đảng ủy", True),
        ("UV BCH Đảng bộ", True),
        ("Đảng ủy viên", True),
        ("Bí thư Chi bộ", True),
        ("Trưởng Ban Xây dựng Đảng", False),
        ("Chánh Văn phòng Đảng ủy", False),
        ("Ủy viên Ủy ban Kiểm tra", False),
        ("Bí thư Đoàn Thanh niên", False),
        ("Chủ tịch UBND", False),
        ("Chuyên viên", False),
    ],
)
def test_what_is_a_post_in_a_committee_of_the_party(title, is_post):
    assert is_committee_post(title) is is_post


def test_item_3_holds_committee_posts_only(world, person):
    for title in ("Đảng ủy viên", "Phó Bí thư Đảng ủy"):
        appoint(
            SYSTEM,
            person_id=person.pk,
            unit_id=world.units["ban thường vụ"].pk,
            title=title,
            valid_from=today(),
            is_primary=False,
        )
    appoint(
        SYSTEM,
        person_id=person.pk,
        unit_id=world.units["ban xây dựng đảng"].pk,
        title="Phó Trưởng Ban Xây dựng Đảng",
        valid_from=today(),
        is_primary=False,
    )
    item = next(p.text for p in document(person).paragraphs if p.text.startswith("3. "))
    first, _, rest = item.partition("Chức vụ (Đảng")
    assert first.startswith("3. Cấp ủy hiện tại: Phó Bí thư Đảng ủy, Ban Thường vụ")
    assert "Cấp ủy kiêm: Đảng ủy viên" in first and "Xây dựng Đảng" not in first
    assert "Phó Trưởng Ban Xây dựng Đảng" in rest
