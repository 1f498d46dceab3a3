"""The two sheets of the yearly review: who is carried on or taken out ("Phụ lục 1"), who is added
("Phụ lục 2"). Their columns are known second-hand.
"""

from collections.abc import Iterable
from datetime import date

from thenchot.people.models import Appointment, Qualification
from thenchot.platform.clock import today
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table
from thenchot.policy.codelists import code_list
from thenchot.rating.models import RatingDecision
from thenchot.succession.enums import LISTED, CandidateState
from thenchot.succession.models import Candidate, SuccessionPlan
from thenchot.succession.prints import BORN, paper_answer, planning_letter
from thenchot.worklog.enums import Band

YEARS = 3
SHORT = {
    Band.EXCELLENT: "HTXSNV",
    Band.GOOD: "HTTNV",
    Band.COMPLETED: "HTNV",
    Band.FAILED: "KHTNV",
}
LEVELS = {"degree": "degree", "theory": "theory"}  # kind of a qualification -> its list of codes


class Files:
    """What the sheets tell of the people: post held, highest degree and theory, the last years;
    three queries for all of them.
    """

    def __init__(self, people: Iterable[int], on: date) -> None:
        wanted = set(people)
        self.years = [on.year - back for back in range(1, YEARS + 1)]
        seats = Appointment.objects.in_force(on).filter(person__in=wanted, is_primary=True)
        self.held = dict(seats.order_by("pk").values_list("person", "title"))
        self.levels = self._levels(wanted)
        decisions = RatingDecision.objects.filter(
            rating__person__in=wanted, rating__round__year__in=self.years
        ).exclude(level="")
        told = decisions.order_by("pk").values_list(
            "rating__person", "rating__round__year", "level"
        )
        self.ratings = {(person, year): SHORT[Band(level)] for person, year, level in told}

    def _levels(self, people: set[int]) -> dict[tuple[int, str], str]:
        rows = Qualification.objects.filter(
            person__in=people, kind__in=list(LEVELS), is_studying=False
        ).exclude(level="")
        best: dict[tuple[int, str], str] = {}
        for person, kind, level in rows.order_by("pk").values_list("person", "kind", "level"):
            codes, before = code_list(LEVELS[kind]), best.get((person, kind))
            if before is None or codes.rank(level) > codes.rank(before):
                best[person, kind] = level
        return best

    def level(self, person: int, kind: str) -> str:
        code = self.levels.get((person, kind))
        return str(code_list(LEVELS[kind]).get(code) or "") if code else ""

    def bands(self, person: int) -> str:
        return "; ".join(
            f"{year}: {self.ratings.get((person, year), '–')}" for year in reversed(self.years)
        )


def reviewed(plan: SuccessionPlan) -> list[Candidate]:
    """Everybody whom the review tells of: on the list, or taken out."""
    rows = Candidate.objects.filter(
        post__plan=plan, post__is_dropped=False, state__in=[*LISTED, CandidateState.REMOVED]
    ).select_related("person", "unit", "post__title", "post__unit", "post__plan__previous")
    return list(
        rows.order_by(
            "post__title__position", "post__unit__path", "post_id", "person__sort_key", "pk"
        )
    )


@in_vietnamese
def carried_answer(actor, plan: SuccessionPlan):
    rows = [row for row in reviewed(plan) if row.is_carried or _is_out(row)]
    actor.reads.extend(row.person for row in rows)
    return paper_answer(carried_letter(plan, rows), f"phu-luc-1-{plan.pk}")


@in_vietnamese
def added_answer(actor, plan: SuccessionPlan):
    rows = [row for row in reviewed(plan) if not row.is_carried and not _is_out(row)]
    actor.reads.extend(row.person for row in rows)
    return paper_answer(added_letter(plan, rows), f"phu-luc-2-{plan.pk}")


def _is_out(row: Candidate) -> bool:
    return row.state == CandidateState.REMOVED


def _is_head(row: Candidate) -> bool:
    return row.post.title.rank == "head"


