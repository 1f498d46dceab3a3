"""The list of missing standards by unit, as Excel."""

from collections.abc import Iterator
from itertools import islice

from django.db import transaction

from thenchot.platform.accounts.models import Account
from thenchot.platform.audit.trail import record
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.sheets import Column, write_sheet
from thenchot.standards.enums import Lack, State
from thenchot.standards.labels import LACK, STATE
from thenchot.standards.models import StandardSet
from thenchot.standards.queries.names import with_shortfalls
from thenchot.standards.rules import next_step_for

CHUNK = 1_000
COLUMNS = (
    Column("Đơn vị", 34),
    Column("Họ và tên", 26),
    Column("Mã hệ thống", 10),
    Column("Chức danh", 28),
    Column("Trục", 20),
    Column("Yêu cầu", 40),
    Column("Tình trạng", 14),
    Column("Vì sao", 18),
    Column("Từ ngày", 12),
    Column("Việc cần làm", 44),
    Column("Điều, khoản", 24),
    Column("Căn cứ", 40),
)


@in_vietnamese
def shortfall_sheet(verdicts, chosen: StandardSet) -> bytes:
    """One line for each missing thing, by unit and given name; who lacks nothing does not
    appear.
    """
    ordered = verdicts.order_by("unit__path", "person__sort_key", "person_id")
    return write_sheet(
        COLUMNS, _rows(ordered, chosen), name="Tiêu chuẩn còn thiếu", notes=_notes(chosen)
    )


def _rows(verdicts, chosen) -> Iterator[tuple]:
    axes = dict(chosen.axes)
    rows = verdicts.iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        for verdict in with_shortfalls(chunk, chosen):
            yield from (_cells(verdict, lack, axes, chosen) for lack in verdict.lacks)


def _cells(verdict, row, axes, chosen) -> tuple:
    asked, why = row.requirement, Lack(row.lack)
    return (
        verdict.unit.name,
        verdict.person.full_name,
        verdict.person_id,
        verdict.title.name if verdict.title else "",
        axes.get(asked.axis, asked.axis),
        asked.name,
        str(STATE[row.state][0]),
        str(LACK.get(why, "")),
        row.since,
        next_step_for(State(row.state), why, asked.next_step),
        asked.clause,
        chosen.basis,
    )


def _notes(chosen: StandardSet) -> list[str]:
    return [
        f"{chosen}. Căn cứ: {chosen.basis}.",
        f"{chosen.clause}",
        "Số liệu theo lần tính gần nhất của hệ thống.",
    ]


@transaction.atomic
def note_export(actor, form) -> None:
    """The list left the house: who took it, with which filters."""
    values = {name: getattr(value, "pk", value) for name, value in form.filters().items() if value}
    record(
        actor,
        "standards_exported",
        subject=Account.objects.get(pk=actor.account_id),
        set=form.chosen.pk,
        filters=values,
    )
