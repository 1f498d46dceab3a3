"""Standards of everybody: 12 requirements, 7 qualifications a person, at 10,000 and 100,000 people.

Compared, over the same three Parquet files, in the same process, with the same two threads and
bound of memory:
- bare: one DuckDB statement that joins the best valid level of each person and kind to the 12
  requirements, written out by hand for this very set, and counts met and missing per requirement.
  No reasons, no scope, no exemptions, no studies, no names or fields, no units or titles.
- ours: the whole count up to its answers in the engine: which set holds in which unit, who is
  addressed, every case judged by the Python rule with its reason, shortfalls by person, verdicts by
  person and set, tallies by unit and title.
Taking the snapshots and writing the findings to the database are printed beside it, not part of the
ratio.
"""

import resource
import statistics
import time
from datetime import date, timedelta
from random import Random

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone

from thenchot.organisation.models import Title, Unit
from thenchot.people.models import Appointment, Particulars, Person, Qualification
from thenchot.platform.alerts.reconciling import Counts, reconcile
from thenchot.platform.alerts.registry import rules
from thenchot.platform.alerts.services import run as run_alerts
from thenchot.platform.datasets import engine, snapshot
from thenchot.platform.scope.models import Grant
from thenchot.standards.evaluation import judge_person
from thenchot.standards.law import law_on
from thenchot.standards.models import Requirement, Shortfall, StandardSet
from thenchot.standards.recording import record_findings
from thenchot.standards.sweep import DATASETS, Count

ON = date(2026, 11, 25)
IN_UNIT, UNITS = 11, 12  # people of a unit, units of a commune
TITLE_AT = (
    0,
    3,
    3,
    6,
    6,
    6,
    9,
    9,
    9,
    9,
    9,
)  # a head, two deputies, two kinds of staff; three titles of each
FIELDS = (
    "Luật",
    "Kinh tế",
    "Quản lý đất đai",
    "Kỹ thuật xây dựng",
    "Kế toán",
    "Công nghệ thông tin",
    "Hành chính công",
    "Văn hóa",
)
LEVELS = {
    "degree": ("bachelor",) * 24 + ("college",),
    "theory": ("middle",) * 16 + ("high", "elementary"),
    "state_management": ("officer",) * 20 + ("senior", "assistant"),
    "it": ("basic",) * 30 + ("certificate",),
    "language": ("level2",) * 40 + ("level1",),
    "defence": ("group4",),
    "software": ("",),
}
REQUIREMENTS = (
    # kind, paper, level, number, more
    ("level", "degree", "bachelor", 0, {}),
    ("level", "theory", "middle", 0, {}),
    ("level", "state_management", "officer", 0, {}),
    ("level", "it", "basic", 0, {}),
    ("level", "language", "level2", 0, {"names": ["en"]}),
    ("level", "defence", "group4", 0, {}),
    ("software", "", "", 0, {"names": ["Một cửa điện tử"]}),
    ("certificate", "language", "", 0, {}),
    ("level", "degree", "college", 0, {}),
    ("years", "", "", 1, {"measure": "service"}),
    ("party", "", "", 1, {}),
    ("age", "", "", 62, {"bound": "below"}),
)
BARE = """
WITH level_ranks(kind, level, rank) AS (VALUES
  ('degree', 'college', 3), ('degree', 'bachelor', 4), ('theory', 'elementary', 1),
  ('theory', 'middle', 2), ('theory', 'high', 3),
  ('state_management', 'assistant', 1), ('state_management', 'officer', 2),
  ('state_management', 'senior', 3),
  ('it', 'certificate', 1), ('it', 'basic', 2), ('language', 'level1', 2),
  ('language', 'level2', 3),
  ('defence', 'group4', 1), ('software', '', 1)
), requirements(requirement, kind, least) AS (VALUES
  (1, 'degree', 4), (2, 'theory', 2), (3, 'state_management', 2), (4, 'it', 2), (5, 'language', 3),
  (6, 'defence', 1),
  (7, 'software', 1), (8, 'language', 1), (9, 'degree', 3), (10, 'service', 1), (11, 'party', 1),
  (12, 'age', 62)
), best AS (
  SELECT person_id, kind, max(rank) AS rank FROM people_papers JOIN level_ranks USING (kind, level)
  WHERE NOT is_studying AND coalesce(issued_on, valid_to, valid_from) <= $on
    AND (expires_on IS NULL OR expires_on >= $on)
  GROUP BY person_id, kind
  UNION ALL SELECT person_id, 'service', date_sub('year', recruited_on, $on) FROM people_persons
  UNION ALL SELECT person_id, 'party', CASE WHEN party_joined_on <= $on THEN 1 END
  FROM people_persons
  UNION ALL SELECT person_id, 'age', CASE WHEN date_sub('year', born_on, $on) < 62 THEN 62 END
  FROM people_persons
)
SELECT r.requirement,
       count(*) FILTER (b.rank >= r.least) AS met,
       count(*) FILTER (b.rank IS NULL OR b.rank < r.least) AS missing
FROM people_posts p
CROSS JOIN requirements r
LEFT JOIN best b ON b.person_id = p.person_id AND b.kind = r.kind
WHERE p.is_primary AND p.valid_from <= $on AND (p.valid_to IS NULL OR p.valid_to >= $on)
GROUP BY r.requirement ORDER BY r.requirement
"""


