"""A unit's period as Excel, opened again by another program, and one receipt as JSON."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
from django.urls import reverse
from tests.worlds import signed_in

from thenchot.platform.audit.models import Read
from thenchot.scoring.services import marking

URL = "?period=month-2026-10"


def closed(office):
    work = office.assign("an", "bc", 4, done=3)
    marking.note_fault(office.actor("head"), work_id=work.pk, kind="content", piece=2)
    office.confirm("an")
    return office.close("an")


def rows_of(office, role="leader"):
    answer = signed_in(office.accounts[role]).get(
        reverse("unit_month_export", args=[office.unit.pk]) + URL
    )
    assessment = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    head, *rows = [list(row) for row in assessment.iter_rows(values_only=True)]
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_everybody_of_the_unit_with_the_figures_of_the_page(office):
    closed(office)
    rows = {row["Họ và tên"]: row for row in rows_of(office)}
    assert set(rows) == {"Vũ Thị Ước", "Lê Văn An", "Trần Thị Bình"}
    an = rows["Lê Văn An"]
    assert (
        an["Được giao (quy đổi)"],
        an["Hoàn thành (quy đổi)"],
        an["a. Số lượng (%)"],
        an["b. Chất lượng (%)"],
    ) == (6, 4.5, 75, 68.75)
    assert (an["Tổng điểm"], an["Mức"], an["Trạng thái"]) == (81.04, "Hoàn thành tốt", "đã chốt")
    assert rows["Trần Thị Bình"]["Tổng điểm"] is None


def test_no_total_before_the_period_ends(office, monkeypatch):
    office.assign("binh", "vb", done=1)
    office.confirm("binh")
    monkeypatch.setenv("THENCHOT_TODAY", date(2026, 10, 20).isoformat())
    assert {row["Tổng điểm"] for row in rows_of(office)} == {None}


def test_who_took_it_is_logged_and_a_head_does_not_take_it(office):
    before = Read.objects.count()
    rows_of(office)
    assert Read.objects.count() > before
    assert (
        signed_in(office.accounts["head"])
        .get(reverse("unit_month_export", args=[office.unit.pk]) + URL)
        .status_code
        == 403
    )


def test_the_receipt_is_that_of_the_page(office):
    assessment = closed(office)
    told = (
        signed_in(office.accounts["an"])
        .get(reverse("assessment_receipt", args=[assessment.pk]))
        .json()
    )
    assert (told["period"], told["total"], told["band"], told["status"]) == (
        "2026-10",
        "81.04",
        "good",
        "scored",
    )
    assert (
        told["receipt"] == assessment.result["receipt"]
        and told["policy"]["scoring.task_points"] == 70
    )
    assert Decimal(told["general_points"]) + Decimal(told["task_points"]) == assessment.total


def test_an_open_sheet_has_none(office):
    assert (
        signed_in(office.accounts["an"])
        .get(reverse("assessment_receipt", args=[office.assessment("an").pk]))
        .status_code
        == 403
    )
