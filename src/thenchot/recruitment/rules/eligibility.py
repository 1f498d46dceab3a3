"""Who may take part: what the form says against what the position asks. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.kernel.text import words
from thenchot.recruitment.enums import CheckState

LAW = "Luật Cán bộ, công chức 80/2025/QH15, Điều 19"
POSITION = "Bản mô tả vị trí việc làm"


@dataclass(frozen=True)
class Demand:
    """Of the position. `level`: rank of the degree it asks for, 0 for none; `majors` empty: any."""

    least_age: int
    level: int
    level_name: str
    majors: tuple[str, ...]


@dataclass(frozen=True)
class Candidate:
    """What the form says. `barred`: struck for fraud in the round before."""

    born_on: date
    is_vietnamese: bool
    level: int
    level_name: str
    major: str
    has_papers: bool = True
    barred: str = ""


@dataclass(frozen=True)
class Check:
    code: str
    name: str
    state: CheckState
    detail: str
    article: str


def age_on(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def checks(one: Candidate, demand: Demand, closes_on: date) -> list[Check]:
    """On the last day of receiving forms. No type of training and no school is asked for."""
    age = age_on(one.born_on, closes_on)
    found = [
        _check("nationality", "Quốc tịch", one.is_vietnamese, "chỉ có quốc tịch Việt Nam", LAW),
        _check("age", "Tuổi", age >= demand.least_age, f"{age}, cần từ {demand.least_age}", LAW),
        _check(
            "level",
            "Trình độ",
            one.level >= demand.level,
            f"{one.level_name or 'chưa ghi'}; vị trí cần {demand.level_name or 'không đòi hỏi'}",
            POSITION,
        ),
        _major(one, demand),
    ]
    if one.barred:
        found.append(_check("barred", "Không gian lận ở đợt trước", False, one.barred, LAW))
    return found


def _check(code: str, name: str, holds: bool, detail: str, article: str) -> Check:
    return Check(code, name, CheckState.MET if holds else CheckState.NOT_MET, detail, article)


def _major(one: Candidate, demand: Demand) -> Check:
    """The same words are the same major; others are looked at by a person."""
    asked = ", ".join(demand.majors)
    if not demand.majors:
        return _check("major", "Ngành", True, "mọi ngành", POSITION)
    same = {tuple(words(major)) for major in demand.majors}
    if tuple(words(one.major)) in same:
        return _check("major", "Ngành", True, one.major, POSITION)
    detail = f"{one.major or 'chưa ghi'}; vị trí cần {asked}"
    return Check("major", "Ngành", CheckState.UNKNOWN, detail, POSITION)


def lacking(found: Sequence[Check]) -> list[Check]:
    return [one for one in found if one.state == CheckState.NOT_MET]


def to_look_at(found: Sequence[Check]) -> list[Check]:
    return [one for one in found if one.state == CheckState.UNKNOWN]
