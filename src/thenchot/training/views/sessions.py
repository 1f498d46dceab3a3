"""One session: who was there, by a list or by the person's own phone; and the papers of a class."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.platform.ui.forms import attempt, sent
from thenchot.training import prints
from thenchot.training.access import EDIT, RECORD
from thenchot.training.forms.classes import AttendanceForm, CodeForm
from thenchot.training.models import Attendance, Enrolment
from thenchot.training.queries.classes import get_class, get_session
from thenchot.training.services.attending import note_attendance, say_present


@require_http_methods(["GET", "HEAD", "POST"])
def training_session(request, pk):
    """The list of those who were sent, for whoever keeps the class; for a learner, the code."""
    session = get_session(request.actor, pk)
    if not request.actor.may(RECORD, session.held_in.kept_at):
        return _own_session(request, session)
    rows = list(session.held_in.enrolments.attending().select_related("person", "unit"))
    known = dict(Attendance.objects.filter(session=session).values_list("enrolment_id", "state"))
    first = {f"e{key}": state for key, state in known.items()}
    form = AttendanceForm(sent(request), rows=rows, initial=first)
    if form.is_valid():
        said = form.facts()
        done = attempt(form, lambda: (note_attendance(request.actor, session_id=pk, said=said),))
        if done:
            words = ngettext("Đã ghi %(n)s người.", "Đã ghi %(n)s người.", done[0])
            messages.success(request, words % {"n": done[0]})
            return redirect("training_session", pk)
    context = {
        "session": session,
        "form": form,
        "rows": [(row, form[f"e{row.pk}"]) for row in rows],
        "is_today": session.on == today(),
    }
    return render(request, "training/session.html", context)


def _own_session(request, session):
    """Whoever was sent to the class says to be there, with the code of the room."""
    own = Enrolment.objects.attending().filter(
        held_in=session.held_in_id, person__account=request.actor.account_id
    )
    enrolment = own.first() if request.actor.account_id else None
    if enrolment is None:
        raise NotVisible
    form = CodeForm(sent(request))
    if form.is_valid():
        code = form.cleaned_data["code"]
        if attempt(form, lambda: say_present(request.actor, session_id=session.pk, code=code)):
            messages.success(request, _("Đã ghi ông (bà) có mặt."))
            return redirect("training_session", session.pk)
    noted = Attendance.objects.filter(session=session, enrolment=enrolment).first()
    context = {"session": session, "form": form, "noted": noted, "is_today": session.on == today()}
    return render(request, "training/own_session.html", context)


@require_safe
def training_decision(request, pk):
    """The decision that sends people to a class, with its list."""
    held_in = get_class(request.actor, pk)
    require(request.actor, EDIT, held_in.unit.path)
    return prints.decision_answer(request.actor, held_in)


@require_safe
def training_attendance_sheet(request, pk):
    held_in = get_class(request.actor, pk)
    require(request.actor, RECORD, held_in.kept_at)
    return prints.attendance_answer(request.actor, held_in)


@require_safe
def training_evaluation_sheet(request, pk):
    """The empty sheet by which participants rate the class on paper."""
    held_in = get_class(request.actor, pk)
    require(request.actor, RECORD, held_in.kept_at)
    return prints.evaluation_answer(request.actor, held_in)
