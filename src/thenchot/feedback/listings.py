"""Tables of the room: what is asked of me, whom a round looks at, the criteria of a group."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.feedback.actions import CRITERION
from thenchot.feedback.enums import ResultState, Side
from thenchot.feedback.labels import RESULT_STATE, SIDE, TONE
from thenchot.feedback.models import FeedbackRound, Invitation
from thenchot.feedback.rules.counting import ANONYMOUS
from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    LinkColumn,
    NumberColumn,
    OffersColumn,
    PartColumn,
    number_of,
)
from thenchot.platform.registers.listing import Listing
from thenchot.platform.ui.actions import Offer
from thenchot.worklog.labels import name_of_period

EVERY_SIDE, YES_NO = gettext_lazy("mọi chiều"), gettext_lazy("đạt / chưa")


def name_of(found: FeedbackRound) -> str:
    return f"{found.unit.name}, {name_of_period(found.span)}"


def asked_by(found: FeedbackRound) -> str:
    """With which criteria, about which period."""
    return f"{found.set.name}, {name_of_period(found.span)}"


def where_asked(row) -> str:
    """The unit, and by what: of somebody a round looks at."""
    return f"{row.unit.name} · {asked_by(row.round)}"


# What is asked of me


@dataclass(frozen=True)
class Turn:
    """How an invitation stands: a word with its tone, and what can still be done."""

    word: Any = ""
    tone: str = ""
    offers: tuple[Offer, ...] = ()


def turn_of(invitation: Invitation, on: date) -> Turn:
    """An anonymous answer is given once; a signed view may be given anew until the last day."""
    is_open = on <= invitation.reviewee.round.closes_on
    if invitation.side in ANONYMOUS:
        if invitation.is_used:
            return Turn(_("đã dùng"), "done")
        if is_open:
            return Turn(offers=(_to("answer", _("Trả lời, không ghi tên"), invitation, "go"),))
    elif is_open and invitation.is_used:
        return Turn(_("đã ghi"), "done", (_to("sign", _("Ghi lại"), invitation),))
    elif is_open:
        return Turn(offers=(_to("sign", _("Cho ý kiến, có ghi tên"), invitation, "go"),))
    return Turn(_("đã hết hạn"))


def _to(name: str, title, invitation: Invitation, tone: str = "") -> Offer:
    url = reverse(f"feedback_{name}", args=[invitation.reviewee_id])
    return Offer(name, title, url, tone, at_once=False, ask="")


class InvitationListing(Listing):
    """What is asked of me in rounds that are not closed."""

    label = gettext_lazy("Đang hỏi tôi")

    about = Column(
        gettext_lazy("Về ai"),
        "reviewee__person__full_name",
        notes=(lambda invitation: where_asked(invitation.reviewee),),
    )
    side = Column(gettext_lazy("Tôi là"), lambda invitation: SIDE[invitation.side])
    closes_on = DayColumn(gettext_lazy("Đến hết ngày"), "reviewee__round__closes_on")
    turn = PartColumn(gettext_lazy("Lượt"), "feedback/_turn.html")

    def __init__(self, invitations, *, on: date, **more):
        rows = list(invitations)
        for invitation in rows:
            invitation.turn = turn_of(invitation, on)
        super().__init__(rows, **more)


# Whom a round looks at


@dataclass(frozen=True)
class SideLine:
    """One side of somebody: how many of those invited have answered, or what became of it."""

    name: Any
    word: Any = ""
    tone: str = ""
    given: int | None = None
    invited: int = 0


def side_line(line) -> SideLine:
    name = SIDE[line.side]
    if line.state == ResultState.WAITING and line.side != Side.UNIT_RESULT:
        return SideLine(name, given=line.given, invited=line.invited)
    return SideLine(name, RESULT_STATE[line.state], TONE.get(line.state, ""))


class ReviewListing(Listing):
    """Whom a round looks at, by name; never a result beside another."""

    label = gettext_lazy("Người được đánh giá")

    person = LinkColumn(
        gettext_lazy("Người được đánh giá"),
        lambda reviewee: reviewee.person.full_name,
        route="feedback_person",
        notes=(lambda reviewee: f"{reviewee.title}, {reviewee.unit.name}",),
    )
    sides = PartColumn(gettext_lazy("Các chiều"), "feedback/_sides.html")

    def __init__(self, reviewees, **more):
        for reviewee in reviewees:
            reviewee.shown = [side_line(line) for line in reviewee.lines]
        super().__init__(reviewees, **more)


# Before a round begins


@dataclass(frozen=True)
class AskedSide:
    """One side of somebody planned: its weight, and who would be asked. `word`: instead of how
    many, or behind it.
    """

    name: Any
    weight: Any
    word: Any = ""
    is_tag: bool = True
    tone: str = ""
    people: int | None = None
    without: int = 0


def asked_side(asked) -> AskedSide:
    common = {"name": SIDE[asked.side], "weight": asked.weight, "without": asked.without}
    if asked.state == ResultState.NO_SOURCE:
        return AskedSide(word=RESULT_STATE[asked.state], **common)
    if asked.side == Side.UNIT_RESULT:
        return AskedSide(word=_("theo văn bản"), is_tag=False, **common)
    count = len(asked.people)
    if asked.state == ResultState.NOT_ASKED:
        word = f"{count} · " + _("không hỏi, dưới 5 người")
        return AskedSide(word=word, tone="wait", **common)
    return AskedSide(people=count, **common)


class PlannedListing(Listing):
    """Whom a round would look at, each with a box to leave them out, and who would be asked."""

    label = gettext_lazy("Sẽ hỏi về ai, hỏi những ai")

    person = PartColumn(gettext_lazy("Người được đánh giá"), "feedback/_planned_person.html")
    sides = PartColumn(gettext_lazy("Các chiều, số người được mời"), "feedback/_planned_sides.html")

    def __init__(self, planned, **more):
        rows = [{"seat": one.seat, "sides": [*map(asked_side, one.sides)]} for one in planned]
        super().__init__(rows, **more)


def waiting_side(line) -> AskedSide:
    """One side of somebody while the round takes answers: how many were asked, not who answered."""
    common = {"name": SIDE[line.side], "weight": line.weight}
    if line.state in (ResultState.NOT_ASKED, ResultState.NO_SOURCE):
        return AskedSide(word=RESULT_STATE[line.state], tone="wait", **common)
    if line.side == Side.UNIT_RESULT:
        word = _("đọc từ xếp loại năm của đơn vị khi đóng đợt")
        return AskedSide(word=word, is_tag=False, **common)
    return AskedSide(people=line.invited, **common)


# The criteria of a set


def most_of(row):
    """The most points, or that there are none but yes and no."""
    return YES_NO if row.most == 1 else number_of(row.most)


class CriterionListing(Listing):
    """The criteria of one group of a set, with its weights."""

    name = PartColumn(gettext_lazy("Tiêu chí"), "feedback/_criterion.html")
    weight = NumberColumn(gettext_lazy("Trọng số"))
    most = Column(gettext_lazy("Điểm tối đa"), most_of, css="num")
    sides = Column(
        gettext_lazy("Hỏi"),
        lambda row: ", ".join(str(SIDE[side]) for side in row.sides) or EVERY_SIDE,
    )
    step = OffersColumn(
        gettext_lazy("Việc có thể làm"), offers=lambda actor, row: row.offers, about="name"
    )

    def __init__(self, rows, *, found, request, label):
        for row in rows:
            row.set = found
            row.offers = CRITERION.offers(request.actor, row)
        super().__init__(rows, request=request, label=label)
        if not any(row.offers for row in rows):
            self.columns.hide("step")
