"""What participants of a class said, where enough of them did."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Avg, Count, Exists, OuterRef, Q

from thenchot.training.enums import EnrolmentState, Presence, Rated
from thenchot.training.labels import RATED
from thenchot.training.models import Attendance, Enrolment, Opinion, Session, TrainingClass
from thenchot.training.rules.rating import Spread, spread

DONE = (EnrolmentState.COMPLETED, EnrolmentState.VERIFIED)


@dataclass(frozen=True)
class RatedObject:
    """One of the six objects: its mean and how many gave each of the points 1 to 5."""

    pk: str
    name: str
    spread: Spread


@dataclass(frozen=True)
class Opinions:
    """`answered` of `present`; nothing else is known while fewer than `least` answered."""

    present: int
    answered: int
    least: int
    objects: tuple[RatedObject, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def is_enough(self) -> bool:
        return self.answered >= self.least


def participants(held_in: TrainingClass):
    """Who was there: in a session at least, or with a result where no session is planned."""
    was_in = Attendance.objects.filter(enrolment=OuterRef("pk"), state=Presence.PRESENT)
    sessions = Session.objects.filter(held_in=OuterRef("held_in"))
    without = Q(~Exists(sessions), state__in=DONE)
    return Enrolment.objects.attending().filter(Exists(was_in) | without, held_in=held_in)


def own_place(actor, held_in: TrainingClass) -> Enrolment | None:
    """The actor's own participation in the class, if there is one."""
    if actor.account_id is None:
        return None
    return participants(held_in).filter(person__account=actor.account_id).first()


def opinions_of(held_in: TrainingClass, least: int) -> Opinions:
    """Two queries; three where enough answered."""
    present = participants(held_in).count()
    answered = Opinion.objects.filter(held_in=held_in).count()
    if answered < least:
        return Opinions(present, answered, least)
    rows = list(Opinion.objects.filter(held_in=held_in).order_by("pk"))
    objects = tuple(
        RatedObject(code, str(RATED[code]), spread(getattr(row, code) for row in rows))
        for code in Rated
    )
    return Opinions(present, answered, least, objects, tuple(row.word for row in rows if row.word))


def usefulness(classes: Iterable[int], least: int) -> dict[int, float]:
    """Class id -> mean points for "useful at work", of classes where enough answered; one query."""
    rows = Opinion.objects.filter(held_in__in=list(classes)).order_by().values("held_in")
    told = rows.annotate(n=Count("pk"), mean=Avg("effect")).filter(n__gte=least)
    return {row["held_in"]: row["mean"] for row in told}
