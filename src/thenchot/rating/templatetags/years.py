"""Steps, levels and reasons of the year as its pages show them."""

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from thenchot.catalogue.templatetags.amounts import points
from thenchot.rating.labels import RATING_STEP
from thenchot.rating.queries.rounds import period_of
from thenchot.worklog.labels import BAND
from thenchot.worklog.templatetags.worklog import named

register = template.Library()
TONES = {"notified": "done", "locked": "done", "notice": "fine", "decision": "act", "out": ""}
CONDITIONS = {
    "all_done": lazy("hoàn thành 100% nhiệm vụ"),
    "all_on_time": lazy("100% đúng tiến độ, chất lượng"),
    "exceeding": lazy("đủ tỷ lệ vượt yêu cầu"),
    "late_within": lazy("chậm không quá mức cho phép"),
    "below": lazy("không có đơn vị trực thuộc không hoàn thành"),
    "remedied": lazy("đã khắc phục hạn chế"),
}


@register.simple_tag
def step(code):
    """What a rating waits for, as a tag."""
    return format_html('<span class="tag {}">{}</span>', TONES.get(code, "wait"), RATING_STEP[code])


@register.filter
def step_name(code):
    return RATING_STEP.get(code, code)


@register.filter
def condition(code):
    return CONDITIONS.get(code, code)


@register.filter
def scope_name(scope):
    """ "unit", "group:…" of a cap."""
    return _("Cả đơn vị") if scope == "unit" else scope.removeprefix("group:")


@register.filter
def period_name(text):
    """ "2026-10" -> tháng 10/2026; "2026-Q3" -> quý III/2026."""
    return named(period_of(text))


@register.simple_tag
def border(rating):
    """Where the mean stands, by the thresholds the proposal read (Đ20): "80,87 điểm: từ 70 điểm là
    Hoàn thành tốt".
    """
    names = {
        "excellent": "scoring.excellent_from",
        "good": "scoring.good_from",
        "completed": "scoring.completed_from",
    }
    least = rating.policy.get(names.get(rating.band, "scoring.completed_from"))
    said = {"mean": points(rating.mean), "least": least, "band": BAND[rating.band]}
    if rating.band == "failed":
        return _("Bình quân %(mean)s điểm: dưới %(least)s điểm là %(band)s.") % said
    return _("Bình quân %(mean)s điểm: từ %(least)s điểm là %(band)s.") % said
