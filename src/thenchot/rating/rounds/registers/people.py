"""The people of a round: who stands where; and what the members of the unit are told."""

from collections import Counter
from functools import cached_property

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.columns import day_of
from thenchot.platform.registers.register import Register
from thenchot.rating.columns import capped_column, decided_code, level_column, proposed_code
from thenchot.rating.labels import RATING_STEP, REGULATION_NOTE, STEP_TONE
from thenchot.rating.persons.queries import with_decisions
from thenchot.rating.rounds import offering, queries
from thenchot.rating.rounds.listings import CapListing, StepListing
from thenchot.rating.rounds.registers.rounds import OfRound
from thenchot.worklog.access import EXPORT, SEE
from thenchot.worklog.enums import Capacity
from thenchot.worklog.labels import CAPACITY


def place_of(rating) -> str:
    """The title and the unit; of leaders the capacity too."""
    place = f"{rating.title or '–'}, {rating.unit.name}"
    return place if rating.kind == Capacity.STAFF else f"{place} · {CAPACITY[rating.kind]}"


def sent_words(rating) -> str:
    """When the decision went to the national database."""
    sending = rating.decision and rating.decision.sending
    return f"{gettext('đã gửi')} {day_of(sending.sent_on)}" if sending else ""


class RoundPeopleFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="person__folded")
    state = filters.CodeFilter(_("Đang chờ"), RATING_STEP)
    unit = UnitFilter(SEE)


class RoundPeopleRegister(OfRound, Register):
    """Everybody of a round, with the step each waits for."""

    code, title = "round_people", _("Ai đang ở bước nào")
    see, take = SEE, EXPORT
    noted, logs = "people", "person"
    filters, template, file_name = RoundPeopleFilter, "rating/round.html", "dot-xep-loai"
    above = ((_("Xếp loại năm"), "year_list"),)
    empty = no_match = _("Không có ai.")

    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="rating_detail",
        notes=(place_of,),
        sort="person__sort_key",
        width=26,
    )
    post = columns.Column(_("Chức danh"), "title", width=26, shown=False)
    unit = columns.Column(_("Đơn vị"), "unit__name", width=34, shown=False)
    kind = columns.ChoiceColumn(_("Tư cách"), labels=CAPACITY, width=18, shown=False)
    mean = columns.NumberColumn(_("Bình quân"), places=2, width=10)
    self_level = level_column(_("Tự xếp"), "self_level")
    level = level_column(_("Máy đề xuất"), proposed_code, sort="level")
    capped = capped_column(_("Sau mức trần"))
    decided = level_column(_("Quyết định"), decided_code, notes=(sent_words,))
    number = columns.Column(
        _("Số quyết định"), lambda row: row.decision and row.decision.number, width=20, shown=False
    )
    decided_on = columns.DayColumn(
        _("Ngày quyết định"),
        lambda row: row.decision and row.decision.decided_on,
        width=13,
        shown=False,
    )
    state = columns.StateColumn(
        _("Đang chờ"), labels=RATING_STEP, tones=STEP_TONE, width=20, shown=False
    )
    step = columns.PartColumn(_("Bước tiếp"), "rating/_next.html", excel=False, sort=False)

    def heading(self):
        said = {"year": self.round.year, "unit": self.round.unit.name}
        return gettext("Xếp loại năm %(year)s: %(unit)s") % said

    def get_rows(self, permission):
        return queries.ratings_of(self.actor, self.round, permission)

    def prepare(self, rows):
        for rating in rows:
            rating.round = self.round
            rating.offers = offering.next_offers(self.actor, rating)
        return with_decisions(rows)

    def page_links(self):
        return offering.links_of_round(self.actor, self.round)

    def context(self):
        counts, found = queries.counts_of(self.actor, self.round), self.round
        steps = queries.steps_of(found, counts, today())
        return {
            "round": found,
            "regulation_note": REGULATION_NOTE.get(found.rules),
            "figures": self._figures(counts),
            "steps": StepListing(steps, request=self.request),
            "offers": offering.round_offers(self.actor, found),
            "days": offering.days_offers(self.actor, found),
            "unsent": offering.unsent_of(self.actor, found),
            "caps": CapListing.of(found, self.request),
            "meetings": offering.meetings_of(self.actor, found),
        }

    def _figures(self, counts: Counter) -> list[tuple[int, str, str]]:
        levels = queries.levels_of(self.actor, self.round)
        return [
            (counts.total() - counts["out"], gettext("người trong đợt"), ""),
            (levels["excellent"], gettext("xuất sắc"), "fine"),
            (levels["good"], gettext("tốt"), "done"),
            (levels["completed"], gettext("hoàn thành"), ""),
            (levels["failed"], gettext("không hoàn thành"), "act"),
        ]


class PublishedRegister(OfRound, Register):
    """What the members of the unit are told: names and levels, no points."""

    code, title = "round_published", _("Công khai kết quả xếp loại")
    see, take = "", EXPORT
    noted, logs = "published", "person"
    template, file_name = "rating/published.html", "cong-khai-xep-loai"
    above = ((_("Xếp loại năm"), "year_list"),)
    empty = _("Không có ai.")

    person = columns.Column(
        _("Họ và tên"), "person__full_name", notes=("title",), sort="person__sort_key", width=26
    )
    post = columns.Column(_("Chức danh"), "title", width=26, shown=False)
    unit = columns.Column(_("Đơn vị"), "unit__name", sort="unit__path", width=34)
    level = level_column(_("Mức"), decided_code)
    decision = columns.Column(
        _("Quyết định"),
        lambda row: row.decision and f"{row.decision.number}, {day_of(row.decision.decided_on)}",
        width=30,
    )

    @cached_property
    def round(self):
        return queries.get_published(self.actor, self.keys["pk"], self.permission or SEE)

    def heading(self):
        said = {"year": self.round.year, "unit": self.round.unit.name}
        return gettext("Kết quả xếp loại năm %(year)s: %(unit)s") % said

    def get_rows(self, permission):
        return queries.told_in(self.round)

    def prepare(self, rows):
        return with_decisions(rows)

    def context(self):
        return {"round": self.round}
