from thenchot.platform.audit.models import Read
from thenchot.platform.clock import real_now
from thenchot.platform.runtime.untraced import is_untraced


def flush_reads(get_response):
    """Writes the reads of sensitive data that the request collected in `request.actor.reads`: one
    insert.
    """

    def middleware(request):
        response = get_response(request)
        reads = (
            [] if is_untraced(request) or not request.user.is_authenticated else request.actor.reads
        )
        if reads and response.status_code == 200:
            write_reads(request.actor, reads, request.resolver_match.view_name)
        return response

    return middleware


def write_reads(actor, subjects, page):
    at = real_now()
    unique = {(s._meta.label_lower, str(s.pk)) for s in subjects}
    Read.objects.bulk_create(
        Read(at=at, account_id=actor.account_id, subject_type=kind, subject_id=pk, page=page)
        for kind, pk in sorted(unique)
    )
