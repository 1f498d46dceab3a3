"""Conditions of the Party's quarter as its pages show them."""

from django import template
from django.utils.translation import gettext_lazy

register = template.Library()
CONDITIONS = {
    "all_done": gettext_lazy("hoàn thành 100% nhiệm vụ"),
    "all_on_time": gettext_lazy("100% nhiệm vụ đúng hạn, bảo đảm chất lượng"),
    "exceeding": gettext_lazy("đủ tỷ lệ nhiệm vụ vượt yêu cầu (cho mức xuất sắc)"),
    "late_within": gettext_lazy("số nhiệm vụ chậm trong giới hạn (cho mức hoàn thành)"),
}


@register.filter
def condition(code):
    return CONDITIONS.get(code, code)
