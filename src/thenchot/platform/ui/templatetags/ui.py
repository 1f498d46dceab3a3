"""Small pieces of every page."""

import re

from django import template
from django.urls import reverse
from django.utils.html import format_html

from thenchot.platform.language import say

IN_BRACKETS = re.compile(r" ?\(S\d-\d{3}(?:, S\d-\d{3})*\)")
OWN_CLAUSE = re.compile(r"\bS\d-\d{3}\b(?: … )?[;,:]? ?")

LATE = format_html('<span class="{}" aria-hidden="true"></span>', "late")

register = template.Library()
register.filter("say", say)


@register.simple_tag
def tag(label, tone=""):
    """A status label: tone act | fine | done | wait | ''."""
    return format_html('<span class="tag {}">{}</span>', tone, label)


@register.simple_tag
def figure(shown, code, place, on):
    """A figure that machines can tell apart: what is counted, where, and as of which day."""
    return format_html('<data value="{}|{}|{}">{}</data>', code, place, f"{on:%Y%m%d}", shown)


@register.simple_tag
def share(part, whole, code, place, on):
    """The part and the whole a figure comes from: "4/30"."""
    return format_html(
        "{}/{}",
        figure(comma(part, 0), f"{code} part", place, on),
        figure(comma(whole, 0), f"{code} whole", place, on),
    )


@register.simple_tag
def late_mark(row):
    """A red mark before what is late."""
    if row.severity != "late":
        return ""
    return LATE


@register.simple_tag(takes_context=True)
def goto(context, route, name):
    """The name of a page, as a link where the reader may follow it (`open_pages`)."""
    url = reverse(route)
    if url not in context["open_pages"]:
        return format_html("<b>{}</b>", name)
    return format_html('<a href="{}">{}</a>', url, name)


@register.filter
def day(value):
    """dd/mm/yyyy, or a dash."""
    return value.strftime("%d/%m/%Y") if value else "–"


@register.filter
def strip(slot):
    """A slot without the space around it: empty when nothing was put in."""
    return (slot or "").strip()


@register.filter
def cited(source):
    """What a page cites: articles of law. The ids of our own list of clauses (S0-085) tell a reader
    nothing.
    """
    return OWN_CLAUSE.sub("", IN_BRACKETS.sub("", source or "")).strip(" ;,:·…–-")


@register.filter
def comma(value, places=1):
    """1234.5 -> 1.234,5: Vietnamese number."""
    if value is None:
        return "–"
    text = f"{value:,.{places}f}"
    return text.translate(str.maketrans(",.", ".,"))


@register.simple_tag(takes_context=True)
def page_link(context, number):
    """The present address with another page number."""
    query = context["request"].GET.copy()
    query["page"] = number
    return "?" + query.urlencode()
