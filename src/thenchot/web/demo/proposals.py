"""Work without a name, weighed by colleagues; and a register of documents from the ward's own
system, taken in twice.
"""

import csv
import io
import random
from datetime import date, timedelta
from decimal import Decimal

from thenchot.catalogue.services import proposing
from thenchot.people.models import Person
from thenchot.web.demo.months import self_of
from thenchot.worklog.models import Assessment
from thenchot.worklog.services import list_importing
from thenchot.worklog.sources import DOCUMENTS

# what is done, what comes of it, why, how many standard products each colleague says, code once it
# is signed
PROPOSALS = (
    (
        "Hướng dẫn người cao tuổi nộp hồ sơ trực tuyến tại nhà",
        "Phiếu hỗ trợ có xác nhận của người dân",
        "Mỗi tuần đều có, chưa có mã",
        ("1", "1.2", "1.5"),
        "BS.01",
    ),
    (
        "Vận động một hộ dân bàn giao mặt bằng",
        "Biên bản đồng thuận",
        "Có hộ phải gặp cả tháng",
        ("6", "8", "20"),
        "",
    ),
    ("Dẫn chương trình sự kiện của phường", "Kịch bản, biên bản sự kiện", "", ("3",), ""),
)
HEADER = ("Số ký hiệu", "Trích yếu", "Loại văn bản", "Người xử lý", "Hạn xử lý", "Ngày hoàn thành")
KINDS = {"cong van": "DC.01", "bao cao": "DC.03", "ke hoach": "DC.04"}
DOCUMENTS_IN = (
    ("Công văn", "CV", "Trả lời kiến nghị của tổ dân phố"),
    ("Công văn", "CV", "Cung cấp thông tin quy hoạch"),
    ("Báo cáo", "BC", "Báo cáo công tác tuần"),
    ("Công văn", "CV", "Góp ý dự thảo của sở"),
    ("Kế hoạch", "KH", "Kế hoạch ra quân chỉnh trang đô thị"),
)


def propose(leader, home) -> None:
    """From people of the ward; one proposal has enough answers and is signed, one has a wide
    spread, one waits.
    """
    people = [self_of(assessment) for assessment in _assessments(home).filter(kind="staff")[:8]]
    if not people:
        return  # a day before anybody was scored by products
    for at, (name, output, reason, ratios, code) in enumerate(PROPOSALS):
        made = proposing.propose(
            people[at], unit_id=home.pk, name=name, output=output, reason=reason
        )
        for colleague, ratio in zip(people[3:], ratios, strict=False):
            proposing.give_ratio(colleague, proposal_id=made.pk, ratio=Decimal(ratio))
        if code:
            middle = Decimal(ratios[len(ratios) // 2])
            proposing.sign_proposal(
                leader,
                proposal_id=made.pk,
                code=code,
                factor=middle,
                group="N1",
                basis="Thông báo số 41/TB-UBND",
            )


def take_documents(officer, home, rng: random.Random, on: date) -> None:
    """The present month's register as CSV; taken in again it changes nothing."""
    if not _assessments(home).exists():
        return
    content = _register(home, rng, on)
    list_importing.say(
        officer, home_id=home.pk, source=DOCUMENTS, columns={}, products=KINDS, origin="assigned"
    )
    for _ in range(2):
        report = list_importing.import_list(
            officer, content, home_id=home.pk, source=DOCUMENTS, dry_run=False
        )
        assert report.is_done, [problem.reason_vi for problem in report.problems]
    assert not report.created and not report.updated


def _register(home, rng: random.Random, on: date) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";")
    rows.writerow(HEADER)
    names = list(Person.objects.filter(presences__home=home).values_list("full_name", flat=True))
    scored = {
        assessment.person.full_name
        for assessment in _assessments(home).filter(starts_on__lte=on, ends_on__gte=on)
    }
    known = sorted(name for name in scored if names.count(name) == 1)
    for number, name in enumerate(rng.sample(known, min(24, len(known))), 211):
        kind, mark, subject = DOCUMENTS_IN[number % len(DOCUMENTS_IN)]
        done = on - timedelta(days=rng.randint(0, on.day - 1))
        due = done + timedelta(days=rng.choice((3, 2, 1, 0, -1)))
        rows.writerow(
            (f"{number}/{mark}-UBND", subject, kind, name, f"{due:%d/%m/%Y}", f"{done:%d/%m/%Y}")
        )
    return out.getvalue().encode("utf-8-sig")


def _assessments(home):
    rows = Assessment.objects.counting().filter(
        home=home, rules="nd335", state="open", person__account__isnull=False
    )
    return rows.select_related("person", "unit").order_by("pk")
