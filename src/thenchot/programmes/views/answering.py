"""From a service to the answer: message and next page, or the form with the reasons of the
refusal.
"""

from django.contrib import messages
from django.shortcuts import redirect

from thenchot.platform.ui import forms as shared


def posted(request):
    """(data, files) of a form that was sent, (None, None) of a page that is opened; an empty form
    counts as sent.
    """
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def attempt(request, form, do, done, to):
    """Run a service. Done: message and redirect. Refused: every reason on the form, None is
    returned.
    """
    if shared.attempt(form, lambda: (do(),)) is None:
        return None
    messages.success(request, done)
    return redirect(to)
