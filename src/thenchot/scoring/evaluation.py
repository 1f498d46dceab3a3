"""What the rules say of a sheet: as it stands, as it could still become, and as it is when it is
closed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from thenchot.platform import policies
from thenchot.policy.parameters import ScoringPolicy
from thenchot.scoring.enums import Status
from thenchot.scoring.rules.explaining import receipt
from thenchot.scoring.rules.receipt import Entry, Remark
from thenchot.scoring.rules.scoring import Leading, Managed, Score, score
from thenchot.scoring.rules.work import Fault, Sums, WorkLine, sums_of
from thenchot.worklog.enums import Capacity, FaultKind, Regulation
from thenchot.worklog.models import Assessment, Work


@dataclass(frozen=True)
class Evaluated:
    """`unconverted`: work without a factor, which keeps the sheet from being scored."""

    assessment: Assessment
    score: Score
    entries: tuple[Entry, ...]
    unconverted: tuple[Work, ...]


@dataclass(frozen=True)
class Outlook:
    """Two figures while a period runs: points that are secured, and those that can still be
    reached. `assumed`: where the general points come from while nobody has given them; `entries`:
    the receipt of what is secured, which adds up to it. No band before the period ends.
    """

    secured: Decimal | None
    reachable: Decimal | None
    assumed: str
    entries: tuple[Entry, ...]


def policy_of(assessment: Assessment) -> ScoringPolicy:
    return policies.in_force(ScoringPolicy, path=assessment.unit.path, on=assessment.ends_on)


def evaluate(
    assessment: Assessment, policy: ScoringPolicy, managed: Iterable[Managed] = ()
) -> Evaluated:
    """`sheet` from `with_work`: its work in `counted`, the standing faults of each in
    `standing`.
    """
    lines = [line_of(work) for work in assessment.counted if work.factor is not None]
    unconverted = tuple(work for work in assessment.counted if work.factor is None)
    criteria = points_of(assessment.general)
    kind = Capacity(assessment.kind)
    leading = None if kind == Capacity.STAFF else leading_of(assessment.leading, managed)
    found = score(kind, general_of(criteria, policy), sums_of(lines, policy), policy, leading)
    found = _waiting(found, unconverted) if unconverted else found
    return Evaluated(assessment, found, receipt(found, kind, lines, policy, criteria), unconverted)


def line_of(work: Work) -> WorkLine:
    faults = tuple(
        Fault(one.piece, FaultKind(one.kind), one.times, one.by) for one in work.standing
    )
    amounts = {
        name: Fraction(getattr(work, name))
        for name in ("assigned", "returned", "done", "added", "exceeds")
    }
    return WorkLine(work.code or work.name, Fraction(work.factor), faults=faults, **amounts)


def amounts_of(works: Iterable[Work]) -> tuple[Decimal, Decimal]:
    """Converted products given and finished."""
    converted = [work for work in works if work.factor is not None]
    return sum((work.factor * work.assigned for work in converted), Decimal(0)), sum(
        (work.produced for work in converted), Decimal(0)
    )


def points_of(told: Mapping[str, str]) -> dict[str, Decimal | None]:
    return {code: None if value in (None, "") else Decimal(value) for code, value in told.items()}


def general_of(criteria: Mapping[str, Decimal | None], policy: ScoringPolicy) -> Fraction | None:
    """The sum over all criteria of the form; null while one is missing."""
    given = [criteria.get(code) for code, _ in policy.general_criteria]
    return None if None in given else Fraction(sum(given))


def leading_of(told: Mapping, managed: Iterable[Managed] = ()) -> Leading:
    def percent(name):
        return None if told.get(name) in (None, "") else Decimal(told[name])

    return Leading(
        tuple(managed),
        told.get("organising"),
        percent("organising_percent"),
        told.get("unity"),
        percent("unity_percent"),
    )


def managed_by(assessment: Assessment, others: Iterable[Assessment]) -> list[Managed]:
    """Everybody scored in the branch a head leads, in the unit or the field of a deputy (Đ15.3,
    Đ15.4).
    """
    named = set(assessment.leading.get("managed") or ())
    inside = [
        one
        for one in others
        if one.person_id != assessment.person_id and _is_under(one, assessment, named)
    ]
    return [
        Managed(one.person.full_name, one.total, one.not_scored or _without_data(one))
        for one in inside
    ]


def _is_under(other: Assessment, assessment: Assessment, named: set[int]) -> bool:
    if named:
        return other.person_id in named
    if not other.unit.path.startswith(assessment.unit.path):
        return False
    return assessment.kind == Capacity.HEAD or (
        other.unit_id == assessment.unit_id and other.kind == Capacity.STAFF
    )


def _without_data(assessment: Assessment) -> str:
    """Closed without a total: nothing was assigned, which is nobody's failure."""
    return Status.NOT_ENOUGH_DATA if assessment.is_closed and assessment.total is None else ""


