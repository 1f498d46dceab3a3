"""One-stop cases in the town: an export taken in, an outage at each step, a letter of apology."""

from datetime import datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from thenchot.citizens.models import Batch, Case, Outage, RatingSlip
from thenchot.citizens.rules.columns import LOCAL
from thenchot.citizens.services import apologies, cases, outages, satisfaction
from thenchot.platform.clock import now
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.platform.scope.roles import Role

HEADS = {
    "code": "Mã hồ sơ",
    "procedure": "Thủ tục",
    "field": "Lĩnh vực",
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


def of_citizens(world, home, units) -> dict:
    clerk, leader = world.actor(Role.CLERK, home), world.actor(Role.LEADER, home)
    begun = now().replace(hour=8, minute=0, second=0, microsecond=0) - timedelta(days=2)
    due = working(begun + timedelta(days=20))
    place = units["phòng văn hóa"].name
    rows = [
        row("H01", begun, due, status=4, unit=place),
        row("H03", begun, due, status=4, unit=place),
        row("H02", begun, begun + timedelta(hours=3), finished=begun + timedelta(hours=9)),
    ]
    batch = take(clerk, home, rows)
    found = Case.objects.get(home=home, code="H01")
    reported = report(clerk, home, begun)
    apology = apologise(clerk, Case.objects.get(home=home, code="H03"))
    finished = Case.objects.get(home=home, code="H02")
    satisfaction.give_out(clerk, unit_id=home.pk)
    refused = outages.refuse_outage(
        leader, outage_id=report(clerk, home, begun).pk, reason="Không có thông báo"
    )
    return {
        "case": found,
        "batch": batch,
        "outage": reported,
        "outage_refused": refused,
        "apology": apology,
        "export": batch.file,
        "slip": RatingSlip.objects.get(case=finished),
    }


def working(moment: datetime) -> datetime:
    """The same time on the next weekday."""
    while moment.weekday() > 4:
        moment += timedelta(days=1)
    return moment


def row(code: str, received, due=None, *, finished=None, status=9, **more) -> dict:
    told = {
        "code": code,
        "procedure": "Chứng thực bản sao",
        "field": "Tư pháp",
        "applicant": f"Người dân {code}",
        "received_at": moment(received),
        "due_at": moment(due),
        "finished_at": moment(finished),
        "status": status,
    }
    return told | {
        key: moment(value) if isinstance(value, datetime) else value for key, value in more.items()
    }


def moment(value) -> str:
    return f"{value.astimezone(LOCAL):%d/%m/%Y %H:%M}" if value else ""


def export(rows: list[dict]) -> bytes:
    columns = [Column(title) for title in HEADS.values()]
    return write_sheet(columns, [[one.get(key, "") for key in HEADS] for one in rows])


def take(actor, home, rows: list[dict], name="mot-cua.xlsx") -> Batch:
    upload = SimpleUploadedFile(name, export(rows))
    file = cases.keep_export(actor, unit_id=home.pk, upload=upload)
    batch = cases.begin_import(actor, file_id=file.pk, mapping=HEADS)
    batch.refresh_from_db()
    return batch if batch.state == "done" else cases.take_in(actor, batch_id=batch.pk)


def report(actor, home, begun: datetime, hours: int = 4) -> Outage:
    return outages.report_outage(
        actor,
        unit_id=home.pk,
        what="Mất kết nối hệ thống một cửa",
        starts_at=begun + timedelta(hours=1),
        ends_at=begun + timedelta(hours=1 + hours),
        basis="Thông báo của đơn vị vận hành",
    )


def apologise(actor, case: Case):
    return apologies.apologise(
        actor,
        case_id=case.pk,
        cause="complex",
        step="Xác minh",
        new_due_on=working(case.due_at + timedelta(days=7)).astimezone(LOCAL).date(),
        number="01/TXL",
    )
