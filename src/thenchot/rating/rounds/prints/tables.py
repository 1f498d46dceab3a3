"""Tables of a round as Excel, and the results in the form for the national database."""

import json
from collections import Counter
from collections.abc import Iterable

from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.grouped import Heading, write_grouped
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.rating.models import Rating, RatingDecision, Round
from thenchot.rating.persons.prints import NOT_RATED
from thenchot.rating.persons.queries import with_decisions
from thenchot.rating.rules.periods import months_of, period_of
from thenchot.worklog.enums import Band, Regulation
from thenchot.worklog.labels import BAND, REGULATION

MONTHS = range(1, 13)
SUMMARY = (
    Heading("TT", width=5),
    Heading("Họ và tên", width=26),
    Heading("Chức danh", width=22),
    Heading("Đơn vị", width=26),
    Heading("Nhóm", width=18),
    *(Heading(f"T{number}", "Tổng điểm từng tháng", 7) for number in MONTHS),
    Heading("Bình quân", width=9),
    Heading("Tự xếp loại", "Mức xếp loại", 14),
    Heading("Máy tính theo điểm", "Mức xếp loại", 14),
    Heading("Đề xuất", "Mức xếp loại", 14),
    Heading("Sau mức trần", "Mức xếp loại", 14),
    Heading("Quyết định", "Mức xếp loại", 14),
    Heading("Số quyết định", width=18),
    Heading("Ghi chú", width=40),
)
NATIONAL = (
    Column("STT", 6),
    Column("Số định danh cá nhân", 18),
    Column("Họ và tên", 28),
    Column("Ngày sinh", 12),
    Column("Cơ quan, đơn vị", 34),
    Column("Chức vụ, chức danh", 26),
    Column("Năm xếp loại", 10),
    Column("Căn cứ xếp loại", 30),
    Column("Điểm bình quân năm", 12),
    Column("Mức xếp loại", 24),
    Column("Số quyết định", 20),
    Column("Ngày quyết định", 14),
    Column("Thay thế quyết định trước", 14),
)


def people_of(found: Round) -> list[Rating]:
    rows = (
        Rating.objects.standing()
        .filter(round=found)
        .select_related("person", "unit")
        .order_by("unit__path", "person__sort_key", "pk")
    )
    return with_decisions(list(rows))


@in_vietnamese
def summary(found: Round) -> bytes:
    """Everybody with twelve months, the levels at each step and the decision."""
    rows = [_line(n, rating) for n, rating in enumerate(people_of(found), 1)]
    caps = [
        (
            f"Mức trần {cap['scope'].removeprefix('group:').replace('unit', 'cả đơn vị')}: được "
            f"{cap['allowed']}, giữ {cap['kept']}."
        )
        for cap in found.caps
    ]
    title = f"BẢNG TỔNG HỢP ĐÁNH GIÁ, XẾP LOẠI NĂM {found.year}"
    return write_grouped(
        SUMMARY,
        rows,
        title=title,
        subtitle=f"{found.unit.name}, {REGULATION[Regulation(found.rules)]}",
        notes=caps,
    )


def _line(n: int, rating: Rating) -> list:
    totals = {
        month.index: one["total"]
        for one in rating.facts.get("months", [])
        for month in months_of(period_of(one["period"]))
    }
    months = [float(totals[number]) if totals.get(number) else None for number in MONTHS]
    notes = "; ".join(reason["message"] for reason in [*rating.reasons, *rating.cap_reasons])
    decided = rating.decision
    return [
        n,
        rating.person.full_name,
        rating.title,
        rating.unit.name,
        rating.group,
        *months,
        None if rating.mean is None else float(rating.mean),
        *(
            level(code)
            for code in (rating.self_level, rating.level, rating.consolidated, rating.capped)
        ),
        (level(decided.level) or NOT_RATED) if decided else "",
        decided.number if decided else "",
        notes,
    ]