def carried_letter(plan: SuccessionPlan, rows: list[Candidate]) -> Letter:
    files = Files((row.person_id for row in rows), today())
    stays = [row for row in rows if not _is_out(row)]
    blocks = (
        ("I. Cấp trưởng", [row for row in stays if _is_head(row)]),
        ("II. Cấp phó, thành viên", [row for row in stays if not _is_head(row)]),
        ("III. Đưa ra khỏi quy hoạch", [row for row in rows if _is_out(row)]),
    )
    lines: list[list[str]] = []
    for title, found in blocks:
        lines.append([title])
        lines += [_carried(number, row, files) for number, row in enumerate(found, 1)]
    heads = (
        "TT",
        "Họ và tên",
        "Ngày sinh (nam)",
        "Ngày sinh (nữ)",
        "Chức vụ hiện tại",
        "Chức danh đã quy hoạch",
        "Chức danh chuyển tiếp",
        "TĐCM",
        "LLCT",
        "QĐ quy hoạch",
        "Xếp loại 3 năm",
        "Đề xuất",
    )
    widths = (8, 24, 18, 18, 24, 28, 28, 16, 16, 20, 28, 26)
    return planning_letter(
        plan,
        "Phụ lục 1",
        f"Rà soát, chuyển tiếp: {plan}",
        [f"A. {plan.term}", Table(heads, lines, widths)],
        landscape=True,
        signer_title="Người lập",
    )


def _carried(number: int, row: Candidate, files: Files) -> list[str]:
    is_out, before = _is_out(row), row.post.plan.previous
    proposal = f"Đưa ra: {row.reason}" if is_out else "Chuyển tiếp"
    return [
        str(number),
        row.person.full_name,
        *_born(row),
        _now(row, files),
        str(row.post),
        "" if is_out else str(row.post),
        files.level(row.person_id, "degree"),
        files.level(row.person_id, "theory"),
        before.decision if before else "",
        files.bands(row.person_id),
        proposal,
    ]


def added_letter(plan: SuccessionPlan, rows: list[Candidate]) -> Letter:
    files = Files((row.person_id for row in rows), today())
    lines: list[list[str]] = []
    last = 0
    for number, row in enumerate(rows, 1):
        if row.post_id != last:
            count = sum(one.post_id == row.post_id for one in rows)
            lines.append([f"{row.post} – số lượng đề nghị: {count}"])
            last = row.post_id
        lines.append(
            [
                str(number),
                row.person.full_name,
                *_born(row),
                _now(row, files),
                str(row.post),
                files.level(row.person_id, "degree"),
                files.level(row.person_id, "theory"),
                files.bands(row.person_id),
                f"Bổ sung, {row.get_line_display()}",
            ]
        )
    heads = (
        "TT",
        "Họ và tên",
        "Ngày sinh (nam)",
        "Ngày sinh (nữ)",
        "Chức vụ hiện tại",
        "Chức danh đề xuất",
        "TĐCM",
        "LLCT",
        "Xếp loại 3 năm",
        "Đề xuất",
    )
    widths = (8, 28, 20, 20, 30, 36, 20, 20, 36, 30)
    return planning_letter(
        plan,
        "Phụ lục 2",
        f"Bổ sung: {plan}",
        ["Danh sách nhân sự giới thiệu:", Table(heads, lines, widths)],
        landscape=True,
        notes=(
            "HTXSNV, HTTNV, HTNV, KHTNV: hoàn thành xuất sắc, tốt, hoàn thành, không hoàn "
            "thành nhiệm vụ.",
        ),
        signer_title="Người lập",
    )


def _now(row: Candidate, files: Files) -> str:
    held = files.held.get(row.person_id)
    return f"{held}, {row.unit.name}" if held else row.unit.name


def _born(row: Candidate) -> list[str]:
    """For a man in one column, for a woman in the other."""
    day = f"{row.person.born_on:{BORN}}" if row.person.born_on else ""
    return ["", day] if row.person.sex == "f" else [day, ""]
