from datetime import timedelta

from django.db.models import Case, Count, Exists, IntegerField, Min, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils.http import urlencode

from thenchot.platform.alerts import registry
from thenchot.platform.alerts.models import Alert, Notice
from thenchot.platform.alerts.rules import AlertState
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible

FRESH = timedelta(days=30)
BY_SEVERITY = Case(
    When(severity="late", then=Value(0)),
    When(severity="act", then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


def visible_to(actor):
    """Alerts of the branches in which the actor holds the permission of their rule, and those it
    was told of.
    """
    told = Notice.objects.filter(alert=OuterRef("pk"), account_id=actor.account_id)
    return Alert.objects.filter(_in_branches(actor) | Exists(told))


def _in_branches(actor):
    by_permission: dict[str, list[str]] = {}
    for rule in registry.rules().values():
        by_permission.setdefault(rule.permission, []).append(rule.code)
    condition = Q(pk__in=[])
    for permission, codes in by_permission.items():
        for path in actor.paths_for(permission):
            condition |= Q(rule__in=codes, unit_path__startswith=path)
    return condition


def list_alerts(actor):
    """In the order of the page: unit, rule, worst first, oldest first."""
    return visible_to(actor).order_by("unit_path", "rule", BY_SEVERITY, "since", "pk")


def alert_groups(actor, most: int | None = None) -> list[dict]:
    """Open alerts, alike ones in one row: {"rule", "n", "worst"}, the worst and the most first;
    `most`: only so many, and only of those that ask for something.
    """
    found = visible_to(actor).filter(state=AlertState.OPEN).order_by()
    if most is not None:
        found = found.exclude(severity=registry.Severity.INFO)
    groups = found.values("rule").annotate(n=Count("pk"), worst=Min(BY_SEVERITY))
    return list(groups.order_by("worst", "-n", "rule")[:most])


def said_groups(actor, most: int | None = None) -> list[dict]:
    """The same in words, each with the page that lists it."""
    known = registry.rules()
    tones = ("act", "fine", "")
    return [
        {
            "label": known[group["rule"]].label,
            "n": group["n"],
            "tone": tones[group["worst"]],
            "url": f"{reverse('alert_list')}?{urlencode({'rule': group['rule']})}",
        }
        for group in alert_groups(actor, most)
        if group["rule"] in known
    ]


def get_alert(actor, alert_id):
    alert = visible_to(actor).filter(pk=alert_id).first()
    if alert is None:
        raise NotVisible
    return alert


def own_notices(actor):
    return Notice.objects.filter(account_id=actor.account_id)


def list_notices(actor):
    """The latest first."""
    return own_notices(actor).select_related("alert").order_by("-created_at", "-pk")


def list_unread(actor):
    """For the desk: of the last weeks, and where alerts stand beside them only what happened."""
    notices = unread(list_notices(actor)).filter(created_at__gte=now() - FRESH)
    return notices.filter(alert__isnull=True) if actor.has(registry.SEE) else notices


def get_notice(actor, notice_id):
    notice = own_notices(actor).select_related("alert").filter(pk=notice_id).first()
    if notice is None:
        raise NotVisible
    return notice


def unread_count(actor) -> int:
    """One query. What has ended by itself no longer asks to be read."""
    return unread(own_notices(actor)).count()


def unread(notices):
    """Those of them that still ask to be read."""
    waiting = notices.filter(read_at__isnull=True, over_at__isnull=True)
    return waiting.exclude(alert__state=AlertState.RESOLVED)
