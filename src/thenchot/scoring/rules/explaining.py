"""The receipt of a period: total → general and tasks → each share → each line → each fault, with
its article.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from thenchot.kernel.exact import points, share
from thenchot.policy.parameters import ScoringPolicy
from thenchot.scoring.rules.receipt import Entry
from thenchot.scoring.rules.scoring import Score
from thenchot.scoring.rules.work import Fault, WorkLine, lost
from thenchot.worklog.enums import Capacity, FaultCause, FaultKind

DECREE = "NĐ 335/2025"
OF_WORK = (
    (
        "quantity",
        "a. Số lượng: sản phẩm hoàn thành trên sản phẩm được giao",
        f"{DECREE}, Điều 14.2.a",
    ),
    (
        "quality",
        "b. Chất lượng: sản phẩm đạt yêu cầu trên sản phẩm được giao",
        f"{DECREE}, Điều 14.2.b",
    ),
    ("progress", "c. Tiến độ: sản phẩm đúng hạn trên sản phẩm được giao", f"{DECREE}, Điều 14.2.c"),
)
OF_LEADERS = (
    (
        "unit_result",
        "d. Kết quả hoạt động của đơn vị, lĩnh vực phụ trách",
        f"{DECREE}, Điều 15.3.a",
    ),
    ("organising", "đ. Khả năng tổ chức triển khai", f"{DECREE}, Điều 15.3.b"),
    ("unity", "e. Năng lực tập hợp, đoàn kết", f"{DECREE}, Điều 15.3.c"),
)


def receipt(
    score: Score,
    kind: Capacity,
    lines: Sequence[WorkLine],
    policy: ScoringPolicy,
    criteria: Mapping[str, Decimal | None] | None = None,
) -> tuple[Entry, ...]:
    """Everything that is known so far; the printed points of general and tasks add up to the
    printed total.
    """
    return (
        Entry(
            "general",
            "Tiêu chí chung",
            _points(score.general_points),
            f"{DECREE}, Điều 12, Mẫu số 01",
            {"most": points(policy.general_points)},
            tuple(_criteria(criteria or {}, policy)),
        ),
        Entry(
            "tasks",
            "Kết quả thực hiện nhiệm vụ",
            _points(score.task_points),
            f"{DECREE}, Điều {16.1 if kind == Capacity.STAFF else 16.2}, Điều 17.1",
            {"most": points(Decimal(policy.task_points)), "share": _share(score.result)},
            (*_work(score, lines, policy), *_leading(score, kind)),
        ),
        Entry(
            "total",
            "Tổng điểm",
            _points(score.total),
            f"{DECREE}, Điều 12, Điều 20",
            {"most": points(policy.total)},
        ),
    )


def _points(value: Decimal | None) -> str | None:
    return None if value is None else points(value)


def _share(value: Fraction | None) -> str | None:
    return None if value is None else share(value)


def _criteria(given: Mapping[str, Decimal | None], policy: ScoringPolicy) -> Iterable[Entry]:
    """Those of the decree's form in its order, then those of another form."""
    most = dict(policy.general_criteria)
    for code in (
        *(code for code in most if code in given),
        *(code for code in given if code not in most),
    ):
        facts = {"most": points(most[code])} if code in most else {}
        yield Entry(
            code,
            f"Tiêu chí {code}",
            _points(given[code]),
            f"{DECREE}, Mẫu số 01" if code in most else "",
            facts,
        )


def _work(score: Score, lines: Sequence[WorkLine], policy: ScoringPolicy) -> Iterable[Entry]:
    uncapped = dict(
        zip(("quantity", "quality", "progress"), score.uncapped or (None,) * 3, strict=True)
    )
    told = [(line, _facts(line)) for line in lines]
    for code, label, source in OF_WORK:
        facts = {"before_cap": _share(uncapped[code])}
        yield Entry(
            code,
            label,
            _share(getattr(score, code)),
            source,
            facts,
            tuple(_lines(code, told, policy)),
        )


def _facts(line: WorkLine) -> dict[str, str]:
    amounts = {
        name: number(getattr(line, name))
        for name in ("factor", "assigned", "returned", "done", "added")
    }
    return amounts | {"out_of": number(line.factor * line.assigned)}


def _lines(
    code: str, told: Sequence[tuple[WorkLine, Mapping[str, str]]], policy: ScoringPolicy
) -> Iterable[Entry]:
    """Converted products of each line that count in this share, out of those assigned."""
    kind = {"quality": FaultKind.CONTENT, "progress": FaultKind.DELAY}.get(code)
    percent = policy.content_percent if code == "quality" else policy.delay_percent
    for line, facts in told:
        counted = line.produced - (lost(line, kind, percent) if kind else 0)
        faults = tuple(_faults([fault for fault in line.faults if fault.kind == kind], percent))
        yield Entry(line.code, line.code, number(counted), "", facts, faults)


def _faults(faults: Sequence[Fault], percent: int) -> Iterable[Entry]:
    """What each takes from its piece; together never more than the piece."""
    left: dict[int, int] = {}
    for fault in faults:
        taken = (
            0
            if fault.cause == FaultCause.OBJECTIVE
            else min(left.get(fault.piece, 100), percent * fault.times)
        )
        left[fault.piece] = left.get(fault.piece, 100) - taken
        yield _fault(fault, f"-{taken}%" if taken else "0")


def _fault(fault: Fault, taken: str) -> Entry:
    facts = {"piece": fault.piece, "times": fault.times, "cause": str(fault.cause)}
    return Entry(
        str(fault.kind), f"Sản phẩm thứ {fault.piece}", taken, f"{DECREE}, Điều 14.2", facts
    )


def _leading(score: Score, kind: Capacity) -> Iterable[Entry]:
    if kind != Capacity.STAFF:
        for code, label, source in OF_LEADERS:
            yield Entry(code, label, _share(getattr(score, code)), source)


def number(value: Fraction) -> str:
    """An exact number as short as it can be told: 16.8, 4, 1/3."""
    scaled = value * 10_000
    if scaled.denominator != 1:
        return str(value)
    return f"{Decimal(scaled.numerator).scaleb(-4).normalize():f}"
