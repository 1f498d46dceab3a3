"""Pages of cases: one case, an import in three steps, the letter."""

from typing import Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.citizens import prints
from thenchot.citizens.access import EDIT, EXPORT
from thenchot.citizens.actions.cases import CASE
from thenchot.citizens.forms.cases import ColumnsForm, ExportForm
from thenchot.citizens.labels import (
    BATCH_STATE,
    BATCH_TONES,
    CHANNEL,
    PUNCTUAL,
    PUNCTUAL_TONES,
    RESPONDENTS,
    STATUS,
)
from thenchot.citizens.listings import ChangeListing, ProblemListing
from thenchot.citizens.queries import cases as queries
from thenchot.citizens.rules.columns import guess
from thenchot.citizens.rules.lateness import pause
from thenchot.citizens.services import cases as services
from thenchot.kernel.decision import Decision, Refused
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import homes_of
from thenchot.platform.files.models import StoredFile
from thenchot.platform.office.excel.grid import cell_text
from thenchot.platform.scope.actor import NotVisible, missing, require
from thenchot.platform.ui.forms import attempt, sent

SHOWN_ROWS = 5


@require_safe
def case(request, pk):
    """One case: its days, how it is judged, what changed, its letters."""
    one: Any = queries.get_case(request.actor, pk)
    request.actor.reads.append(one)
    changes = list(one.changes.select_related("batch__file")[:50])
    context = {
        "case": one,
        "status": STATUS[one.status],
        "standing": (PUNCTUAL[one.punctual], PUNCTUAL_TONES.get(one.punctual, "")),
        "channel": CHANNEL.get(one.channel, ""),
        "group": RESPONDENTS[one.group],
        "waited": pause(one),
        "moved": one.fair_deadline_at if one.fair_deadline_at != one.deadline_at else None,
        "apologies": list(one.apologies.all()),
        "changes": ChangeListing(changes, actor=request.actor) if changes else None,
        "offers": CASE.offers(request.actor, one),
        "may_take": request.actor.may(EXPORT, one.unit.path).allowed,
    }
    return render(request, "citizens/case.html", context)


@require_safe
def apology(request, pk):
    """The letter as Word."""
    one = queries.get_apology(request.actor, pk)
    require(request.actor, EXPORT, one.case.unit.path)
    request.actor.reads.append(one.case)
    return prints.apology_answer(one)


@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request):
    """First step: the file is kept, nothing is written."""
    _somewhere(request.actor)
    form = ExportForm(sent(request), request.FILES or None, actor=request.actor)
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        file = attempt(
            form,
            lambda: services.keep_export(
                request.actor, unit_id=data["unit"].pk, upload=data["file"]
            ),
        )
        if file:
            return redirect("onestop_columns", file.pk)
    return render(request, "citizens/import.html", {"form": form})


def _somewhere(actor) -> None:
    if not actor.has(EDIT):
        raise Refused(Decision.no(missing(EDIT)))


def _kept(actor, file_id: int) -> tuple[StoredFile, Unit]:
    """Of whoever uploaded it, while the permission lasts."""
    _somewhere(actor)
    file = StoredFile.objects.filter(pk=file_id, uploaded_by=actor.account_id).first()
    if file is None:
        raise NotVisible
    unit = homes_of(actor, EDIT).filter(path=file.unit_path).first()
    if unit is None:
        raise NotVisible
    return file, unit


@require_http_methods(["GET", "HEAD", "POST"])
def import_columns(request, file_id):
    """Second step: which column means what, as remembered; then a job reads the rows."""
    file, unit = _kept(request.actor, file_id)
    known = services.remembered_columns(unit)
    headers, rows = services.headers_of(file, known)
    form = ColumnsForm(sent(request), headers=headers, initial=guess(headers, known))
    if form.is_bound and form.is_valid():
        batch = attempt(
            form,
            lambda: services.begin_import(
                request.actor, file_id=file.pk, mapping=form.cleaned_data
            ),
        )
        if batch:
            messages.success(request, _("Đang đọc tệp; kết quả hiện ở trang này khi xong."))
            return redirect("onestop_batch", batch.pk)
    context = {
        "form": form,
        "file": file,
        "unit": unit,
        "is_known": bool(known),
        "headers": [cell_text(cell) for cell in headers],
        "rows": [[cell_text(cell)[:40] for cell in row] for row in rows[:SHOWN_ROWS]],
    }
    return render(request, "citizens/columns.html", context)


@require_safe
def batch(request, pk):
    """Third step: what came of it."""
    one = queries.get_batch(request.actor, pk)
    problems = [tuple(row) for row in one.problems]
    context = {
        "batch": one,
        "state": (BATCH_STATE[one.state], BATCH_TONES.get(one.state, "")),
        "problems": ProblemListing(problems, actor=request.actor) if problems else None,
    }
    return render(request, "citizens/batch.html", context)
