"""What is taken along: Mẫu số 02, minutes, tables, the file for the national database."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.people.access import SEE_SENSITIVE
from thenchot.platform.files.importing import Importer
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.rating import list_import
from thenchot.rating.access import KEEP_YEAR, is_own
from thenchot.rating.queries import rounds as queries
from thenchot.rating.queries.decisions import decision_of
from thenchot.rating.rules.rounds import may_be_sent
from thenchot.rating.services.exporting import note_export
from thenchot.worklog.access import EXPORT


@require_safe
def rating_print(request, pk):
    from thenchot.rating.prints import form02  # writes Word: only when it is asked for

    rating = queries.get_rating(request.actor, pk)
    own = is_own(request.actor, rating)
    if not own:
        request.actor.reads.append(rating.person)
    content = form02.write(rating, with_decision=not own or rating.notified_at is not None)
    return attachment(content, f"mau-02-{rating.round.year}-{rating.person.full_name}.docx", DOCX)


@require_safe
def rating_notice(request, pk):
    """There once a decision stands; for the person once told."""
    from thenchot.rating.prints import form02  # writes Word: only when it is asked for

    rating = queries.get_rating(request.actor, pk)
    own = is_own(request.actor, rating)
    if decision_of(rating) is None or (own and rating.notified_at is None):
        raise NotVisible(f"notice {pk}")
    if not own:
        request.actor.reads.append(rating.person)
    return attachment(
        form02.notice(rating),
        f"thong-bao-xep-loai-{rating.round.year}-{rating.person.full_name}.docx",
        DOCX,
    )


@require_safe
def meeting_print(request, pk):
    from thenchot.rating.prints import form02  # writes Word: only when it is asked for

    meeting = queries.get_meeting(request.actor, pk)
    votes = queries.votes_of(meeting)
    request.actor.reads.extend(vote.rating.person for vote in votes)
    return attachment(
        form02.minutes(meeting, votes), f"bien-ban-xep-loai-{meeting.held_on:%Y%m%d}.docx", DOCX
    )


@require_safe
def round_summary(request, pk):
    from thenchot.rating.prints import tables  # writes Word: only when it is asked for

    found = _exported(request, pk, "summary")
    return attachment(tables.summary(found), f"tong-hop-xep-loai-{found.year}.xlsx")


@require_safe
def round_statistics(request, pk):
    from thenchot.rating.prints import tables  # writes Word: only when it is asked for

    found = _exported(request, pk, "statistics")
    return attachment(tables.statistics(found), f"thong-ke-xep-loai-{found.year}.xlsx")


@require_safe
def round_national(request, pk, form):
    """Identity numbers only for whoever may read them in the files."""
    from thenchot.rating.prints import tables  # writes Word: only when it is asked for

    if form not in ("xlsx", "json"):
        raise NotVisible(form)
    may_be_sent(queries.get_round(request.actor, pk).rules).or_refuse()
    found = _exported(request, pk, f"national_{form}")
    records = tables.results(
        found, with_identity=bool(request.actor.may(SEE_SENSITIVE, found.unit.path))
    )
    if form == "json":
        answer = HttpResponse(tables.national_json(found, records), content_type="application/json")
        answer["Content-Disposition"] = f'attachment; filename="xep-loai-{found.year}.json"'
        return answer
    return attachment(tables.national_xlsx(found, records), f"xep-loai-{found.year}.xlsx")


def _exported(request, pk, what):
    found = queries.get_round(request.actor, pk)
    require(request.actor, EXPORT, found.unit.path)
    if not queries.is_of_persons(found):
        raise NotVisible(f"round {pk}")
    note_export(request.actor, round_id=found.pk, what=what)
    return found


importer = Importer(
    title=gettext_lazy("Nhập điểm tháng do nơi khác chấm từ Excel"),
    permission=KEEP_YEAR,
    run=list_import.import_months,
    homes=list_import.places,
    template_route="year_months_template",
    upload_route="year_months_import",
    check_route="year_months_check",
    done_route="year_list",
)


form_page = require_http_methods(["GET", "HEAD", "POST"])
year_months_import = form_page(importer.upload)
year_months_check = form_page(importer.check)


@require_safe
def year_months_template(request):
    """The people of the first running round the actor keeps."""
    require_somewhere(request.actor, KEEP_YEAR)
    home = list_import.places(request.actor).first()
    if home is None:
        raise NotVisible("no running round")
    found = list_import.open_round(home)
    return attachment(list_import.months_worksheet(found), f"diem-thang-{found.year}.xlsx")
