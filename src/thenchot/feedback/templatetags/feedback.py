from django import template

from thenchot.catalogue.templatetags.amounts import amount

register = template.Library()


@register.filter
def counted(result):
    """Of the receipt of many sides: the weight of the sides that count."""
    return amount(result[-1]["facts"]["weight"]) if result else "–"
