"""Codes, states and periods as pages show them."""

from django import template
from django.utils.html import format_html

from thenchot.worklog.labels import TONE, name_of_period
from thenchot.worklog.queries.periods import key_of
from thenchot.worklog.shown import labels_of

register = template.Library()


@register.filter
def called(code, kind):
    """The label of a code of one of the closed lists."""
    return labels_of(kind).get(code, code)


@register.simple_tag
def mark(code, kind="band"):
    """A band or state as a tag with its tone."""
    return (
        format_html('<span class="tag {}">{}</span>', TONE.get(code, ""), labels_of(kind)[code])
        if code
        else "–"
    )


@register.filter
def named(period):
    return name_of_period(period)


register.filter("key", key_of)
