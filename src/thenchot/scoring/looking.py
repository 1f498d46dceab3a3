"""What a head has to look at in the period of one person, and where the sheet stands."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.scoring.enums import Status
from thenchot.scoring.queries.months import Row, UnitMonth
from thenchot.worklog.enums import Regulation
from thenchot.worklog.labels import BAND


@dataclass(frozen=True)
class Look:
    """One thing to look at; `url` where it is decided."""

    words: Any
    tone: str = "act"
    url: str = ""


def looks_of(row: Row) -> list[Look]:
    """Nothing of a sheet that is closed."""
    assessment, found = row.assessment, row.exceptions
    if assessment.is_closed:
        return []
    page = reverse("assessment_detail", args=[assessment.pk])
    looks = []
    if assessment.proposed:
        words = _("%(n)s việc tự đề xuất") % {"n": assessment.proposed}
        looks.append(Look(words, url=f"{page}#plan"))
    if row.evaluated.score.status == Status.NOT_ENOUGH_DATA and not assessment.not_scored:
        looks.append(Look(_("chưa được giao việc")))
    twice = ngettext("%(n)s sản phẩm giao hai nơi", "%(n)s sản phẩm giao hai nơi", found.duplicated)
    counted = (
        (found.unconverted, _("%(n)s chưa quy đổi"), "act", ""),
        (found.sudden, _("%(n)s phát sinh"), "wait", ""),
        (found.faults, _("%(n)s chậm"), "act", ""),
        (found.returned, _("%(n)s trả lại"), "", ""),
        (found.duplicated, twice, "act", f"{page}#duplicates"),
        (found.unfinished, _("%(n)s quá hạn chưa xong"), "act", ""),
    )
    return looks + [Look(text % {"n": n}, tone, url) for n, text, tone, url in counted if n]


@dataclass(frozen=True)
class Standing:
    """Where a sheet stands behind its state: a level with what is said below, or a remark."""

    level: str = ""
    below: Any = ""
    waits: bool = False
    remark: Any = ""


def standing_of(row: Row, month: UnitMonth) -> Standing:
    assessment = row.assessment
    if assessment.decided:
        return Standing(assessment.decided, _("đã quyết định"))
    is_party = assessment.rules == Regulation.QD366
    if is_party and assessment.is_closed and assessment.band and month.is_ranked:
        by_points = f"{_('theo điểm')}: {BAND[assessment.band]}"
        return Standing(below=by_points, waits=True)
    if assessment.band:
        return Standing(assessment.band)
    if assessment.not_scored:
        return Standing(remark=assessment.not_scored)
    return Standing() if row.may_score else Standing(remark=_("do cấp trên chấm"))
