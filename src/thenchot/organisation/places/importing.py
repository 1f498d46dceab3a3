"""The official list from Excel: matched by code, what differs gets a new version from the day of
the list.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from thenchot.kernel.text import nfc, same_text, words
from thenchot.organisation.access import KEEP_PLACES
from thenchot.organisation.models import Place
from thenchot.organisation.places import columns as c
from thenchot.platform.audit.trail import record
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.reports import ImportReport, Line
from thenchot.platform.office.sheets import BadSheet, Row, read_sheet
from thenchot.platform.scope.actor import require_somewhere
from thenchot.policy.codelists import code_list

LEVELS = ("Phường", "Xã", "Đặc khu", "Thị trấn")
FIRST = date(2025, 7, 1)  # Quyết định 19/2025/QĐ-TTg: communes of two-tier local government


@dataclass
class PlannedPlace:
    row: int
    code: str
    name: str
    province_code: str
    present: Place | None = None

    @property
    def is_same(self) -> bool:
        return (
            bool(self.present)
            and same_text(self.present.name, self.name)
            and self.present.province_code == self.province_code
        )


@in_vietnamese
@transaction.atomic
def import_places(actor, upload, *, on: date, is_complete: bool, dry_run: bool) -> ImportReport:
    """`on`: the list is in force from then. `is_complete`: a commune of a province of the file that
    the file does not name ended the day before. All or nothing.
    """
    require_somewhere(actor, KEEP_PLACES)
    report = ImportReport()
    try:
        sheet = read_sheet(upload, c.READ)
    except BadSheet as bad:
        report.blame(0, "", bad.message_vi)
        return report
    report.unknown_columns = sheet.unknown
    plans = _Reader(report, on).read(sheet)
    gone = _gone(plans) if is_complete else []
    report.lines += [
        Line(0, "updated", f"{place.name} ({place.code})", f"không còn từ {on:%d/%m/%Y}")
        for place in gone
    ]
    if report.is_clean and not dry_run:
        _write(actor, plans, gone, on, report)
    return report


class _Reader:
    def __init__(self, report: ImportReport, on: date):
        self.report, self.on = report, on
        self.present = {place.code: place for place in Place.objects.filter(valid_to__isnull=True)}
        self.taken: dict[str, int] = {}

    def read(self, sheet) -> list[PlannedPlace]:
        plans = [plan for plan in map(self._plan, sheet) if plan]
        for plan in plans:
            self._tell(plan)
        return plans

    def _plan(self, row: Row) -> PlannedPlace | None:
        code, province = self._code(row), self._province(row)
        name = _full_name(row.text("name"), row.text("level"))
        if not name:
            self.report.blame(row, c.NAME, "Thiếu tên xã, phường.")
        if not (code and province and name):
            return None
        if code in self.taken:
            self.report.blame(row, c.CODE, f"Trùng mã với dòng {self.taken[code]}.")
            return None
        self.taken[code] = row.number
        return PlannedPlace(row.number, code, name[:120], province, self.present.get(code))

    def _code(self, row: Row) -> str:
        """Five digits; a number that lost its leading zeros gets them back."""
        given = row.text("code")
        if not given.isdigit() or len(given) > 5:
            self.report.blame(row, c.CODE, "Mã xã gồm năm chữ số.")
            return ""
        return given.zfill(5)

    def _province(self, row: Row) -> str:
        provinces = code_list("province")
        given = row.text("province_code")
        found = provinces.get(given.zfill(2)) if given else provinces.find(row.text("province"))
        if found is None:
            column = c.PROVINCE_CODE if given else c.PROVINCE
            self.report.blame(
                row, column, "Không có tỉnh, thành phố này trong danh mục 34 tỉnh, thành phố."
            )
            return ""
        return found.code

    def _tell(self, plan: PlannedPlace) -> None:
        before = plan.present
        if before and not plan.is_same and self.on < before.valid_from:
            message = (
                f"Danh mục đang có là của ngày {before.valid_from:%d/%m/%Y}, mới hơn ngày "
                f"của tệp này."
            )
            self.report.blame(plan.row, c.CODE, message)
        action = "created" if before is None else "unchanged" if plan.is_same else "updated"
        details = "" if before is None or plan.is_same else f"trước đây: {before.name}"
        self.report.lines.append(Line(plan.row, action, f"{plan.name} ({plan.code})", details))


def _full_name(name: str, level: str) -> str:
    """ "Ba Đình" of the level "Phường" is "Phường Ba Đình"; the first letter is always great."""
    name, bare = nfc(name), words(name)
    starts = [one for one in LEVELS if bare[: len(words(one))] == words(one)]
    full = name if starts or not level or not name else f"{level} {name}"
    return full[:1].upper() + full[1:]


def _gone(plans: list[PlannedPlace]) -> list[Place]:
    provinces, named = {plan.province_code for plan in plans}, {plan.code for plan in plans}
    inside = Place.objects.filter(valid_to__isnull=True, province_code__in=provinces)
    return [place for place in inside if place.code not in named]


def _write(
    actor, plans: list[PlannedPlace], gone: list[Place], on: date, report: ImportReport
) -> None:
    changed = [plan for plan in plans if not plan.is_same]
    corrected = [plan for plan in changed if plan.present and plan.present.valid_from == on]
    for plan in corrected:
        _put(plan.present, plan)
    Place.objects.bulk_update(
        [plan.present for plan in corrected], ["name", "folded", "province_code"]
    )
    ended = [plan.present for plan in changed if plan.present and plan not in corrected] + gone
    Place.objects.filter(pk__in=[place.pk for place in ended]).update(
        valid_to=on - timedelta(days=1)
    )
    Place.objects.bulk_create(
        _put(Place(code=p.code, valid_from=on), p) for p in changed if p not in corrected
    )
    subject = Place.objects.filter(valid_to__isnull=True).first()
    counts = {"created": report.created, "updated": report.updated, "ended": len(gone)}
    record(actor, "places_imported", subject=subject, on=on, **counts)
    report.is_done = True


def _put(place: Place, plan: PlannedPlace) -> Place:
    place.name, place.province_code = plan.name, plan.province_code
    place.folded = folded_place(plan.name)
    return place


def folded_place(name: str) -> str:
    """Every word after a space, so that a prefix of a word is one LIKE."""
    return (" " + " ".join(words(name)))[:120]