def own_rules():
    """The alert rules this room hands over."""
    return [one for one in rules().values() if one.find.__module__ == "thenchot.standards.alerts"]


def run():
    call_command("migrate", verbosity=0)
    law_for_everybody()
    seconds = {}
    for size in (10_000, 100_000):
        fill(size)
        seconds[size] = measure(size)
    print(
        f"growth from 10,000 to 100,000 people: {seconds[100_000] / seconds[10_000]:.1f}× (goal "
        f"<= 11)"
    )
    one_person()
    alerts()


def measure(size):
    took = timed(lambda: [snapshot(name) for name in DATASETS])
    print(f"{size:>7} people: snapshots {took:.1f} s")
    with engine(*DATASETS) as db:
        bare = best_of(lambda: db.execute(BARE, {"on": ON}).fetchall(), 5)
        law = law_on(ON)
        ours = best_of(lambda: Count(db, law, ON).compute(), 5)
        check(db)
        print(
            f"        count {ours:.2f} s, bare SQL {bare:.2f} s, ratio {ours / bare:.2f} (goal "
            f"<= 3); "
            f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (goal <= "
            f"1000)"
        )
        first = timed(lambda: record_findings(db, ON))
        begun = time.perf_counter()
        changes = record_findings(db, ON)
        again = time.perf_counter() - begun
        print(
            f"        findings written in {first:.1f} s; the second time {changes} rows (goal 0) "
            f"in {again:.1f} s"
        )
    return ours


def check(db):
    """Both find as many people who do not meet each requirement."""
    bare = [missing for _, _, missing in db.execute(BARE, {"on": ON}).fetchall()]
    ours = dict(
        db.execute("SELECT requirement, count(*) FROM shortfalls GROUP BY requirement").fetchall()
    )
    keys = Requirement.objects.order_by("position").values_list("pk", flat=True)
    assert [ours.get(key, 0) for key in keys] == bare, (ours, bare)


def one_person():
    people = list(Person.objects.order_by("?").values_list("pk", flat=True)[:300])
    spent = []
    for pk in people:
        begun = time.perf_counter()
        assert len(judge_person(pk, ON).gaps) == 12
        spent.append((time.perf_counter() - begun) * 1000)
    print(
        f"gaps of one person, from the database: median {statistics.median(spent):.2f} ms, "
        f"p95 {sorted(spent)[int(len(spent) * 0.95)]:.2f} ms (goal < 5)"
    )


def alerts():
    """This room's rules over 100,000 people, then every rule of the system; an officer in each
    commune is told.
    """
    missing = (
        Shortfall.objects.standing().filter(state="missing").values("person_id").distinct().count()
    )
    print(
        f"alert run over 100,000 people, {missing} below standard (goal <= 20 s, the second run "
        f"0 changes)"
    )
    for turn in ("first", "second"):
        total, begun = Counts(), time.perf_counter()
        for rule in own_rules():
            total += reconcile(rule, ON, timezone.now())
        print(f"        this room, {turn}: {time.perf_counter() - begun:.1f} s, {told(total)}")
    for turn in ("first", "second"):
        begun = time.perf_counter()
        total = run_alerts(ON).total
        print(f"        all rooms, {turn}: {time.perf_counter() - begun:.1f} s, {told(total)}")


def told(total):
    return (
        f"opened {total.opened}, told {total.noticed}, raised {total.raised}, resolved "
        f"{total.resolved}"
    )


def timed(do):
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


def best_of(do, times):
    return min(timed(do) for _ in range(times))


def law_for_everybody():
    made = StandardSet.objects.create(
        code="bench",
        name="Bộ đo",
        basis="Bộ đo",
        state="issued",
        valid_from=date(2026, 1, 1),
        issued_at=timezone.now(),
        edited_at=timezone.now(),
        axes=[["all", "Chung"]],
    )
    for at, (kind, paper, level, number, more) in enumerate(REQUIREMENTS, 1):
        Requirement.objects.create(
            set=made,
            position=at,
            code=f"r{at}",
            axis="all",
            name=f"Yêu cầu {at}",
            kind=kind,
            paper=paper,
            level=level,
            number=number,
            **more,
        )


def fill(total):
    """People, posts and qualifications written in bulk: the bench measures counting, not
    importing.
    """
    titles = [
        Title.objects.get_or_create(
            code=f"bench{n}", defaults={"name": f"Chức danh {n}", "folded": f"chuc danh {n}"}
        )[0]
        for n in range(15)
    ]
    have = Person.objects.count()
    units = grow_tree(total // IN_UNIT + 1)
    for first in range(have, total, 5_000):
        add(range(first, min(first + 5_000, total)), units, titles)


def grow_tree(wanted):
    province = Unit.objects.filter(parent=None).first() or unit(None, "Tỉnh", "province")
    units = list(Unit.objects.filter(kind="division").order_by("pk"))
    while len(units) < wanted:
        commune = unit(province, f"Xã {len(units)}", "commune")
        officer = get_user_model().objects.create(
            username=f"canbo{commune.pk}", name="Cán bộ Ban Xây dựng Đảng"
        )
        Grant.objects.create(
            account=officer, role="officer", path=commune.path, starts_on=date(2025, 7, 1)
        )
        units += [unit(commune, f"Phòng {n}", "division") for n in range(UNITS)]
    return units


def unit(parent, name, kind):
    made = Unit.objects.create(
        parent=parent,
        path=f"/new/{name}/{Unit.objects.count()}/",
        name=name,
        folded=name.lower(),
        kind=kind,
        bloc="government",
        valid_from=date(2025, 7, 1),
    )
    made.path = f"{parent.path if parent else '/'}{made.pk}/"
    made.save(update_fields=["path"])
    return made


def add(numbers, units, titles):
    rng = Random(numbers[0])
    people = Person.objects.bulk_create(
        [
            Person(
                full_name=f"Người {n}",
                folded=f" nguoi {n}",
                sort_key=f"{n:08}",
                registered_in=units[n // IN_UNIT],
                born_on=date(1966, 1, 1) + timedelta(days=rng.randrange(12_000)),
            )
            for n in numbers
        ]
    )
    Particulars.objects.bulk_create(
        [
            Particulars(
                person=p,
                recruited_on=date(1995, 1, 1) + timedelta(days=rng.randrange(11_000)),
                party_joined_on=date(2010, 1, 1) if rng.random() < 0.97 else None,
            )
            for p in people
        ]
    )
    Appointment.objects.bulk_create(
        [
            Appointment(
                person=p,
                unit=units[n // IN_UNIT],
                title="Chức danh",
                title_ref=titles[TITLE_AT[n % IN_UNIT] + n // IN_UNIT % 3],
                valid_from=date(2025, 7, 1),
                staff_kind="civil_servant",
                is_head=n % IN_UNIT == 0,
            )
            for n, p in zip(numbers, people, strict=True)
        ]
    )
    Qualification.objects.bulk_create(
        [paper(p, kind, rng) for p in people for kind in LEVELS], batch_size=2_000
    )


def paper(person, kind, rng):
    begun = date(2000, 9, 1) + timedelta(days=rng.randrange(7_000))
    return Qualification(
        person=person,
        kind=kind,
        level=rng.choice(LEVELS[kind]),
        valid_from=begun,
        valid_to=begun + timedelta(days=600),
        name="Một cửa điện tử" if kind == "software" else f"Chứng chỉ số {rng.randrange(10_000)}",
        is_studying=rng.random() < 0.01,
        field=rng.choice(FIELDS) if kind == "degree" else "",
        language="en" if kind == "language" else "",
        expires_on=date(2026, 6, 1) + timedelta(days=rng.randrange(2_000))
        if kind == "language" and rng.random() < 0.3
        else None,
    )
