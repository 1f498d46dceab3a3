"""The result of a round about one person as JSON."""

from thenchot.feedback.models import Reviewee
from thenchot.feedback.rules.counting import SIGNED
from thenchot.platform.clock import ZONE


def receipt_of_feedback(reviewee: Reviewee) -> dict:
    """The result of a closed round about one person: the one object page, print and other programs
    read. It holds what was released and what was signed; `rules.feedback_receipt.again` counts the
    same digits from it.
    """
    found, person = reviewee.round, reviewee.person
    return {
        "person": person.code or person.pk,
        "full_name": person.full_name,
        "unit": reviewee.unit.name,
        "title": reviewee.title,
        "kind": reviewee.kind,
        "set": str(found.set),
        "use": found.set.use,
        "basis": found.set.basis,
        "period": found.span.label_vi(),
        "cut_off": found.cut_off.isoformat(),
        "closed_at": found.closed_at.isoformat(),
        "total": reviewee.result[-1]["value"],
        "policy": reviewee.policy,
        "policy_hash": reviewee.policy_hash,
        "receipt": reviewee.result,
        "said": [_said(view) for view in reviewee.standing if view.side in SIGNED],
    }


def _said(view) -> dict:
    return {
        "side": view.side,
        "by": view.given_by.name if view.given_by else "",
        "on": view.given_at.astimezone(ZONE).date().isoformat(),
        "note": view.note,
    }