@in_vietnamese
def statistics(found: Round) -> bytes:
    """By unit and in all: how many at each level, and their share of those rated."""
    people = people_of(found)
    units: dict[str, Counter] = {}
    for rating in people:
        units.setdefault(rating.unit.name, Counter())[_standing(rating)] += 1
    whole = Counter(_standing(rating) for rating in people)
    levels = [
        heading
        for band in reversed(Band)
        for heading in (Heading("Số người", str(BAND[band]), 9), Heading("%", str(BAND[band]), 8))
    ]
    headings = [
        Heading("TT", width=5),
        Heading("Đơn vị", width=38),
        Heading("Số người", width=9),
        *levels,
        Heading("Không xếp loại", width=11),
        Heading("Chưa có quyết định", width=11),
    ]
    rows = [_counted(str(n), name, counts) for n, (name, counts) in enumerate(units.items(), 1)]
    rows.append(_counted("", "Cộng", whole))
    title = f"THỐNG KÊ KẾT QUẢ XẾP LOẠI NĂM {found.year}"
    notes = ["Tỷ lệ tính trên số người đã có quyết định xếp loại."]
    return write_grouped(headings, rows, title=title, subtitle=found.unit.name, notes=notes)


def _standing(rating: Rating) -> str:
    return "waiting" if rating.decision is None else rating.decision.level or "not_rated"


def _counted(n: str, name: str, counts: Counter) -> list:
    rated = sum(counts[band] for band in Band)
    shares = [
        cell
        for band in reversed(Band)
        for cell in (counts[band], round(counts[band] * 100 / rated, 2) if rated else None)
    ]
    return [n, name, sum(counts.values()), *shares, counts["not_rated"], counts["waiting"]]


# The national database


def results(found: Round, *, with_identity: bool) -> list[dict]:
    """Results in force, one record a person; the identity number only for whoever may read it."""
    return [
        _record(found, rating, rating.decision, with_identity)
        for rating in people_of(found)
        if rating.decision
    ]


def _record(found: Round, rating: Rating, decided: RatingDecision, with_identity: bool) -> dict:
    person = rating.person
    return {
        "identity_no": person.identity_no if with_identity else "",
        "full_name": person.full_name,
        "born_on": person.born,
        "unit": rating.unit.name,
        "title": rating.title,
        "year": found.year,
        "rules": str(REGULATION[Regulation(found.rules)]),
        "mean": None if rating.mean is None else str(rating.mean),
        "level": decided.level or "not_rated",
        "level_name": level(decided.level) or NOT_RATED,
        "decision": decided.number,
        "decided_on": decided.decided_on.isoformat(),
        "replaces_earlier": decided.replaces_id is not None,
    }


@in_vietnamese
def national_xlsx(found: Round, records: Iterable[dict]) -> bytes:
    rows = [
        [
            n,
            one["identity_no"],
            one["full_name"],
            one["born_on"],
            one["unit"],
            one["title"],
            str(one["year"]),
            one["rules"],
            one["mean"],
            one["level_name"],
            one["decision"],
            day_of(one["decided_on"]),
            "x" if one["replaces_earlier"] else "",
        ]
        for n, one in enumerate(records, 1)
    ]
    return write_sheet(
        NATIONAL,
        rows,
        name=f"Xếp loại {found.year}",
        notes=[f"{found.unit.name}, năm {found.year}. Nghị định 335/2025/NĐ-CP, Điều 26."],
    )


@in_vietnamese
def national_json(found: Round, records: list[dict]) -> bytes:
    body = {
        "form": "ket-qua-xep-loai",
        "version": 1,
        "year": found.year,
        "unit": {"code": found.unit.code, "name": found.unit.name},
        "results": records,
    }
    return json.dumps(body, ensure_ascii=False, indent=1).encode()


def day_of(text: str) -> str:
    year, month, number = text.split("-")
    return f"{number}/{month}/{year}"


def level(code: str) -> str:
    return str(BAND[Band(code)]) if code else ""
