"""What the Party's year takes from the quarters: their sheets, and the shares of all tasks of the
year (QĐ 366 Đ11).
"""

from collections.abc import Iterable
from fractions import Fraction

from django.db.models import QuerySet

from thenchot.kernel.exact import half_up
from thenchot.policy.parameters import PartyRatingPolicy
from thenchot.rating.models import Round
from thenchot.rating.rules.year_facts import Shares
from thenchot.rating.services.quarters import shares_of
from thenchot.scoring.rules.receipt import Remark
from thenchot.worklog.enums import Regulation
from thenchot.worklog.models import Sheet, Work
from thenchot.worklog.queries.sheets import with_work
from thenchot.worklog.services.gathering import INSTANCE, TASK

PLACES = 9  # of a written share: no number of tasks rounds to all, none or a threshold


def sheets_of(found: Round) -> QuerySet[Sheet]:
    """The counted sheets of the year of a round; by the Party's rules those of quarters, with their
    tasks.
    """
    sheets = (
        Sheet.objects.counting()
        .filter(year=found.year, rules=found.rules)
        .order_by("starts_on", "pk")
    )
    return (
        with_work(sheets.filter(period="quarter"))
        if found.rules == Regulation.QD366
        else sheets.select_related("unit")
    )


def shares_of_year(sheets: Iterable[Sheet]) -> Shares | None:
    """Of the tasks of closed quarters, in the order of time. A task due in one quarter and done in
    a later one stands in both sheets: it is one task, as it stood last.
    """
    tasks: dict[tuple, Work] = {}
    for sheet in sheets:
        for work in sheet.counted if sheet.is_closed and not sheet.not_scored else ():
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


def open_quarter(sheets: Iterable[Sheet], party: PartyRatingPolicy) -> Remark | None:
    """The last quarter is not ranked apart, but what was done in it is a basis of the year (HD 43):
    it is closed first.
    """
    if all(sheet.is_closed or sheet.number in party.ranked_quarters for sheet in sheets):
        return None
    text = (
        "Quý IV không xếp loại riêng nhưng kết quả là căn cứ của năm: chốt phiếu quý IV "
        "trước khi xếp loại."
    )
    return Remark("merged_quarter_open", text, "HD 43-HD/BTCTW")
