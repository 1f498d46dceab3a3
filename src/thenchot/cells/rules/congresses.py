"""Who is elected by a congress. Pure."""

from collections.abc import Mapping

from thenchot.cells.enums import CellPost
from thenchot.kernel.decision import Decision, Reason

WHOLE = 100


def may_count(
    votes: Mapping[str, int], called: int, present: int, has_candidates: bool
) -> Decision:
    """`votes`: who -> how many agreed."""
    reasons = []
    if not has_candidates:
        reasons.append(Reason("congress.list", "Chưa có ai trong danh sách bầu."))
    if present > called:
        reasons.append(
            Reason("congress.present", f"Có mặt {present} nhiều hơn {called} người được triệu tập.")
        )
    over = [f"{who} {count} phiếu" for who, count in votes.items() if count > present]
    if over:
        message = f"Nhiều phiếu hơn {present} người có mặt: {'; '.join(over)}."
        reasons.append(Reason("congress.votes", message))
    return Decision(not reasons, tuple(reasons))


def carried(votes: int, called: int, share: int) -> bool:
    """Over the share of all who were called, not only of those present."""
    return votes * WHOLE > called * share


def elected(votes: Mapping[int, int], called: int, share: int, seats: int) -> set[int]:
    """The most votes first, up to the seats; nobody of equal votes across the last seat, who are
    voted on again.
    """
    enough = [key for key, count in votes.items() if carried(count, called, share)]
    enough.sort(key=lambda key: -votes[key])
    if len(enough) <= seats:
        return set(enough)
    last = votes[enough[seats]]
    return {key for key in enough[:seats] if votes[key] > last}


def may_stand(post: str, secretaries: int) -> Decision:
    """A list has a name for secretary once the committee is known to need one."""
    if post == CellPost.SECRETARY and secretaries:
        return Decision.no(
            Reason("congress.secretary", "Danh sách đã có người giới thiệu làm bí thư.")
        )
    return Decision.yes()
