from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from thenchot.platform.clock import today
from thenchot.programmes import access
from thenchot.programmes.listings import ProgrammeTaskListing
from thenchot.programmes.prints import PRINTS, docx_answer
from thenchot.programmes.queries import programmes as queries
from thenchot.programmes.strips import late


@require_safe
def programme_detail(request, pk):
    programme = queries.get_programme_page(request.actor, pk, on=today())
    sees_board = request.actor.has(access.SEE_BOARD)
    context = {
        "programme": programme,
        "board_address": f"{reverse('board')}?programme={pk}" if sees_board else "",
        "late": late(programme.counts, programme),
        "prints": PRINTS.values(),
        "tasks": ProgrammeTaskListing(programme.rows, request=request),
    }
    return render(request, "programmes/programme_detail.html", context)


@require_safe
def programme_print(request, pk, name):
    programme = queries.get_programme(request.actor, pk)
    return docx_answer(request.actor, programme, name, on=today())
