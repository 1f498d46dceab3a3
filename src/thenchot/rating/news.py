"""What happens to yearly ratings, told at once: the result, complaints and their answers."""

from django.urls import reverse
from django.utils.translation import gettext_noop as noop

from thenchot.platform.alerts.findings import about, roles, the_person
from thenchot.platform.alerts.news import news
from thenchot.platform.scope.roles import Role
from thenchot.rating.models import Complaint, Rating


def _rating_page(rating) -> str:
    return reverse("rating_detail", args=[rating.pk])


def _to_people(facts, words: str, next_step: str):
    """Each person of their own rating; `words` take the year."""
    rows = Rating.objects.filter(pk__in=list(facts)).select_related("person", "unit", "round")
    for rating in rows:
        yield about(
            rating,
            words.format(year=rating.round.year),
            path=rating.unit.path,
            url=_rating_page(rating),
            tells=the_person(rating.person),
            next_step=next_step,
        )


@news("rating_notified")
def notified(facts):
    """That the result is there; the level itself stands on the page."""
    step = noop("Xem kết quả; không đồng ý thì gửi kiến nghị")
    return _to_people(facts, "Kết quả xếp loại năm {year} đã được thông báo", step)


@news("rating_complained")
def complained(facts):
    """The competent level, on the day the clock begins."""
    wanted = [row.get("complaint") for row in facts.values()]
    rows = Complaint.objects.filter(pk__in=wanted).select_related(
        "rating__person", "rating__round__unit"
    )
    for one in rows:
        found = one.rating.round
        yield about(
            one.rating,
            f"{one.rating.person.full_name} kiến nghị về xếp loại năm {found.year}; "
            f"hạn giải quyết {one.due_on:%d/%m/%Y}",
            path=found.unit.path,
            url=_rating_page(one.rating),
            tells=roles(found.unit.path, Role.LEADER, Role.OFFICER),
            next_step=noop("Xem lại và trả lời"),
        )


@news("complaint_settled", ends=("rating_complained",))
def settled(facts):
    words = "Kiến nghị về xếp loại năm {year} đã được giải quyết"
    return _to_people(facts, words, noop("Xem trả lời"))
