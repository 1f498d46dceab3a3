"""Invented people: whoever leads a body through the services, the rest of the full ward's 131
through its own Excel.
"""

import random
from datetime import date, timedelta

from django.core.management.base import CommandError
from django.db.models import Q

from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.models import Unit
from thenchot.people.imports import import_people
from thenchot.people.services import appoint, create_person
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM
from thenchot.web.demo import roster
from thenchot.web.demo.calendar import TAKEN_IN_BEFORE, day_of
from thenchot.web.demo.tree import COMMUNE, FOUNDED
from thenchot.web.demo.workbook import messy_workbook

TITLES = {  # of the first seats of a body, as decisions write them; who comes after is an officer
    "Ban Thường vụ": (
        "Bí thư Đảng ủy",
        "PBT Thường trực Đảng ủy, Chủ tịch HĐND",
        "Phó Bí thư Đảng ủy",
    ),
    "Ban Xây dựng Đảng": ("UVBTV, Trưởng ban XDĐ", "Phó Trưởng ban XDĐ", "Phó Trưởng ban XDĐ"),
    "Ủy ban Kiểm tra": ("UVBTV, Chủ nhiệm UBKT", "Phó Chủ nhiệm UBKT"),
    "Văn phòng Đảng ủy": (
        "Đảng ủy viên, Chánh VP Đảng ủy",
        "Phó Chánh VP Đảng ủy",
        "Phó Chánh VP Đảng ủy",
    ),
    "Ủy ban Mặt trận": (
        "UVBTV, Chủ tịch UBMTTQ",
        "Phó CT UBMTTQ, Chủ tịch Hội LHPN",
        "Phó CT UBMTTQ, Chủ tịch Hội Nông dân",
        "Phó CT UBMTTQ, Chủ tịch Hội CCB",
        "Phó CT UBMTTQ, Bí thư Đoàn TNCS HCM",
    ),
    "Ủy ban nhân dân": ("Chủ tịch UBND", "UVBTV, Phó Chủ tịch UBND", "Phó CT UBND"),
    "Văn phòng HĐND": ("Chánh VP HĐND và UBND", "Phó Chánh VP", "Phó Chánh VP"),
    "Phòng Văn hóa": ("Trưởng phòng VH-XH", "Phó Trưởng phòng", "Phó Trưởng phòng"),
    "Phòng Kinh tế": ("Trưởng phòng KT-HT&ĐT", "Phó Trưởng phòng", "Phó phòng", "Phó phòng"),
    "Trung tâm Phục vụ": ("Phó Giám đốc TT PVHCC", "Tổng hợp viên"),
}
KINDS = {
    Bloc.PARTY: "Cán bộ",
    Bloc.FRONT: "Cán bộ",
    Bloc.GOVERNMENT: "Công chức",
    Bloc.SERVICE: "Viên chức",
}
HEADS = {
    "committee": "Bí thư",
    "agency": "Thủ trưởng",
    "division": "Trưởng phòng",
    "mass": "Chủ tịch",
    "service": "Giám đốc",
    "cell": "Bí thư",
}


def populate(home, rng: random.Random, *, full: bool):
    """A head in every body; the full ward also its staff in the numbers of `tree.COMMUNE`, from its
    own Excel.
    """
    bodies = Unit.objects.filter(
        Q(parent=home) | Q(parent__parent=home, parent__kind=UnitKind.AGENCY)
    ).order_by("position")
    if not full:
        for unit in bodies:
            seat(rng, unit, head=True)
        return
    sizes = {body.split(" {level}")[0]: staff for body, _, _, staff, _ in COMMUNE}
    wanted = {
        unit: next((n for body, n in sizes.items() if unit.name.startswith(body)), 0)
        for unit in bodies
    }
    made = iter(list(roster.people(rng, sum(wanted.values()), on=today())))
    sections = [
        (unit.name, [_row(rng, unit, number, next(made)) for number in range(size)])
        for unit, size in wanted.items()
        if size
    ]
    for unit, (_, rows) in zip(
        (unit for unit, size in wanted.items() if size), sections, strict=True
    ):
        _lead(unit, rows[0])
    workbook = messy_workbook(sections, ward=home.name.removeprefix("Phường "), on=today())
    with day_of(
        today() - TAKEN_IN_BEFORE
    ):  # seats of the list begin that day: it has no column for them
        import_items(home, workbook)


def import_items(home, content: bytes) -> None:
    """The ward's own Excel through the real import: what a first day is like."""
    report = import_people(
        SYSTEM, content, home_id=home.pk, dry_run=False, name="Danh sách cán bộ, công chức.xlsx"
    )
    if not report.is_done:
        raise CommandError(
            "\n".join(f"Dòng {p.row}, {p.column}: {p.reason_vi}" for p in report.problems[:20])
        )


def _row(rng: random.Random, unit, number: int, one: dict) -> dict:
    title = _title(unit, number) or rng.choice(("Chuyên viên", "CV", "Cán sự"))
    year_only = number > 0 and rng.random() < 0.08
    born = one["born"].replace(month=1, day=1) if year_only else one["born"]
    return {
        **one,
        "born": born,
        "born_year_only": year_only,
        "title": title,
        "staff_kind": KINDS[unit.bloc],
    }


def _lead(unit, one: dict) -> None:
    """Who leads a body is known before the list arrives."""
    said = {"full_name": one["name"], "sex": one["sex"], "born_on": one["born"]}
    person = create_person(SYSTEM, unit_id=unit.pk, **said)
    appoint(
        SYSTEM,
        person_id=person.pk,
        unit_id=unit.pk,
        title=one["title"],
        is_head=True,
        valid_from=FOUNDED,
    )


def seat(rng, unit, *, head, number=0):
    woman = rng.random() < 0.45
    name = f"{rng.choice(roster.FAMILY)} {rng.choice(roster.WOMEN if woman else roster.MEN)}"
    born = date(rng.randint(1967, 2001), 1, 1) + timedelta(days=rng.randint(0, 364))
    person = create_person(
        SYSTEM, full_name=name, sex="f" if woman else "m", born_on=born, unit_id=unit.pk
    )
    title = _title(unit, number) or (
        HEADS.get(unit.kind, "Trưởng đơn vị")
        if head
        else rng.choice(("Chuyên viên", "CV", "Cán sự"))
    )
    appoint(
        SYSTEM, person_id=person.pk, unit_id=unit.pk, title=title, is_head=head, valid_from=FOUNDED
    )
    return person


def _title(unit, number):
    """What the decision of this seat says, for the first seats of the bodies of a commune."""
    known = next((titles for start, titles in TITLES.items() if unit.name.startswith(start)), ())
    return known[number] if number < len(known) else ""
