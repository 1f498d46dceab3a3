"""A round is kept from changing while it takes one step, in time or with a reason."""

from datetime import date
from typing import Any

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.recruitment.access import SEE
from thenchot.recruitment.models import Round
from thenchot.recruitment.queries.rounds import (
    limit_of,
)
from thenchot.recruitment.rules import days, running


def lock_round(actor, round_id: int, permission: str) -> Round:
    """Visible, and kept from changing until the transaction ends."""
    visible = Round.objects.visible_to(actor, SEE).values("pk")
    rows = Round.objects.select_for_update(of=("self",)).select_related("unit")
    found = rows.filter(pk=round_id, pk__in=visible).first()
    if found is None:
        raise NotVisible
    require(actor, permission, found.unit.path)
    return found


def begin(actor, round_id: int, step: str, permission: str) -> Round:
    round_ = lock_round(actor, round_id, permission)
    running.may_step(round_.state, step, round_.manner).or_refuse()
    return round_


def step(actor, round_: Round, step: str, **facts: Any) -> Round:
    round_.state = running.after(step)
    round_.save()
    told = {"step": running.STEPS[step][0], **facts}
    record(actor, "recruitment_round_stepped", **of_round(round_), **told)
    return round_


def in_time(round_: Round, step: str, what: str, on: date, reason: str) -> None:
    limit = limit_of(round_, step)
    if limit is None:
        return
    days.may_be_on(what, on, limit, reason=reason).or_refuse()
    if on > limit.last:
        line = f"{what}: {limit.arithmetic}, thực hiện {on:%d/%m/%Y}. {tidy(nfc(reason))}"
        round_.late = f"{round_.late}\n{line}".strip()


def not_ahead(on: date) -> None:
    if on > today():
        refuse("recruitment.ahead", f"Ngày ghi không sau hôm nay ({today():%d/%m/%Y}).")


def of_round(round_: Round) -> dict[str, Any]:
    return {"subject": round_, "unit_path": round_.unit.path}
