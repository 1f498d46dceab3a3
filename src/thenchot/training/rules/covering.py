"""How many of those a subject is for have learnt it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from thenchot.training.enums import Audience


@dataclass(frozen=True)
class Member:
    """A person in office on the reference day, by the primary seat. `post`: folded words of the
    name of the job position, of the title where none is named.
    """

    person: int
    unit: int
    staff_kind: str
    is_manager: bool = False
    does_personnel_work: bool = False
    position_group: str = ""
    post: tuple[str, ...] = ()
    is_speaker: bool = False


@dataclass(frozen=True)
class Aim:
    """Whom a subject is for. `words`: of a field of work, each one or more folded words that stand
    beside each other in the name of the post.
    """

    audience: str
    position_group: str = ""
    words: tuple[tuple[str, ...], ...] = ()


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


def works_in_field(member: Member, aim: Aim) -> bool:
    """By the job position: of the group, where one is asked, and named by one of the words."""
    if aim.position_group and member.position_group != aim.position_group:
        return False
    return any(_stands_in(part, member.post) for part in aim.words)


def _stands_in(part: tuple[str, ...], post: tuple[str, ...]) -> bool:
    size = len(part)
    return any(post[n : n + size] == part for n in range(len(post) - size + 1))


BELONGS: dict[str, Callable[[Member, Aim], bool]] = {
    Audience.LEADERS: lambda member, aim: member.is_manager,
    Audience.PERSONNEL: lambda member, aim: member.does_personnel_work,
    Audience.OFFICIALS: lambda member, aim: member.staff_kind in OFFICIALS,
    Audience.EVERYBODY: lambda member, aim: member.staff_kind in STAFF,
    Audience.SPEAKERS: lambda member, aim: member.is_speaker,
    Audience.FIELD: works_in_field,
}


def belongs(member: Member, aim: Aim) -> bool:
    """Is the subject for this person? One for people with gaps names them itself."""
    asks = BELONGS.get(aim.audience)
    return asks is not None and asks(member, aim)


def population(members: Iterable[Member], aim: Aim) -> dict[int, Member]:
    """By person, each once."""
    return {member.person: member for member in members if belongs(member, aim)}


def coverage(population_of: Iterable[int], completed: Iterable[int]) -> Coverage:
    wanted = set(population_of)
    return Coverage(len(wanted & set(completed)), len(wanted))
