"""What the page of a round offers whoever looks: its buttons, those of the rows of its people."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.registers.register import Link
from thenchot.platform.ui.actions import Offer
from thenchot.rating.access import DECIDE_YEAR, KEEP_YEAR, RECORD_MEETING, may_keep
from thenchot.rating.enums import RatingStep
from thenchot.rating.models import Meeting, Rating, Round
from thenchot.rating.persons.actions import RATING
from thenchot.rating.persons.offering import NEXT, look
from thenchot.rating.rounds import queries
from thenchot.rating.rounds.access import may_note_sent
from thenchot.rating.rounds.actions import ROUND
from thenchot.rating.rounds.services import sending
from thenchot.worklog.access import EXPORT

OF_PEOPLE = (
    "enrol",
    "compute",
    "meeting",
    "propose",
    "caps",
    "share",
    "decide",
    "notify",
    "lock",
)
OF_ORGANISATIONS = ("enrol", "body_caps", "share", "lock", "reopen")
SHORT = {
    "self": _("Ghi phiếu giấy"),
    "meeting": _("Ghi biên bản"),
    "opinion": _("Ghi ý kiến"),
    "propose": _("Đề xuất"),
    "decide": _("Quyết định"),
}
NOTHING_LEFT = (RatingStep.NOTICE, RatingStep.NOTIFIED, RatingStep.OUT)


@dataclass(frozen=True)
class Unsent:
    """Results that wait to be sent, and until when the oldest may."""

    count: int
    by: date
    offers: list[Offer]

    @property
    def is_late(self) -> bool:
        return self.by < today()


def round_offers(actor, found: Round) -> list[Offer]:
    if not queries.is_of_persons(found):
        return ROUND.offers(actor, found, *OF_ORGANISATIONS)
    offers = [_urgent(offer, found) for offer in ROUND.offers(actor, found, *OF_PEOPLE)]
    if may_keep(actor, found) and not found.is_of_party:
        page = reverse("year_months_import")
        offers.insert(2, Offer("months", _("Nhập điểm tháng từ Excel"), page, "", False, ""))
    return offers


def _urgent(offer: Offer, found: Round) -> Offer:
    """A meeting for which somebody waits."""
    waits = offer.name == "meeting" and RatingStep.MEETING in found.waiting
    return replace(offer, tone="go") if waits else offer


def days_offers(actor, found: Round) -> list[Offer]:
    return ROUND.offers(actor, found, "days")


def unsent_of(actor, found: Round) -> Unsent | None:
    """For whoever keeps the round. Results by the decree: the Party's go their own way."""
    if not may_note_sent(actor, found):
        return None
    decided = sending.unsent(found).order_by("decided_on").values_list("decided_on", flat=True)
    days = list(decided)
    if not days:
        return None
    return Unsent(len(days), sending.send_by(found, days[0]), ROUND.offers(actor, found, "sent"))


def meetings_of(actor, found: Round) -> list[tuple[Meeting, list[Offer]]]:
    """Minutes of the round, each with the way to replace it."""
    return [(meeting, _replacing(actor, meeting, found)) for meeting in queries.meetings_of(found)]


def _replacing(actor, meeting: Meeting, found: Round) -> list[Offer]:
    asked = f"?unit={meeting.unit_id}&replaces={meeting.pk}"
    title = _("thay bằng biên bản khác")
    if not actor.may(RECORD_MEETING, meeting.unit.path):
        return []
    offers = ROUND.offers(actor, found, "meeting")
    return [replace(offer, title=title, url=offer.url + asked) for offer in offers]


def links_of_round(actor, found: Round) -> list[Link]:
    links = []
    if found.published_at:
        links.append(Link(_("Công khai"), reverse("round_published", args=[found.pk])))
    if any(actor.may(one, found.unit.path) for one in (KEEP_YEAR, DECIDE_YEAR, EXPORT)):
        links.append(Link(_("Hồ sơ, biểu mẫu"), reverse("round_records", args=[found.pk])))
    return links


def next_offers(actor, rating: Rating) -> list[Offer]:
    """What comes next for a row of the round; a look at it where that is not for this actor."""
    if rating.round.locked_at or rating.state in NOTHING_LEFT:
        return []
    name = NEXT.get(rating.state, "")
    offers = _next(actor, rating, name) if name else []
    short = [replace(offer, title=SHORT[name], tone="") for offer in offers]
    return short or [look(rating)]


def _next(actor, rating: Rating, name: str) -> list[Offer]:
    if name != "meeting":
        return RATING.offers(actor, rating, name)
    if not actor.may(RECORD_MEETING, rating.unit.path):
        return []
    offers = ROUND.offers(actor, rating.round, name)
    return [replace(offer, url=f"{offer.url}?unit={rating.unit_id}") for offer in offers]
