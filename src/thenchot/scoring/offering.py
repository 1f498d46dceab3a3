"""What a head can do with the whole period of a unit: shown on its page, done by one route."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thenchot.platform.clock import today
from thenchot.scoring.queries.months import UnitMonth
from thenchot.worklog.access import OPEN, SCORE
from thenchot.worklog.queries.periods import key_of
from thenchot.worklog.services.weeks import WEEK


@dataclass(frozen=True)
class Act:
    """A button: where it posts to and with which fields; `about` is only heard."""

    title: Any
    url: str
    fields: tuple[tuple[str, str], ...]
    tone: str = ""
    about: Any = ""


class UnitOffers:
    """Buttons of one page, for one actor; `practice`: the page of the rehearsal."""

    def __init__(self, actor, month: UnitMonth, practice: bool):
        self.month, self.practice = month, practice
        self.may_score = bool(actor.may(SCORE, month.unit.path))
        self.may_open = bool(actor.may(OPEN, month.unit.path))
        self.key = key_of(month.period)

    def scoring(self) -> list[Act]:
        """Own points accepted, as many as are ready for it."""
        if not self.may_score:
            return []
        acts, kept = [], self._of_practice()
        if self.month.to_accept:
            text = _("Xác nhận điểm tự chấm của %(n)s người") % {"n": self.month.to_accept}
            acts.append(self._act("accept", text, *kept))
        return acts

    def closing_page(self) -> str:
        """Where whoever scores sees the totals before they stand; nothing while none is ready."""
        if not self.may_score or not self.month.ready:
            return ""
        page = reverse("unit_month_closing", args=[self.month.unit.pk])
        return f"{page}?period={self.key}" + ("&practice=1" if self.practice else "")

    def closing(self) -> list[Act]:
        text = _("Chốt %(n)s phiếu đủ dữ liệu") % {"n": self.month.ready}
        return [self._act("close", text, *self._of_practice(), tone="go")]

    def opening(self) -> list[Act]:
        if not self.may_open:
            return []
        missing = self._act("open", _("Mở phiếu còn thiếu"))
        if self.practice:
            return [missing, self._act("drop_practice", _("Bỏ kỳ tập dượt"))]
        return [missing, self._act("practice", _("Mở kỳ tập dượt"), tone="quiet")]

    def weeks(self) -> list[dict]:
        """Weeks of the period, each with its count or the button that confirms it."""
        may_confirm = self.may_score and not self.month.is_closed
        return [self._week(monday, week, may_confirm) for monday, week in self.month.weeks]

    def all_weeks(self) -> list[Act]:
        """Several weeks that are over and not confirmed, in one press."""
        days = [day for day, week in self.month.weeks if not week and day + WEEK <= today()]
        if len(days) < 2 or not self.may_score or self.month.is_closed:
            return []
        text = _("Xác nhận cả %(n)s tuần đã qua") % {"n": len(days)}
        return [self._act("week", text, *(("monday", day.isoformat()) for day in days))]

    def _week(self, monday, week, may_confirm: bool) -> dict:
        page = reverse("unit_count_print", args=[self.month.unit.pk])
        told = ("monday", monday.isoformat())
        confirm = self._act("week", _("Xác nhận"), told, about=f"{monday:%d/%m/%Y}")
        return {
            "monday": monday,
            "week": week,
            "print": f"{page}?monday={monday.isoformat()}",
            "acts": [confirm] if may_confirm and not week else [],
        }

    def factors_page(self) -> str:
        """Where lines follow a factor that changed; nothing for whoever may not score."""
        if not self.may_score:
            return ""
        page = reverse("unit_month_factors", args=[self.month.unit.pk])
        return f"{page}?period={self.key}" + ("&practice=1" if self.practice else "")

    def _of_practice(self) -> list[tuple[str, str]]:
        return [("practice", "1")] if self.practice else []

    def _act(self, name: str, title, *fields, **more) -> Act:
        url = reverse("unit_month_do", args=[self.month.unit.pk, name])
        return Act(title, url, (("period", self.key), *fields), **more)
