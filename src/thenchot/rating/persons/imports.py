"""Months that were scored outside of the system, for a whole round at once: the same columns out
and in.
"""

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from thenchot.kernel.text import nfc, tidy, words
from thenchot.organisation.models import Unit
from thenchot.platform.files.list_import import ListImport
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.cells import BadCell
from thenchot.platform.office.excel.reports import ImportLine, ImportReport
from thenchot.platform.office.excel.worksheets import Column, Row, Worksheet, write_sheet
from thenchot.platform.scope.actor import NotVisible
from thenchot.rating.access import KEEP_YEAR
from thenchot.rating.models import ExternalMonthScore, Rating, Round
from thenchot.rating.persons.rules.procedure import BEFORE_DECIDED
from thenchot.rating.persons.services.recording import note_many
from thenchot.worklog.enums import Regulation

ID = Column("Mã hệ thống", 12, "id", ("ID",))
NAME = Column("Họ và tên", 28, "name", ("Tên",), is_required=True)
UNIT = Column("Đơn vị", 30, "unit", ("Phòng, ban",))
MONTHS = tuple(
    Column(f"Tháng {n}", 9, f"m{n}", (f"T{n}", f"T{n:02d}", f"Tháng {n:02d}")) for n in range(1, 13)
)
SCORER = Column("Đơn vị chấm", 30, "scorer", ("Cơ quan chấm",))
BASIS = Column("Căn cứ", 34, "basis", ("Văn bản", "Ghi chú"))
READ = (ID, NAME, UNIT, *MONTHS, SCORER, BASIS)
BEFORE = "Chấm trước khi dùng phần mềm"
NOTES = (
    (
        "Ghi tổng điểm (0 đến 100) của những tháng chưa có trong phần mềm; tháng đã chốt trên phần "
        "mềm thì bỏ trống."
    ),
    (
        "“Mã hệ thống” giữ nguyên để không nhầm người trùng tên. Đơn vị chấm bỏ trống thì hiểu là "
        "chấm trước khi dùng phần mềm."
    ),
)


def open_round(home: Unit) -> Round | None:
    """The latest round of persons of the place that still runs; the Party's has quarters, not
    months.
    """
    return _running().filter(unit=home).order_by("-year", "pk").first()


def places(actor):
    """Places with a running round that the actor keeps."""
    return (
        Unit.objects.visible_to(actor, KEEP_YEAR)
        .filter(pk__in=_running().values("unit"))
        .order_by("path")
    )


def _running():
    return Round.objects.filter(subject="persons", locked_at__isnull=True).exclude(
        rules=Regulation.QD366
    )


@in_vietnamese
def months_worksheet(found: Round) -> bytes:
    """Everybody not decided yet, with what was noted so far."""
    noted = _noted(found)
    rows = (
        Rating.objects.filter(round=found, state__in=BEFORE_DECIDED)
        .select_related("person", "unit")
        .order_by("unit__path", "person__sort_key", "pk")
    )
    return write_sheet(
        READ,
        [_row(rating, noted.get(rating.pk, [])) for rating in rows],
        name=f"Điểm tháng {found.year}",
        notes=NOTES,
    )


def _row(rating: Rating, noted: list[ExternalMonthScore]) -> dict:
    first = noted[0] if noted else None
    months = {f"m{one.number}": float(one.total) for one in noted if one.unit == first.unit}
    said = {"scorer": first.unit, "basis": first.basis} if first else {}
    return (
        {"id": rating.pk, "name": rating.person.full_name, "unit": rating.unit.name} | months | said
    )


def _noted(found: Round) -> dict[int, list[ExternalMonthScore]]:
    noted: dict[int, list[ExternalMonthScore]] = {}
    for one in ExternalMonthScore.objects.filter(rating__round=found).order_by(
        "rating", "unit", "number"
    ):
        noted.setdefault(one.rating_id, []).append(one)
    return noted


@dataclass
class Plan:
    """One row: whose months, what is to be noted."""

    row: Row
    rating: Rating
    scorer: str
    basis: str
    totals: dict[int, Decimal] = field(default_factory=dict)


