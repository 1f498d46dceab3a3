from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from thenchot.platform.alerts import services


@require_safe
def open_notice(request, notice_id):
    """Marks it read and goes to the page it is about."""
    notice = services.read_notice(request.actor, notice_id=notice_id)
    return redirect(notice.url)


@require_POST
def read_all(request):
    services.read_all_notices(request.actor)
    return redirect("notice_list")
