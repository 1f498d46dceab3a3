"""Months of everybody: 60 work items a person, at 10,000 and 100,000 people; the closing of one
ward of 131.

The count of everybody is measured from the rows in the database to the figures written beside the
sheets: sums in whole numbers by the database, one rule for each person. Beside it: the bare sums,
one SQL statement without faults, policies, points, rule or writing.
"""

import resource
import time
from datetime import date

from django.core.management import call_command
from django.db import connection

from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.models import Unit
from thenchot.organisation.services import create_unit
from thenchot.people.models import Person
from thenchot.platform.clock import now
from thenchot.platform.runtime.bulk import insert_rows
from thenchot.platform.scope.actor import SYSTEM
from thenchot.scoring import counting
from thenchot.scoring.services.closing import close_many
from thenchot.worklog.models import Assessment

MONTH = {
    "period": "month",
    "year": 2026,
    "number": 10,
    "starts_on": date(2026, 10, 1),
    "ends_on": date(2026, 10, 31),
}
ITEMS, WARD = 60, 131
BARE = """
SELECT assessment_id,
       sum(CAST(round(factor * 100) AS integer) * CAST(round(assigned * 100) AS integer)),
       sum(CAST(round(factor * 100) AS integer) * CAST(round((done + added) * 100) AS integer))
FROM worklog_work
GROUP BY assessment_id
"""
WORK = """
INSERT INTO worklog_work (
    assessment_id, source, source_id, origin, code, name, output, factor, assigned, returned, done,
    added, exceeds, entered_at, mode, axis, evidence, note
)
WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < %(items)s - 1)
SELECT s.id, 'bench', CAST(n AS text), 'assigned', 'SP' || n, 'Việc', '', (50 + n * 7) / 100.0,
       3, 0, CASE WHEN (s.id + n) %% 5 = 0 THEN 2 ELSE 3 END,
       0, 0, %(at)s, 'direct', '', '', ''
FROM worklog_assessment s CROSS JOIN numbers
WHERE s.id >= %(first)s
"""
FAULTS = """
INSERT INTO worklog_fault (work_id, piece, kind, times, note, noted_at)
SELECT id, 1, 'delay', 1, '', %(at)s
FROM worklog_work
WHERE assessment_id >= %(first)s AND id %% 20 = 0
"""
POINTS = {"I.1": "5", "I.2": "5"} | {
    f"{group}.{n}": "2.5" for group in ("II", "III") for n in range(1, 5)
}


def run():
    call_command("migrate", verbosity=0)
    seconds = {}
    for size in (10_000, 100_000):
        fill(size)
        seconds[size] = measure(size)
    print(
        f"growth from 10,000 to 100,000 people: {seconds[100_000] / seconds[10_000]:.1f}× (goal "
        f"<= 11)"
    )
    ward()


def fill(size):
    """Up to `size` people, each with one open sheet, 60 work items, a fault in every twentieth."""
    unit = Unit.objects.filter(name="Xã đo").first()
    unit = unit or create_unit(
        SYSTEM,
        parent_id=None,
        name="Xã đo",
        kind=UnitKind.COMMUNE,
        bloc=Bloc.GOVERNMENT,
        valid_from=date(2025, 7, 1),
    )
    have = Assessment.objects.count()
    numbers = range(have, size)
    insert_rows(
        Person,
        [
            {
                "full_name": f"Nguyễn Văn Số {n}",
                "folded": f"nguyen van so {n}",
                "sort_key": f"{n:09d}",
            }
            for n in numbers
        ],
        registered_in_id=unit.pk,
    )
    people = list(
        Person.objects.filter(full_name__startswith="Nguyễn Văn Số")
        .order_by("pk")
        .values_list("pk", flat=True)
    )[have:]
    common = {
        **MONTH,
        "unit_id": unit.pk,
        "home_id": unit.pk,
        "rules": "nd335",
        "kind": "staff",
        "general_self": POINTS,
    }
    insert_rows(Assessment, [{"person_id": pk} for pk in people], **common)
    assessments = list(Assessment.objects.order_by("pk").values_list("pk", flat=True))[have:]
    with connection.cursor() as cursor:
        cursor.execute(WORK, {"first": assessments[0], "items": ITEMS, "at": now()})
        cursor.execute(FAULTS, {"first": assessments[0], "at": now()})


def measure(size):
    began = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(BARE)
        cursor.fetchall()
    bare = time.perf_counter() - began
    Assessment.objects.update(given=None, produced=None, secured=None)
    began, cpu = time.perf_counter(), time.process_time()
    changed = counting.count_standing()
    took, cpu = time.perf_counter() - began, time.process_time() - cpu
    again = time.perf_counter()
    same = counting.count_standing()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size:>7} people × {ITEMS} items: {took:.1f} s ({cpu:.1f} s CPU), {changed} written "
        f"(goal <= 30 s at 100,000); bare sums {bare:.1f} s; "
        f"again {time.perf_counter() - again:.1f} s, {same} written; peak {peak:.0f} MB (goal <= "
        f"2000)"
    )
    return took


def ward():
    """131 people, 60 items each, closed in one go as the job does it."""
    ids = list(Assessment.objects.order_by("pk").values_list("pk", flat=True)[:WARD])
    Assessment.objects.filter(pk__in=ids).update(general=POINTS)
    began = time.perf_counter()
    found = close_many(SYSTEM, ids)
    print(
        f"a ward of {WARD}, closed with receipts and events: {time.perf_counter() - began:.2f} "
        f"s, {found['closed']} closed (goal <= 2 s)"
    )
