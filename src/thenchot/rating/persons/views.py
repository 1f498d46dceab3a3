"""One person's year: the receipt with its history, Mẫu số 02, the notice, months from Excel."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.cells.panels import year_of_member
from thenchot.platform.files.importing import Importer
from thenchot.platform.scope.actor import NotVisible, require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.rating.access import KEEP_YEAR, is_own
from thenchot.rating.persons import imports, queries
from thenchot.rating.persons.disclosure import RatingPage
from thenchot.rating.persons.terms import term_bases


@require_safe
def rating_detail(request, pk):
    rating = queries.get_rating(request.actor, pk)
    page = RatingPage(request, rating)
    if not page.is_own:
        request.actor.reads.append(rating.person)
    context = {
        "rating": rating,
        "page": page,
        "terms": term_bases(request.actor, rating),
        "cell_year": year_of_member(rating.person, rating.round.year),
    }
    return render(request, "rating/rating.html", context)


@require_safe
def rating_print(request, pk):
    from thenchot.rating.persons import prints  # writes Word: only when it is asked for

    rating = queries.get_rating(request.actor, pk)
    own = is_own(request.actor, rating)
    if not own:
        request.actor.reads.append(rating.person)
    content = prints.write(rating, with_decision=not own or rating.notified_at is not None)
    return attachment(content, f"mau-02-{rating.round.year}-{rating.person.full_name}.docx", DOCX)


@require_safe
def rating_notice(request, pk):
    """There once a decision stands; for the person once told."""
    from thenchot.rating.persons import prints  # writes Word: only when it is asked for

    rating = queries.get_rating(request.actor, pk)
    own = is_own(request.actor, rating)
    if queries.decision_of(rating) is None or (own and rating.notified_at is None):
        raise NotVisible(f"notice {pk}")
    if not own:
        request.actor.reads.append(rating.person)
    return attachment(
        prints.notice(rating),
        f"thong-bao-xep-loai-{rating.round.year}-{rating.person.full_name}.docx",
        DOCX,
    )


importer = Importer(
    title=gettext_lazy("Nhập điểm tháng do nơi khác chấm từ Excel"),
    permission=KEEP_YEAR,
    run=imports.import_months,
    homes=imports.places,
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
    home = imports.places(request.actor).first()
    if home is None:
        raise NotVisible("no running round")
    found = imports.open_round(home)
    return attachment(imports.months_worksheet(found), f"diem-thang-{found.year}.xlsx")
