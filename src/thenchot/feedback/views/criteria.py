"""Sets of criteria: those in force and drafted, those that ship, one with its criteria and
weights.
"""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.feedback import forms
from thenchot.feedback.access import EDIT_CRITERIA, ISSUE_CRITERIA, SEE_FEEDBACK
from thenchot.feedback.enums import CriteriaState
from thenchot.feedback.labels import SIDE
from thenchot.feedback.queries import criteria as queries
from thenchot.feedback.rules.criteria import may_edit
from thenchot.feedback.services import drafting
from thenchot.feedback.shipped import shipped_criteria
from thenchot.platform.clock import today
from thenchot.platform.language import say_reason
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent
from thenchot.worklog.labels import CAPACITY


@require_safe
def criteria_list(request):
    require_somewhere(request.actor, SEE_FEEDBACK)
    context = {
        "sets": list(queries.list_sets(request.actor)),
        "shipped": shipped_criteria().values(),
        "may_edit": request.actor.has(EDIT_CRITERIA),
    }
    return render(request, "feedback/criteria_list.html", context)


@form_page
def criteria_adopt(request, code):
    require_somewhere(request.actor, EDIT_CRITERIA)
    shipped = shipped_criteria().get(code)
    if shipped is None:
        raise NotVisible(code)
    form = forms.AdoptForm(sent(request), actor=request.actor)
    made = form.is_valid() and attempt(
        form,
        lambda: drafting.adopt_criteria(
            request.actor, unit_id=form.cleaned_data["unit"].pk, code=code
        ),
    )
    if made:
        return done(
            request,
            _("Đã lấy về thành dự thảo; sửa trọng số rồi ban hành."),
            "criteria_detail",
            made.pk,
        )
    return ask(
        request,
        form,
        title=shipped.name,
        submit=_("Lấy về soạn"),
        back=reverse("criteria_list"),
        above=_("Bộ tiêu chí"),
        note=shipped.head["note"],
    )


@require_safe
def criteria_detail(request, pk):
    found = _seen(request, pk)
    path, is_draft = found.unit.path, found.state == CriteriaState.DRAFT
    may = {
        "edit": bool(request.actor.may(EDIT_CRITERIA, path)),
        "issue": bool(request.actor.may(ISSUE_CRITERIA, path)) and is_draft,
    }
    lacks = [say_reason(reason) for reason in drafting.wholeness(found).reasons] if is_draft else []
    context = {
        "set": found,
        "groups": _grouped(found),
        "sides": _weights(found),
        "may": may,
        "is_draft": is_draft,
        "lacks": lacks,
    }
    return render(request, "feedback/criteria_detail.html", context)


@form_page
def criteria_edit(request, pk):
    found = _edited(request, pk)
    form = forms.SetForm(sent(request), initial=forms.SetForm.values_of(found))
    if form.is_valid() and attempt(
        form, lambda: drafting.change_criteria(request.actor, set_id=pk, **form.facts())
    ):
        return done(request, _("Đã ghi thay đổi."), "criteria_detail", pk)
    return render(request, "feedback/criteria_edit.html", {"form": form, "set": found})


@form_page
def criterion_new(request, pk):
    found = _edited(request, pk)
    form = forms.CriterionForm(sent(request), groups=found.groups)
    if form.is_valid() and attempt(
        form, lambda: drafting.put_criterion(request.actor, set_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã thêm tiêu chí."), "criteria_detail", pk)
    return _ask(request, found, form, _("Thêm tiêu chí"))


@form_page
def criterion_edit(request, pk):
    row = queries.get_criterion(request.actor, pk)
    found = _edited(request, row.set_id)
    names = ("name", "group", "weight", "most", "is_main", "sides", "clause")
    form = forms.CriterionForm(
        sent(request), groups=found.groups, initial={name: getattr(row, name) for name in names}
    )
    if form.is_valid() and attempt(
        form,
        lambda: drafting.put_criterion(
            request.actor, set_id=found.pk, criterion_id=pk, **form.cleaned_data
        ),
    ):
        return done(request, _("Đã ghi thay đổi."), "criteria_detail", found.pk)
    return _ask(request, found, form, _("Sửa tiêu chí"))


@require_POST
def criterion_drop(request, pk):
    row = drafting.drop_criterion(request.actor, criterion_id=pk)
    return redirect("criteria_detail", row.set_id)


@require_POST
def criteria_revise(request, pk):
    made = drafting.revise_criteria(request.actor, set_id=pk)
    return done(request, _("Đã lập dự thảo lần mới."), "criteria_detail", made.pk)


@form_page
def criteria_issue(request, pk):
    found = _seen(request, pk)
    require(request.actor, ISSUE_CRITERIA, found.unit.path)
    form = forms.IssueForm(sent(request), initial={"valid_from": today()})
    if form.is_valid() and attempt(
        form, lambda: drafting.issue_criteria(request.actor, set_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã ban hành."), "criteria_detail", pk)
    return _ask(request, found, form, _("Ban hành bộ tiêu chí"))


def _seen(request, pk):
    found = queries.get_set(request.actor, pk)
    require_somewhere(request.actor, SEE_FEEDBACK)
    return found


def _edited(request, pk):
    """A draft the actor may change; the reason when it is none."""
    found = _seen(request, pk)
    require(request.actor, EDIT_CRITERIA, found.unit.path)
    may_edit(found.state).or_refuse()
    return found


def _grouped(found):
    return [
        (name, [row for row in found.lines if row.group == code]) for code, name in found.groups
    ]


def _weights(found):
    """Capacity, and its sides with their weights."""
    return [
        (
            CAPACITY[kind],
            [
                (label, found.sides[kind][side])
                for side, label in SIDE.items()
                if found.sides[kind].get(side)
            ],
        )
        for kind in CAPACITY
        if kind in found.sides
    ]


def _ask(request, found, form, title):
    return ask(
        request,
        form,
        title=title,
        submit=_("Ghi"),
        back=reverse("criteria_detail", args=[found.pk]),
        above=str(found),
    )
