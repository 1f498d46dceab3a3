"""Words and tags of the room's pages."""

from datetime import date
from decimal import Decimal

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.templatetags.ui import figure, share, tag
from thenchot.programmes.actions import TARGET
from thenchot.programmes.enums import Desk, Timing
from thenchot.programmes.labels import (
    COMPARATOR,
    DESK,
    PART,
    REACH,
    REACH_TONE,
    STANDING,
    UNITS,
    read_in_words,
    unread,
)

register = template.Library()
FIELDS = {"due_on": _("Hạn"), "text": _("Nội dung"), "state": _("Trạng thái")}
KINDS = {
    "ongoing": _("thường xuyên"),
    "open": _("mở, chờ văn bản"),
    "none": _("không nêu hạn"),
    "recurring": _("định kỳ"),
}

register.simple_tag(unread, name="target_unread")


@register.simple_tag
def standing_tag(verdict):
    label, tone = STANDING[verdict.standing]
    return format_html('<span class="tag {}">{}</span>', tone, label)


@register.filter
def lateness_words(task):
    """Below the standing: how late against both dates, or for how long nothing was heard."""
    verdict, days = task.verdict, _("ngày")
    if verdict.days_late:
        text = f"{_('trễ')} {verdict.days_late} {days}"
        if verdict.days_late_original == verdict.days_late:
            return text
        return f"{text} ({_('so với hạn gốc')}: {verdict.days_late_original})"
    if verdict.days_late_original:
        return f"{_('so với hạn gốc trễ')} {verdict.days_late_original} {days}"
    if verdict.silent_days and task.timing == Timing.ONGOING:
        return f"{_('nghe báo')} {verdict.silent_days} {_('ngày trước')}"
    return ""


@register.simple_tag
def met_tag(target):
    """Whether the latest figure meets the target; nothing where it cannot be said."""
    return tag(REACH[target.reach], REACH_TONE[target.reach]) if target.reach in REACH else ""


@register.simple_tag
def reading(target):
    """The figure of a target, the part and the whole it comes from."""
    key = target.indicator or f"target {target.pk}", target.programme.home.path, target.read_on
    value = figure(read_in_words(target), *key)
    if not target.read_denominator:
        return format_html("<b>{}</b>", value)
    counted = share(target.read_numerator, target.read_denominator, *key)
    return format_html("<b>{}</b> <small>{}</small>", value, counted)


@register.simple_tag
def accepted_tag(assignment):
    if assignment.accepted_on:
        return tag(_("đã nhận"), "done")
    return tag(_("chưa nhận"), "act")


@register.simple_tag
def draft_tag(draft):
    return tag(draft.get_state_display(), "done" if draft.state == "confirmed" else "")


@register.simple_tag
def card_tag(card, saved=False):
    if saved:
        return tag(_("đã lưu"), "done")
    return tag(_("cần xem"), "act") if card["doubts"] else ""


@register.simple_tag
def entry_kind(entry):
    """What an entry of the progress is, if it is no plain report."""
    words = {"comment": _("ý kiến"), "finish": _("báo hoàn thành")}
    return f"· {words[entry['kind']]}" if entry["kind"] in words else ""


@register.simple_tag
def desk_tone(task):
    return "wait" if task.desk_reason in (Desk.DOCUMENT, Desk.OTHER_TASK) else "act"


@register.simple_tag
def desk_words(task, missing):
    """Why the task lies at its desk: what is unclear, which document it waits for."""
    words = task.get_desk_reason_display()
    if task.desk_reason == Desk.CLARIFY and missing:
        return f"{words} ({', '.join(map(str, missing))})"
    if task.desk_reason == Desk.DOCUMENT:
        return f"{words}: “{task.trigger or task.after}”"
    return words


@register.simple_tag
def desk_label(reason):
    return DESK.get(reason, reason)


@register.simple_tag
def field_label(name):
    return FIELDS.get(name) or PART.get(name, name)


@register.simple_tag
def iso_day(text):
    """Old and new values of a date read dd/mm/yyyy; other texts as they are."""
    try:
        return date.fromisoformat(text).strftime("%d/%m/%Y")
    except ValueError:
        return text or "–"


@register.simple_tag
def target_words(target):
    """ "từ 20 % · đến 31/12/2030 · dưới 42 tuổi"."""
    return _target(target, target.due_on)


@register.simple_tag
def draft_day(text):
    """A day of a draft, held as yyyy-mm-dd, the way people write it."""
    return f"{date.fromisoformat(text):%d/%m/%Y}" if text else _("(chưa có ngày)")


@register.simple_tag
def draft_target(row):
    """The same of a target under review: what the text was understood to ask."""
    by = row.by or ""
    day = by.removeprefix("yearly").removeprefix(" to ")
    yearly = str(_("hằng năm")) if by.startswith("yearly") else ""
    return _target(row, date.fromisoformat(day) if day else None, yearly)


def _target(row, until, yearly=""):
    value = f"{Decimal(str(row.value)).normalize():f}" if row.value not in (None, "") else ""
    unit = UNITS.get(row.unit, row.unit)
    parts = [f"{COMPARATOR.get(row.comparator, '')} {value.replace('.', ',')} {unit}".strip()]
    if until:
        parts.append(f"{_('đến')} {until:%d/%m/%Y}")
    return " · ".join(filter(None, [*parts, yearly, row.condition]))


@register.simple_tag
def draft_deadline(row):
    """The reading of a deadline: the day, the words, and how one became the other."""
    deadline = row.deadline
    end = date.fromisoformat(deadline["end"]).strftime("%d/%m/%Y") if deadline.get("end") else ""
    shown = end or KINDS.get(deadline["kind"], deadline["kind"])
    tone = "" if end else "wait"
    how = deadline.get("explanation") or (f"“{row.deadline_raw}”" if row.deadline_raw else "")
    return format_html('<span class="tag {}">{}</span> <small>{}</small>', tone, shown, how)


@register.simple_tag
def draft_url(draft, card):
    if card["kind"] == "metadata":
        return reverse("draft_metadata", args=[draft.pk])
    return reverse(f"draft_{card['kind']}", args=[draft.pk, card["row"].id])


@register.simple_tag(takes_context=True)
def target_name(context, target):
    """The words of a target; they lead to its reading for whoever may write one down."""
    words = Truncator(target.text).words(30)
    if not TARGET.offers(context["request"].actor, target, "read"):
        return words
    return format_html('<a href="{}">{}</a>', TARGET.address("read", target), words)
