"""The library, one document, and registering by hand."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.documents import exports, forms, queries, services
from thenchot.documents.access import REGISTER, SEE
from thenchot.kernel.decision import Decision, Refused
from thenchot.platform.scope.actor import missing, require
from thenchot.platform.ui.answers import attachment
from thenchot.platform.ui.forms import attempt, sent

PER_PAGE = 50
form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@login_required
def directive_list(request):
    _somewhere(request.actor, SEE)
    form = forms.FilterForm(request.GET, actor=request.actor)
    found = queries.list_directives(request.actor, **form.filters())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    template = "documents/_rows.html" if request.htmx else "documents/directive_list.html"
    return render(request, template, {"page": page, "form": form})


@require_safe
@login_required
def directive_export(request):
    _somewhere(request.actor, SEE)
    filters = forms.FilterForm(request.GET, actor=request.actor).filters()
    return attachment(exports.directive_sheet(request.actor, **filters), "van-ban.xlsx")


@require_safe
@login_required
def directive_detail(request, pk):
    directive = queries.get_directive(request.actor, pk)
    if not queries.may_read(request.actor, directive):
        raise Refused(Decision.no(missing(SEE)))
    context = {
        "directive": directive,
        "links": queries.list_links(request.actor, directive),
        "citing": queries.list_citing(request.actor, directive),
        "may_register": request.actor.may(REGISTER, directive.home.path),
    }
    return render(request, "documents/directive_detail.html", context)


@form_page
@login_required
def directive_new(request):
    _somewhere(request.actor, REGISTER)
    form = forms.DirectiveForm(sent(request), actor=request.actor)
    if form.is_valid():
        directive = attempt(
            form, lambda: services.register_directive(request.actor, **form.facts())
        )
        if directive:
            return _done(request, directive, _("Đã vào sổ."))
    return _form(request, form, None, _("Vào sổ văn bản"), _("Vào sổ"))


@form_page
@login_required
def directive_link(request, pk):
    directive = _registrable(request, pk)
    form = forms.LinkForm(sent(request), actor=request.actor, source=directive)
    if form.is_valid() and attempt(
        form, lambda: services.link_directives(request.actor, source_id=pk, **form.facts())
    ):
        return _done(request, directive, _("Đã ghi liên kết."))
    return _form(request, form, directive, _("Liên kết với văn bản khác"), _("Ghi"))


@form_page
@login_required
def directive_original(request, pk):
    directive = _registrable(request, pk)
    form = forms.OriginalForm(sent(request), request.FILES or None)
    if form.is_valid():
        fields = {"directive_id": pk, "upload": form.cleaned_data["file"]}
        if attempt(form, lambda: services.attach_original(request.actor, **fields)):
            return _done(request, directive, _("Đã lưu bản gốc."))
    return _form(request, form, directive, _("Đính kèm bản gốc"), _("Lưu bản gốc"))


def _somewhere(actor, permission):
    if not actor.has(permission):
        raise Refused(Decision.no(missing(permission)))


def _registrable(request, pk):
    directive = queries.get_directive(request.actor, pk)
    require(request.actor, REGISTER, directive.home.path)
    return directive


def _done(request, directive, text):
    messages.success(request, text)
    return redirect("directive_detail", directive.pk)


def _form(request, form, directive, title, submit):
    back = (
        reverse("directive_detail", args=[directive.pk]) if directive else reverse("directive_list")
    )
    context = {"form": form, "title": title, "submit": submit, "back": back}
    return render(
        request,
        "ui/form_page.html",
        context | {"above": str(directive) if directive else _("Văn bản")},
    )
