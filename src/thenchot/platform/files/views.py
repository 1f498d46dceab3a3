from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from thenchot.platform.files import services
from thenchot.platform.files.models import StoredFile
from thenchot.platform.files.owners import may_read


@require_safe
def download(request, file_id):
    """Always an attachment: no kept file is ever shown as a page of this site."""
    file = get_object_or_404(StoredFile, pk=file_id)
    if not may_read(request.actor, file):
        raise Http404
    request.actor.reads.append(file)
    response = FileResponse(
        services.open_stored(file),
        as_attachment=True,
        filename=file.name,
        content_type=file.content_type,
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
