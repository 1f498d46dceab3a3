"""A number of days counted from an event: "trong 30 ngày kể từ ngày ban hành", "sau 10 ngày làm
việc".
"""

import re
from datetime import date, timedelta

from thenchot.kernel.calendar import WEEKDAYS_ONLY, WorkingCalendar, add_working_days
from thenchot.kernel.deadlines.atoms import find_atoms
from thenchot.kernel.deadlines.bounds import window
from thenchot.kernel.deadlines.model import Deadline
from thenchot.kernel.periods import last_day_of_month

DURATION = re.compile(
    r"\b(?:trong|sau|khong\s+qua|toi\s+da|cham\s+nhat|muon\s+nhat)?\s*(?:thoi\s+han\s+|vong\s+"
    r"|la\s+|sau\s+|trong\s+)*(?P<n>\d{1,3})\s*(?:\([^)]{1,30}\)\s*)?"
    r"(?P<unit>ngay|tuan|thang|nam)(?P<work>\s+lam\s+viec)?\s*,?\s*(?P<from>ke\s+tu|tinh\s+tu"
    r"|tu\s+(?:ngay|khi)|sau\s+khi|truoc\s+khi)\b(?P<rest>[^;]*)"
)
_BARE = re.compile(
    r"^\W*(?:trong|sau)\s+(?:thoi\s+han\s+|vong\s+)?(?P<n>\d{1,3})\s*(?P<unit>ngay"
    r"|tuan)(?P<work>\s+lam\s+viec)?\W*$"
)
_OWN_DATE = re.compile(
    r"^\s*(?:ke\s+|tinh\s+)?(?:tu\s+)?(?:khi\s+"
    r"|thoi\s+diem\s+)?(?:ngay\s+)?(?:ky(?:\s+ban\s+hanh)?|ban\s+hanh)?\s*"
    r"(?:van\s+ban|ke\s+hoach|chuong\s+trinh|quyet\s+dinh|nghi\s+quyet|chi\s+thi|ket\s+luan"
    r"|cong\s+van|thong\s+bao)?(?:\s+hanh\s+dong)?(?:\s+nay)?(?:\s+duoc\s+ban\s+hanh"
    r"|\s+ban\s+hanh)?\W*$"
)


def read_duration(
    text: str, phrase: str, reference: date | None, calendar: WorkingCalendar | None
) -> Deadline | None:
    match = DURATION.search(text)
    if not match:
        bare = _BARE.match(text)
        return _waiting(phrase.strip(), bare is not None)
    if match["from"].startswith("truoc"):
        return _waiting(phrase[match.start() :].strip(" .;,"), True)
    rest = match["rest"]
    if start := _explicit_start(match["from"] + rest):
        return _counted(match, start, calendar)
    if (
        reference is not None
        and "ngay" in match["from"] + rest + " ngay"
        and _OWN_DATE.match(match["from"] + rest)
    ):
        return _counted(match, reference, calendar)
    return _waiting(phrase[match.start() :].strip(" .;,()"), True)


def _waiting(words: str, known: bool) -> Deadline | None:
    if not known:
        return None
    return Deadline(
        "open",
        after=words,
        trigger=words,
        confidence=0.85,
        explanation_vi="Tính từ một sự kiện chưa rõ ngày nên chưa có hạn cụ thể",
    )


def _explicit_start(words: str) -> date | None:
    found = window(
        words, [atom for atom in find_atoms(words) if atom.kind == "day" and atom.year], None
    )
    return found.start if found else None


def _counted(match: re.Match[str], start: date, calendar: WorkingCalendar | None) -> Deadline:
    count, unit = int(match["n"]), match["unit"]
    if match["work"]:
        end = add_working_days(start, count, calendar or WEEKDAYS_ONLY)
        warnings = () if calendar else ("working_days_without_calendar",)
        return Deadline(
            "date",
            start,
            end,
            confidence=0.8 if calendar else 0.6,
            warnings=warnings,
            explanation_vi=(
                f"{count} ngày làm việc kể từ {start:%d/%m/%Y}, ngày cuối là {end:%d/%m/%Y}"
            ),
        )
    end = _add(start, count, unit)
    return Deadline(
        "date",
        start,
        end,
        confidence=0.85,
        explanation_vi=(
            f"{count} {_UNIT_VI[unit]} kể từ {start:%d/%m/%Y}, ngày cuối là {end:%d/%m/%Y}"
        ),
    )


_UNIT_VI = {"ngay": "ngày", "tuan": "tuần", "thang": "tháng", "nam": "năm"}


def _add(start: date, count: int, unit: str) -> date:
    if unit in ("ngay", "tuan"):
        return start + timedelta(days=count * (7 if unit == "tuan" else 1))
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "nam" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(start.day, last_day_of_month(year, month + 1)))
