"""Reception without an exam: groups, the day of the one-off groups, and what the file must show.
Pure, except that the groups ship as a file.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from thenchot.kernel.decision import Decision, Reason
from thenchot.recruitment.enums import CheckState
from thenchot.recruitment.rules.eligibility import Check


@dataclass(frozen=True)
class Group:
    code: str
    name: str
    source: str
    certainty: str
    once: bool = False
    years: bool = False
    pay: bool = False
    paper: str = ""


@dataclass(frozen=True)
class Service:
    """Of one person: whole months continuously at fitting work, insured, paid alike; the paper."""

    months: int
    is_insured: bool
    is_paid_alike: bool
    paper: str = ""


@cache
def groups() -> dict[str, Group]:
    """By code, in the order of the list."""
    text = files("thenchot.recruitment.shipped").joinpath("receptions.toml").read_text("utf-8")
    return {row["code"]: Group(**row) for row in tomllib.loads(text)["group"]}


def may_receive(group: Group, on: date, last: date | None) -> Decision:
    """One-off groups only until their day; that list stays closed afterwards."""
    if not group.once or last is None or on <= last:
        return Decision.yes()
    return Decision.no(
        Reason(
            "recruitment.receive_until",
            f"{group.name}: đợt tiếp nhận đã hết ngày {last:%d/%m/%Y}, danh sách không mở lại. "
            f"Người đủ điều kiện thì dự tuyển, hoặc tiếp nhận theo nhóm khác.",
            group.source,
        )
    )


def checks(group: Group, one: Service, years: int) -> list[Check]:
    found = []
    if group.years:
        found += [_years(group, one, years), _flag(group, "Bảo hiểm bắt buộc", one.is_insured)]
    if group.pay:
        found.append(_flag(group, "Xếp lương phù hợp", one.is_paid_alike))
    if group.paper:
        found.append(_flag(group, group.paper, bool(one.paper.strip())))
    return found


def _years(group: Group, one: Service, years: int) -> Check:
    served = one.months
    state = CheckState.MET if served >= 12 * years else CheckState.NOT_MET
    detail = f"{served // 12} năm {served % 12} tháng, cần từ {years} năm"
    return Check("years", "Thời gian công tác liên tục", state, detail, group.source)


def _flag(group: Group, name: str, holds: bool) -> Check:
    state = CheckState.MET if holds else CheckState.NOT_MET
    return Check("flag", name, state, "có" if holds else "chưa có", group.source)
