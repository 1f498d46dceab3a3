"""Amounts, points and shares as pages show them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from django import template

from thenchot.kernel.exact import half_up

register = template.Library()


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
