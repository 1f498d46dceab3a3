"""What no list holds and a file does: where people worked before, their family, certificates that
run out. Invented.
"""

import random
from datetime import date, timedelta

from django.db import transaction

from thenchot.people.enums import DatePrecision
from thenchot.people.filing.changing import add_row, replace_row
from thenchot.people.models import Person, Qualification
from thenchot.platform.scope.actor import SYSTEM
from thenchot.web.demo import roster

FILLED = 45  # people of the ward whose file is told whole
BEFORE = (
    ("Ủy ban nhân dân phường Đông Kinh (cũ)", "Công chức"),
    ("Ủy ban nhân dân xã Bắc Sơn", "Cán sự"),
    ("Phòng Nội vụ thành phố", "Chuyên viên"),
    ("Văn phòng Đảng ủy xã Nam Giang", "Văn thư"),
    ("Trường Trung học cơ sở Đông Kinh", "Giáo viên"),
)
WORKS = (
    "nông dân, xã Vĩnh Bảo",
    "công nhân, Công ty Cơ khí Bạch Hải",
    "giáo viên, Trường Tiểu học Tân Lập",
    "nghỉ hưu, phường Đông Kinh",
    "học sinh",
    "kinh doanh tự do, phường Nam Hà",
)
BEGUN = date(2025, 6, 30)  # the last day of the units before the reform


def tell_lives(home, rng: random.Random, on: date) -> None:
    """Of the first people of the ward: career, family; of some, a language certificate that ends
    soon or has ended.
    """
    inside = Person.objects.filter(
        appointments__unit__path__startswith=home.path, appointments__is_primary=True
    )
    for person in inside.select_related("particulars").order_by("pk").distinct()[:FILLED]:
        with transaction.atomic():
            _career(person, rng)
            _family(person, rng)
    for row in Qualification.objects.filter(kind="language", person__in=inside).order_by("pk")[::4]:
        until = on + timedelta(days=rng.randint(-200, 400))
        replace_row(
            SYSTEM,
            section="language",
            row_id=row.pk,
            issued_on=until - timedelta(days=730),
            expires_on=until,
        )


def _career(person: Person, rng: random.Random) -> None:
    first = person.particulars.recruited_on or date(person.born_on.year + 24, 1, 1)
    if first >= BEGUN:
        return
    cuts = sorted(
        {first, *(first + (BEGUN - first) * rng.random() for _ in range(rng.randint(0, 2)))}
    )
    for begin, end in zip(
        cuts, [*(cut - timedelta(days=1) for cut in cuts[1:]), BEGUN], strict=True
    ):
        where, title = rng.choice(BEFORE)
        days = {
            "valid_from": begin.replace(day=1),
            "valid_from_known": DatePrecision.MONTH,
            "valid_to": end,
            "valid_to_known": DatePrecision.MONTH,
        }
        add_row(
            SYSTEM, person_id=person.pk, section="career", organisation=where, title=title, **days
        )


def _family(person: Person, rng: random.Random) -> None:
    family, year = person.full_name.split()[0], person.born_on.year
    rows = [
        ("father", family, roster.MEN, -28),
        ("mother", rng.choice(roster.FAMILY), roster.WOMEN, -25),
    ]
    if year < 1996:
        woman = person.sex == "f"
        rows += [
            (
                "spouse",
                rng.choice(roster.FAMILY),
                roster.MEN if woman else roster.WOMEN,
                rng.randint(-3, 3),
            ),
            ("child", family, rng.choice((roster.MEN, roster.WOMEN)), 27),
        ]
    for relation, surname, given, years in rows:
        add_row(
            SYSTEM,
            person_id=person.pk,
            section="family",
            relation=relation,
            name=f"{surname} {rng.choice(given)}",
            born_year=str(year + years),
            details=rng.choice(WORKS),
        )
