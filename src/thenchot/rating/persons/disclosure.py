"""One rating as its page shows it, and what of it is told to whom: the person itself sees votes,
opinions, proposals and decisions only after the notice.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from thenchot.catalogue.templatetags.amounts import amount, percent, points
from thenchot.people.access import SEE_CONDUCT
from thenchot.platform.policies.words import said_values
from thenchot.platform.registers.columns import day_of
from thenchot.platform.registers.register import Link
from thenchot.platform.ui.actions import Offer
from thenchot.rating.access import is_own
from thenchot.rating.labels import REGULATION_NOTE, law_of
from thenchot.rating.models import Complaint, Opinion, Rating, RatingDecision
from thenchot.rating.persons.actions import ABSENCE, COMPLAINT, RATING
from thenchot.rating.persons.listings import MonthListing, VoteListing
from thenchot.rating.persons.offering import rating_offers
from thenchot.rating.persons.queries import RatingFile, file_of
from thenchot.rating.rules.deciding import UNKNOWN
from thenchot.scoring.enums import Status
from thenchot.worklog.enums import Band, Capacity
from thenchot.worklog.labels import BAND

THRESHOLD = {
    Band.EXCELLENT: "scoring.excellent_from",
    Band.GOOD: "scoring.good_from",
    Band.COMPLETED: "scoring.completed_from",
    Band.FAILED: "scoring.completed_from",
}


@dataclass(frozen=True)
class Outcome:
    """What others said of a rating and what was decided."""

    votes: VoteListing | None
    opinions: list[Opinion]
    consolidated: str
    decisions: list[RatingDecision]
    reopenings: list[tuple[str, str]]
    complaints: list[Complaint]

    @property
    def is_empty(self) -> bool:
        return not (self.decisions or self.reopenings or self.complaints)


class RatingPage:
    """What the page of a rating shows whoever looks. Ten queries."""

    def __init__(self, request, rating: Rating):
        self.request, self.actor, self.rating = request, request.actor, rating
        self.is_own = is_own(self.actor, rating)
        self.is_told = not self.is_own or rating.notified_at is not None
        self.regulation_note = REGULATION_NOTE.get(rating.round.rules)
        self.level_law = law_of("level", rating.round.rules)
        self.violations_law = law_of("violations", rating.round.rules)

    @cached_property
    def file(self) -> RatingFile:
        return file_of(self.rating)

    @property
    def heading(self) -> str:
        year = _("năm %(year)s") % {"year": self.rating.round.year}
        return f"{self.rating.person.full_name}, {year}"

    @property
    def values(self) -> list[tuple[str, str]]:
        """The values of law the result was worked out with."""
        return said_values(self.rating.policy)

    @property
    def sees_round(self) -> bool:
        return self.actor.sees(self.rating.unit.path) and not self.is_own

    @cached_property
    def offers(self) -> list[Offer]:
        return rating_offers(self.actor, self.rating, self.is_own)

    @property
    def papers(self) -> list[Link]:
        """The notice is there once a decision stands; for the person once told."""
        pk = self.rating.pk
        papers = [Link(_("In Mẫu số 02"), reverse("rating_print", args=[pk]))]
        if self.file.decision and self.is_told:
            papers.append(Link(_("In thông báo"), reverse("rating_notice", args=[pk])))
        return papers

    # The receipt

    @property
    def is_unknown(self) -> bool:
        return self.rating.status in UNKNOWN

    @property
    def title_of_receipt(self) -> str:
        return _("Còn thiếu gì") if self.is_unknown else _("Vì sao có mức này")

    @property
    def figures(self) -> list[tuple[Any, str, str]]:
        """(value, label, tone); what was proposed and decided only for whom it is told to."""
        rating, tone = self.rating, "wait" if self.is_unknown else ""
        figures = [
            (points(rating.mean), _("bình quân các kỳ"), ""),
            (rating.get_band_display() or "–", _("mức theo điểm"), ""),
            (self._proposed, _("máy đề xuất"), tone),
        ]
        if self.is_told:
            capped = rating.get_capped_display() or "–"
            figures += [(capped, _("đề xuất sau mức trần"), ""), self._decided]
        return figures

    @property
    def _proposed(self) -> str:
        if self.rating.status == Status.NOT_RATED:
            return _("Không xếp loại")
        return self.rating.get_level_display() or "–"

    @property
    def _decided(self) -> tuple[str, str, str]:
        decision = self.file.decision
        if decision is None:
            return "–", _("quyết định"), "done"
        said = {"number": decision.number, "day": day_of(decision.decided_on)}
        return decision.level_name, _("quyết định %(number)s, %(day)s") % said, "done"

    @property
    def border(self) -> str:
        """Where the mean stands, by the thresholds the proposal read (Đ20): "80,87 điểm: từ 70 điểm
        là Hoàn thành tốt".
        """
        if not self.rating.band:
            return ""
        band = Band(self.rating.band)
        least = self.rating.policy.get(THRESHOLD[band])
        said = {"mean": points(self.rating.mean), "least": least, "band": BAND[band]}
        if band == Band.FAILED:
            return _("Bình quân %(mean)s điểm: dưới %(least)s điểm là %(band)s.") % said
        return _("Bình quân %(mean)s điểm: từ %(least)s điểm là %(band)s.") % said

    @property
    def work(self) -> str:
        """Of the Party's rules: how the tasks of the closed quarters went."""
        work = self.rating.facts.get("work")
        if not work:
            return ""
        return _(
            "Trong các quý đã chốt: hoàn thành %(done)s số nhiệm vụ, vượt yêu cầu %(beyond)s, chậm "
            "do chủ quan %(late)s."
        ) % {
            "done": percent(work["share_done"]),
            "beyond": percent(work["share_exceeding"]),
            "late": percent(work["share_late"]),
        }

    @property
    def months(self) -> MonthListing | None:
        rows = self.rating.facts.get("months")
        return MonthListing(rows, request=self.request) if rows else None

    @property
    def facts(self) -> list[tuple[str, str]]:
        facts, rating = self.rating.facts, self.rating
        rows = [(_("Số tháng làm việc"), amount(facts.get("months_worked")))]
        if rating.kind != Capacity.STAFF:
            level = facts.get("organisation_level") or ""
            rows.append((_("Mức của tổ chức"), str(BAND.get(level, level)) or "–"))
        if rating.is_handled:
            handled = _("bị xử lý về tham nhũng, lãng phí")
            rows.append((_("Đơn vị phụ trách"), handled))
        return rows

    @property
    def is_from_paper(self) -> bool:
        return self.rating.self_by_id != self.rating.person.account_id

    # What else belongs to it, with what can be done there

    @property
    def complaint(self) -> Complaint | None:
        return self.file.open_complaint

    @property
    def complaint_offers(self) -> list[Offer]:
        complaint = self.complaint
        complaint.rating = self.rating
        return COMPLAINT.offers(self.actor, complaint)

    @property
    def months_offers(self) -> list[Offer]:
        return RATING.offers(self.actor, self.rating, "months")

    @property
    def absence_offers(self) -> list[Offer]:
        return RATING.offers(self.actor, self.rating, "absence")

    @property
    def absences(self) -> list[tuple]:
        for absence in self.file.absences:
            absence.rating = self.rating
        return [(absence, ABSENCE.offers(self.actor, absence)) for absence in self.file.absences]

    @property
    def violations(self) -> list[dict]:
        """Disciplines of the file, for whoever may read them there."""
        may_read = self.is_own or self.actor.may(SEE_CONDUCT, self.rating.round.unit.path)
        return self.file.acts if may_read else []

    @property
    def violation_offers(self) -> list[Offer]:
        return RATING.offers(self.actor, self.rating, "violation")

    @cached_property
    def outcome(self) -> Outcome | None:
        if not self.is_told:
            return None
        votes = self.file.votes
        return Outcome(
            votes=VoteListing(votes, request=self.request) if votes else None,
            opinions=self.file.opinions,
            consolidated=self._consolidated,
            decisions=self.file.decisions,
            reopenings=[(_reopened(one), one.reason) for one in self.file.reopenings],
            complaints=self.file.complaints,
        )

    @property
    def _consolidated(self) -> str:
        rating = self.rating
        if rating.consolidated_at is None:
            return ""
        return _("Cơ quan tham mưu đề xuất: %(level)s (%(who)s, %(day)s).") % {
            "level": rating.get_consolidated_display(),
            "who": rating.consolidated_by or "–",
            "day": f"{localtime(rating.consolidated_at):%d/%m/%Y}",
        }


def _reopened(reopening) -> str:
    return _("Mở lại %(day)s, %(who)s; trước đó: %(level)s") % {
        "day": f"{localtime(reopening.reopened_at):%H:%M %d/%m/%Y}",
        "who": reopening.reopened_by or "–",
        "level": reopening.get_level_display() or "–",
    }
