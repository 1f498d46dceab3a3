"""Alerts of the branches one answers for, and the notices to oneself."""

import django_filters
from django.utils.translation import gettext_lazy as _

from thenchot.platform.alerts import queries, registry
from thenchot.platform.alerts.actions import ALERT
from thenchot.platform.alerts.models import SEVERITIES, STATES
from thenchot.platform.alerts.rules import AlertState
from thenchot.platform.language import say
from thenchot.platform.registers.columns import (
    ChoiceColumn,
    Column,
    DayColumn,
    OffersColumn,
    PartColumn,
    StateColumn,
)
from thenchot.platform.registers.filters import EVERY, CodeFilter, RegisterFilter
from thenchot.platform.registers.register import PageLink, Register
from thenchot.platform.scope import places

FEW = 20  # so many alerts are looked at one by one
TONES = {"late": "act", "act": "fine", "info": ""}


def rule_choices():
    return [(rule.code, rule.label) for rule in registry.rules().values()]


class AlertFilter(RegisterFilter):
    state = django_filters.ChoiceFilter(
        label=_("Trạng thái"), choices=STATES, empty_label=None, method="in_state"
    )
    rule = django_filters.ChoiceFilter(
        label=_("Loại cảnh báo"), choices=rule_choices, empty_label=EVERY
    )
    severity = CodeFilter(_("Mức"), dict(SEVERITIES))

    def filter_queryset(self, rows):
        """Without a state asked for, the open ones."""
        if not self.form.cleaned_data.get("state"):
            rows = rows.filter(state=AlertState.OPEN)
        return super().filter_queryset(rows)

    def in_state(self, rows, name, state):
        return rows.filter(state=state)


class AlertRegister(Register):
    """By unit and rule, the worst and the oldest first."""

    code, title = "alert_list", _("Cảnh báo")
    filters, template = AlertFilter, "alerts/list.html"
    states = "severity"
    actions = ALERT
    together = ("acknowledge", "exempt", "reopen")
    links = (PageLink(_("Việc báo cho tôi"), "notice_list"),)
    row_id = "alert-"
    empty = _("Không có cảnh báo nào.")
    file_name = "canh-bao"

    message = PartColumn(_("Nội dung"), "alerts/_alert.html", "message", width=70, sort=False)
    next_step = Column(_("Việc tiếp theo"), lambda alert: say(alert.next_step), width=40)
    since = DayColumn(_("Từ ngày"), width=13)
    severity = StateColumn(_("Mức"), labels=dict(SEVERITIES), tones=TONES, width=12, shown=False)
    state = ChoiceColumn(_("Trạng thái"), labels=dict(STATES), width=14, shown=False)
    unit = Column(_("Đơn vị"), lambda alert: alert.unit_name, width=34, shown=False)
    rule = Column(_("Loại cảnh báo"), lambda alert: alert.rule_label, width=34, shown=False)
    basis = Column(_("Căn cứ"), width=30, shown=False)
    reason = Column(_("Lý do"), width=34, shown=False)
    review_on = DayColumn(_("Xem lại"), width=13, shown=False)
    step = OffersColumn(_("Việc có thể làm"), offers=ALERT.offers, about="message")

    def context(self):
        """Many at once are told by their kind first; a kind opens its rows."""
        groups = [] if self.is_narrowed else queries.said_groups(self.actor)
        alike = sum(group["n"] for group in groups)
        return {"groups": groups if alike > FEW else []}

    @staticmethod
    def row_group(alert):
        return alert.group

    def get_rows(self, permission):
        return queries.list_alerts(self.actor)

    def prepare(self, rows):
        """Names of units and rules; `group` where another unit or rule begins."""
        names = places.names(alert.unit_path for alert in rows)
        labels = dict(rule_choices())
        before = None
        for alert in rows:
            alert.unit_name = names[alert.unit_path]
            alert.rule_label = labels.get(alert.rule, alert.rule)
            here = (alert.unit_path, alert.rule)
            begins = here != before and not self.sort
            alert.group = f"{alert.unit_name} · {alert.rule_label}" if begins else ""
            before = here
        return rows


class NoticeRegister(Register):
    """What one was told of, the latest first."""

    code, title = "notice_list", _("Việc báo cho tôi")
    template = "alerts/notices.html"
    links = (
        PageLink(_("Mọi cảnh báo"), "alert_list"),
        PageLink(_("Thư báo việc"), "digest_choice"),
    )
    empty = _("Chưa có việc nào báo cho ông (bà).")
    file_name = "viec-bao-cho-toi"

    message = PartColumn(_("Nội dung"), "alerts/_notice.html", "message", width=70, sort=False)
    next_step = Column(_("Việc tiếp theo"), lambda notice: say(notice.next_step), width=40)
    unit = Column(_("Đơn vị"), lambda notice: notice.unit_name, width=34)
    created_at = DayColumn(_("Ngày"), width=13)

    def get_rows(self, permission):
        return queries.list_notices(self.actor)

    def prepare(self, rows):
        names = places.names(notice.unit_path for notice in rows)
        for notice in rows:
            notice.unit_name = names[notice.unit_path]
            notice.is_new = notice.read_at is None and not notice.is_over
        return rows

    def context(self):
        return {"unread": queries.unread_count(self.actor)}
