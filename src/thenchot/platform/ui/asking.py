"""A form on a page of its own, and the way back from it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

form_page = require_http_methods(["GET", "HEAD", "POST"])


def ask(request, form, *, title, submit, back, above, note=""):
    """`back`: the address of the page above, `above` its name."""
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "back": back,
        "above": above,
        "note": note,
    }
    return render(request, "ui/form_page.html", context)


def done(request, text, route, *args):
    messages.success(request, text)
    return redirect(reverse(route, args=args))
