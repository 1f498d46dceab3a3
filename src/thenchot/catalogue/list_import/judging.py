"""Lines against each other: one code once, a factor that its points bear out, no more groups than
the decree allows.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Protocol

from thenchot.catalogue.list_import import lines as c
from thenchot.catalogue.list_import.lines import CatalogueLine, code_key
from thenchot.platform.office.excel.reports import Guess, ImportReport, Problem
from thenchot.platform.office.excel.worksheets import Column

CENT = Decimal("0.01")


class Rough(Protocol):
    sheet: str
    row: int

    def get(self, key: str, default: Any = None) -> Any: ...
    def line(self, factor: Decimal) -> CatalogueLine: ...


def judge(
    rough: Sequence[Rough], report: ImportReport, *, unit_points: Decimal | None, most_groups: int
) -> tuple[Decimal | None, list[CatalogueLine]]:
    """The points of the standard product, and the lines that can stand."""
    blamed = {(problem.sheet, problem.row, problem.column) for problem in report.problems}
    unit = unit_points or _unit_of(rough, report)
    lines = [line for one in rough if (line := _judge_one(one, unit, blamed, report))]
    _judge_codes(rough, report)
    _judge_groups(rough, report, most_groups)
    return unit, lines


def _unit_of(rough: Sequence[Rough], report: ImportReport) -> Decimal | None:
    """Points divided by factor, as most lines say."""
    pairs = [(one.get("points"), one.get("factor")) for one in rough]
    units = Counter(
        (points / factor).quantize(CENT, ROUND_HALF_UP)
        for points, factor in pairs
        if points and factor
    )
    if not units:
        return None
    (unit, times), whole = units.most_common(1)[0], sum(units.values())
    report.guesses.append(
        Guess(
            0,
            c.FACTOR.title,
            "",
            (
                f"Sản phẩm chuẩn là {said(unit)} điểm: đúng với {times}/{whole} dòng có cả điểm và "
                f"hệ số."
            ),
        )
    )
    return unit


def _judge_one(
    one: Rough, unit: Decimal | None, blamed: set, report: ImportReport
) -> CatalogueLine | None:
    points, factor = one.get("points"), one.get("factor")
    if not one.get("code"):
        _blame(report, one, c.CODE, "Thiếu mã công việc.")
    if not (one.get("name") or one.get("task") or one.get("output")):
        _blame(report, one, c.NAME, "Thiếu tên công việc.")
    if any((one.sheet, one.row, column.title) in blamed for column in c.NUMBERS):
        return None  # said already: the cell does not read
    if factor is None and points is not None and unit:
        factor = (points / unit).quantize(CENT, ROUND_HALF_UP)
    if not factor:
        _blame(report, one, c.FACTOR, _no_factor(points, unit))
        return None
    if points is not None and unit and not agrees(factor, points, unit):
        ratio = said((points / unit).quantize(CENT, ROUND_HALF_UP))
        _blame(
            report,
            one,
            c.FACTOR,
            (
                f"Mâu thuẫn với cột điểm: {said(points)} điểm chia {said(unit)} là {ratio}, không "
                f"phải {said(factor)}."
            ),
        )
    _look_at_frame(one, points, report)
    return _named(one.line(factor))


def _named(line: CatalogueLine) -> CatalogueLine:
    """A list with one column for work has the work in it, whatever the column is called."""
    if line.name:
        return line
    return replace(line, name=line.task, task="") if line.task else replace(line, name=line.output)


def _no_factor(points: Decimal | None, unit: Decimal | None) -> str:
    if points is None:
        return "Thiếu hệ số quy đổi (hoặc điểm chấm)."
    if unit is None:
        return (
            "Có điểm nhưng chưa biết sản phẩm chuẩn bao nhiêu điểm: ghi ở phần thông tin của "
            "danh mục."
        )
    return f"{said(points)} điểm chia {said(unit)} làm tròn thành 0: không quy đổi được."


def agrees(factor: Decimal, points: Decimal, unit: Decimal) -> bool:
    """Equal; or, where the quotient has more than two decimals, equal when rounded as the list
    rounds (one or two).
    """
    exact = points / unit
    if exact == exact.quantize(CENT):
        return factor == exact
    exponent = factor.normalize().as_tuple().exponent
    half = Decimal(1).scaleb(-min(max(-int(exponent), 1), 2)) / 2
    return abs(factor - exact) <= half


def _look_at_frame(one: Rough, points: Decimal | None, report: ImportReport) -> None:
    """ "11-50": a number outside is told, not refused."""
    low, _, high = str(one.get("frame") or "").replace("–", "-").replace(" ", "").partition("-")
    if (
        points is not None
        and low.isdigit()
        and high.isdigit()
        and not int(low) <= points <= int(high)
    ):
        reason = f"{said(points)} điểm nằm ngoài khung {one.get('frame')}; giữ như danh mục ghi."
        report.guesses.append(Guess(one.row, c.POINTS.title, said(points), reason, sheet=one.sheet))


def _judge_codes(rough: Sequence[Rough], report: ImportReport) -> None:
    seen: dict[str, Rough] = {}
    for one in rough:
        key = code_key(one.get("code") or "")
        if key and key in seen:
            _blame(
                report,
                one,
                c.CODE,
                f"Trùng mã với trang “{seen[key].sheet}”, dòng {seen[key].row}.",
            )
        seen.setdefault(key, one)


def _judge_groups(rough: Sequence[Rough], report: ImportReport, most: int) -> None:
    """The first line of each group beyond what is allowed (Đ13.1.a)."""
    first: dict[str, Rough] = {}
    for one in rough:
        if group := one.get("group"):
            first.setdefault(c.code_key(group), one)
    for one in list(first.values())[most:]:
        _blame(
            report,
            one,
            c.GROUP,
            (
                f"Nhóm thứ {most + 1} trở đi: danh mục có nhiều nhất {most} nhóm (Nghị định "
                f"335/2025/NĐ-CP, Điều 13.1.a)."
            ),
        )


def _blame(report: ImportReport, one: Rough, column: Column, reason: str) -> None:
    report.problems.append(
        Problem(one.row, column.title, reason, _shown(one.get(column.key)), sheet=one.sheet)
    )


def _shown(value: Any) -> str:
    return said(value) if isinstance(value, Decimal) else str(value or "")[:80]


def said(number: Decimal) -> str:
    """1,5: as an office writes it."""
    return f"{number.normalize():f}".replace(".", ",")
