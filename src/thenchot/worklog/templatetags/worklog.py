"""Codes, states and periods as pages show them."""

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

from thenchot.worklog.queries.periods import key_of
from thenchot.worklog.shown import labels_of

register = template.Library()
TONES = {
    "excellent": "fine",
    "good": "done",
    "completed": "",
    "failed": "act",
    "open": "wait",
    "submitted": "",
    "closed": "done",
    "draft": "wait",
    "issued": "done",
    "proposed": "wait",
    "accepted": "done",
    "solved": "done",
    "sent": "wait",
    "decided": "done",
    "on_track": "done",
    "adjust": "wait",
    "stalled": "act",
}


@register.filter
def called(code, kind):
    """The label of a code of one of the closed lists."""
    return labels_of(kind).get(code, code)


@register.simple_tag
def mark(code, kind="band"):
    """A band or state as a tag with its tone."""
    return (
        format_html('<span class="tag {}">{}</span>', TONES.get(code, ""), labels_of(kind)[code])
        if code
        else "–"
    )


@register.filter
def named(period):
    """tháng 10/2026, quý IV/2026, in the language of the page."""
    if period.kind == "year":
        return _("năm %(y)s") % {"y": period.year}
    word = {"month": _("tháng %(n)s/%(y)s"), "quarter": _("quý %(n)s/%(y)s")}.get(period.kind)
    number = (
        ("", "I", "II", "III", "IV")[period.index] if period.kind == "quarter" else period.index
    )
    return word % {"n": number, "y": period.year} if word else period.label_vi()


register.filter("key", key_of)
