"""When the plan of a period is looked at (S4-050)."""

from datetime import date, timedelta

from thenchot.policy.parameters import PlanPolicy


def first_review(begun_on: date, starts_on: date, policy: PlanPolicy) -> date:
    """Of a plan first written on `begun_on`; one written before its period begins waits for it."""
    return max(begun_on, starts_on) + timedelta(days=policy.review_days)


def next_review(reviewed_on: date, ends_on: date, policy: PlanPolicy) -> date | None:
    """None when the period ends before: then the sheet itself is scored."""
    found = reviewed_on + timedelta(days=policy.review_days)
    return found if found <= ends_on else None
