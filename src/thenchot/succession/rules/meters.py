"""How a list is made up: women, young people, three bands of age, fields. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from thenchot.people.retirement import full_years


@dataclass(frozen=True)
class Member:
    """Somebody on the list; what the file does not say is None."""

    person: int
    sex: str = ""
    born_on: date | None = None
    in_science: bool | None = None
    in_religious_area: bool | None = None


@dataclass(frozen=True)
class Meter:
    """`part` of `whole` distinct people; `unknown`: of whom the file does not tell. `target`
    percent, none where nothing is asked.
    """

    code: str
    part: int
    whole: int
    unknown: int = 0
    target: int | None = None

    @property
    def percent(self) -> float | None:
        return 100 * self.part / self.whole if self.whole else None

    @property
    def lacking(self) -> int:
        """People more that it takes, the list staying as long as it is."""
        if not self.target or self.whole == self.unknown:
            return 0
        wanted = -(-self.target * self.whole // 100)
        return max(0, wanted - self.part)


def bands_of(members: Iterable[Member], bounds: tuple[int, int], on: date) -> dict[str, int]:
    """How many are up to the first age, up to the second, older; by completed years on the day."""
    found = {"youngest": 0, "middle": 0, "oldest": 0, "unknown": 0}
    for member in _once(members):
        if member.born_on is None:
            found["unknown"] += 1
            continue
        age = full_years(member.born_on, on)
        band = "youngest" if age <= bounds[0] else "middle" if age <= bounds[1] else "oldest"
        found[band] += 1
    return found


def meters_of(
    members: Iterable[Member], *, young_age: int, targets: dict[str, int], on: date
) -> list[Meter]:
    """Each person once, whatever the number of posts planned for."""
    people = _once(members)

    def young(member: Member) -> bool | None:
        return None if member.born_on is None else full_years(member.born_on, on) < young_age

    told: dict[str, Callable[[Member], bool | None]] = {
        "women": lambda member: None if not member.sex else member.sex == "f",
        "young": young,
        "science": lambda member: member.in_science,
        "religious": lambda member: member.in_religious_area,
    }
    return [_meter(code, people, says, targets.get(code)) for code, says in told.items()]


Says = Callable[[Member], bool | None]


def _meter(code: str, people: list[Member], says: Says, target: int | None) -> Meter:
    answers = [says(member) for member in people]
    return Meter(code, answers.count(True), len(people), answers.count(None), target or None)


def _once(members: Iterable[Member]) -> list[Member]:
    return list({member.person: member for member in members}.values())