@in_vietnamese
def import_months(actor, upload, *, home_id: int, dry_run: bool) -> ImportReport:
    """All or nothing."""
    home = places(actor).filter(pk=home_id).first()
    found = home and open_round(home)
    if not found:
        raise NotVisible(f"round of {home_id}")
    return _MonthImport(actor, home, found).run(upload, dry_run=dry_run)


class _MonthImport(ListImport[Worksheet, Plan, ImportReport]):
    columns, naming = READ, NAME

    def __init__(self, actor, home: Unit, found: Round):
        super().__init__(actor, home)
        self.round, self.account = found, actor.account_id

    def look_up(self, sheet: Worksheet) -> None:
        rows = list(Rating.objects.filter(round=self.round).select_related("person", "unit"))
        self.by_id = {rating.pk: rating for rating in rows}
        self.by_name: dict[str, list[Rating]] = {}
        for rating in rows:
            self.by_name.setdefault(_key(rating.person.full_name), []).append(rating)
        self.noted = _noted(self.round)
        self.seen: dict[int, int] = {}

    def plan(self, row: Row) -> Plan | None:
        rating = self._rating(row)
        if rating is None:
            return None
        plan = Plan(
            row,
            rating,
            tidy(nfc(row.text("scorer")))[:200] or BEFORE,
            tidy(nfc(row.text("basis")))[:300] or f"Tệp Excel, dòng {row.number}",
        )
        for number, column in enumerate(MONTHS, 1):
            with self.report.cell(row, column):
                total = _total(row.text(column.key))
                plan.totals |= {} if total is None else {number: total}
        return plan if plan.totals else None

    def _rating(self, row: Row) -> Rating | None:
        """By the id the system gave, else by a name that only one person of the round has."""
        given, name = row.text("id"), row.text("name")
        named = (
            [self.by_id[int(given)]]
            if given.isdecimal() and int(given) in self.by_id
            else self.by_name.get(_key(name), [])
            if not given
            else []
        )
        if len(named) != 1:
            why = (
                "Trong đợt có nhiều người trùng tên: giữ cột “Mã hệ thống”."
                if named
                else f"Không có “{name}” trong đợt xếp loại."
            )
            self.report.blame(row, NAME, why)
            return None
        return named[0] if self._is_free(row, named[0]) else None

    def _is_free(self, row: Row, rating: Rating) -> bool:
        first = self.seen.setdefault(rating.pk, row.number)
        if first != row.number:
            self.report.blame(row, NAME, f"Người này đã có ở dòng {first}.")
        elif rating.state not in BEFORE_DECIDED:
            self.report.blame(
                row, NAME, "Người này đã có quyết định xếp loại, hoặc không thuộc đợt."
            )
        elif self.account is not None and rating.person.account_id == self.account:
            self.report.blame(row, NAME, "Không ai ghi điểm cho chính mình: bỏ dòng này.")
        else:
            return True
        return False

    def line(self, plan: Plan) -> ImportLine:
        held = {
            one.number: one.total
            for one in self.noted.get(plan.rating.pk, [])
            if one.unit == plan.scorer
        }
        action = "unchanged" if held == plan.totals else "updated" if held else "created"
        name, told = plan.rating.person.full_name, f"{len(plan.totals)} tháng, {plan.scorer}"
        return ImportLine(plan.row.number, action, name, told)

    def write_all(self, plans: list[Plan]) -> None:
        note_many(
            self.actor,
            round_id=self.round.pk,
            said=[(plan.rating.pk, plan.scorer, plan.basis, plan.totals) for plan in plans],
        )


def _key(name: str) -> str:
    return " ".join(words(name))


def _total(text: str) -> Decimal | None:
    """ "85,5" or "85.5"; two places at most, from 0 to 100."""
    if not text:
        return None
    try:
        total = Decimal(text.replace(",", "."))
    except InvalidOperation as error:
        raise BadCell(f"“{text}” không phải điểm.") from error
    if not 0 <= total <= 100 or total.as_tuple().exponent < -2:
        raise BadCell(f"“{text}”: điểm từ 0 đến 100, nhiều nhất hai chữ số lẻ.")
    return total
