"""What is taken along: Mẫu số 01 and 02, minutes, tables, the file for the national database."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from thenchot.people.access import SEE_SENSITIVE
from thenchot.performance import year_sheets
from thenchot.performance.access import EXPORT, KEEP_YEAR
from thenchot.performance.queries import year as queries
from thenchot.performance.queries.sheets import get_sheet, is_own
from thenchot.performance.rules.rounds import may_be_sent
from thenchot.performance.services.year.exporting import note_export
from thenchot.performance.services.year.loading import decision_of
from thenchot.performance.services.year.loading import is_own as is_own_rating
from thenchot.platform.files.importing import Importer
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.asking import form_page


@require_safe
@login_required
def sheet_print(request, pk):
    from thenchot.performance.prints import (
        form01,
    )  # what writes Word is loaded when it is asked for

    sheet = get_sheet(request.actor, pk)
    if not is_own(request.actor, sheet):
        request.actor.reads.append(sheet.person)
    name = f"mau-01-{sheet.year}-{sheet.number:02d}-{sheet.person.full_name}.docx"
    return attachment(form01.write(sheet), name, DOCX)


@require_safe
@login_required
def rating_print(request, pk):
    from thenchot.performance.prints import form02

    rating = queries.get_rating(request.actor, pk)
    own = is_own_rating(request.actor, rating)
    if not own:
        request.actor.reads.append(rating.person)
    content = form02.write(rating, with_decision=not own or rating.notified_at is not None)
    return attachment(content, f"mau-02-{rating.round.year}-{rating.person.full_name}.docx", DOCX)


@require_safe
@login_required
def rating_notice(request, pk):
    """There once a decision stands; for the person once told."""
    from thenchot.performance.prints import form02

    rating = queries.get_rating(request.actor, pk)
    own = is_own_rating(request.actor, rating)
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
@login_required
def meeting_print(request, pk):
    from thenchot.performance.prints import form02

    meeting = queries.get_meeting(request.actor, pk)
    votes = queries.votes_of(meeting)
    request.actor.reads.extend(vote.rating.person for vote in votes)
    return attachment(
        form02.minutes(meeting, votes), f"bien-ban-xep-loai-{meeting.held_on:%Y%m%d}.docx", DOCX
    )


@require_safe
@login_required
def round_summary(request, pk):
    from thenchot.performance.prints import tables

    found = _exported(request, pk, "summary")
    return attachment(tables.summary(found), f"tong-hop-xep-loai-{found.year}.xlsx")


@require_safe
@login_required
def round_statistics(request, pk):
    from thenchot.performance.prints import tables

    found = _exported(request, pk, "statistics")
    return attachment(tables.statistics(found), f"thong-ke-xep-loai-{found.year}.xlsx")


@require_safe
@login_required
def round_national(request, pk, form):
    """Identity numbers only for whoever may read them in the files."""
    from thenchot.performance.prints import tables

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
    run=year_sheets.import_months,
    homes=year_sheets.places,
    template_route="year_months_template",
    upload_route="year_months_import",
    check_route="year_months_check",
    done_route="year_list",
)
year_months_import = form_page(login_required(importer.upload))
year_months_check = form_page(login_required(importer.check))


@require_safe
@login_required
def year_months_template(request):
    """The people of the first running round the actor keeps."""
    require_somewhere(request.actor, KEEP_YEAR)
    home = year_sheets.places(request.actor).first()
    if home is None:
        raise NotVisible("no running round")
    found = year_sheets.open_round(home)
    return attachment(year_sheets.months_sheet(found), f"diem-thang-{found.year}.xlsx")
