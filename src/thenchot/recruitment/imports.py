"""Forms of application typed into Excel: the same columns out and in."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from thenchot.kernel.decision import Refused
from thenchot.kernel.text import words
from thenchot.organisation.models import Unit
from thenchot.people.identity import SpoiltNumber, doubts, read_number
from thenchot.people.models import Sex
from thenchot.platform.clock import today
from thenchot.platform.files.list_import import ListImport
from thenchot.platform.keys.sealing import blind_index
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.cells import BadCell, read_choice, read_day, read_flag
from thenchot.platform.office.excel.reports import ImportLine, ImportReport
from thenchot.platform.office.excel.worksheets import Column, Row, Worksheet, write_sheet
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.codelists import code_list
from thenchot.recruitment.access import EDIT
from thenchot.recruitment.enums import ApplicantState, CameBy, RoundState
from thenchot.recruitment.labels import PRIORITY
from thenchot.recruitment.models import Applicant, Opening, Round
from thenchot.recruitment.rules.days import may_receive
from thenchot.recruitment.services.applicants import register_form

NAME = Column("Họ và tên", 28, "full_name", ("Tên",), is_required=True)
BORN = Column("Ngày sinh", 12, "born_on", is_required=True)
SEX = Column("Giới tính", 10, "sex")
IDENTITY = Column(
    "Số định danh", 16, "identity_no", ("CCCD", "Căn cước", "Số căn cước"), is_required=True
)
POSITION = Column(
    "Vị trí dự tuyển", 36, "position", ("Vị trí", "Vị trí việc làm"), is_required=True
)
RECEIVED = Column("Ngày nhận phiếu", 12, "received_on", ("Ngày nộp",))
ETHNICITY = Column("Dân tộc", 12, "ethnicity")
NATION = Column("Quốc tịch khác", 10, "other_nation")
RESIDENCE = Column("Nơi ở", 34, "residence", ("Nơi ở hiện nay",))
PHONE = Column("Điện thoại", 14, "phone", ("Số điện thoại",))
EMAIL = Column("Thư điện tử", 24, "email", ("Email",))
LEVEL = Column("Trình độ", 14, "level")
MAJOR = Column("Ngành", 30, "major", ("Ngành, chuyên ngành", "Chuyên ngành"))
SCHOOL = Column("Cơ sở đào tạo", 30, "school", ("Trường",))
GROUP = Column("Đối tượng ưu tiên", 34, "priority", ("Ưu tiên",))
TALENT = Column("Tài năng", 30, "talent")
EXPERIENCE = Column("Kinh nghiệm", 30, "experience")
READ = (
    NAME,
    BORN,
    SEX,
    IDENTITY,
    POSITION,
    RECEIVED,
    ETHNICITY,
    NATION,
    RESIDENCE,
    PHONE,
    EMAIL,
    LEVEL,
    MAJOR,
    SCHOOL,
    GROUP,
    TALENT,
    EXPERIENCE,
)
TEXTS = ("ethnicity", "residence", "phone", "email", "major", "school", "talent", "experience")
NOTES = (
    "Mỗi người một dòng. Bắt buộc: họ và tên, ngày sinh, số định danh, vị trí dự tuyển.",
    "Cột “Số định danh” định dạng Văn bản (Text) để Excel không làm mất số 0 ở đầu.",
    "“Quốc tịch khác”: đánh x nếu có quốc tịch ngoài Việt Nam.",
)


def receiving(on: date | None = None):
    """Rounds whose forms may still be typed in."""
    return Round.objects.filter(state=RoundState.PUBLISHED, opens_on__lte=on or today())


def places(actor):
    """Places with such a round that the actor keeps."""
    found = Unit.objects.visible_to(actor, EDIT).filter(pk__in=receiving().values("unit"))
    return found.order_by("path")


@in_vietnamese
def template() -> bytes:
    return write_sheet(READ, [], name="Phiếu dự tuyển", notes=NOTES)


@dataclass
class Plan:
    """One row: the form it becomes; `known`: the person's form is there already."""

    row: Row
    opening: Opening | None
    received_on: date
    fields: dict[str, Any]
    known: bool = False


@in_vietnamese
def import_forms(actor, upload, *, home_id: int, dry_run: bool) -> ImportReport:
    """All or nothing. Forms that are there already stay as they are."""
    home = places(actor).filter(pk=home_id).first()
    if home is None:
        raise NotVisible(f"no receiving round of {home_id}")
    return _FormImport(actor, home).run(upload, dry_run=dry_run)


