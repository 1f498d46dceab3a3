"""Lists of the ward's other systems: choose the source and the file, say what the columns mean,
look, confirm.
"""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.catalogue.list_import.headings import FIELDS
from thenchot.catalogue.listings import ProblemListing
from thenchot.catalogue.queries.products import products_for
from thenchot.catalogue.services.uploads import LISTS, keep_list, kept_list
from thenchot.kernel.typed import ids_of
from thenchot.organisation.queries import homes_over, units_under
from thenchot.people.queries import people_of
from thenchot.platform.clock import today
from thenchot.platform.files.services import read_stored
from thenchot.platform.office.excel.worksheets import write_sheet
from thenchot.platform.scope.actor import NotVisible, require_somewhere
from thenchot.platform.ui.answers import attachment
from thenchot.platform.ui.forms import attempt, sent
from thenchot.worklog import sources
from thenchot.worklog.access import IMPORT_LISTS
from thenchot.worklog.forms import list_import as forms
from thenchot.worklog.listings import ItemListing
from thenchot.worklog.services import list_importing

SHOWN = 200


@require_safe
def source_list(request):
    require_somewhere(request.actor, IMPORT_LISTS)
    return render(request, "worklog/source_list.html", {"sources": sources.by_file()})


@require_safe
def source_template(request):
    require_somewhere(request.actor, IMPORT_LISTS)
    return attachment(write_sheet(FIELDS, [], name="Danh sách việc"), "mau-danh-sach-viec.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
def source_upload(request, code):
    require_somewhere(request.actor, IMPORT_LISTS)
    source = _source(code)
    form = forms.ListForm(
        sent(request), request.FILES or None, homes=homes_over(request.actor, IMPORT_LISTS)
    )
    if request.method == "POST" and form.is_valid():
        home, upload = form.cleaned_data["home"], form.cleaned_data["file"]
        file = attempt(
            form,
            lambda: keep_list(
                request.actor, unit=home, permission=IMPORT_LISTS, upload=upload, allowed=LISTS
            ),
        )
        if file:
            return redirect("source_check", code, file.pk)
    return render(request, "worklog/list_import_upload.html", {"form": form, "source": source})


@require_http_methods(["GET", "HEAD", "POST"])
def source_check(request, code, file_id):
    """GET: what was read. POST: what the columns mean, or the confirmation."""
    source, (file, home) = _source(code), _file(request.actor, file_id)
    content = read_stored(file)
    is_saying = request.method == "POST" and request.POST.get("move") == "say"
    skipped = ids_of(request.POST.getlist("skip"))
    is_final = request.method == "POST" and not is_saying
    report = list_importing.import_list(
        request.actor,
        content,
        home_id=home.pk,
        source=source,
        skipped=skipped,
        dry_run=not is_final,
    )
    if report.is_done:
        text = _(
            "Đã ghi: %(created)s việc mới, %(updated)s việc cập nhật, %(unchanged)s không đổi."
        )
        counts = {name: getattr(report, name) for name in ("created", "updated", "unchanged")}
        messages.success(request, text % counts)
        return redirect("source_list")
    form = forms.MappingForm(
        request.POST if is_saying else None,
        reading=report.reading,
        kept=list_importing.mapping_of(home, source),
        seats=_seats(home),
    )
    if (
        is_saying
        and form.is_valid()
        and attempt(
            form,
            lambda: list_importing.say(
                request.actor, home_id=home.pk, source=source, **form.facts()
            ),
        )
    ):
        return redirect("source_check", code, file_id)
    return render(
        request,
        "worklog/list_import_check.html",
        _context(request, source, file, home, report, form),
    )


def _seats(home):
    return (
        people_of(units_under(home).values("pk"))
        .filter(is_primary=True)
        .order_by("person__sort_key", "pk")
    )


def _context(request, source, file, home, report, form) -> dict:
    bad = sorted(
        {
            problem.row
            for problem in report.problems
            if problem.row > 0 and problem.row not in _headers(report)
        }
    )
    return {
        "source": source,
        "file": file,
        "home": home,
        "report": report,
        "form": form,
        "lines": ItemListing(report.lines[:SHOWN], request=request),
        "shown": len(report.lines[:SHOWN]),
        "how_many": _how_many(report),
        "problems": ProblemListing(report.problems[:SHOWN], request=request),
        "unconverted": len(report.guesses),
        "bad": bad,
        "may_skip": bool(bad) and all(problem.row in bad for problem in report.problems),
        "products": products_for(home, today()),
    }


def _how_many(report) -> str:
    """Said when not every line stands on the page."""
    shown = len(report.lines[:SHOWN])
    if report.rows <= shown:
        return ""
    return _("%(shown)s dòng đầu trong %(total)s") % {"shown": shown, "total": report.rows}


def _headers(report) -> set[int]:
    """Rows that cannot be skipped: the header, when a column is not known."""
    return (
        set()
        if report.reading.items or report.lines
        else {problem.row for problem in report.problems}
    )


def _source(code: str) -> sources.Source:
    found = sources.find(code)
    if found is None or not found.by_file:
        raise NotVisible
    return found


def _file(actor, file_id: int):
    """Only whoever uploaded it, while the permission lasts."""
    require_somewhere(actor, IMPORT_LISTS)
    file = kept_list(actor, file_id)
    home = homes_over(actor, IMPORT_LISTS).filter(path=file.unit_path).first()
    if home is None:
        raise NotVisible
    return file, home
