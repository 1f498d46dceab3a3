"""Need of a position = approved − present − arriving, never beyond what is left of the quota.

Pure.
"""

from dataclasses import dataclass

from thenchot.kernel.decision import Decision, Reason

CLAUSE = "S2-033, S3-039"


@dataclass(frozen=True)
class Need:
    """Of one position. `room`: places left of the approved number of the bloc (biên chế), those
    who are arriving taken off; none while no decision on it is recorded.
    """

    approved: int
    present: int
    arriving: int
    room: int | None

    @property
    def lacking(self) -> int:
        return max(0, self.approved - self.present - self.arriving)

    @property
    def number(self) -> int:
        """How many may be recruited."""
        return max(0, min(self.lacking, self.room or 0))

    @property
    def arithmetic(self) -> str:
        counted = f"{self.approved} − {self.present} − {self.arriving} = {self.lacking}"
        if self.room is None:
            return f"{counted}; chưa ghi quyết định giao biên chế"
        return f"{counted}; biên chế còn {max(0, self.room)}"


def may_open(name: str, number: int, need: Need, *, is_approved: bool, quota: str) -> Decision:
    """`quota`: whose approved number, for the sentence: "khối Chính quyền năm 2026"."""
    if not is_approved:
        return _no(
            "recruitment.not_approved",
            f"{name} không có trong đề án vị trí việc làm đã được phê duyệt: trình phê duyệt đề án "
            f"ở trang Vị trí việc làm trước khi tuyển.",
        )
    if need.room is None:
        return _no(
            "recruitment.no_quota",
            f"Chưa ghi quyết định giao biên chế {quota}: ghi ở trang Biên chế của địa phương trước "
            f"khi tuyển {name}.",
        )
    if number < 1:
        return _no("recruitment.number", f"Số cần tuyển của {name} ít nhất là 1.")
    if number > need.number:
        return _no(
            "recruitment.above",
            f"{name}: được duyệt {need.approved}, đang có {need.present}, đang tuyển "
            f"{need.arriving}, biên chế {quota} còn {max(0, need.room)}, nên chỉ tuyển được "
            f"{need.number}, không phải {number}.",
        )
    return Decision.yes()


def _no(rule: str, words: str) -> Decision:
    return Decision.no(Reason(rule, words, CLAUSE))
