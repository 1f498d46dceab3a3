"""From a refusal of a service to a message in the form it came from."""

from django.contrib import messages
from django.shortcuts import redirect

from thenchot.kernel.decision import Refused
from thenchot.platform.files.kinds import BadFile
from thenchot.platform.language import say_reason


def posted(request):
    """(data, files) of a form that was sent, (None, None) of a page that is opened; an empty form counts as sent."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def attempt(request, form, do, done, to):
    """Run a service. Done: message and redirect. Refused: every reason on the form, None is returned."""
    try:
        do()
    except Refused as refused:
        for reason in refused.decision.reasons:
            form.add_error(None, say_reason(reason))
        return None
    except BadFile as bad:
        form.add_error("files" if "files" in form.fields else None, str(bad))
        return None
    messages.success(request, done)
    return redirect(to)
