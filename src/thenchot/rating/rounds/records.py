"""Everything Đ24 asks to be kept of a round, as one page shows it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.platform.registers.columns import day_of
from thenchot.rating.models import Round
from thenchot.rating.rounds.queries import records_of


@dataclass(frozen=True)
class Record:
    """One paper: its title, where it leads, what is told beside it."""

    title: str
    url: str = ""
    text: str = ""
    tag: str = ""
    is_replaced: bool = False


@dataclass(frozen=True)
class Group:
    """Papers of one kind; `is_long`: there is one for everybody."""

    title: str
    rows: list[Record]
    is_long: bool = False


def groups_of(found: Round) -> list[Group]:
    records = records_of(found)
    changes = [*map(_reopening, records["reopenings"]), *map(_sending, records["sendings"])]
    forms, decisions = map(_form, records["forms"]), map(_decision, records["decisions"])
    return [
        Group(_("Biên bản họp"), [_meeting(one) for one in records["meetings"]]),
        Group(_("Phiếu tự đánh giá (Mẫu số 02)"), list(forms), is_long=True),
        Group(_("Ý kiến cấp ủy"), [_opinion(one) for one in records["opinions"]]),
        Group(_("Quyết định"), list(decisions), is_long=True),
        Group(_("Kiến nghị"), [_complaint(one) for one in records["complaints"]]),
        Group(_("Mở lại, gửi kết quả"), changes),
    ]


def _meeting(meeting) -> Record:
    is_replaced = meeting.replaced_at is not None
    return Record(
        f"{meeting.unit.name}, {day_of(meeting.held_on)}",
        reverse("meeting_print", args=[meeting.pk]),
        tag=_("đã thay thế") if is_replaced else "",
        is_replaced=is_replaced,
    )


def _form(rating) -> Record:
    return Record(rating.person.full_name, reverse("rating_print", args=[rating.pk]))


def _opinion(opinion) -> Record:
    text = f": {opinion.body}, {opinion.document}"
    return _about(opinion, text, is_replaced=opinion.replaced_at is not None)


def _decision(decision) -> Record:
    level = decision.get_level_display() or _("không xếp loại")
    text = f": {level}, {decision.number}, {day_of(decision.decided_on)}"
    return _about(decision, text, is_replaced=decision.replaced_at is not None)


def _complaint(complaint) -> Record:
    state = f"{_('hạn')} {day_of(complaint.due_on)}"
    if complaint.settled_on:
        state = f"{_('đã giải quyết')} {day_of(complaint.settled_on)}"
    return _about(complaint, f", {day_of(complaint.received_on)}: {state}")


def _reopening(reopening) -> Record:
    day = f"{localtime(reopening.reopened_at):%d/%m/%Y}"
    return _about(reopening, f", {day}: {reopening.reason}")


def _sending(sending) -> Record:
    said = {"n": sending.count, "day": day_of(sending.sent_on), "ref": sending.reference}
    text = ngettext(
        "Gửi %(n)s kết quả ngày %(day)s (%(ref)s)",
        "Gửi %(n)s kết quả ngày %(day)s (%(ref)s)",
        sending.count,
    )
    return Record(text % said)


def _about(paper: Any, text: str, *, is_replaced: bool = False) -> Record:
    """A paper about one person, shown on the page of the rating."""
    page = reverse("rating_detail", args=[paper.rating_id])
    return Record(paper.rating.person.full_name, page, text, is_replaced=is_replaced)