class _FormImport(ListImport[Worksheet, Plan, ImportReport]):
    columns, naming = READ, NAME
    event = "applicants_imported"

    def look_up(self, sheet: Worksheet) -> None:
        rounds = receiving().filter(unit=self.home)
        rows = Opening.objects.filter(round__in=rounds).select_related("round", "position")
        self.openings: dict[str, list[Opening]] = {}
        for opening in rows.order_by("pk"):
            for name in (opening.name, opening.position.code):
                self.openings.setdefault(_key(name), []).append(opening)
        there = Applicant.objects.filter(round__in=rounds).exclude(state=ApplicantState.WITHDRAWN)
        self.known = set(there.values_list("round", "identity_index"))
        self.levels = {one.code: one.name for one in code_list("degree") if one.rank}
        self.other_levels = {
            name: one.code for one in code_list("degree") for name in one.names if one.rank
        }
        self.seen: dict[str, int] = {}

    def plan(self, row: Row) -> Plan | None:
        fields: dict[str, Any] = {name: row.text(name)[:300] for name in TEXTS}
        fields["full_name"] = row.text("full_name")
        fields["history"] = ""
        with self.report.cell(row, BORN):
            day = read_day(row.get("born_on"))
            fields["born_on"] = day.on if day else None
        with self.report.cell(row, SEX):
            labels = {str(code): str(label) for code, label in Sex.choices}
            fields["sex"] = read_choice(row.get("sex"), labels)
        with self.report.cell(row, LEVEL):
            fields["level"] = read_choice(row.get("level"), self.levels, self.other_levels)
        with self.report.cell(row, GROUP):
            fields["priority"] = read_choice(row.get("priority"), PRIORITY)
        with self.report.cell(row, NATION):
            fields["is_vietnamese"] = not read_flag(row.get("other_nation"))
        fields["identity_no"] = self._identity(row, fields)
        opening, received_on = self._opening(row), self._received(row)
        if opening:
            self._in_window(row, opening, received_on)
        plan = Plan(row, opening, received_on, fields)
        self._recognise(plan)
        return plan

    def _identity(self, row: Row, fields: dict) -> str:
        cell = row.get("identity_no")
        try:
            written = read_number(row.text("identity_no"), was_number=isinstance(cell, int | float))
        except SpoiltNumber as spoilt:
            self.report.blame(row, IDENTITY, spoilt.message_vi)
            return ""
        said = doubts(written.number, fields.get("born_on"), fields.get("sex", ""))
        for words_ in (written.guess, said):
            if words_:
                self.report.guess(row, IDENTITY, words_)
        return written.number

    def _opening(self, row: Row) -> Opening | None:
        found = self.openings.get(_key(row.text("position")), [])
        if len(found) == 1:
            return found[0]
        text = row.text("position")
        if found:
            words_ = f"“{text}” có ở {len(found)} đợt đang nhận phiếu: ghi mã vị trí."
        else:
            words_ = f"Không có vị trí “{text}” trong đợt nào của {self.home.name} đang nhận phiếu."
        self.report.blame(row, POSITION, words_)
        return None

    def _received(self, row: Row) -> date:
        with self.report.cell(row, RECEIVED):
            day = read_day(row.get("received_on"))
            if day:
                return day.on
        return today()

    def _in_window(self, row: Row, opening: Opening, on: date) -> None:
        try:
            round_ = opening.round
            may_receive(on, round_.opens_on, round_.closes_on).or_refuse()
            if on > today():
                raise BadCell("Ngày nhận phiếu không sau hôm nay.")
        except Refused as refused:
            self.report.blame(row, RECEIVED, str(refused))
        except BadCell as bad:
            self.report.blame(row, RECEIVED, bad.message_vi)

    def _recognise(self, plan: Plan) -> None:
        number = plan.fields["identity_no"]
        if not number:
            return
        if number in self.seen:
            self.report.blame(plan.row, IDENTITY, f"Trùng với dòng {self.seen[number]}.")
        self.seen.setdefault(number, plan.row.number)
        index = blind_index("recruitment_applicant.identity_no", number)
        plan.known = bool(plan.opening) and (plan.opening.round_id, index) in self.known

    def line(self, plan: Plan) -> ImportLine:
        action = "unchanged" if plan.known else "created"
        where = plan.opening.name if plan.opening else ""
        return ImportLine(plan.row.number, action, plan.fields["full_name"], where)

    def write(self, plan: Plan) -> None:
        if plan.known or plan.opening is None:
            return
        register_form(
            self.actor,
            opening_id=plan.opening.pk,
            received_on=plan.received_on,
            came_by=CameBy.EXCEL,
            **plan.fields,
        )


def _key(text: str) -> str:
    return " ".join(words(text))
