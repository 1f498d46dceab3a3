"""How many of those a subject is for have learnt it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from thenchot.training.enums import Audience


@dataclass(frozen=True)
class Member:
    """A person in office on the reference day, by the primary seat."""

    person: int
    unit: int
    staff_kind: str
    is_manager: bool = False
    does_personnel_work: bool = False


@dataclass(frozen=True)
class Coverage:
    """Distinct people with a completed course among the population of the subject."""

    trained: int
    population: int

    @property
    def share(self) -> Decimal | None:
        """None where the subject is for nobody here."""
        return Decimal(self.trained) / self.population if self.population else None


OFFICIALS = frozenset({"cadre", "civil_servant"})
STAFF = OFFICIALS | {"public_employee"}


def belongs(member: Member, audience: str) -> bool:
    """Is the subject for this person? One for people with gaps names them itself."""
    if audience == Audience.LEADERS:
        return member.is_manager
    if audience == Audience.PERSONNEL:
        return member.does_personnel_work
    if audience == Audience.OFFICIALS:
        return member.staff_kind in OFFICIALS
    if audience == Audience.EVERYBODY:
        return member.staff_kind in STAFF
    return False


def population(members: Iterable[Member], audience: str) -> dict[int, Member]:
    """By person, each once."""
    return {member.person: member for member in members if belongs(member, audience)}


def coverage(population_of: Iterable[int], completed: Iterable[int]) -> Coverage:
    wanted = set(population_of)
    return Coverage(len(wanted & set(completed)), len(wanted))
