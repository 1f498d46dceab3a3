"""The count over everybody and the page of one person say the same, on generated files with
everything that can vary: several posts, unknown and year-only dates, studies, lapsed certificates,
exemptions, sets of several units and versions.
"""

from datetime import date, timedelta
from random import Random

import pytest
from tests.replaying import once
from tests.standards.conftest import make_set
from tests.worlds import build_world, staff

from thenchot.organisation.models import JobPosition, PositionScheme, Title
from thenchot.people.models import Appointment, Particulars, Person, Qualification
from thenchot.platform.clock import now
from thenchot.platform.datasets import engine, snapshot
from thenchot.standards.evaluation import judge_person
from thenchot.standards.law import law_on
from thenchot.standards.models import Exemption, Requirement
from thenchot.standards.sweep import DATASETS, Count

ON = date(2026, 6, 15)
LEVELS = {
    "degree": ("none", "college", "bachelor", "master", ""),
    "theory": ("none", "elementary", "middle", "high"),
    "state_management": ("assistant", "officer", "senior"),
    "language": ("certificate", "level1", "level3"),
    "it": ("certificate", "basic"),
    "defence": ("group4", "group2"),
    "software": ("",),
    "skill": ("1", "3", "5", ""),
}
NAMES = {
    "software": ("Phần mềm Một cửa điện tử", "Quản lý văn bản"),
    "skill": ("Đạo đức và bản lĩnh", "Kỹ năng tiếp dân", "Soạn thảo"),
}
FIELDS = ("Luật", "Quản lý đất đai", "Kỹ thuật xây dựng", "Y tế công cộng", "")
NATIONAL = (
    {
        "code": "degree",
        "kind": "level",
        "paper": "degree",
        "level": "bachelor",
        "addressees": {"staff_kinds": ["civil_servant", "cadre"]},
    },
    {
        "code": "theory",
        "kind": "level",
        "paper": "theory",
        "level": "middle",
        "addressees": {"managers": True},
    },
    {
        "code": "head",
        "kind": "level",
        "paper": "state_management",
        "level": "senior",
        "addressees": {"heads": True},
    },
    {"code": "english", "kind": "level", "paper": "language", "level": "level1", "names": ["en"]},
    {
        "code": "certificate",
        "kind": "certificate",
        "paper": "it",
        "addressees": {"blocs": ["government", "party"]},
    },
    {
        "code": "defence",
        "kind": "level",
        "paper": "defence",
        "level": "group4",
        "addressees": {"titles": ["truong", "pho"]},
    },
    {"code": "service", "kind": "years", "measure": "service", "number": 5},
    {
        "code": "seat",
        "kind": "years",
        "measure": "seat",
        "number": 1,
        "addressees": {"ranks": ["head", "deputy"]},
    },
    {"code": "party", "kind": "years", "measure": "party", "number": 10},
)
LOCAL = (
    {"code": "official", "kind": "party"},
    {
        "code": "member",
        "kind": "party",
        "number": 1,
        "addressees": {"personnel": True, "heads": True},
    },
    {"code": "young", "kind": "age", "number": 42, "bound": "below"},
    {"code": "grown", "kind": "age", "number": 30},
    {
        "code": "field",
        "kind": "field",
        "paper": "degree",
        "level": "college",
        "addressees": {"groups": ["professional"]},
    },
    {
        "code": "land",
        "kind": "field",
        "paper": "degree",
        "level": "bachelor",
        "fields": ["đất đai", "xây dựng"],
    },
    {"code": "software", "kind": "software", "names": ["Một cửa điện tử"]},
    {
        "code": "skill",
        "kind": "skill",
        "names": ["Kỹ năng tiếp dân"],
        "addressees": {"positions": ["CM-1"]},
    },
    {"code": "ethics", "kind": "competency", "names": ["ethics"]},
)


def a_day(rng, first=1990, last=2026):
    return date(rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28))


def maybe(rng, value, share=0.7):
    return value if rng.random() < share else None


def a_paper(rng, person):
    kind = rng.choice(list(LEVELS))
    begun = maybe(rng, a_day(rng, 2000), 0.8)
    until = begun + timedelta(days=rng.randint(0, 900)) if begun and rng.random() < 0.7 else None
    return Qualification(
        person=person,
        kind=kind,
        level=rng.choice(LEVELS[kind]),
        name=rng.choice(NAMES.get(kind, ("Bằng",))),
        field=rng.choice(FIELDS) if kind == "degree" else "",
        language=rng.choice(("en", "zh")) if kind == "language" else "",
        valid_from=begun,
        valid_to=until,
        issued_on=maybe(rng, a_day(rng, 2005), 0.4),
        expires_on=maybe(rng, ON + timedelta(days=rng.choice((-400, -1, 0, 1, 300))), 0.4),
        is_studying=rng.random() < 0.25,
    )


