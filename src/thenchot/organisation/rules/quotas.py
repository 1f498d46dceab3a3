"""Headcount against the approved number, deputies against the permitted one, totals against their
parts.
"""

from collections.abc import Iterable

from thenchot.kernel.decision import Decision, Reason


def within_quota(
    used: int, number: int | None, *, of: str, year: int, blocks: bool = True, override: str = ""
) -> Decision:
    """May one more person be counted? (S3-065)

    `used`: who is counted already. `number`: approved for the year, none when nothing was entered.
    `of`: what is counted, for the message. `blocks`: the policy value; without it the excess is
    only remarked. `override`: reason and document of the competent level that allows the excess.
    """
    if number is None or used < number:
        return Decision.yes()
    message = (
        f"{of} năm {year} được giao {number}, đang có {used}: thêm một người là vượt "
        f"{used + 1 - number}."
    )
    reason = Reason(
        "quota.exceeded", message, "S3-065", {"used": used, "number": number, "year": year}
    )
    if override.strip() or not blocks:
        return Decision.yes(reason)
    return Decision.no(reason)


def may_override(reason: str, basis: str) -> Decision:
    """Going beyond an approved number needs a reason and the document of the competent level."""
    missing = []
    if not reason.strip():
        missing.append(Reason("override.reason", "Cần nêu lý do vượt số được giao."))
    if not basis.strip():
        missing.append(
            Reason(
                "override.basis",
                "Cần số, ngày văn bản của cấp có thẩm quyền cho phép vượt.",
                "S3-065",
            )
        )
    return Decision.no(*missing) if missing else Decision.yes()


def free(number: int | None, used: int) -> int | None:
    """Places left; below zero: the excess. None when no number was approved."""
    return None if number is None else number - used


def difference(total: int | None, parts: Iterable[int | None]) -> int | None:
    """Total less the sum of its parts: "phần không khớp tổng" (S4-002). None when the total or
    every part is missing.
    """
    known = [part for part in parts if part is not None]
    return None if total is None or not known else total - sum(known)
