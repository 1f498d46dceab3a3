"""Marks of the stage that is being marked, from Excel: the same columns out and in."""

from dataclasses import dataclass, field
from decimal import Decimal

from thenchot.kernel.text import words
from thenchot.organisation.models import Unit
from thenchot.platform.files.list_import import ListImport
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.cells import read_choice, read_decimal, read_number
from thenchot.platform.office.excel.reports import ImportLine, ImportReport
from thenchot.platform.office.excel.worksheets import Column, Row, Worksheet, write_sheet
from thenchot.platform.scope.actor import NotVisible
from thenchot.recruitment.access import EDIT
from thenchot.recruitment.enums import ApplicantState, Breach, RoundState
from thenchot.recruitment.labels import BREACH
from thenchot.recruitment.models import Applicant, Round
from thenchot.recruitment.queries.applicants import is_own
from thenchot.recruitment.queries.rounds import papers_of
from thenchot.recruitment.rules.exams import papers
from thenchot.recruitment.services.applicants import put_scores

ROUND = Column("Đợt tuyển dụng", 34, "round", ("Đợt",))
NUMBER = Column("SBD", 8, "number", ("Số báo danh",), is_required=True)
NAME = Column("Họ và tên", 28, "full_name", ("Tên",), is_required=True)
PAPERS = tuple(Column(name, 12, code) for code, name in papers().items())
BREACHED = Column("Kỷ luật phòng thi", 16, "breach", choices=tuple(map(str, BREACH.values())))
READ = (ROUND, NUMBER, NAME, *PAPERS, BREACHED)
NOTES = (
    "Chỉ nhập điểm của vòng đang chấm; bài để trống thì giữ điểm đã có.",
    "Điểm từ 0 đến 100. Kỷ luật phòng thi: khiển trách, cảnh cáo, đình chỉ; trống nếu không.",
)
MARKED_IN = (RoundState.LISTED, RoundState.FIRST)
SITS = (ApplicantState.ELIGIBLE, ApplicantState.SECOND)


def places(actor):
    """Places with a round that is being marked and that the actor keeps."""
    rounds = Round.objects.filter(state__in=MARKED_IN).values("unit")
    return Unit.objects.visible_to(actor, EDIT).filter(pk__in=rounds).order_by("path")


@in_vietnamese
def sheet_of(actor) -> bytes:
    """Who sits the stage, round by round, with the marks that are there."""
    rows = _sitting(places(actor)).order_by("round", "number")
    return write_sheet(READ, map(_row, rows), name="Điểm", notes=NOTES)


def _sitting(units):
    rows = Applicant.objects.filter(
        round__unit__in=units.values("pk"), round__state__in=MARKED_IN, state__in=SITS
    )
    return rows.select_related("round__unit").prefetch_related("scores")


def _row(one: Applicant) -> dict:
    known = {score.paper: score for score in one.scores.all()}
    breaches = [score.breach for score in known.values() if score.breach]
    return {
        "round": one.round.name,
        "number": one.number,
        "full_name": one.full_name,
        "breach": str(BREACH[Breach(breaches[0])]) if breaches else "",
        **{code: score.points for code, score in known.items()},
    }


@dataclass
class Plan:
    """One row: whose marks, and which."""

    row: Row
    applicant: Applicant | None
    points: dict[str, Decimal] = field(default_factory=dict)
    breaches: dict[str, str] = field(default_factory=dict)


@in_vietnamese
def import_marks(actor, upload, *, home_id: int, dry_run: bool) -> ImportReport:
    """All or nothing; through the same service as a mark typed on the page."""
    home = places(actor).filter(pk=home_id).first()
    if home is None:
        raise NotVisible(f"no round being marked of {home_id}")
    return _MarkImport(actor, home).run(upload, dry_run=dry_run)


class _MarkImport(ListImport[Worksheet, Plan, ImportReport]):
    columns, naming = READ, NUMBER
    event = "applicant_marks_imported"

    def look_up(self, sheet: Worksheet) -> None:
        self.seen: dict[int, int] = {}
        self.known: dict[int, list[Applicant]] = {}
        for one in _sitting(Unit.objects.filter(pk=self.home.pk)):
            self.known.setdefault(one.number, []).append(one)

    def plan(self, row: Row) -> Plan | None:
        plan = Plan(row, self._whose(row))
        if plan.applicant is None:
            return plan
        open_papers = papers_of(plan.applicant.round)
        for column in PAPERS:
            with self.report.cell(row, column):
                points = read_decimal(row.get(column.key))
                if points is None:
                    continue
                if column.key not in open_papers:
                    if points != self._there(plan.applicant).get(column.key):
                        words_ = f"{column.title} không thuộc vòng đang chấm: để trống."
                        self.report.blame(row, column, words_)
                elif not 0 <= points <= 100:
                    self.report.blame(row, column, "Điểm từ 0 đến 100.")
                else:
                    plan.points[column.key] = points
        with self.report.cell(row, BREACHED):
            labels = {code.value: str(word) for code, word in BREACH.items()}
            plan.breaches = dict.fromkeys(plan.points, read_choice(row.get("breach"), labels))
        return plan

    def _whose(self, row: Row) -> Applicant | None:
        number = None
        with self.report.cell(row, NUMBER):
            number = read_number(row.get("number"))
        if number is None:
            return None
        asked = _key(row.text("round"))
        found = [
            one for one in self.known.get(number, []) if not asked or _key(one.round.name) == asked
        ]
        if len(found) != 1:
            said = "có ở nhiều đợt: ghi tên đợt" if found else "không dự vòng đang chấm"
            self.report.blame(row, NUMBER, f"Số báo danh {number:03d} {said}.")
            return None
        one = found[0]
        if _key(row.text("full_name")) != _key(one.full_name):
            words_ = f"Số báo danh {number:03d} là {one.full_name}: xem lại dòng này."
            self.report.blame(row, NAME, words_)
        if is_own(self.actor, one):
            self.report.blame(row, NAME, "Không tự nhập điểm của mình; nhờ người khác nhập.")
        if one.pk in self.seen:
            self.report.blame(row, NUMBER, f"Trùng với dòng {self.seen[one.pk]}.")
        self.seen.setdefault(one.pk, row.number)
        return one

    def _there(self, one: Applicant) -> dict[str, Decimal | None]:
        return {score.paper: score.points for score in one.scores.all()}

    def _changes(self, plan: Plan) -> bool:
        if plan.applicant is None:
            return False
        there = {score.paper: (score.points, score.breach) for score in plan.applicant.scores.all()}
        return any(
            there.get(paper) != (points, plan.breaches.get(paper, ""))
            for paper, points in plan.points.items()
        )

    def line(self, plan: Plan) -> ImportLine:
        told = "; ".join(f"{papers()[code]} {points}" for code, points in plan.points.items())
        action = "updated" if self._changes(plan) else "unchanged"
        label = plan.applicant.full_name if plan.applicant else plan.row.text("full_name")
        return ImportLine(plan.row.number, action, label, told)

    def write(self, plan: Plan) -> None:
        if plan.applicant and self._changes(plan):
            put_scores(
                self.actor,
                applicant_id=plan.applicant.pk,
                points=dict(plan.points),
                breaches=plan.breaches,
            )


def _key(text: str) -> str:
    return " ".join(words(text))
