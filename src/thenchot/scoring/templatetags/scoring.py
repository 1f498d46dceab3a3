"""Criteria, remarks and flags as pages show them."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.catalogue.templatetags.amounts import amount
from thenchot.policy.codelists import code_list
from thenchot.scoring.evaluation import rules_note
from thenchot.scoring.labels import RATER_FLAG
from thenchot.scoring.looking import looks_of, standing_of
from thenchot.worklog.enums import Band, Capacity, Mode, Origin, Regulation
from thenchot.worklog.labels import MODE, ORIGIN

register = template.Library()


@register.filter
def criterion(code):
    known = code_list("general_criterion").get(code)
    return f"{code}. {known.name}" if known else code


@register.filter
def flag(code):
    return RATER_FLAG.get(code, code)


ASSUMED = {
    "before": gettext_lazy("Tiêu chí chung tạm tính theo kỳ trước."),
    "self": gettext_lazy("Tiêu chí chung theo điểm tự chấm."),
    "unknown": gettext_lazy(
        "Chưa có điểm tiêu chí chung: số chắc chắn tính 0, số có thể đạt tính tối đa."
    ),
}
TONES = {Band.FAILED: "act", Band.EXCELLENT: "fine"}


@register.filter
def assumed_words(outlook):
    """From where an outlook takes the general criteria."""
    return ASSUMED.get(outlook.assumed, "")


@register.filter
def band_tone(assessment):
    return TONES.get(assessment.band, "done")


@register.filter
def leads(assessment):
    """Whether d, đ and e of leaders are part of the score."""
    return assessment.kind != Capacity.STAFF


@register.filter
def is_party(assessment):
    return assessment.rules == Regulation.QD366


@register.filter
def part_name(part, entry):
    """A part of the receipt: a general criterion by its name, the rest as the receipt says."""
    return criterion(part["code"]) if entry["code"] == "general" else part["label"]


@register.filter
def is_points(entry):
    """Whether the parts of an entry are points; else they are shares."""
    return entry["code"] == "general"


@register.filter
def capped_from(part):
    """What a share was before its limit; nothing where no limit changed it."""
    before = part.get("facts", {}).get("before_cap")
    return before if before and before != part["value"] else ""


@register.simple_tag
def product_facts(facts):
    """Factor and quantities of one product, in a line."""
    text = _("hệ số %(f)s · giao %(a)s · xong %(d)s · bổ sung %(s)s · trả lại %(r)s")
    names = {"f": "factor", "a": "assigned", "d": "done", "s": "added", "r": "returned"}
    return text % {short: amount(facts[name]) for short, name in names.items()}


@register.filter
def page_in(row, table):
    """Where a row of this table was asked."""
    return table.page_of(row)


@register.filter
def look_at(period):
    """The way from a month to its quarter, or back."""
    return _("Xem cả quý") if period.kind == "quarter" else _("Xem từng tháng")


@register.filter
def remarkable(work):
    """What is out of the ordinary with a line: where it came from, how it was done."""
    words = []
    if work.origin != Origin.ASSIGNED:
        words.append(ORIGIN[work.origin])
    if work.mode == Mode.DIRECTED:
        words.append(MODE[work.mode])
    return words


PAGES = (
    ("my_month", gettext_lazy("Tháng của tôi"), False),
    ("month_board", gettext_lazy("Các đơn vị"), True),
    ("year_list", gettext_lazy("Xếp loại năm"), False),
    ("replacement_list", gettext_lazy("Hai quý không hoàn thành"), True),
    ("rater_comparison", gettext_lazy("Cách chấm điểm"), True),
)


@register.simple_tag
def scoring_tabs(here, sees):
    """Pages of the subject "Đánh giá"; `here`: the route of this one, `sees`: work of others."""
    return [
        {"url": reverse(route), "label": label, "on": route == here}
        for route, label, is_of_others in PAGES
        if sees or not is_of_others
    ]


register.filter("looks", looks_of)
register.simple_tag(standing_of, name="standing_of")
register.filter("rules_note", rules_note)
