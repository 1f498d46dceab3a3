from django import template

from thenchot.people.filing.sections import title_of

register = template.Library()


@register.filter
def beside(one, other):
    """Two lists of one length, pair by pair."""
    return zip(one, other, strict=True)


register.filter("part_title", title_of)
