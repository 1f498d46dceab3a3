"""Who lacks the review of the cell that an award or a post asks for (S4-038)."""

from collections.abc import Collection
from datetime import date

from thenchot.cells.models import CellMember, MemberReview
from thenchot.cells.queries.members import cells_of, latest_reviews, open_on
from thenchot.kernel.decision import Reason
from thenchot.kernel.periods import months_after
from thenchot.platform import policies
from thenchot.policy.parameters import CellsPolicy


def policy_of(path: str, on: date) -> CellsPolicy:
    return policies.in_force(CellsPolicy, path=path, on=on)


def is_due(reviewed_on: date | None, since: date, months: int, on: date) -> bool:
    """A full cycle has gone by since the last review, or since the member came."""
    return months_after(reviewed_on or since, months) <= on


def without_review(people: Collection[int], path: str, on: date) -> dict[int, Reason]:
    """Members of cells whose last review lies a whole cycle back. Whoever is in no cell here is
    not asked.
    """
    months = policy_of(path, on).review_months
    members, reviews = cells_of(people, on), latest_reviews(people)
    found = {}
    for person, member in members.items():
        review = reviews.get(person)
        last = review.reviewed_on if review else None
        if last is None or is_due(last, member.since, months, on):
            found[person] = _reason(member, review, months)
    return found


def _reason(member: CellMember, review: MemberReview | None, months: int) -> Reason:
    last = f"lần gần nhất {review.reviewed_on:%d/%m/%Y}" if review else "chưa có lần nào"
    message = (
        f"{member.unit.name} chưa kiểm điểm {member.who} trong {months} tháng qua ({last}). "
        "Đề nghị chi bộ kiểm điểm, rồi ghi ở trang Sinh hoạt chi bộ."
    )
    return Reason("cells.review", message, "Chính sách của địa phương về kiểm điểm ở chi bộ")


def closing_for_posts(people: Collection[int], path: str, on: date) -> dict[int, Reason]:
    """The gate of planning, appointment and nomination, where the place asks for it."""
    if not policy_of(path, on).review_for_post:
        return {}
    return without_review(people, path, on)


def review_for_award(person_id: int, path: str, on: date) -> Reason | None:
    """Why somebody cannot be proposed for an award yet, where the place asks for the review."""
    if not policy_of(path, on).review_for_award:
        return None
    return without_review([person_id], path, on).get(person_id)


def members_due(on: date):
    """(member, last review) of members with a file or without, for whom the cycle is over."""
    rows = CellMember.objects.filter(open_on(on)).select_related("unit", "person")
    last: dict[int, date] = {}
    reviews = MemberReview.objects.filter(member__in=rows.values("pk")).order_by("reviewed_on")
    last.update(reviews.values_list("member_id", "reviewed_on"))
    for member in rows.order_by("unit__path", "pk"):
        months = policy_of(member.unit.path, on).review_months
        if is_due(last.get(member.pk), member.since, months, on):
            yield member, last.get(member.pk)
