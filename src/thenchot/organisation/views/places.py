"""The official list of communes: searched from pickers, imported."""

import io
from datetime import date

from django.contrib import messages
from django.db import transaction
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.organisation.access import KEEP_PLACES
from thenchot.organisation.forms.places import PlaceUploadForm
from thenchot.organisation.places.columns import NOTES, READ
from thenchot.organisation.places.importing import import_places
from thenchot.organisation.places.queries import SHOWN, list_places, place_label
from thenchot.organisation.sharing import may_keep
from thenchot.platform.files.listings import tables_of
from thenchot.platform.files.models import StoredFile
from thenchot.platform.files.services import read_stored, store
from thenchot.platform.office.excel.worksheets import write_sheet
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.ui.answers import attachment
from thenchot.platform.ui.forms import attempt, sent

form_page = require_http_methods(["GET", "HEAD", "POST"])
MOST_LINES, MOST_MB = 200, 20


@require_safe
def place_search(request):
    """Options for a picker; asked by `q`, or by the only value that the text box of a form
    sends.
    """
    typed = request.GET.get("q") or next(iter(request.GET.values()), "")
    found = list_places(typed)[:SHOWN] if len(typed.strip()) > 1 else ()
    return render(request, "organisation/_place_options.html", {"labels": map(place_label, found)})


@require_safe
def place_template(request):
    return attachment(write_sheet(READ, [], name="Xã, phường", notes=NOTES), "mau-xa-phuong.xlsx")


@form_page
def place_import(request):
    may_keep(request.actor, KEEP_PLACES).or_refuse()
    form = PlaceUploadForm(sent(request), request.FILES or None)
    if form.is_valid():
        file = attempt(form, lambda: _keep(request.actor, form.cleaned_data["file"]))
        if file:
            query = QueryDict(mutable=True)
            query.update(
                {
                    "on": form.cleaned_data["on"].isoformat(),
                    "complete": "1" if form.cleaned_data["is_complete"] else "",
                }
            )
            return redirect(f"{reverse('place_import_check', args=[file.pk])}?{query.urlencode()}")
    return render(request, "ui/import_upload.html", {"form": form, "importer": STEPS})


@form_page
def place_import_check(request, file_id):
    """GET: the dry run. POST: the same once more, and written when it is clean."""
    may_keep(request.actor, KEEP_PLACES).or_refuse()
    file = StoredFile.objects.filter(
        pk=file_id, uploaded_by=request.actor.account_id, name__endswith=".xlsx"
    ).first()
    if file is None:
        raise NotVisible
    run = {"on": _day(request.GET.get("on", "")), "is_complete": bool(request.GET.get("complete"))}
    content = io.BytesIO(read_stored(file))
    report = import_places(request.actor, content, dry_run=request.method != "POST", **run)
    if report.is_done:
        messages.success(request, _("Danh mục đã được cập nhật."))
        return redirect("place_list")
    context = {
        "report": report,
        "file": file,
        "home": STEPS["of"],
        "importer": STEPS,
        **tables_of(report, _worth_showing(report)),
    }
    return render(request, "ui/import_check.html", context)


STEPS = {
    "title": gettext_lazy("Nhập danh mục xã, phường"),
    "template_route": "place_template",
    "upload_route": "place_import",
    "done_route": "place_list",
    "of": {"name": gettext_lazy("Danh mục toàn quốc")},
}


def _worth_showing(report) -> list:
    """What changes first, however long the list is."""
    return sorted(report.lines, key=lambda line: line.action == "unchanged")[:MOST_LINES]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotVisible from error


@transaction.atomic
def _keep(actor, upload):
    path = actor.paths_for(KEEP_PLACES)[0]
    return store(actor, upload, unit_path=path, allowed={"xlsx"}, max_mb=MOST_MB)
