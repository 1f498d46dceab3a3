"""The official list from Excel: matched by code, what differs gets a new version from the day of
the list.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.kernel.text import nfc, same_text, words
from thenchot.organisation.access import KEEP_PLACES
from thenchot.organisation.models import Place
from thenchot.organisation.places import columns as c
from thenchot.organisation.sharing import may_keep
from thenchot.platform.audit.trail import record
from thenchot.platform.files.list_import import ListImport
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.reports import ImportLine, ImportReport
from thenchot.platform.office.excel.worksheets import Row, Worksheet
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
def import_places(actor, upload, *, on: date, is_complete: bool, dry_run: bool) -> ImportReport:
    """`on`: the list is in force from then. `is_complete`: a commune of a province of the file that
    the file does not name ended the day before. All or nothing; only who keeps every unit may.
    """
    may_keep(actor, KEEP_PLACES).or_refuse()
    return _PlaceImport(actor, on, is_complete).run(upload, dry_run=dry_run)


class _PlaceImport(ListImport[Worksheet, PlannedPlace, ImportReport]):
    columns, naming, most = c.READ, c.CODE, 20_000
    event = "places_imported"

    def __init__(self, actor, on: date, is_complete: bool):
        super().__init__(actor, home=None)
        self.on, self.is_complete = on, is_complete

    def look_up(self, sheet: Worksheet) -> None:
        self.present = {place.code: place for place in Place.objects.filter(valid_to__isnull=True)}
        self.taken: dict[str, int] = {}

    def relate(self, plans: list[PlannedPlace]) -> None:
        """Which communes end."""
        provinces, named = {plan.province_code for plan in plans}, {plan.code for plan in plans}
        self.gone = [
            place
            for place in self.present.values()
            if self.is_complete and place.province_code in provinces and place.code not in named
        ]

    def plan(self, row: Row) -> PlannedPlace | None:
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
        plan = PlannedPlace(row.number, code, name[:120], province, self.present.get(code))
        self._refuse_older(row, plan)
        return plan

    def _refuse_older(self, row: Row, plan: PlannedPlace) -> None:
        before = plan.present
        if before and not plan.is_same and self.on < before.valid_from:
            message = (
                f"Danh mục đang có là của ngày {before.valid_from:%d/%m/%Y}, mới hơn ngày "
                f"của tệp này."
            )
            self.report.blame(row, c.CODE, message)

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

    def tell(self, plans: list[PlannedPlace]) -> None:
        super().tell(plans)
        self.report.lines += [
            ImportLine(
                0, "updated", f"{place.name} ({place.code})", f"không còn từ {self.on:%d/%m/%Y}"
            )
            for place in self.gone
        ]

    def line(self, plan: PlannedPlace) -> ImportLine:
        before = plan.present
        action = "created" if before is None else "unchanged" if plan.is_same else "updated"
        details = "" if before is None or plan.is_same else f"trước đây: {before.name}"
        return ImportLine(plan.row, action, f"{plan.name} ({plan.code})", details)

    def write_all(self, plans: list[PlannedPlace]) -> None:
        changed = [plan for plan in plans if not plan.is_same]
        corrected = [p for p in changed if p.present and p.present.valid_from == self.on]
        for plan in corrected:
            _put(plan.present, plan)
        Place.objects.bulk_update(
            [plan.present for plan in corrected], ["name", "folded", "province_code"]
        )
        ended = [p.present for p in changed if p.present and p not in corrected] + self.gone
        Place.objects.filter(pk__in=[place.pk for place in ended]).update(
            valid_to=self.on - timedelta(days=1)
        )
        Place.objects.bulk_create(
            _put(Place(code=p.code, valid_from=self.on), p) for p in changed if p not in corrected
        )

    def note(self) -> None:
        subject = Place.objects.filter(valid_to__isnull=True).first()
        record(
            self.actor,
            self.event,
            subject=subject,
            on=self.on,
            ended=len(self.gone),
            created=self.report.created,
            updated=self.report.updated,
        )


def _full_name(name: str, level: str) -> str:
    """ "Ba Đình" of the level "Phường" is "Phường Ba Đình"; the first letter is always great."""
    name, bare = nfc(name), words(name)
    starts = [one for one in LEVELS if bare[: len(words(one))] == words(one)]
    full = name if starts or not level or not name else f"{level} {name}"
    return full[:1].upper() + full[1:]


def _put(place: Place, plan: PlannedPlace) -> Place:
    place.name, place.province_code = plan.name, plan.province_code
    place.folded = folded_place(plan.name)
    return place


def folded_place(name: str) -> str:
    """Every word after a space, so that a prefix of a word is one LIKE."""
    return (" " + " ".join(words(name)))[:120]
