"""Invented people: plausible names, ages and titles from a seeded generator. The full ward has 131 of them."""

import random
from datetime import date, timedelta

from thenchot.organisation.models import Unit
from thenchot.people.services import appoint, create_person
from thenchot.platform.scope.actor import SYSTEM
from thenchot.web.demo.tree import COMMUNE, FOUNDED

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Lý", "Đinh", "Mai", "Tô")
WOMEN = ("Thị Hà", "Thị Hồng Nhung", "Thu Trang", "Minh Ngọc", "Thanh Hương", "Thị Lan", "Phương Thảo", "Thùy Linh",
         "Thị Mai", "Kim Oanh", "Bích Ngọc", "Ánh Tuyết", "Thị Yến", "Diệu Hiền", "Quỳnh Anh")  # fmt: skip
MEN = ("Văn Nam", "Quốc Đạt", "Minh Tuấn", "Đức Anh", "Hoàng Long", "Quang Huy", "Văn Thắng", "Anh Dũng", "Hữu Phước",
       "Trung Kiên", "Xuân Bách", "Tiến Đạt", "Đình Phong", "Gia Bảo", "Công Lý")  # fmt: skip
TITLES = {  # of the first seats of a body, as decisions write them; who comes after is an officer
    "Ban Thường vụ": ("Bí thư Đảng ủy", "PBT Thường trực Đảng ủy, Chủ tịch HĐND", "Phó Bí thư Đảng ủy"),
    "Ban Xây dựng Đảng": ("UVBTV, Trưởng ban XDĐ", "Phó Trưởng ban XDĐ", "Phó Trưởng ban XDĐ"),
    "Ủy ban Kiểm tra": ("UVBTV, Chủ nhiệm UBKT", "Phó Chủ nhiệm UBKT"),
    "Văn phòng Đảng ủy": ("Đảng ủy viên, Chánh VP Đảng ủy", "Phó Chánh VP Đảng ủy", "Phó Chánh VP Đảng ủy"),
    "Ủy ban Mặt trận": ("UVBTV, Chủ tịch UBMTTQ", "Phó CT UBMTTQ, Chủ tịch Hội LHPN", "Phó CT UBMTTQ, Chủ tịch Hội Nông dân",
                        "Phó CT UBMTTQ, Chủ tịch Hội CCB", "Phó CT UBMTTQ, Bí thư Đoàn TNCS HCM"),
    "Ủy ban nhân dân": ("Chủ tịch UBND", "UVBTV, Phó Chủ tịch UBND", "Phó CT UBND"),
    "Văn phòng HĐND": ("Chánh VP HĐND và UBND", "Phó Chánh VP", "Phó Chánh VP"),
    "Phòng Văn hóa": ("Trưởng phòng VH-XH", "Phó Trưởng phòng", "Phó Trưởng phòng"),
    "Phòng Kinh tế": ("Trưởng phòng KT-HT&ĐT", "Phó Trưởng phòng", "Phó phòng", "Phó phòng"),
    "Trung tâm Phục vụ": ("Phó Giám đốc TT PVHCC", "Tổng hợp viên"),
}  # fmt: skip
HEADS = {"committee": "Bí thư", "agency": "Thủ trưởng", "division": "Trưởng phòng", "mass": "Chủ tịch",
         "service": "Giám đốc", "cell": "Bí thư"}  # fmt: skip


def populate(home, rng: random.Random, *, full: bool):
    """A head in every body; the full ward also its staff in the numbers of `tree.COMMUNE`."""
    sizes = {body.split(" {level}")[0]: staff for body, _, _, staff in COMMUNE}
    for unit in Unit.objects.filter(parent=home).order_by("position"):
        wanted = next((n for body, n in sizes.items() if unit.name.startswith(body)), 0) if full else 1
        for number in range(max(wanted, 0 if full else 1)):
            seat(rng, unit, head=number == 0, number=number)


def seat(rng, unit, *, head, number=0):
    woman = rng.random() < 0.45
    name = f"{rng.choice(FAMILY)} {rng.choice(WOMEN if woman else MEN)}"
    born = date(rng.randint(1967, 2001), 1, 1) + timedelta(days=rng.randint(0, 364))
    person = create_person(SYSTEM, full_name=name, sex="f" if woman else "m", born_on=born, unit_id=unit.pk)
    title = _title(unit, number) or (HEADS.get(unit.kind, "Trưởng đơn vị") if head else rng.choice(("Chuyên viên", "CV", "Cán sự")))
    appoint(SYSTEM, person_id=person.pk, unit_id=unit.pk, title=title, is_head=head, valid_from=FOUNDED)
    return person


def _title(unit, number):
    """What the decision of this seat says, for the first seats of the bodies of a commune."""
    known = next((titles for start, titles in TITLES.items() if unit.name.startswith(start)), ())
    return known[number] if number < len(known) else ""
