"""Two sets in force in the full ward, files with qualifications enough to judge, a few people in
training and exempt.
"""

import random
from datetime import timedelta

from django.db import transaction

from thenchot.organisation.enums import Bloc, StaffKind
from thenchot.people.filing.changing import add_row
from thenchot.people.models import Appointment
from thenchot.people.services import correct_appointment
from thenchot.people.staffing.linking import link_surely
from thenchot.platform.scope.actor import SYSTEM
from thenchot.standards.enums import GapState
from thenchot.standards.models import Shortfall
from thenchot.standards.services.counting import count_all, foresee
from thenchot.standards.services.drafting import adopt, change_requirement, revise
from thenchot.standards.services.issuing import exempt, issue
from thenchot.web.demo.tree import FOUNDED

IN_FORCE = (
    ("ba-truc-lanh-dao", "Quy định số 12-QĐ/ĐU ngày 20/6/2026 của Ban Thường vụ Đảng ủy phường"),
    ("ba-truc-moi-nguoi", "Quyết định số 45-QĐ/ĐU ngày 25/6/2026 của Ban Thường vụ Đảng ủy phường"),
)
KINDS = {
    Bloc.PARTY: StaffKind.CADRE,
    Bloc.FRONT: StaffKind.CADRE,
    Bloc.GOVERNMENT: StaffKind.CIVIL_SERVANT,
    Bloc.SERVICE: StaffKind.PUBLIC_EMPLOYEE,
}
STUDIED = (
    # section, levels from common to rare, share of people who study for one
    ("degree", ("bachelor", "master"), 0.02),
    ("theory", ("middle", "middle", "high"), 0.12),
    ("state", ("officer", "officer", "senior"), 0.08),
    ("language", ("level2", "level3"), 0.05),
)
FIELDS = (
    "Luật",
    "Quản lý đất đai",
    "Kế toán",
    "Công nghệ thông tin",
    "Hành chính công",
    "Xây dựng",
    "Công tác xã hội",
)
SOFTWARE = (
    "Phần mềm Quản lý văn bản và điều hành",
    "Hệ thống Một cửa điện tử, dịch vụ công trực tuyến",
)


def bring_files(home, rng: random.Random, on) -> None:
    """Titles tied, kinds of staff as the ward's own sheet says them, and what each has studied."""
    head = Appointment.objects.get(
        unit__path__startswith=home.path,
        unit__name__startswith="Ban Xây dựng Đảng",
        is_head=True,
        valid_to=None,
    )
    correct_appointment(
        SYSTEM, appointment_id=head.pk, title="Trưởng Ban Xây dựng Đảng", is_head=True
    )
    link_surely(SYSTEM, home_id=home.pk)
    seats = Appointment.objects.filter(
        unit__path__startswith=home.path, valid_to=None
    ).select_related("person", "unit")
    for bloc, kind in KINDS.items():
        seats.filter(unit__bloc=bloc, staff_kind="").update(staff_kind=kind)
    for seat in seats.filter(is_primary=True).order_by("pk"):
        with transaction.atomic():
            _file(seat.person, rng, on)


def _file(person, rng, on) -> None:
    """What the ward's list did not say: studies under way, software."""
    for section, levels, studying in STUDIED:
        if rng.random() < studying:
            _study(person, section, rng.choice(levels), rng, on)
    for name in SOFTWARE:
        if rng.random() < 0.85:
            add_row(
                SYSTEM,
                person_id=person.pk,
                section="software",
                name=name,
                issued_on=on - timedelta(days=rng.randint(30, 500)),
            )


def _study(person, section, level, rng, on) -> None:
    first = on - timedelta(days=rng.randint(60, 300))
    more = (
        {"field": rng.choice(FIELDS)}
        if section == "degree"
        else {"language": "en"}
        if section == "language"
        else {}
    )
    add_row(
        SYSTEM,
        person_id=person.pk,
        section=section,
        level=level,
        is_studying=True,
        valid_from=first,
        valid_to=on + timedelta(days=200),
        **more,
    )


def apply_standards(actor, home, rng: random.Random, on) -> None:
    """Adopted, looked at, issued; counted; some are exempt, and the next version of one is being
    drafted.
    """
    for code, basis in IN_FORCE:
        draft = adopt(actor, unit_id=home.pk, code=code)
        foresee(draft.pk)
        issue(actor, set_id=draft.pk, basis=basis, valid_from=FOUNDED)
    count_all(on - timedelta(days=45))
    older = Shortfall.objects.standing().filter(
        state=GapState.MISSING, person__born_on__year__lte=1970
    )
    for row in older.order_by("pk")[:3]:
        exempt(
            actor,
            person_id=row.person_id,
            requirement_id=row.requirement_id,
            valid_from=on - timedelta(days=30),
            basis="Thông báo số 08-TB/ĐU: còn dưới 5 năm công tác",
            review_on=on + timedelta(days=300),
        )
    count_all(on)
    stricter = revise(actor, set_id=draft.pk)
    theory = stricter.requirements.get(code="theory")
    change_requirement(
        actor,
        requirement_id=theory.pk,
        level="middle",
        next_step="Đăng ký lớp trung cấp lý luận chính trị.",
    )
    foresee(stricter.pk)
