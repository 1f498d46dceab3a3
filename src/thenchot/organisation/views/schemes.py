"""One scheme of job positions, its documents in and out."""

from django import forms as django_forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.organisation import panels
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.actions.schemes import DESCRIBING, SCHEME
from thenchot.organisation.enums import PositionGroup
from thenchot.organisation.listings import PositionListing
from thenchot.organisation.position_docs.importing import import_positions
from thenchot.organisation.position_docs.printing import framework_docx, positions_docx
from thenchot.organisation.position_list import import_position_list, positions_xlsx
from thenchot.organisation.queries.schemes import get_scheme, list_positions
from thenchot.organisation.wording import SCHEME_TONES
from thenchot.platform.clock import today
from thenchot.platform.files.listings import OUTCOMES, TONES, WRONG, tables_of
from thenchot.platform.files.models import StoredFile
from thenchot.platform.files.services import read_stored
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.forms import attempt, sent

form_page = require_http_methods(["GET", "HEAD", "POST"])
BEFORE_NEW = ("catalogue", "import")
MOVES = ("submit", "return", "approve")


@require_safe
def scheme_detail(request, pk):
    actor, scheme = request.actor, get_scheme(request.actor, pk)
    positions = list_positions(scheme)
    added = panels.columns_for(actor, positions, today(), of="position")
    groups = [position.group for position in positions]
    context = {
        "scheme": scheme,
        "state_tone": SCHEME_TONES.get(scheme.state, ""),
        "counts": " + ".join(str(groups.count(group)) for group in PositionGroup.values),
        "people": sum(position.approved_number for position in positions),
        "positions": PositionListing(positions, added=added, actor=actor) if positions else None,
        "offers": [
            *SCHEME.offers(actor, scheme, *BEFORE_NEW),
            *DESCRIBING.offers(actor, scheme),
            *SCHEME.offers(actor, scheme, *MOVES),
        ],
    }
    return render(request, "organisation/scheme_detail.html", context)


@require_safe
def scheme_print(request, pk):
    scheme = get_scheme(request.actor, pk)
    return attachment(
        positions_docx(scheme, list_positions(scheme), today()), f"vi-tri-viec-lam-{pk}.docx", DOCX
    )


@require_safe
def scheme_list_file(request, pk):
    scheme = get_scheme(request.actor, pk)
    return attachment(positions_xlsx(list_positions(scheme)), f"vi-tri-viec-lam-{pk}.xlsx")


@require_safe
def framework_print(request, pk):
    scheme = get_scheme(request.actor, pk)
    return attachment(framework_docx(scheme, today()), f"khung-nang-luc-{pk}.docx", DOCX)


@form_page
def scheme_import_check(request, pk, file_id):
    """Step 2 of 2: what was read, what was not; written when confirmed."""
    scheme = get_scheme(request.actor, pk)
    require(request.actor, KEEP_POSTS, scheme.unit.path)
    file = _file(request.actor, scheme, file_id)
    form = django_forms.Form(sent(request))
    run = {"scheme_id": pk, "dry_run": not form.is_valid()}
    if file.name.endswith(".xlsx"):
        return _check_list(request, scheme, file, form, run)
    report = attempt(form, lambda: import_positions(request.actor, read_stored(file), **run))
    if report and report.is_done:
        messages.success(request, _told(report))
        return redirect("scheme_detail", pk)
    context = {
        "scheme": scheme,
        "file": file,
        "report": report,
        "form": form,
        "planned": [(one, _counts(one), *_tag_of(one)) for one in report.planned] if report else [],
    }
    return render(request, "organisation/scheme_import_check.html", context)


def _check_list(request, scheme, file, form, run):
    """The same step for a list: every row, what is wrong in it, what was understood."""
    report = attempt(form, lambda: import_position_list(request.actor, read_stored(file), **run))
    if report and report.is_done:
        messages.success(request, _told(report))
        return redirect("scheme_detail", scheme.pk)
    context = {"scheme": scheme, "file": file, "report": report, "form": form}
    found = tables_of(report) if report else {}
    return render(request, "organisation/scheme_list_check.html", context | found)


def _file(actor, scheme, file_id):
    file = StoredFile.objects.filter(
        pk=file_id, uploaded_by=actor.account_id, unit_path=scheme.unit.path
    ).first()
    if file is None or not file.name.endswith((".docx", ".xlsx")):
        raise NotVisible
    return file


def _told(report) -> str:
    counts = {name: report.count(name) for name in ("created", "updated", "unchanged")}
    text = _("Đã nhập: %(created)s mới, %(updated)s cập nhật, %(unchanged)s không đổi.")
    return text % counts


def _counts(one) -> str:
    """How much of a description was read."""
    said = one.fields.get("description", {})
    parts = {name: len(said.get(name, ())) for name in ("tasks", "authority")}
    parts["competencies"] = len(one.fields.get("competencies", ()))
    text = _("%(tasks)s dòng công việc, %(authority)s quyền hạn, %(competencies)s năng lực")
    return text % parts


def _tag_of(one) -> tuple:
    code = WRONG if one.problems else one.action
    return OUTCOMES[code], TONES.get(code, "")
