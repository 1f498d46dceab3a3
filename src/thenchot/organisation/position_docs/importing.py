"""Descriptions from Word into a draft scheme: a dry run that shows what was read and what was not,
then all or nothing.
"""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from thenchot.organisation import describing
from thenchot.organisation.enums import PositionGroup
from thenchot.organisation.models import JobPosition, PositionScheme, Unit
from thenchot.organisation.position_docs.reading import ReadPosition, read_positions
from thenchot.organisation.queries import home_of, match_bodies, match_titles
from thenchot.organisation.rules import schemes as rules
from thenchot.organisation.services.schemes import lock_scheme, put_position
from thenchot.platform.audit.trail import record
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.reading.limits import Limits
from thenchot.platform.office.reading.model import Unreadable
from thenchot.platform.office.reading.read import read_source
from thenchot.policy.codelists import code_list

LIMITS = Limits(size=20 * 1024 * 1024, ocr=False)


@dataclass
class PlannedPosition:
    """What one description becomes. `changed`: names of what differs from the position of this
    code, if there is one.
    """

    read: ReadPosition
    fields: dict
    position: JobPosition | None = None
    changed: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def action(self) -> str:
        if self.position is None or self.position.is_dropped:
            return "created"
        return "updated" if self.changed else "unchanged"


@dataclass
class PositionReport:
    planned: list[PlannedPosition] = field(default_factory=list)
    problem: str = ""
    is_done: bool = False

    @property
    def is_clean(self) -> bool:
        return (
            bool(self.planned)
            and not self.problem
            and not any(one.problems for one in self.planned)
        )

    def count(self, action: str) -> int:
        return sum(one.action == action for one in self.planned)


@in_vietnamese
@transaction.atomic
def import_positions(actor, content: bytes, *, scheme_id: int, dry_run: bool) -> PositionReport:
    """`content`: a .docx as printed here, or a commune's own description with the usual
    variations.
    """
    scheme = lock_scheme(actor, scheme_id)
    rules.may_edit(scheme.state).or_refuse()
    report = PositionReport()
    try:
        found = _read(content)
    except Unreadable as bad:
        report.problem = bad.message_vi
        return report
    if not found:
        report.problem = (
            "Không thấy bản mô tả vị trí việc làm nào: cần có “Tên vị trí việc làm” trong tệp."
        )
    report.planned = _plan(scheme, found)
    if report.is_clean and not dry_run:
        _write(actor, scheme, report)
    return report


def _read(content: bytes) -> list[ReadPosition]:
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(content)
        file.flush()
        return read_positions(read_source(Path(file.name), limits=LIMITS))


def _plan(scheme: PositionScheme, found: list[ReadPosition]) -> list[PlannedPosition]:
    home = home_of(scheme.unit)
    units = match_bodies(home, {one.unit for one in found} - {""})
    titles = match_titles(
        home, {one.name for one in found if one.group == PositionGroup.LEADERSHIP}
    )
    present = {position.code: position for position in scheme.positions.select_related("unit")}
    planned: list[PlannedPosition] = []
    for one in found:
        one.code = one.code or _free_code(one, {*present, *(p.fields["code"] for p in planned)})
        position, title = present.get(one.code), titles.get(one.name)
        fields = _fields(
            one, _unit(one, units), title if position is None or position.title_id is None else None
        )
        if position is None:
            fields.setdefault("unit_id", scheme.unit_id)
        planned.append(_planned(one, fields, position, planned))
    return planned


def _unit(one: ReadPosition, units: dict) -> Unit | None:
    match = units.get(one.unit)
    if one.unit and not (match and len(match) == 1):
        one.guesses.append(f"không nhận ra đơn vị “{one.unit}”")
    return match[0] if match and len(match) == 1 else None


def _free_code(one: ReadPosition, taken: set[str]) -> str:
    prefix = {"leadership": "LD", "professional": "CM", "support": "HT"}[one.group]
    code = next(f"{prefix}-{n:02d}" for n in range(1, 1000) if f"{prefix}-{n:02d}" not in taken)
    one.guesses.append(f"không ghi mã, đặt {code}")
    return code


def _fields(one: ReadPosition, unit: Unit | None, title) -> dict:
    """Only what the document speaks of, so that a description without numbers does not reset
    them.
    """
    rank = code_list("rank").find(one.rank) if one.rank else None
    if one.rank and rank is None:
        one.unread.append(f"Ngạch: {one.rank}")
    said = {
        "code": one.code[:40],
        "name": one.name[:200],
        "group": one.group,
        "description": one.description,
        "competencies": describing.clean_competencies(one.competencies),
    }
    optional = {
        "unit_id": unit and unit.pk,
        "rank_code": rank and rank.code,
        "approved_number": one.number,
        "fields": one.fields or None,
        "title_id": title and title.pk,
    }
    return said | {key: value for key, value in optional.items() if value is not None}


def _planned(
    one: ReadPosition, fields: dict, position: JobPosition | None, before: list[PlannedPosition]
) -> PlannedPosition:
    plan = PlannedPosition(one, fields, position, _changed(position, fields) if position else [])
    if any(other.fields["code"] == fields["code"] for other in before):
        plan.problems.append(f"Mã {fields['code']} có ở hai bản mô tả trong tệp.")
    number = fields.get("approved_number", 1)
    decision = rules.may_describe(fields["name"], fields["code"], number, fields["competencies"])
    plan.problems += [reason.message for reason in decision.reasons]
    return plan


def _changed(position: JobPosition, fields: dict) -> list[str]:
    labels = {
        "name": "Tên",
        "group": "Nhóm",
        "unit_id": "Đơn vị",
        "rank_code": "Ngạch",
        "approved_number": "Số người",
        "fields": "Ngành",
        "title_id": "Chức danh",
    }
    changed = [
        label
        for key, label in labels.items()
        if key in fields and getattr(position, key) != fields[key]
    ]
    changed += describing.differences(position.description, fields["description"])
    if describing.clean_competencies(position.competencies) != fields["competencies"]:
        changed.append("Năng lực")
    return changed


def _write(actor, scheme: PositionScheme, report: PositionReport) -> None:
    for plan in report.planned:
        if plan.action != "unchanged":
            put_position(
                actor,
                scheme_id=scheme.pk,
                position_id=plan.position and plan.position.pk,
                **plan.fields,
            )
    counts = {action: report.count(action) for action in ("created", "updated", "unchanged")}
    record(actor, "positions_imported", subject=scheme, unit_path=scheme.unit.path, **counts)
    report.is_done = True
