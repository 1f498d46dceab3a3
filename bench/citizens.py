"""One-stop cases: an export of 100,000 from bytes to commit, in a process of its own; then coverage
and satisfaction of 100,000 answers in SQL.
"""

import json
import os
import random
import resource
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from bench.people import small_ward
from thenchot.citizens.models import Case, RatingSlip, Satisfaction
from thenchot.citizens.queries.satisfaction import coverage, satisfactions
from thenchot.citizens.rules.columns import LOCAL
from thenchot.citizens.services import cases, satisfaction
from thenchot.platform.clock import today
from thenchot.platform.runtime.bulk import insert_rows
from thenchot.platform.scope.actor import SYSTEM

ROWS = int(os.environ.get("THENCHOT_BENCH_CASES", "100000"))
HEADS = {
    "code": "Mã hồ sơ",
    "procedure": "Tên thủ tục",
    "applicant": "Chủ hồ sơ",
    "received_at": "Ngày tiếp nhận",
    "due_at": "Ngày hẹn trả",
    "finished_at": "Ngày xử lý xong",
    "unit": "Đơn vị xử lý",
    "status": "Trạng thái",
}


def run():
    environment = {**os.environ, "THENCHOT_HOME": f"{os.environ['THENCHOT_HOME']}/citizens"}
    Path(environment["THENCHOT_HOME"]).mkdir(parents=True, exist_ok=True)
    code = (
        f"import sys; sys.path[:0] = {sys.path[:2]!r}; import django; django.setup(); "
        "from bench.citizens import alone; alone()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        cwd=Path(__file__).resolve().parent.parent,
    )
    if ran.returncode:
        raise RuntimeError(ran.stderr[-3_000:])
    for line in json.loads(ran.stdout.splitlines()[-1]):
        print(line)


def alone() -> None:
    """In a process of its own."""
    call_command("migrate", verbosity=0)
    _actor, ward = small_ward()
    content = export()
    upload = SimpleUploadedFile("mot-cua.csv", content)
    file = cases.keep_export(SYSTEM, unit_id=ward.pk, upload=upload)
    batch = cases.Batch.objects.create(
        unit=ward, file=file, sha256=file.sha256, columns=HEADS, made_at=cases.now()
    )
    begun = time.process_time()
    cases.take_in(SYSTEM, batch_id=batch.pk)
    spent = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert Case.objects.count() == ROWS
    told = [f"{ROWS:,} cases: {spent:.1f} s of CPU (goal 20), {peak:.0f} MB at most (goal 400)"]
    told.append(figures(ward))
    print(json.dumps(told))


def export() -> bytes:
    draw = random.Random(7)
    first = datetime(today().year, 1, 4, 8, 0, tzinfo=LOCAL)
    lines = [";".join(HEADS.values())]
    for number in range(ROWS):
        received = first + timedelta(hours=draw.randrange(24 * 200))
        due = received + timedelta(days=draw.choice((1, 3, 10, 15)))
        done = received + (due - received) * draw.random() * 1.1
        moments = ";".join(f"{one:%d/%m/%Y %H:%M}" for one in (received, due, done))
        lines.append(
            f"H{number};Thủ tục {number % 60};Người {number % 70_000};{moments};"
            f"Phòng Văn hóa - Xã hội;9"
        )
    return "\n".join(lines).encode("utf-8-sig")


def figures(ward) -> str:
    """Everybody asked, everybody answered."""
    rows = Case.objects.values_list("pk", "unit_id", "person_key", "procedure")
    on = today()
    insert_rows(
        RatingSlip,
        [
            {"case_id": pk, "unit_id": unit, "person_key": key, "code": satisfaction.new_code()}
            for pk, unit, key, _procedure in rows
        ],
        home_id=ward.pk,
        made_on=on,
        given_on=on,
    )
    insert_rows(
        Satisfaction,
        [
            {"unit_id": unit, "procedure": procedure, "face": 1 + pk % 4}
            for pk, unit, _key, procedure in rows
        ],
        home_id=ward.pk,
        group="citizen",
        month=on.replace(day=1),
    )
    begun = time.perf_counter()
    asked = coverage(ward, on.year, on)
    groups = satisfactions(SYSTEM, "citizens.see", on.year, "procedure", 30)
    seconds = time.perf_counter() - begun
    return (
        f"{asked.asked:,} of {asked.people:,} people, {len(groups)} procedures with intervals: "
        f"{seconds:.2f} s (goal 1)"
    )
