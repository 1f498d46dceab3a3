"""Home pages: where rooms meet."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render


def healthz(request):
    return HttpResponse("ok", content_type="text/plain")


@login_required
def desk(request):
    return render(request, "web/desk.html")


@login_required
def search(request):
    return render(request, "web/search.html")
