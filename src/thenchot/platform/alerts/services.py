from dataclasses import dataclass, field
from datetime import date
from logging import getLogger

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.accounts.models import Account
from thenchot.platform.alerts import queries, registry
from thenchot.platform.alerts.access import DECIDE
from thenchot.platform.alerts.models import Alert, Notice
from thenchot.platform.alerts.reconciling import Counts, reconcile
from thenchot.platform.alerts.rules import MOVES, AlertState, may_move
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import require

log = getLogger(__name__)
EVENTS = {
    "acknowledge": "alert_acknowledged",
    "exempt": "alert_exempted",
    "reopen": "alert_reopened",
}


@dataclass
class Report:
    """What one run did, by rule."""

    by_rule: dict[str, Counts] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)

    @property
    def total(self) -> Counts:
        total = Counts()
        for counts in self.by_rule.values():
            total += counts
        return total


def run(on: date) -> Report:
    """Evaluate every rule for a day. Each rule is its own transaction, so a broken one does not
    silence the others; after all have run the broken ones are raised together (ExceptionGroup, its
    `report` says what was done).
    """
    report, at = Report(), now()
    _end_unknown_rules(at)
    for rule in registry.rules().values():
        _run_one(report, rule, on, at)
    if report.failed:
        raise _failure(report)
    return report


def _run_one(report, rule, on, at):
    try:
        report.by_rule[rule.code] = reconcile(rule, on, at)
    except Exception as error:
        log.exception("alert rule %s failed", rule.code)
        error.add_note(f"alert rule {rule.code}")
        report.failed[rule.code] = error


def _failure(report):
    group = ExceptionGroup(
        f"alert rules failed: {', '.join(report.failed)}", list(report.failed.values())
    )
    group.report = report
    return group


def _end_unknown_rules(at):
    """Alerts of a rule that no longer exists end."""
    left = Alert.objects.exclude(rule__in=list(registry.rules())).exclude(state=AlertState.RESOLVED)
    left.update(state=AlertState.RESOLVED, resolved_at=at, review_on=None)


@transaction.atomic
def acknowledge(actor, *, alert_id) -> Alert:
    """Somebody has seen it and works on it. The next step opens it again."""
    return _move(actor, alert_id, "acknowledge", reason="", review_on=None)


@transaction.atomic
def exempt(actor, *, alert_id, reason: str, review_on: date) -> Alert:
    """It does not apply, or not yet, for a reason, until a day on which it is looked at again."""
    _refuse_bare_exemption(reason, review_on).or_refuse()
    return _move(actor, alert_id, "exempt", reason=reason.strip(), review_on=review_on)


@transaction.atomic
def reopen(actor, *, alert_id) -> Alert:
    return _move(actor, alert_id, "reopen", reason="", review_on=None)


def _move(actor, alert_id, move, *, reason, review_on):
    alert = queries.get_alert(actor, alert_id)
    require(actor, DECIDE, alert.unit_path)
    alert = Alert.objects.select_for_update().get(pk=alert.pk)
    _refuse_wrong_state(alert, move).or_refuse()
    alert.state, alert.reason, alert.review_on = (
        MOVES[AlertState(alert.state), move],
        reason,
        review_on,
    )
    alert.decided_by_id, alert.decided_at = actor.account_id, now()
    alert.save(update_fields=["state", "reason", "review_on", "decided_by", "decided_at"])
    record(
        actor,
        EVENTS[move],
        subject=alert,
        unit_path=alert.unit_path,
        rule=alert.rule,
        reason=reason,
        review_on=review_on,
    )
    return alert


def _refuse_wrong_state(alert, move):
    if may_move(alert.state, move):
        return Decision.yes()
    return Decision.no(
        Reason("alerts.state", f"Cảnh báo đang ở trạng thái “{alert.get_state_display()}”.")
    )


def _refuse_bare_exemption(reason, review_on):
    if not reason.strip():
        return Decision.no(Reason("alerts.reason", "Gác cảnh báo lại phải ghi lý do."))
    if review_on is None or review_on <= today():
        return Decision.no(Reason("alerts.review", "Ngày xem lại phải sau hôm nay."))
    return Decision.yes()


def read_notice(actor, *, notice_id) -> Notice:
    notice = queries.get_notice(actor, notice_id)
    if notice.read_at is None:
        notice.read_at = now()
        notice.save(update_fields=["read_at"])
    return notice


def read_all_notices(actor) -> int:
    return queries.own_notices(actor).filter(read_at__isnull=True).update(read_at=now())


@transaction.atomic
def choose_digest(actor, *, wants: bool) -> Account:
    """One's own wish: the daily mail, or none."""
    account = Account.objects.select_for_update().get(pk=actor.account_id)
    if account.wants_digest != wants:
        account.wants_digest = wants
        account.save(update_fields=["wants_digest"])
        record(actor, "digest_chosen", subject=account, wants_digest=wants)
    return account