def fill(rng, world):
    """Titles, positions, posts and files; some people sit in two places, some left, some are not
    there yet.
    """
    titles = [
        Title.objects.create(
            code=code,
            name=code,
            folded=code,
            rank=rank,
            is_manager=manager,
            does_personnel_work=personnel,
            staff_kind="cadre" if code == "pho" else "",
        )
        for code, rank, manager, personnel in (
            ("truong", "head", True, True),
            ("pho", "deputy", True, False),
            ("cv", "staff", False, False),
        )
    ]
    scheme = PositionScheme.objects.create(unit=world.units["ubnd"], name="Đề án")
    positions = [
        JobPosition.objects.create(
            scheme=scheme,
            unit=world.units["ubnd"],
            code=f"CM-{n}",
            name=f"Vị trí {n}",
            group=group,
            fields=fields,
            competencies=levels,
        )
        for n, (group, fields, levels) in enumerate(
            (
                ("professional", ["Luật"], {"ethics": [3, 4]}),
                ("professional", [], {"ethics": [1, 1]}),
                ("support", ["Y tế"], {}),
            )
        )
    ]
    units = [*world.units.values(), *world.other_units.values()]
    people = [
        p
        for unit in units
        for p in staff(world, unit, [f"Lê Văn {chr(97 + n)}" for n in range(rng.randint(8, 16))])
    ]
    people += list(Person.objects.exclude(pk__in=[p.pk for p in people]))
    for seat in Appointment.objects.all():
        seat.title_ref, seat.position = (
            maybe(rng, rng.choice(titles)),
            maybe(rng, rng.choice(positions), 0.5),
        )
        seat.staff_kind = rng.choice(("civil_servant", "cadre", "contract", ""))
        seat.valid_from = a_day(rng, 2020, 2026)
        seat.valid_to = maybe(rng, seat.valid_from + timedelta(days=rng.randint(0, 2500)), 0.15)
        seat.save()
    Appointment.objects.bulk_create(
        Appointment(
            person=rng.choice(people),
            unit=rng.choice(units),
            title="Kiêm nhiệm",
            title_ref=rng.choice(titles),
            is_primary=False,
            staff_kind="cadre",
            valid_from=a_day(rng, 2022, 2026),
            position=maybe(rng, rng.choice(positions), 0.5),
        )
        for _ in range(60)
    )
    Particulars.objects.bulk_create(
        Particulars(
            person=p,
            recruited_on=maybe(rng, a_day(rng)),
            party_joined_on=maybe(rng, a_day(rng)),
            party_official_on=maybe(rng, a_day(rng)),
        )
        for p in people
        if rng.random() < 0.9
    )
    for person in people:
        by_year = rng.random() < 0.2
        born = maybe(rng, a_day(rng, 1965, 2004), 0.9)
        Person.objects.filter(pk=person.pk).update(
            born_on=born and (born.replace(month=1, day=1) if by_year else born),
            born_year_only=bool(born and by_year),
        )
    Qualification.objects.bulk_create(
        a_paper(rng, person) for person in people for _ in range(rng.randint(0, 12))
    )
    return people


@pytest.fixture(params=[7, 2026], ids=["seed 7", "seed 2026"])
def everybody(request, db):
    """Built once for each seed."""
    return once(a_ward_of_all_kinds, str(request.param))


def a_ward_of_all_kinds(seed):
    rng, world = Random(int(seed)), build_world()
    people = fill(rng, world)
    make_set(None, NATIONAL, code="qg")
    make_set(
        world.city, NATIONAL[1:], code="qg", valid_from=date(2026, 1, 1)
    )  # the nearer set of the same code holds
    old = make_set(
        world.ward,
        LOCAL[:5],
        code="dp",
        state="replaced",
        valid_from=date(2025, 1, 1),
        valid_to=date(2026, 3, 31),
    )
    make_set(world.ward, LOCAL, code="dp", version=2, valid_from=date(2026, 4, 1), previous=old)
    make_set(world.other_ward, LOCAL[3:], code="khac")
    for requirement in Requirement.objects.all():
        for person in rng.sample(people, 12):
            end = maybe(rng, ON + timedelta(days=rng.choice((-1, 0, 90))), 0.7)
            Exemption.objects.create(
                person=person,
                requirement=requirement,
                basis="QĐ 1",
                valid_from=date(2025, 1, 1),
                valid_to=end,
                review_on=None if end else date(2027, 1, 1),
                decided_at=now(),
            )
    return world


def by_count(on):
    for name in DATASETS:
        snapshot(name)
    with engine(*DATASETS) as db:
        Count(db, law_on(on), on).compute()
        short = db.execute(
            "SELECT person_id, requirement, state, lack, unit_id FROM shortfalls"
        ).fetchall()
        whole = db.execute(
            "SELECT person_id, set_id, state, asked, unit_id, title_id FROM verdicts"
        ).fetchall()
    return sorted(short), sorted(whole)


def by_person(on):
    law, short, whole = law_on(on), [], []
    for pk in Person.objects.values_list("pk", flat=True):
        judged = judge_person(pk, on, law=law)
        if not judged.gaps:
            continue
        unit = judged.seat.unit_id
        short += [
            (pk, g.demand.standard.key, str(g.state), str(g.result.lack), unit)
            for g in judged.gaps
            if g.state != "met"
        ]
        for set_id in judged.set_ids:
            asked = sum(law.bits[g.demand.standard.key] for g in judged.gaps if g.set_id == set_id)
            whole.append(
                (pk, set_id, str(judged.overall(set_id)), asked, unit, judged.seat.title_id or 0)
            )
    return sorted(short), sorted(whole)


@pytest.mark.parametrize("on", [ON, date(2026, 3, 31), date(2024, 2, 29)], ids=str)
def test_everybody_at_once_is_everybody_one_by_one(everybody, on):
    short, whole = by_count(on)
    alone = by_person(on)
    assert whole == alone[1]
    assert short == alone[0]


def test_the_generated_files_hold_every_state_and_lack(everybody):
    short, whole = by_count(ON)
    assert {state for _, _, state, _, _ in short} == {"missing", "in_training", "exempt"}
    assert {lack for _, _, _, lack, _ in short} == {
        "nothing",
        "too_low",
        "lapsed",
        "too_short",
        "too_old",
        "too_young",
        "unknown",
    }
    assert {state for _, _, state, *_ in whole} >= {"met", "missing"}
    assert len(whole) > 150
