"""Many people with one subject choose who speaks. Pure."""

from thenchot.kernel.decision import Decision, no
from thenchot.policy.parameters import ReceptionPolicy

LAW = "Luật Tiếp công dân 2013, Điều 29"


def most_representatives(people: int, policy: ReceptionPolicy) -> int:
    """How many may speak; 0 below the size of a crowd: everybody speaks."""
    if people < policy.crowd:
        return 0
    if people <= policy.crowd_large:
        return policy.representatives
    return policy.representatives_large


def may_speak(people: int, named: int, policy: ReceptionPolicy) -> Decision:
    """A crowd has chosen its representatives in writing, no more than its size lets."""
    most = most_representatives(people, policy)
    if not most:
        return Decision.yes()
    if not 1 <= named <= most:
        return no(
            "reception.representatives",
            f"{people} người cùng một nội dung: ghi từ 1 đến {most} người đại diện, mỗi dòng một "
            f"người, theo giấy cử có chữ ký của tất cả; người đại diện là một trong số họ.",
            LAW,
        )
    return Decision.yes()
