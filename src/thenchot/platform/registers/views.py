"""The pages of every register."""

from collections.abc import Callable

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from thenchot.platform.registers.files import FORMS, written
from thenchot.platform.registers.models import ColumnChoice
from thenchot.platform.registers.register import REGISTERS, Register
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.answers import attachment


def register_urls(address: str, register: type[Register]) -> list:
    """The routes of one register: its page, named by its code, and the list as a file."""
    return [
        path(address, page_of(register), name=register.code),
        path(f"{address}list.<slug:form>", file_of(register), name=f"{register.code}_file"),
    ]


def page_of(register_class: Callable[..., Register]):
    """`register_class`: or a function of the request and the keys that gives a register."""

    @require_safe
    def page(request, **keys):
        register = register_class(request, **keys)
        _require(request.actor, register.see)
        context = {"register": register, "page": register.page(), **register.context()}
        template = "registers/rows.html" if _is_part(request) else register.template
        return render(request, template, context)

    return page


def file_of(register_class: type[Register]):
    @require_safe
    def file(request, form, **keys):
        if form not in FORMS or (form == "docx" and register_class.official is None):
            raise Http404(form)
        register = register_class(request, to_take=form, **keys)
        _require(request.actor, register.see)
        _require(request.actor, register.permission)
        register.note_taken(form)
        name = f"{register.name_of_file()}.{form}"
        return attachment(written(register, form), name, FORMS[form][1])

    return file


@require_POST
def choose_columns(request, code):
    """What this person wants to see of a register; nothing ticked: as the register says."""
    if code not in REGISTERS:
        raise Http404(code)
    known = REGISTERS[code].table_class.base_columns
    columns = [name for name in known if name in request.POST.getlist("column")]
    ColumnChoice.objects.update_or_create(
        account_id=request.actor.account_id, register=code, defaults={"columns": columns}
    )
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()})
    return redirect(back if safe else "/")


def _is_part(request) -> bool:
    return bool(request.htmx) and request.htmx.target == "rows"


def _require(actor, permission: str) -> None:
    if permission:
        require_somewhere(actor, permission)
