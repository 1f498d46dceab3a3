"""Criteria, remarks and flags as pages show them."""

from django import template

from thenchot.policy.codelists import code_list
from thenchot.scoring.evaluation import rules_note
from thenchot.scoring.labels import RATER_FLAG

register = template.Library()


@register.filter
def criterion(code):
    known = code_list("general_criterion").get(code)
    return f"{code}. {known.name}" if known else code


@register.filter
def flag(code):
    return RATER_FLAG.get(code, code)


register.filter("rules_note", rules_note)
