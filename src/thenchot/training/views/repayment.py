"""What somebody who was sent to study pays back when leaving: the decree's formula, figure by
figure.
"""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.policy.parameters import TrainingPolicy
from thenchot.training.access import EDIT
from thenchot.training.forms.repayment import RepaymentForm
from thenchot.training.queries.classes import get_enrolment
from thenchot.training.rules.repaying import repayment


@require_safe
def enrolment_repayment(request, pk):
    enrolment = get_enrolment(request.actor, pk)
    require(request.actor, EDIT, enrolment.held_in.unit.path)
    request.actor.reads.append(enrolment.person)
    first = RepaymentForm.first_values(enrolment)
    form = RepaymentForm({**first, **request.GET.dict()} if request.GET else None, initial=first)
    context = {"row": enrolment, "form": form}
    if form.is_valid():
        context |= _worked_out(enrolment, form.cleaned_data)
    return render(request, "training/repayment.html", context)


def _worked_out(enrolment, said) -> dict:
    policy = policies.in_force(TrainingPolicy, path=enrolment.unit.path, on=today())
    rate = (
        policy.reduction_per_mille_priority if said["is_priority"] else policy.reduction_per_mille
    )
    found = repayment(
        said["paid"],
        said["committed_months"],
        said["served_months"],
        said["years_before"],
        rate,
        is_finished=said["is_finished"],
    )
    return {"found": found, "said": said, "rate": rate}
