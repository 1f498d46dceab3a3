"""Scoring sheets in versions: drafted by one, issued by another."""

from datetime import date

from django.db import transaction

from thenchot.cells.access import EDIT, ISSUE, SEE
from thenchot.cells.enums import SheetState
from thenchot.cells.labels import MEASURE
from thenchot.cells.models import Sheet, SheetItem
from thenchot.cells.rules.sheets import Criterion, as_lines, read_lines, shipped
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.organisation.queries.tree import lock_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.scope.actor import get_visible, require

WORDS = {str(code): str(word) for code, word in MEASURE.items()}


def lines_to_begin_with(home: Unit | None) -> str:
    """Those of the latest sheet of the place; else of the one that ships."""
    latest = Sheet.objects.filter(unit=home).order_by("-valid_from", "-pk").first()
    if latest is None:
        return as_lines(shipped().criteria, WORDS)
    items = SheetItem.objects.filter(sheet=latest).order_by("number")
    return as_lines([Criterion(one.text, one.most, one.measure) for one in items], WORDS)


@transaction.atomic
def draft_sheet(
    actor, *, unit_id: int, name: str, basis: str, valid_from: date, lines: str
) -> Sheet:
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    criteria = read_lines(lines, WORDS)
    made = Sheet.objects.create(
        unit=home,
        name=tidy(nfc(name)),
        basis=tidy(nfc(basis)),
        valid_from=valid_from,
        drafted_by_id=actor.account_id,
    )
    SheetItem.objects.bulk_create(
        SheetItem(sheet=made, number=number, text=one.text, most=one.most, measure=one.measure)
        for number, one in enumerate(criteria, 1)
    )
    record(actor, "cell_sheet_drafted", subject=made, unit_path=home.path, count=len(criteria))
    return made


@transaction.atomic
def issue_sheet(actor, *, sheet_id: int) -> Sheet:
    """By another person than who drafted it; points given before keep their own sheet."""
    rows = Sheet.objects.visible_to(actor, SEE).select_for_update(of=("self",))
    sheet = get_visible(rows.select_related("unit"), sheet_id)
    require(actor, ISSUE, sheet.unit.path)
    if sheet.state == SheetState.ISSUED:
        refuse("sheet.issued", "Phiếu này đã ban hành.")
    if sheet.drafted_by_id == actor.account_id:
        refuse("sheet.second_person", "Người soạn không tự ban hành phiếu.")
    same = Sheet.objects.filter(unit=sheet.unit, valid_from=sheet.valid_from, state="issued")
    if same.exists():
        refuse(
            "sheet.day",
            f"Đã có phiếu áp dụng từ {sheet.valid_from:%d/%m/%Y}; soạn bản mới với ngày khác.",
        )
    sheet.state, sheet.issued_by_id = SheetState.ISSUED, actor.account_id
    sheet.save(update_fields=["state", "issued_by"])
    record(actor, "cell_sheet_issued", subject=sheet, unit_path=sheet.unit.path)
    return sheet
