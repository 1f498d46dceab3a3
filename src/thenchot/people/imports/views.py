"""Pages of a list of people: upload, look and mend, confirm."""

import re

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from thenchot.organisation.models import Unit
from thenchot.organisation.queries import homes_of
from thenchot.people import columns as c
from thenchot.people.access import EDIT
from thenchot.people.imports import checking
from thenchot.people.imports.deciding import ALL, NEW, SAME
from thenchot.people.imports.headings import ONE_HOT
from thenchot.people.imports.listings import LineListing, changes_of
from thenchot.people.imports.numbers import COLUMN
from thenchot.people.imports.picture import picture_of
from thenchot.people.imports.reading import TICKED
from thenchot.people.models import ImportCheck, Person
from thenchot.platform.files.importing import UploadForm
from thenchot.platform.files.models import StoredFile
from thenchot.platform.scope.actor import NotVisible, require_somewhere
from thenchot.platform.ui.forms import attempt, sent
from thenchot.policy.codelists import code_list

form_page = require_http_methods(["GET", "HEAD", "POST"])
TITLE = gettext_lazy("Nhập cán bộ từ Excel")
ROW = re.compile(r"(?:\d{1,3}!)?\d{1,7}", re.ASCII)
DECISIONS = {
    NEW: gettext_lazy("người khác, lập hồ sơ mới"),
    SAME: gettext_lazy("cùng người với hồ sơ đang có"),
    "number": gettext_lazy("cùng người, đổi số định danh theo tệp"),
    "name": gettext_lazy("cùng người, đổi họ tên theo tệp"),
    "keep": gettext_lazy("cùng người, giữ như trong hồ sơ"),
}


class ListForm(UploadForm):
    """Also the old workbooks that wards still keep."""

    accepts = ".xlsx,.xls"
    file = forms.FileField(
        label=gettext_lazy("Tệp Excel của đơn vị (.xlsx, .xls)"),
        widget=forms.ClearableFileInput({"accept": accepts}),
        help_text=gettext_lazy(
            "Cột đứng theo thứ tự nào cũng được. Chưa ghi gì vào hệ thống ở bước này."
        ),
    )


@form_page
def person_import(request):
    actor = request.actor
    require_somewhere(actor, EDIT)
    form = ListForm(sent(request), request.FILES or None, homes=_homes(actor))
    if request.method == "POST" and form.is_valid():
        home, upload = form.cleaned_data["home"], form.cleaned_data["file"]
        check = attempt(form, lambda: checking.open_check(actor, home_id=home.pk, upload=upload))
        if check:
            return _after(check)
    context = {
        "form": form,
        "title": TITLE,
        "template_route": "person_template",
        "done_route": "person_list",
    }
    return render(request, "people/import_upload.html", context)


@form_page
def person_import_check(request, file_id):
    """GET: what was found. POST: answers of the officer, or the confirmation."""
    actor = request.actor
    check = _check(actor, file_id)
    if request.method == "POST" and request.POST.get("move") == "answer":
        checking.answer(actor, check, **_answers(request.POST))
        return _after(check)
    if request.method == "POST":
        return _confirm(request, check)
    return _show(request, check, _picture(actor, check))


def _confirm(request, check: ImportCheck):
    """All or nothing; with one mistake the page says which."""
    if check.rows > checking.LONG and check.pk:
        checking.look_later(request.actor, check, dry_run=False)
        return _after(check)
    report = checking.look_now(request.actor, check, dry_run=False)
    if not report.is_done:
        return _show(request, check, picture_of(report))
    text = _(
        "Đã nhập %(rows)s dòng: %(created)s mới, %(updated)s cập nhật, %(unchanged)s không đổi."
    )
    counts = {name: getattr(report, name) for name in ("rows", "created", "updated", "unchanged")}
    messages.success(request, text % counts)
    return redirect("person_list")


def _picture(actor, check: ImportCheck):
    """Of a short list read now, of a long one what the job found; none while that is awaited."""
    if check.rows <= checking.LONG:
        return picture_of(checking.look_now(actor, check, dry_run=True))
    return checking.found(check)


