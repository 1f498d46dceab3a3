from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.programmes import access, forms
from thenchot.programmes.prints import PRINTS, docx_answer
from thenchot.programmes.queries import programmes as queries
from thenchot.programmes.services import measuring
from thenchot.programmes.views.answering import attempt, posted


def programme_list(request):
    page = Paginator(queries.list_programmes(request.actor, on=today()), 50).get_page(
        request.GET.get("page")
    )
    return render(request, "programmes/programme_list.html", {"page": page})


def programme_detail(request, pk):
    programme = queries.get_programme_page(request.actor, pk, on=today())
    may_read = bool(request.actor.may(access.READ_TARGET, programme.home.path))
    context = {"programme": programme, "prints": PRINTS.values(), "may_read": may_read}
    return render(request, "programmes/programme_detail.html", context)


def programme_print(request, pk, name):
    programme = queries.get_programme(request.actor, pk)
    return docx_answer(request.actor, programme, name, on=today())


def target_read(request, pk):
    target = queries.get_target(request.actor, pk)
    require(request.actor, access.READ_TARGET, target.programme.home.path)
    form = forms.ReadingForm(posted(request)[0], initial={"on": today()})
    if request.method == "POST" and form.is_valid():
        do = lambda: measuring.read_target(request.actor, target_id=pk, **form.cleaned_data)  # noqa: E731
        to = reverse("programme_detail", args=[target.programme_id])
        if answer := attempt(request, form, do, _("Đã ghi số liệu."), to):
            return answer
    return render(request, "programmes/target_reading.html", {"target": target, "form": form})
