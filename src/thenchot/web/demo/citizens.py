"""One-stop cases of the ward: an export taken in twice, an outage confirmed and one to confirm."""

import random
from datetime import date, datetime, time, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from thenchot.citizens.models import Batch, Case, RatingSlip
from thenchot.citizens.rules.columns import LOCAL
from thenchot.citizens.services import apologies, cases, outages, satisfaction
from thenchot.kernel.calendar import add_working_days
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.web.demo.calendar import day_of

HEADS = {
    "code": "Mã hồ sơ",
    "procedure": "Tên thủ tục",
    "field": "Lĩnh vực",
    "channel": "Kênh tiếp nhận",
    "applicant": "Chủ hồ sơ",
    "received_at": "Ngày tiếp nhận",
    "due_at": "Ngày hẹn trả",
    "asked_at": "Ngày yêu cầu bổ sung",
    "back_at": "Ngày đã bổ sung",
    "finished_at": "Ngày xử lý xong",
    "unit": "Đơn vị xử lý",
    "handler": "Người xử lý",
    "status": "Trạng thái",
}
SERVICE, CULTURE, ECONOMY = "Trung tâm Phục vụ", "Phòng Văn hóa", "Phòng Kinh tế"
# name, field, working days, who handles it
PROCEDURES = (
    ("Chứng thực bản sao từ bản chính", "Tư pháp", 1, SERVICE),
    ("Đăng ký khai sinh", "Tư pháp", 2, SERVICE),
    ("Xác nhận tình trạng hôn nhân", "Tư pháp", 3, SERVICE),
    ("Đăng ký biến động đất đai", "Đất đai", 10, ECONOMY),
    ("Cấp giấy phép xây dựng nhà ở riêng lẻ", "Xây dựng", 15, ECONOMY),
    ("Trợ cấp xã hội hằng tháng", "Bảo trợ xã hội", 7, CULTURE),
)
CASES = 240
WORDS = (
    "Cán bộ hướng dẫn tận tình",
    "Chờ hơi lâu buổi sáng",
    "Nộp qua mạng nhanh hơn",
    "Mong có thêm ghế ngồi",
)
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ")
GIVEN = ("An", "Bích", "Cường", "Dung", "Hà", "Khánh", "Loan", "Quân", "Thảo", "Vinh")


def serve(clerk, leader, home: Unit, rng: random.Random, on: date) -> None:
    units = {name: _unit(home, name) for name in (SERVICE, CULTURE, ECONOMY)}
    rows = [_row(number, units, rng, on) for number in range(1, CASES + 1)]
    _take(clerk, home, rows[: CASES * 3 // 4], f"mot-cua-{on.year}-1.xlsx")
    _take(clerk, home, rows, f"mot-cua-{on.year}-2.xlsx")
    down = datetime.combine(on - timedelta(days=30), time(8), LOCAL)
    one = _report(clerk, home, down, "Mất kết nối hệ thống một cửa của thành phố", 72)
    outages.confirm_outage(leader, outage_id=one.pk)
    outages.excuse(leader, outage_id=one.pk)
    _ask(clerk, home, rng)
    _apologise(clerk, home, on)
    _report(clerk, home, down + timedelta(days=20), "Mất điện tại bộ phận một cửa", 3)


def _unit(home: Unit, name: str) -> tuple[str, list[str]]:
    unit = Unit.objects.get(path__startswith=home.path, name__startswith=name)
    seats = Appointment.objects.filter(unit=unit, valid_to__isnull=True, is_primary=True)
    people = seats.select_related("person").order_by("pk")[:4]
    return unit.name, [seat.person.full_name for seat in people]


def _row(number: int, units, rng: random.Random, on: date) -> dict:
    procedure, field, days, body = rng.choice(PROCEDURES)
    unit, people = units[body]
    day = add_working_days(on - timedelta(days=rng.randint(3, 150)), -1)
    received = datetime.combine(day, time(rng.randint(8, 16), rng.randint(0, 59)), LOCAL)
    due = datetime.combine(add_working_days(day, days), received.time(), LOCAL)
    took = (due - received) * rng.choice((0.4, 0.7, 0.9, 0.95, 1.0, 1.1))
    done = _at_work(received, received + took, due, rng)
    is_done = done.date() <= on
    told = {
        "code": f"H31.{on.year}.{number:05d}",
        "procedure": procedure,
        "field": field,
        "channel": rng.choice(("1", "2", "2", "3")),
        "applicant": f"{rng.choice(FAMILY)} {rng.choice(GIVEN)} {number}",
        "received_at": _told(received),
        "due_at": _told(due),
        "finished_at": _told(done) if is_done else "",
        "unit": unit,
        "handler": rng.choice(people) if people else "",
        "status": "9" if is_done else "4",
    }
    if number % 15 == 0 and is_done:
        told |= {"asked_at": _told(received), "back_at": _told(received + took / 2)}
    return told


def _at_work(received: datetime, done: datetime, due: datetime, rng: random.Random) -> datetime:
    """In the hours of the office, never before the receipt."""
    if done == due:
        return done
    moment = datetime.combine(done.date(), time(rng.randint(9, 16), rng.randint(0, 59)), LOCAL)
    return max(moment, received + timedelta(minutes=20))


def _told(moment: datetime) -> str:
    return f"{moment:%d/%m/%Y %H:%M}"


def _take(clerk, home: Unit, rows: list[dict], name: str) -> Batch:
    columns = [Column(title) for title in HEADS.values()]
    content = write_sheet(columns, [[one.get(key, "") for key in HEADS] for one in rows])
    upload = SimpleUploadedFile(name, content)
    file = cases.keep_export(clerk, unit_id=home.pk, upload=upload)
    batch = cases.begin_import(clerk, file_id=file.pk, mapping=HEADS)
    return cases.take_in(clerk, batch_id=batch.pk)


def _report(clerk, home: Unit, begun: datetime, what: str, hours: int):
    with day_of(begun.date() + timedelta(days=3)):
        return outages.report_outage(
            clerk,
            unit_id=home.pk,
            what=what,
            starts_at=begun,
            ends_at=begun + timedelta(hours=hours),
            basis="Thông báo của đơn vị vận hành",
        )


def _ask(clerk, home: Unit, rng: random.Random) -> None:
    """Slips for what was finished lately; most of them are answered."""
    satisfaction.give_out(clerk, unit_id=home.pk)
    for slip in RatingSlip.objects.filter(home=home).select_related("case", "home"):
        if rng.random() < 0.9:
            satisfaction.mark_given(clerk, slip_id=slip.pk)
        if slip.pk % 5:
            face = rng.choices((4, 3, 2, 1), (50, 35, 10, 5))[0]
            word = rng.choice(WORDS) if rng.random() < 0.2 else ""
            satisfaction.answer(slip=slip, face=face, word=word)


def _apologise(clerk, home: Unit, on: date) -> None:
    """For the open case with the latest day."""
    rows = Case.objects.filter(home=home, ended_at__isnull=True, due_at__date__gt=on)
    case = rows.order_by("-due_at").first()
    if case is None or case.due_at is None:
        return
    apologies.apologise(
        clerk,
        case_id=case.pk,
        cause="other_body",
        step="Lấy ý kiến cơ quan quản lý đất đai",
        new_due_on=add_working_days(case.due_at.astimezone(LOCAL).date(), 3),
        number="12/TXL-UBND",
    )
