"""What waits for somebody in ratings: the own word, complaints, decisions, proposals to replace."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import Line, Waiting, register
from thenchot.rating.access import DECIDE_QUARTER, DECIDE_YEAR, KEEP_YEAR
from thenchot.rating.enums import RatingStep, ReviewState
from thenchot.rating.models import Complaint, Rating, ReplacementReview, Round


def own_words(actor, on):
    """The own rating that waits for the own word."""
    rows = Rating.objects.filter(person__account=actor.account_id, state=RatingStep.SELF)
    return rows.filter(round__locked_at__isnull=True).order_by("round__year", "pk")


def say_own_words(actor, rows, on):
    for one in rows.select_related("round"):
        words = gettext("Tự đánh giá năm %(year)s") % {"year": one.round.year}
        yield Line(words, reverse("rating_detail", args=[one.pk]))


def complaints(actor, on):
    over = answering(actor, DECIDE_YEAR).over("rating__round__unit__path")
    rows = Complaint.objects.filter(over, settled_on__isnull=True)
    return rows.exclude(rating__person__account=actor.account_id).order_by("due_on", "pk")


def say_complaints(actor, rows, on):
    for one in rows.select_related("rating__person"):
        url = reverse("rating_detail", args=[one.rating_id])
        note = f"{gettext('hạn giải quyết')} {one.due_on:%d/%m/%Y}"
        yield Line(one.rating.person.full_name, url, note)


def rounds(permission, *steps):
    """Rounds in which somebody waits for one of these steps."""

    def rows(actor, on):
        waiting = Rating.objects.filter(state__in=steps).values("round")
        over = answering(actor, permission).over("unit__path")
        return Round.objects.filter(over, pk__in=waiting, locked_at__isnull=True).order_by("pk")

    return rows


def say_rounds(actor, rows, on):
    for one in rows.select_related("unit"):
        words = gettext("Xếp loại năm %(year)s") % {"year": one.year}
        yield Line(words, reverse("round_detail", args=[one.pk]), str(one.unit))


def reviews(actor, on):
    over = answering(actor, DECIDE_QUARTER).over("unit__path")
    return ReplacementReview.objects.filter(over, state=ReviewState.PROPOSED).order_by("pk")


def say_reviews(actor, rows, on):
    for one in rows.select_related("person", "unit"):
        yield Line(one.person.full_name, reverse("replacement_list"), str(one.unit))


register(
    Waiting(
        34,
        "year_complaint",
        _("Kiến nghị về xếp loại năm"),
        complaints,
        say_complaints,
        DECIDE_YEAR,
        "year_list",
    ),
    Waiting(
        36,
        "year_decision",
        _("Quyết định xếp loại năm"),
        rounds(DECIDE_YEAR, RatingStep.DECISION),
        say_rounds,
        DECIDE_YEAR,
        "year_list",
    ),
    Waiting(
        38,
        "replacement",
        _("Đề xuất xem xét thay thế"),
        reviews,
        say_reviews,
        DECIDE_QUARTER,
        "replacement_list",
    ),
    Waiting(
        41, "own_word", _("Tự đánh giá, xếp loại năm"), own_words, say_own_words, all_of="my_month"
    ),
    Waiting(
        56,
        "year_step",
        _("Đợt xếp loại năm đang làm"),
        rounds(
            KEEP_YEAR,
            RatingStep.MEETING,
            RatingStep.PARTY,
            RatingStep.CONSOLIDATION,
            RatingStep.NOTICE,
        ),
        say_rounds,
        KEEP_YEAR,
        "year_list",
    ),
)
