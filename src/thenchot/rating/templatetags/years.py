"""Steps, conditions and articles of the year as its pages show them."""

from django import template
from django.utils.html import format_html

from thenchot.rating.labels import (
    CONDITION,
    CONDITION_OF_QUARTER,
    RATING_STEP,
    ROUND_STATE,
    ROUND_TONE,
    STEP_TONE,
    law_of,
)

register = template.Library()


@register.simple_tag
def step(code):
    """What a rating waits for, as a tag."""
    return format_html('<span class="tag {}">{}</span>', STEP_TONE[code], RATING_STEP[code])


@register.simple_tag
def round_state(found):
    """How far a round is, as a tag."""
    tone, label = ROUND_TONE[found.state], ROUND_STATE[found.state]
    return format_html('<span class="tag {}">{}</span>', tone, label)


@register.filter
def condition(code):
    return CONDITION.get(code, code)


@register.filter
def condition_of_quarter(code):
    return CONDITION_OF_QUARTER.get(code, code)


@register.filter
def law(found, subject):
    """The article a part of this round stands on."""
    return law_of(subject, found.rules)
