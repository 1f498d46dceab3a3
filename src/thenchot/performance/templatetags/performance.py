"""Amounts, shares and bands as the pages of the room show them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.performance import labels
from thenchot.performance.evaluation import rules_note
from thenchot.performance.queries.periods import key_of
from thenchot.performance.rules.exact import half_up
from thenchot.policy.codelists import code_list

register = template.Library()
CONDITIONS = {
    "all_done": gettext_lazy("hoàn thành 100% nhiệm vụ"),
    "all_on_time": gettext_lazy("100% nhiệm vụ đúng hạn, bảo đảm chất lượng"),
    "exceeding": gettext_lazy("đủ tỷ lệ nhiệm vụ vượt yêu cầu (cho mức xuất sắc)"),
    "late_within": gettext_lazy("số nhiệm vụ chậm trong giới hạn (cho mức hoàn thành)"),
}
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
SHOWN = {
    "band": labels.BAND,
    "band_word": labels.BAND_WORD,
    "kind": labels.KIND,
    "rules": labels.RULES,
    "state": labels.SHEET_STATE,
    "origin": labels.ORIGIN,
    "mode": labels.MODE,
    "fault": labels.FAULT_KIND,
    "cause": labels.CAUSE_KIND,
    "cause_state": labels.CAUSE_STATE,
    "review": labels.REVIEW_STATE,
    "side": labels.SIDE,
    "figure": labels.FIGURE_STATE,
    "criteria": labels.CRITERIA_STATE,
    "use": labels.CRITERIA_USE,
    "group": labels.INDICATOR_GROUP,
    "indicator": labels.INDICATOR,
    "reason": labels.INDICATOR_REASON,
    "plan": labels.PLAN_STATE,
    "plan_verdict": labels.PLAN_VERDICT,
    "hard": labels.HARD_STATE,
    "opinion": labels.OPINION_STATE,
    "outing": labels.OUTING_KIND,
}


@register.filter
def amount(value):
    """16.80 -> 16,8; nothing for none."""
    if value in (None, ""):
        return "–"
    text = f"{Decimal(value).normalize():f}"
    return text.replace(".", ",")


@register.filter
def points(value):
    """81.04 -> 81,04."""
    return "–" if value in (None, "") else f"{Decimal(value):.2f}".replace(".", ",")


@register.filter
def exact(value):
    """A fraction to two places at most: 16,8; 4; 0,33."""
    return amount(half_up(Fraction(value), 2))


@register.filter
def percent(value):
    """0.8510, as text or as a fraction -> 85,1 %."""
    if value in (None, ""):
        return "–"
    text = f"{half_up(Fraction(value) * 100, 2).normalize():f}"
    return text.replace(".", ",") + " %"


@register.filter
def iso_day(text):
    """ "2026-10-03" -> 03/10/2026."""
    return f"{date.fromisoformat(text):%d/%m/%Y}" if text else "–"


@register.filter
def called(code, kind):
    """The label of a code of one of the closed lists of the room."""
    return SHOWN[kind].get(code, code)


@register.simple_tag
def mark(code, kind="band"):
    """A band or state as a tag with its tone."""
    return (
        format_html('<span class="tag {}">{}</span>', TONES.get(code, ""), SHOWN[kind][code])
        if code
        else "–"
    )


@register.filter
def criterion(code):
    known = code_list("general_criterion").get(code)
    return f"{code}. {known.name}" if known else code


@register.filter
def flag(code):
    return labels.RATER_FLAG.get(code, code)


@register.filter
def condition(code):
    return CONDITIONS.get(code, code)


@register.filter
def counted(result):
    """Of the receipt of many sides: the weight of the sides that count."""
    return amount(result[-1]["facts"]["weight"]) if result else "–"


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
register.filter("rules_note", rules_note)
