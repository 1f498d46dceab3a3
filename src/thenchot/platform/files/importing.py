"""The three steps of every import from Excel: upload, look at what each row would become,
confirm.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.kernel.decision import Decision, Refused
from thenchot.platform.files.listings import tables_of
from thenchot.platform.files.models import StoredFile
from thenchot.platform.files.services import read_stored, store
from thenchot.platform.scope.actor import Actor, NotVisible, missing, require
from thenchot.platform.ui.forms import attempt, sent

IMPORTERS: dict[str, "Importer"] = {}  # of every room, by the route of the first step


class UploadForm(forms.Form):
    """The workbook, and the commune it is of when there are several."""

    home = forms.ModelChoiceField(None, label=gettext_lazy("Của địa phương"), empty_label=None)
    file = forms.FileField(
        label=gettext_lazy("Tệp Excel (.xlsx)"),
        widget=forms.ClearableFileInput({"accept": ".xlsx"}),
        help_text=gettext_lazy("Chưa ghi gì vào hệ thống ở bước này."),
    )

    def __init__(self, *args, homes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["home"].queryset = homes


@dataclass(frozen=True)
class Importer:
    """`run(actor, upload, home_id=, dry_run=)` -> ImportReport; `homes(actor)` -> units to choose
    from.
    """

    title: Any
    permission: str
    run: Callable
    homes: Callable[[Actor], Any]
    template_route: str
    upload_route: str
    check_route: str
    done_route: str

    def __post_init__(self):
        IMPORTERS[self.upload_route] = self

    def upload(self, request):
        self._somewhere(request.actor)
        form = UploadForm(sent(request), request.FILES or None, homes=self.homes(request.actor))
        if request.method == "POST" and form.is_valid():
            file = attempt(form, lambda: self._keep(request.actor, **form.cleaned_data))
            if file:
                return redirect(self.check_route, file.pk)
        return render(request, "ui/import_upload.html", {"form": form, "importer": self})

    def check(self, request, file_id):
        """GET: the dry run. POST: the same once more, and written when it is clean."""
        file, home = self._file(request.actor, file_id)
        confirmed = request.method == "POST"
        report = self.run(
            request.actor, io.BytesIO(read_stored(file)), home_id=home.pk, dry_run=not confirmed
        )
        if report.is_done:
            text = _(
                "Đã nhập %(rows)s dòng: %(created)s mới, %(updated)s cập nhật, %(unchanged)s "
                "không đổi."
            )
            counts = {"rows": report.rows, "created": report.created, "updated": report.updated}
            messages.success(request, text % {**counts, "unchanged": report.unchanged})
            return redirect(self.done_route)
        context = {
            "report": report,
            "file": file,
            "home": home,
            "importer": self,
            **tables_of(report),
        }
        return render(request, "ui/import_check.html", context)

    @transaction.atomic
    def _keep(self, actor, home, file):
        require(actor, self.permission, home.path)
        return store(actor, file, unit_path=home.path, allowed={"xlsx"}, max_mb=10)

    def _file(self, actor, file_id):
        """Only whoever uploaded it, while the permission lasts."""
        self._somewhere(actor)
        file = StoredFile.objects.filter(
            pk=file_id, uploaded_by=actor.account_id, name__endswith=".xlsx"
        ).first()
        home = file and self.homes(actor).filter(path=file.unit_path).first()
        if not home:
            raise NotVisible
        return file, home

    def _somewhere(self, actor):
        if not actor.has(self.permission):
            raise Refused(Decision.no(missing(self.permission)))
