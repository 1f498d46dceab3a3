"""Single papers of a rating, for whoever sees the rating."""

from thenchot.platform.scope.actor import NotVisible
from thenchot.rating.models import Absence, Complaint
from thenchot.rating.queries.rounds import get_rating


def get_absence(actor, pk: int) -> Absence:
    absence = Absence.objects.filter(pk=pk).first()
    if absence is None:
        raise NotVisible(f"absence {pk}")
    absence.rating = get_rating(actor, absence.rating_id)
    return absence


def get_complaint(actor, pk: int) -> Complaint:
    complaint = Complaint.objects.filter(pk=pk).first()
    if complaint is None:
        raise NotVisible(f"complaint {pk}")
    complaint.rating = get_rating(actor, complaint.rating_id)
    return complaint
