"""Two sets in force in the full ward, files with qualifications enough to judge, a few people in training and exempt."""

import random
from datetime import timedelta

from django.db import transaction

from thenchot.organisation.enums import Bloc, StaffKind
from thenchot.people.filing.changing import add_row, change_items
from thenchot.people.models import Appointment
from thenchot.people.services import correct_appointment
from thenchot.people.staffing.linking import link_surely
from thenchot.platform.scope.actor import SYSTEM
from thenchot.standards.enums import State
from thenchot.standards.models import Shortfall
from thenchot.standards.services.counting import count_all, foresee
from thenchot.standards.services.drafting import adopt, change_requirement, revise
from thenchot.standards.services.issuing import exempt, issue
from thenchot.web.demo.tree import FOUNDED

IN_FORCE = (("ba-truc-lanh-dao", "Quy định số 12-QĐ/ĐU ngày 20/6/2026 của Ban Thường vụ Đảng ủy phường"),
            ("ba-truc-moi-nguoi", "Quyết định số 45-QĐ/ĐU ngày 25/6/2026 của Ban Thường vụ Đảng ủy phường"))  # fmt: skip
KINDS = {Bloc.PARTY: StaffKind.CADRE, Bloc.FRONT: StaffKind.CADRE, Bloc.GOVERNMENT: StaffKind.CIVIL_SERVANT,
         Bloc.SERVICE: StaffKind.PUBLIC_EMPLOYEE}  # fmt: skip
STUDIED = (
    # section, levels from common to rare, share of people who have it, share of those still studying
    ("degree", ("bachelor", "bachelor", "bachelor", "master", "college"), 0.98, 0.02),
    ("theory", ("middle", "middle", "high", "elementary"), 0.85, 0.12), ("state", ("officer", "officer", "senior"), 0.85, 0.08),
    ("it", ("basic", "basic", "certificate"), 0.9, 0.0), ("language", ("level2", "level3", "certificate"), 0.6, 0.05),
)  # fmt: skip
FIELDS = ("Luật", "Quản lý đất đai", "Kế toán", "Công nghệ thông tin", "Hành chính công", "Xây dựng", "Công tác xã hội")
SOFTWARE = ("Phần mềm Quản lý văn bản và điều hành", "Hệ thống Một cửa điện tử, dịch vụ công trực tuyến")


def bring_files(home, rng: random.Random, on) -> None:
    """Titles tied, kinds of staff as the ward's own sheet says them, and what each has studied."""
    head = Appointment.objects.get(unit__parent=home, unit__name__startswith="Ban Xây dựng Đảng", is_head=True, valid_to=None)
    correct_appointment(SYSTEM, appointment_id=head.pk, title="Trưởng Ban Xây dựng Đảng", is_head=True)
    link_surely(SYSTEM, home_id=home.pk)
    seats = Appointment.objects.filter(unit__path__startswith=home.path, valid_to=None).select_related("person", "unit")
    for bloc, kind in KINDS.items():
        seats.filter(unit__bloc=bloc, staff_kind="").update(staff_kind=kind)
    for seat in seats.filter(is_primary=True).order_by("pk"):
        with transaction.atomic():
            _file(seat.person, rng, on)


def _file(person, rng, on) -> None:
    begun = min(person.born_on.replace(day=1) + timedelta(days=24 * 365), on - timedelta(days=400))
    joined = begun + timedelta(days=900)
    party = {"party_joined_on": joined, "party_official_on": joined + timedelta(days=365)} if rng.random() < 0.9 else {}
    change_items(SYSTEM, person_id=person.pk, recruited_on=begun, **party)
    for section, levels, share, studying in STUDIED:
        if rng.random() < share:
            _paper(person, section, rng.choice(levels), begun, rng, on, is_studying=rng.random() < studying)
    for name in SOFTWARE:
        if rng.random() < 0.85:
            add_row(SYSTEM, person_id=person.pk, section="software", name=name, issued_on=on - timedelta(days=rng.randint(30, 500)))


def _paper(person, section, level, begun, rng, on, *, is_studying) -> None:
    first = on - timedelta(days=rng.randint(60, 300)) if is_studying else min(begun + timedelta(days=rng.randint(0, 1500)), on - timedelta(days=450))
    more = {"field": rng.choice(FIELDS)} if section == "degree" else {"language": "en"} if section == "language" else {}
    if section == "language" and rng.random() < 0.4:
        more["expires_on"] = on + timedelta(days=rng.randint(-200, 400))
    add_row(SYSTEM, person_id=person.pk, section=section, level=level, is_studying=is_studying, valid_from=first,
            valid_to=max(first, on) + timedelta(days=200) if is_studying else first + timedelta(days=400), **more)  # fmt: skip


def apply_standards(actor, home, rng: random.Random, on) -> None:
    """Adopted, looked at, issued; counted; some are exempt, and the next version of one is being drafted."""
    for code, basis in IN_FORCE:
        draft = adopt(actor, unit_id=home.pk, code=code)
        foresee(draft.pk)
        issue(actor, set_id=draft.pk, basis=basis, valid_from=FOUNDED)
    count_all(on - timedelta(days=45))
    older = Shortfall.objects.standing().filter(state=State.MISSING, person__born_on__year__lte=1970)
    for row in older.order_by("pk")[:3]:
        exempt(actor, person_id=row.person_id, requirement_id=row.requirement_id, valid_from=on - timedelta(days=30),
               basis="Thông báo số 08-TB/ĐU: còn dưới 5 năm công tác", review_on=on + timedelta(days=300))  # fmt: skip
    count_all(on)
    stricter = revise(actor, set_id=draft.pk)
    theory = stricter.requirements.get(code="theory")
    change_requirement(actor, requirement_id=theory.pk, level="middle", next_step="Đăng ký lớp trung cấp lý luận chính trị.")
    foresee(stricter.pk)
