"""The job positions of a scheme as an Excel list, the same columns in and out. Offices write it
under headings such as "I. Nhóm lãnh đạo, quản lý" or the name of a unit.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from thenchot.kernel.text import nfc, tidy, words
from thenchot.organisation import describing
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.enums import PositionGroup
from thenchot.organisation.models import JobPosition, PositionScheme, Unit
from thenchot.organisation.position_docs.reading import group_named, group_of, group_over
from thenchot.organisation.queries import home_of, match_bodies, match_titles
from thenchot.organisation.queries.schemes import get_scheme
from thenchot.organisation.rules import schemes as rules
from thenchot.organisation.services import schemes as services
from thenchot.organisation.services.tree import clean, folded_name
from thenchot.platform.audit.trail import record
from thenchot.platform.files.list_import import ListImport
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.cells import BadCell
from thenchot.platform.office.excel.reports import ImportLine, ImportReport
from thenchot.platform.office.excel.worksheets import Column, Row, Worksheet, write_sheet
from thenchot.platform.scope.actor import require
from thenchot.policy.codelists import code_list

TT = Column("TT", 6, "tt", ("STT", "Số TT", "Số thứ tự", "T.T"))
CODE = Column(
    "Mã", 14, "code", ("Mã vị trí", "Mã vị trí việc làm", "Mã VTVL", "Mã số", "Mã số vị trí")
)
NAME = Column(
    "Tên vị trí việc làm",
    50,
    "name",
    (
        "Vị trí việc làm",
        "Tên VTVL",
        "VTVL",
        "Tên vị trí",
        "Vị trí",
        "Danh mục vị trí việc làm",
        "Tên vị trí việc làm, chức danh",
    ),
    is_required=True,
)
GROUP = Column(
    "Nhóm",
    26,
    "group",
    ("Nhóm vị trí", "Nhóm vị trí việc làm", "Nhóm VTVL", "Thuộc nhóm"),
    choices=tuple(str(label) for label in PositionGroup.labels),
)
UNIT = Column("Đơn vị", 34, "unit", ("Thuộc đơn vị", "Phòng, ban", "Bộ phận", "Đơn vị công tác"))
RANK = Column(
    "Ngạch",
    24,
    "rank",
    (
        "Ngạch công chức",
        "Ngạch tối thiểu",
        "Ngạch công chức tối thiểu",
        "Ngạch công chức đảm nhiệm",
        "Ngạch, chức danh nghề nghiệp",
        "Tương ứng ngạch công chức",
    ),
)
NUMBER = Column(
    "Số lượng",
    10,
    "number",
    (
        "Biên chế",
        "Số biên chế",
        "Số lượng biên chế",
        "Số lượng / biên chế",
        "Biên chế được giao",
        "Số người",
        "Số lượng người",
        "Số người được duyệt",
    ),
)
FIELDS = Column(
    "Chuyên ngành",
    40,
    "fields",
    ("Ngành, chuyên ngành", "Ngành đào tạo", "Chuyên ngành đào tạo", "Ngành, chuyên ngành đào tạo"),
)
NOTE = Column("Ghi chú", 30, "note", ("Ghi chú khác",))
READ = (TT, CODE, NAME, GROUP, UNIT, RANK, NUMBER, FIELDS, NOTE)
PREFIXES = {"leadership": "LD", "professional": "CM", "support": "HT"}
NOTHING = re.compile(r"[-–—.\s]*|khong(?: co)?")
TOTAL = re.compile(r"(?:tong(?: cong| so)?|cong)(?: [ivx\d+ ]+)?")
COUNTED = re.compile(r"(\d{1,4})(?:\s*(?:người|biên chế|bc))?", re.IGNORECASE)
BELOW_HEADING = ("code", "group", "rank", "fields")


@dataclass
class Plan:
    """One row: the position it means (if it is known) and what it is to say."""

    row: Row
    fields: dict[str, Any]
    position: JobPosition | None = None
    changed: list[str] = field(default_factory=list)

    @property
    def action(self) -> str:
        if self.position is None or self.position.is_dropped:
            return "created"
        return "updated" if self.changed else "unchanged"


@in_vietnamese
def positions_xlsx(positions: list[JobPosition]) -> bytes:
    """As it is read back."""
    rows = [
        {
            "tt": at,
            "code": one.code,
            "name": one.name,
            "group": str(one.get_group_display()),
            "unit": one.unit.name,
            "rank": code_list("rank").name_of(one.rank_code),
            "number": one.approved_number,
            "fields": "; ".join(one.fields),
            "note": one.description.get("note", ""),
        }
        for at, one in enumerate(positions, 1)
    ]
    return write_sheet(READ, rows, name="Vị trí việc làm")


@in_vietnamese
def import_position_list(actor, upload, *, scheme_id: int, dry_run: bool) -> ImportReport:
    """`upload`: path, bytes or binary file of an .xlsx. A draft only."""
    scheme = get_scheme(actor, scheme_id)
    require(actor, KEEP_POSTS, scheme.unit.path)
    rules.may_edit(scheme.state).or_refuse()
    return _PositionImport(actor, scheme).run(upload, dry_run=dry_run)


class _PositionImport(ListImport[Worksheet, Plan, ImportReport]):
    columns, naming = READ, NAME
    event = "positions_imported"

    def __init__(self, actor, scheme: PositionScheme) -> None:
        super().__init__(actor, scheme.unit)
        self.scheme = scheme

    def lock(self) -> None:
        self.scheme = services.lock_scheme(self.actor, self.scheme.pk)
        rules.may_edit(self.scheme.state).or_refuse()

    def look_up(self, sheet: Worksheet) -> None:
        home = home_of(self.scheme.unit)
        positions = list(self.scheme.positions.select_related("unit"))
        self.by_code = {one.code: one for one in positions}
        self.by_name: dict[tuple[int, str], list[JobPosition]] = {}
        for one in positions:
            self.by_name.setdefault((one.unit_id, folded_name(one.name)), []).append(one)
        headings = {text for row in sheet if (text := _heading_text(row))}
        bare = {_without_number(text) for text in headings}
        named = {row.text("unit") for row in sheet} | bare
        self.units = match_bodies(home, named - {""})
        self.titles = match_titles(home, {clean(row.text("name")) for row in sheet} - {""})
        self.taken = {*self.by_code, *(row.text("code") for row in sheet)}
        self.codes: dict[str, int] = {}
        self.seen: dict[int, int] = {}
        self.group, self.unit = "", None

    # One row

    def plan(self, row: Row) -> Plan | None:
        if (text := _heading_text(row)) and self._is_heading(row, text):
            return None
        name = clean(row.text("name"))[:200]
        if not name:
            self.report.blame(row, NAME, "Thiếu tên vị trí việc làm: ghi tên, hoặc xóa dòng.")
            return None
        unit = self._unit(row)
        plan = Plan(row, {"name": name})
        plan.position = self._known(row, name, unit)
        plan.fields |= self._said(row, plan.position)
        plan.fields["group"] = self._group(row, name, plan.position)
        if unit is not None or plan.position is None:
            plan.fields["unit_id"] = unit.pk if unit else self.scheme.unit_id
        self._lead(plan)
        self._code(plan)
        plan.changed = _changed(plan)
        return plan

    def _is_heading(self, row: Row, text: str) -> bool:
        """A group, a unit or a sum that stands over the rows below; where it can only be a heading
        and means none of them, whoever wrote it is asked.
        """
        bare = _without_number(text)
        if bare.isdigit():  # a number in front of nothing
            return True
        if TOTAL.fullmatch(" ".join(words(bare))):
            return True
        if group := group_over(text) or group_named(bare):
            self.group = group
            return True
        match = self.units.get(bare)
        if match and match.is_certain and len(match.units) == 1:
            self.unit = match.units[0]
            return True
        if not _is_merged(row) and (row.text("number") or "tt" not in row.letters):
            return False
        said = (
            f"Không rõ “{text[:80]}” là đề mục hay vị trí. Đề mục: ghi tên nhóm (“Nhóm lãnh đạo, "
            f"quản lý”) hoặc tên đơn vị. Vị trí: ghi số thứ tự 1, 2, 3 và số lượng."
        )
        self.report.blame(row, NAME, said)
        return True

    def _unit(self, row: Row) -> Unit | None:
        text = row.text("unit")
        if not text:
            return self.unit
        match = self.units[text]
        if len(match.units) == 1:
            if not match.is_certain:
                self.report.guess(row, UNIT, f"hiểu là {match.units[0].name}")
            return match.units[0]
        why = "Có nhiều đơn vị như vậy" if match.units else "Không nhận ra đơn vị này"
        self.report.blame(row, UNIT, f"{why}: ghi đúng tên đơn vị trong sơ đồ tổ chức.")
        return None

    def _known(self, row: Row, name: str, unit: Unit | None) -> JobPosition | None:
        """By its code; without one by its name in its unit, where only one has it."""
        code = row.text("code")
        if code:
            return self.by_code.get(code)
        place = unit.pk if unit else self.scheme.unit_id
        same = self.by_name.get((place, folded_name(name)), [])
        return same[0] if len(same) == 1 else None

    def _said(self, row: Row, position: JobPosition | None) -> dict[str, Any]:
        """Only what the row speaks of: an empty cell changes nothing."""
        said: dict[str, Any] = {}
        with self.report.cell(row, NUMBER):
            said["approved_number"] = _number(row.text("number"))
        said["rank_code"] = self._rank(row)
        parts = re.split(r"[;\n]", row.text("fields"))
        said["fields"] = [tidy(nfc(part)) for part in parts if part.strip()]
        if note := describing.clean_lines(row.text("note")):
            said["description"] = {**(position.description if position else {}), "note": note}
        return {key: value for key, value in said.items() if value not in (None, "", [])}

    def _rank(self, row: Row) -> str:
        text = row.text("rank")
        if NOTHING.fullmatch(" ".join(words(text)) or text):
            return ""
        ranks = code_list("rank")
        for part in (text, *re.split(r"[;,/\n(]|\bhoặc\b|\btrở lên\b|\bvà\b", text)):
            if rank := ranks.find(part.strip()) if part.strip() else None:
                if part != text:
                    self.report.guess(row, RANK, f"hiểu là {rank.name}")
                return str(rank.code)
        said = "Không nhận ra ngạch: ghi tên hoặc mã ngạch, như “Chuyên viên”, hoặc để trống."
        self.report.blame(row, RANK, said)
        return ""

    def _group(self, row: Row, name: str, position: JobPosition | None) -> str:
        """As the row says, else the heading above it, else as it was, else understood."""
        if text := row.text("group"):
            if group := group_named(text):
                return group
            labels = ", ".join(f"“{label}”" for label in PositionGroup.labels)
            self.report.blame(row, GROUP, f"Không nhận ra nhóm: ghi một trong {labels}.")
        if self.group:
            return self.group
        if position is not None:
            return str(position.group)
        group = group_of(row.text("code"), name) or PositionGroup.PROFESSIONAL.value
        self.report.guess(row, GROUP, f"không ghi nhóm, hiểu là {PositionGroup(group).label}")
        return group

    def _lead(self, plan: Plan) -> None:
        """A leading position that has no title yet gets the one its name means."""
        title = self.titles.get(plan.fields["name"])
        is_open = plan.position is None or plan.position.title_id is None
        if title and is_open and plan.fields["group"] == PositionGroup.LEADERSHIP:
            plan.fields["title_id"] = title.pk

    def _code(self, plan: Plan) -> None:
        """Its own, that of the position it means, or the next free one of the group."""
        row, known = plan.row, plan.position
        code = row.text("code")[:40] or (known.code if known else "")
        if not code:
            prefix = PREFIXES[plan.fields["group"]]
            free = (f"{prefix}-{n:02d}" for n in range(1, 10_000))
            code = next(one for one in free if one not in self.taken)
            self.report.guess(row, CODE, f"không ghi mã, đặt {code}")
        if code in self.codes:
            said = f"Mã {code} trùng với dòng {self.codes[code]}: mỗi vị trí một mã, sửa một dòng."
            self.report.blame(row, CODE if row.text("code") else NAME, said)
        self.codes.setdefault(code, row.number)
        self.taken.add(code)
        plan.fields["code"] = code

    # Told and written

    def line(self, plan: Plan) -> ImportLine:
        said = [str(PositionGroup(plan.fields["group"]).label), *plan.changed]
        label = f"{plan.fields['code']} · {plan.fields['name']}"
        return ImportLine(plan.row.number, plan.action, label, "; ".join(said))

    def write(self, plan: Plan) -> None:
        if plan.action != "unchanged":
            services.put_position(
                self.actor,
                scheme_id=self.scheme.pk,
                position_id=plan.position.pk if plan.position else None,
                **plan.fields,
            )

    def note(self) -> None:
        counts = {name: self.report.count(name) for name in ("created", "updated", "unchanged")}
        path = self.scheme.unit.path
        record(self.actor, self.event, subject=self.scheme, unit_path=path, **counts)


def _changed(plan: Plan) -> list[str]:
    """What differs from the position that is there, in words."""
    position = plan.position
    if position is None:
        return []
    labels = {
        "name": "Tên",
        "group": "Nhóm",
        "unit_id": "Đơn vị",
        "rank_code": "Ngạch",
        "approved_number": "Số lượng",
        "fields": "Chuyên ngành",
        "title_id": "Chức danh",
    }
    fields = plan.fields
    changed = [
        label
        for key, label in labels.items()
        if key in fields and getattr(position, key) != fields[key]
    ]
    if "description" in fields:
        changed += describing.differences(position.description, fields["description"])
    return changed


def _heading_text(row: Row) -> str:
    """What the row says where it can stand over others: one text over its whole width, or a text
    numbered I, A, a or not at all, with nothing a position says.
    """
    texts = {key: row.text(key) for key in row.values}
    if len(set(texts.values())) == 1:
        return next(iter(texts.values()))
    if any(texts.get(key) for key in BELOW_HEADING):
        return ""
    number, name = texts.get("tt", ""), texts.get("name", "")
    if re.fullmatch(r"(?:[IVX]{1,5}|[A-ZĐa-zđ])[.)]?", number) or not number:
        return name or texts.get("unit", "")
    return "" if name else number


def _is_merged(row: Row) -> bool:
    return len(row.values) > 1 and len({row.text(key) for key in row.values}) == 1


def _without_number(text: str) -> str:
    return re.sub(r"^\s*(?:[IVX]{1,5}|[A-ZĐa-zđ]|\d{1,2})\s*[.):/-]\s*", "", text).strip(" :.")


def _number(text: str) -> int | None:
    if NOTHING.fullmatch(" ".join(words(text)) or text):
        return None
    match = COUNTED.fullmatch(text.strip())
    if match is None or not 1 <= int(match[1]) <= 9_999:
        raise BadCell(
            "Số lượng là số nguyên từ 1, như 2. Vị trí chưa giao người thì để trống hoặc bỏ dòng."
        )
    return int(match[1])
