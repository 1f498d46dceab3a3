"""People: a list of 10,000 people with 40 columns from bytes to commit, and list and search at
100,000.

The import runs in processes of its own, so that their peak of memory is theirs: the bare read with
python-calamine, the dry run alone, the whole import with its commit.
"""

import io
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction

from bench.pages import client, median, queries
from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.models import Unit
from thenchot.people import columns as c
from thenchot.people.models import Appointment, Person, Presence
from thenchot.people.names import folded_words, stored_order
from thenchot.people.queries import people_page
from thenchot.platform.accounts.models import Account
from thenchot.platform.office.excel.worksheets import write_sheet
from thenchot.platform.runtime.bulk import insert_rows, reserve_ids
from thenchot.platform.scope.actor import actor_for
from thenchot.platform.scope.models import Grant
from thenchot.platform.scope.roles import Role
from thenchot.web.demo import roster

LISTED = int(os.environ.get("THENCHOT_BENCH_PEOPLE", "100000"))
ROWS = int(os.environ.get("THENCHOT_BENCH_ROWS", "10000"))
ON = date(2026, 11, 25)
ORGANISATIONS = (
    "Văn phòng Đảng ủy phường",
    "Ban Xây dựng Đảng Đảng ủy phường",
    "Ủy ban nhân dân phường",
    "Phòng Văn hóa - Xã hội",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Trung tâm Phục vụ hành chính công",
)
COLUMNS = [
    column
    for column in c.KEPT
    if column.key
    not in (
        "id",
        "is_head",
        "decision",
        "reappoint_on",
        "email",
        "policy_group",
        "discipline",
        "in_science",
        "note",
        "birth_place",
        "health_card_no",
    )
]
SEARCHES = ("ha", "le", "an", "duong", "ng v an", "nguyen", "nguyen thi ha", "khong ai")


def run():
    imports()
    lists()


def imports():
    path = Path(os.environ["THENCHOT_HOME"]) / "list.xlsx"
    path.write_bytes(workbook(ROWS))
    print(f"list of {ROWS} people × {len(COLUMNS)} columns, {path.stat().st_size / 1e6:.1f} MB")
    for what, goal in (("bare", ""), ("dry", ""), ("whole", " (goals <= 8 s, <= 300 MB)")):
        told = child(what, path)
        print(
            f"  {told['name']}: {told['cpu']:.2f} s CPU, peak {told['peak']:.0f} "
            f"MB{goal if ROWS == 10_000 else ''}{told.get('more', '')}"
        )


def workbook(rows: int) -> bytes:
    rng, made = random.Random(7), []
    for n, one in enumerate(roster.people(rng, rows, on=ON)):
        one |= {
            "code": f"CB{n:05d}",
            "unit": ORGANISATIONS[n % len(ORGANISATIONS)],
            "title": "Chuyên viên",
            "valid_from": date(2025, 7, 1),
            "staff_kind": "Công chức",
            "sex": "Nữ" if one["sex"] == "f" else "Nam",
        }
        one["identity_no"] = int(one["identity_no"]) if n % 3 == 0 else one["identity_no"]
        one["born"] = one["born"].year if n % 4 == 0 else one["born"]
        made.append(one)
    return write_sheet(COLUMNS, made)


def child(what: str, path: Path) -> dict:
    environment = {
        **os.environ,
        "THENCHOT_HOME": f"{os.environ['THENCHOT_HOME']}/{what}",
        "DATABASE_URL": os.environ.get("THENCHOT_BENCH_DATABASE", ""),
    }
    code = (
        f"import sys; sys.path[:0] = {sys.path[:2]!r}; from bench.people import alone; "
        f"alone({what!r}, {str(path)!r})"
    )
    Path(environment["THENCHOT_HOME"]).mkdir(parents=True, exist_ok=True)
    ran = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {code}"],
        env=environment,
        capture_output=True,
        text=True,
        cwd=Path(__file__).resolve().parent.parent,
    )
    if ran.returncode:
        raise RuntimeError(ran.stderr[-3_000:])
    return json.loads(ran.stdout.splitlines()[-1])


def alone(what: str, path: str) -> None:
    """In a process of its own."""
    from thenchot.people.imports import import_people

    if what == "bare":
        from python_calamine import CalamineWorkbook

        content = Path(path).read_bytes()
        begun = time.process_time()
        CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
        return told("bare read with python-calamine", begun)
    call_command("migrate", verbosity=0)
    actor, ward = small_ward()
    content = Path(path).read_bytes()
    begun = time.process_time()
    report = import_people(actor, content, home_id=ward.pk, dry_run=what == "dry", name="list.xlsx")
    spent = time.process_time() - begun
    assert not report.problems and report.created == ROWS and report.is_done == (what == "whole"), (
        report.problems[:3]
    )
    return told(
        "dry run alone" if what == "dry" else "whole import, bytes to commit",
        time.process_time() - spent,
        more=f"; {len(report.guesses)} guesses"
        + (f", {Person.objects.count()} people" if what == "whole" else ""),
    )


def told(name: str, begun: float, **more) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"name": name, "cpu": time.process_time() - begun, "peak": peak, **more}))


