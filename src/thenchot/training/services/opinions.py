"""A participant says what the class was worth. Nothing tells afterwards who said what: neither the
answer nor the trail names the person.
"""

from collections.abc import Mapping

from django.db import transaction

from thenchot.kernel.text import nfc, tidy
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.policy.parameters import TrainingPolicy
from thenchot.training.enums import Rated
from thenchot.training.models import Enrolment, Opinion
from thenchot.training.queries.classes import get_class
from thenchot.training.queries.opinions import own_place
from thenchot.training.rules.rating import may_rate


@transaction.atomic
def say_opinion(actor, *, class_id: int, points: Mapping[str, int], word: str = "") -> None:
    """`points`: of each rated object, 1 to 5."""
    held_in = get_class(actor, class_id)
    place = own_place(actor, held_in)
    if place:
        place = Enrolment.objects.select_for_update(of=("self",)).get(pk=place.pk)
    policy = policies.in_force(TrainingPolicy, path=held_in.unit.path, on=today())
    may_rate(
        is_present=place is not None,
        has_rated=bool(place and place.has_rated),
        ends_on=held_in.ends_on,
        on=today(),
        within_days=policy.opinion_days,
    ).or_refuse()
    Opinion.objects.create(
        held_in=held_in, word=tidy(nfc(word)), **{code: points[code] for code in Rated}
    )
    Enrolment.objects.filter(pk=place.pk).update(has_rated=True)