def _after(check: ImportCheck):
    return (
        redirect("job_detail", check.job_id)
        if check.job_id
        else redirect("person_import_check", check.file_id)
    )


def _show(request, check: ImportCheck, picture):
    """Differences show what files say now: each of them was read."""
    request.actor.reads.extend(Person(pk=pk) for pk in (picture or {}).get("seen", ()))
    answers = checking.answers_of(check)
    decided, named = sorted(answers.people.items()), len(answers.columns)
    context = {
        "check": check,
        "file": check.file,
        "home": check.home,
        "title": TITLE,
        "picture": picture,
        "mended": sorted(answers.cells.items()),
        "skipped": sorted(answers.skipped),
        "decided": [(f"{checking.WHO}{row}", *_decision(row, said)) for row, said in decided],
        "settled": len(answers.cells) + len(answers.skipped) + len(decided) + named,
        "named": named,
        "excess": answers.excess,
    }
    if picture:
        context |= _tables(picture)
    return render(request, "people/import_check.html", context)


def _decision(row: str, said: str) -> tuple[str, str]:
    """A row and what was decided of it, in words."""
    what = said.partition(":")[2] or said
    return ("" if row == ALL else row), str(DECISIONS.get(what, DECISIONS[SAME]))


def _tables(picture) -> dict:
    columns = picture["columns"]
    return {
        "meanings": _meanings(picture),
        "is_beyond": any(problem["column"] == COLUMN for problem in picture["problems"]),
        "unknown": [column for column in columns if not column["meaning"]],
        "known": [column for column in columns if column["meaning"]],
        "changes": changes_of(picture) if picture["changes"] else None,
        "lines": LineListing(picture["lines"]) if picture["lines"] else None,
    }


def _meanings(picture) -> list[tuple[str, str]]:
    """What a column may mean; levels as columns of their own only where the sheet has such."""
    choices = [(column.key, column.title) for column in (*c.KEPT, *c.HELPING)]
    if any(
        column["meaning"].startswith("hot:") or column["how"] == TICKED
        for column in picture["columns"]
    ):
        choices += [
            (f"hot:{area}:{item.code}", f"{code_list(area).name}: {item.name}")
            for area in ONE_HOT
            for item in code_list(area)
            if item.code != "none"
        ]
    return choices


def _answers(post) -> dict:
    """Cells are pairs of place and text, columns pairs of key and meaning; an unchanged one says
    nothing.
    """
    cells = zip(post.getlist("place"), post.getlist("was"), post.getlist("text"), strict=False)
    columns = zip(
        post.getlist("heading"), post.getlist("meant"), post.getlist("meaning"), strict=False
    )
    return {
        "cells": {place: text for place, was, text in cells if place and text != was},
        "columns": {heading: meaning for heading, meant, meaning in columns if meaning != meant},
        "skipped": [row for row in post.getlist("skip") if ROW.fullmatch(row)],
        "dropped": post.getlist("drop"),
        "people": {
            row: chosen
            for row, chosen in zip(post.getlist("who"), post.getlist("is"), strict=False)
            if chosen and (row == ALL or ROW.fullmatch(row))
        },
        "excess": (post["excess_reason"], post.get("excess_basis", ""))
        if "excess_reason" in post
        else None,
    }


def _check(actor, file_id: int) -> ImportCheck:
    """Only whoever uploaded it, while the permission lasts."""
    require_somewhere(actor, EDIT)
    file = StoredFile.objects.filter(
        pk=file_id, uploaded_by=actor.account_id, name__iregex=r"\.xlsx?$"
    ).first()
    home = file and _homes(actor).filter(path=file.unit_path).first()
    if not home:
        raise NotVisible
    return checking.check_of(file, home)


def _homes(actor):
    return homes_of(actor, EDIT).filter(
        pk__in=Unit.objects.under(actor.paths_for(EDIT)).values("pk")
    )