def small_ward():
    ward = unit(
        unit(None, "Thành phố Bạch Hải", UnitKind.PROVINCE), "Phường Đông Kinh", UnitKind.COMMUNE
    )
    for name in ORGANISATIONS:
        unit(ward, name, UnitKind.DIVISION)
    account = Account.objects.create_user("canbo", "Mat-khau-2026", name="Cán bộ")
    Grant.objects.create(
        account=account, role=Role.OFFICER, path=ward.path, starts_on=date(2025, 7, 1)
    )
    return actor_for(account), ward


def unit(parent, name, kind):
    made = Unit.objects.create(
        parent=parent,
        path=f"/new/{Unit.objects.count()}/",
        name=name,
        folded=folded_words(name).strip(),
        kind=kind,
        bloc=Bloc.GOVERNMENT,
        valid_from=date(2025, 7, 1),
    )
    made.path = f"{parent.path if parent else '/'}{made.pk}/"
    made.save(update_fields=["path"])
    return made


def lists():
    """On SQLite, and on PostgreSQL where its binaries are there; each in a process of its own."""
    here = Path(__file__).resolve().parent.parent
    for name, before in (("SQLite", []), ("PostgreSQL", [str(here / "scripts" / "postgres.sh")])):
        home = f"{os.environ['THENCHOT_HOME']}/lists-{name.lower()}"
        (Path(home) / "static").mkdir(parents=True)
        code = (
            f"import sys; sys.path[:0] = {sys.path[:2]!r}; import django; django.setup(); "
            f"from bench.people import measure_lists; measure_lists({name!r})"
        )
        command = [*before, sys.executable, "-c", code]
        ran = subprocess.run(
            command,
            env={**os.environ, "THENCHOT_HOME": home, "DATABASE_URL": ""},
            capture_output=True,
            text=True,
            cwd=here,
        )
        print(
            ran.stdout if ran.returncode == 0 else f"  {name}: not measured: {ran.stderr[-1_500:]}",
            end="",
        )


def measure_lists(name: str) -> None:
    call_command("migrate", verbosity=0)
    actor, ward = small_ward()
    fill(ward, LISTED)
    analyse()
    account = Account.objects.get(username="canbo")
    ours, admin = client(account), client(account)
    mine, theirs = median(ours, "/people/"), median(admin, "/bench-admin/people/person/")
    print(
        f"  {name}, {LISTED} people of one ward, 50 rows of its officer: {mine:.1f} ms, admin "
        f"changelist {theirs:.1f} ms, "
        f"ratio {mine / theirs:.2f} (goal <= 1); {queries(ours, '/people/')} SQL queries (goal "
        f"<= 12)"
    )
    spent = {q: searched(actor, q) for q in SEARCHES}
    told_ = ", ".join(f"“{q}” {ms:.1f}" for q, ms in spent.items())
    print(
        f"    SQL of a search, ms (goal < 20 each): {told_}; page 400: "
        f"{searched(actor, '', page=400):.1f}"
    )


def searched(actor, q: str, page: int = 1) -> float:
    """Milliseconds of SQL for one page of the list, scope and seats included: the median of
    many.
    """
    times = []
    for _ in range(15):
        actor.memory.clear()
        spent: list[float] = []
        with connection.execute_wrapper(
            lambda execute, *rest, into=spent: _timed(execute, rest, into)
        ):
            people_page(actor, page, 50, q=q)
        times.append(sum(spent) * 1_000)
    return statistics.median(times[3:])


def _timed(execute, rest, into):
    begun = time.perf_counter()
    try:
        return execute(*rest)
    finally:
        into.append(time.perf_counter() - begun)


def fill(ward, total: int) -> None:
    """People with the family names of a Vietnamese ward, written in bulk: the bench measures
    reading, not importing.
    """
    rng, units = random.Random(3), list(Unit.objects.filter(parent=ward).order_by("pk"))
    homes = [ward.pk, ward.parent_id]
    for first in range(0, total, 10_000):
        with transaction.atomic():
            ids = reserve_ids(Person, 10_000)
            names = [_name(rng, first + n) for n in range(10_000)]
            rows = [
                {"full_name": name, "folded": folded_words(name), "sort_key": stored_order(name)}
                for name in names
            ]
            insert_rows(
                Person,
                [{"id": pk, "sex": "f", **row} for pk, row in zip(ids, rows, strict=True)],
                registered_in_id=ward.pk,
            )
            insert_rows(
                Appointment,
                [{"person_id": pk, "unit_id": units[pk % len(units)].pk} for pk in ids],
                title="Chuyên viên",
                valid_from=date(2025, 7, 1),
            )
            for home in homes:
                kept = [
                    {"person_id": pk, "folded": row["folded"], "sort_key": row["sort_key"]}
                    for pk, row in zip(ids, rows, strict=True)
                ]
                insert_rows(Presence, kept, home_id=home, is_present=True)


def _name(rng: random.Random, number: int) -> str:
    """40 % are called Nguyễn."""
    family = "Nguyễn" if number % 5 < 2 else rng.choice(roster.FAMILY[38:])
    return f"{family} {rng.choice(roster.WOMEN + roster.MEN)}"


def analyse() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