def _waiting(found: Score, unconverted: Sequence[Work]) -> Score:
    names = ", ".join(work.name[:60] for work in unconverted[:3]) + (
        "…" if len(unconverted) > 3 else ""
    )
    remark = Remark(
        "work_unknown", f"{len(unconverted)} việc chưa quy đổi: {names}.", "NĐ 335/2025, Điều 13"
    )
    return Score(
        Status.WAITING,
        found.quantity,
        found.quality,
        found.progress,
        found.uncapped,
        found.unit_result,
        found.organising,
        found.unity,
        None,
        found.general,
        remarks=(*found.remarks, remark),
    )


def outlook(
    assessment: Assessment, policy: ScoringPolicy, on: date, before: Assessment | None = None
) -> Outlook:
    """Secured: what is finished, with its faults. Reachable: the rest finished too, what is overdue
    with one delay each.

    `before`: the last closed sheet, whose general points stand in while none are given for this
    one. Leaders' own shares d, đ, e are left aside: they are other people's doing or not yet
    judged.
    """
    lines = [line_of(work) for work in assessment.counted if work.factor is not None]
    now, rest = sums_of(lines, policy), _rest(assessment.counted, policy, on)
    criteria, assumed = _criteria_for_now(assessment, policy, before)
    general = general_of(criteria, policy)
    low = score(Capacity.STAFF, Fraction(general or 0), now, policy)
    high = score(
        Capacity.STAFF,
        Fraction(policy.general_points if general is None else general),
        now + rest,
        policy,
    )
    return Outlook(
        low.total, high.total, assumed, receipt(low, Capacity.STAFF, lines, policy, criteria)
    )


def _rest(works: Iterable[Work], policy: ScoringPolicy, on: date) -> Sums:
    found = Sums()
    for work in works:
        left = Fraction(work.assigned - work.returned - work.done) * Fraction(work.factor or 0)
        late = Fraction(policy.delay_percent, 100) if work.due_on and work.due_on < on else 0
        found += Sums(Fraction(0), left, Fraction(0), left * late)
    return found


def _criteria_for_now(
    assessment: Assessment, policy: ScoringPolicy, before: Assessment | None
) -> tuple[dict[str, Decimal | None], str]:
    """The first complete set of points: confirmed, the person's own, those of the period before."""
    for told, named in (
        (assessment.general, "confirmed"),
        (assessment.general_self, "self"),
        (before.general if before else {}, "before"),
    ):
        if general_of(points_of(told), policy) is not None:
            return points_of(told), named
    return points_of(assessment.general_self), "unknown"


def result_of(evaluated: Evaluated, policy_hash: str) -> dict:
    """What is kept of a closed sheet: the same object the pages, the prints and the API show."""
    found = evaluated.score
    told = {
        "status": str(found.status),
        "total": _text(found.total),
        "band": found.band and str(found.band),
        "general_points": _text(found.general_points),
        "task_points": _text(found.task_points),
        "receipt": [entry.as_json() for entry in evaluated.entries],
        "remarks": [remark.as_json() for remark in found.remarks],
        "policy_hash": policy_hash,
    }
    note = rules_note(evaluated.assessment.rules)
    return told | ({"rules_note": note} if note else {})


def rules_note(rules: str) -> str:
    """What a reader must know of rules of which we read little; "" where there is nothing to
    say.
    """
    return RULES_NOTE.get(rules, "")


RULES_NOTE = {
    Regulation.ND233: "Chưa đọc được Nghị định 233/2026 (viên chức): tính như Nghị định 335/2025.",
    Regulation.QD366: (
        "Quy định của Đảng không nêu công thức của phần kết quả trong các trích đoạn đã "
        "đọc: tính như Nghị định 335/2025."
    ),
}


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
