"""What the Party's year takes from the quarters: their sheets, and the shares of all tasks of the
year (QĐ 366 Đ11).
"""

from collections.abc import Iterable
from fractions import Fraction

from django.db.models import QuerySet

from thenchot.kernel.exact import half_up
from thenchot.policy.parameters import PartyRatingPolicy
from thenchot.rating.models import Round
from thenchot.rating.quarters.services import shares_of
from thenchot.rating.rules.conditions import Shares
from thenchot.scoring.rules.receipt import Remark
from thenchot.worklog.enums import Regulation
from thenchot.worklog.models import Assessment, Work
from thenchot.worklog.queries.assessments import with_work
from thenchot.worklog.services.gathering import INSTANCE, TASK

PLACES = 9  # of a written share: no number of tasks rounds to all, none or a threshold


def assessments_of(found: Round) -> QuerySet[Assessment]:
    """The counted sheets of the year of a round; by the Party's rules those of quarters, with their
    tasks.
    """
    assessments = (
        Assessment.objects.counting()
        .filter(year=found.year, rules=found.rules)
        .order_by("starts_on", "pk")
    )
    return (
        with_work(assessments.filter(period="quarter"))
        if found.rules == Regulation.QD366
        else assessments.select_related("unit")
    )


def shares_of_year(assessments: Iterable[Assessment]) -> Shares | None:
    """Of the tasks of closed quarters, in the order of time. A task due in one quarter and done in
    a later one stands in both sheets: it is one task, as it stood last.
    """
    tasks: dict[tuple, Work] = {}
    for assessment in assessments:
        for work in (
            assessment.counted if assessment.is_closed and not assessment.not_scored else ()
        ):
            tasks[_key(work)] = work
    return shares_of(tasks.values())


def _key(work: Work) -> tuple:
    return (work.source, work.source_id) if work.source in (TASK, INSTANCE) else (work.pk,)


def as_case(shares: Shares | None) -> dict[str, str] | None:
    """As the command `thenchot year` reads it."""
    if shares is None:
        return None
    told = {
        "share_done": shares.done,
        "share_exceeding": shares.exceeding,
        "share_late": shares.late,
    }
    return {name: _text(share) for name, share in told.items()}


def _text(share: Fraction) -> str:
    return f"{half_up(min(share, Fraction(1)), PLACES).normalize():f}"


def open_quarter(assessments: Iterable[Assessment], party: PartyRatingPolicy) -> Remark | None:
    """The last quarter is not ranked apart, but what was done in it is a basis of the year (HD 43):
    it is closed first.
    """
    if all(
        assessment.is_closed or assessment.number in party.ranked_quarters
        for assessment in assessments
    ):
        return None
    text = (
        "Quý IV không xếp loại riêng nhưng kết quả là căn cứ của năm: chốt phiếu quý IV "
        "trước khi xếp loại."
    )
    return Remark("merged_quarter_open", text, "HD 43-HD/BTCTW")
