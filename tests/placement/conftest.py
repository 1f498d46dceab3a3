"""The ward of planning, with a case under way.

placement.opened(person, kind)   a case; `run` all its steps and papers, `decide` it
placement.rated(person, …)       ratings of the years before
"""

from dataclasses import dataclass
from datetime import date

import pytest
from tests.succession.conftest import DAY, SuccessionWorld, ready_ward, world  # noqa: F401
from tests.town_placement import accept, decide, opened, run

from thenchot.people.filing import changing
from thenchot.people.models import Appointment
from thenchot.placement.models import Procedure
from thenchot.rating.models import Rating, RatingDecision, Round

YEARS = (2025, 2024, 2023)


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL."""
    for item in items:
        if "tests/placement/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@dataclass
class PlacementWorld(SuccessionWorld):
    """People who are deputies since a long time, rated well, and planned for a head's post."""

    def opened(self, unit: str, kind="appointment", **more) -> Procedure:
        more.setdefault("code", "division_head")
        more["target_id"] = more.get("target_id") or self.world.units["phòng văn hóa"].pk
        if kind not in ("appointment", "transfer", "to_commune", "trial", "nomination"):
            more.pop("code")
            more.pop("target_id")
        case = opened(self.officer, self.world.ward, self.person(unit), kind, **more)
        return self.fresh(case)

    def fresh(self, case) -> Procedure:
        rows = Procedure.objects.select_related("unit", "person", "title", "target", "seat__unit")
        return rows.get(pk=case.pk)

    def run(self, case, agreed=9, until=99) -> Procedure:
        return self.fresh(run(self.officer, case, agreed, until=until))

    def accept(self, case, code: str) -> None:
        accept(self.leader, case, code)

    def decide(self, case, **more) -> Procedure:
        return decide(self.leader, case, **more)

    def rated(self, unit: str, *levels: str) -> None:
        """Bands of the years before this one, the last year first."""
        for year, level in zip(YEARS, levels, strict=False):
            round_, _ = Round.objects.get_or_create(
                unit=self.world.ward,
                year=year,
                defaults={"opened_by_id": self.officer.account_id},
            )
            rating = Rating.objects.create(
                round=round_,
                person=self.person(unit),
                unit=self.world.units[unit],
                kind="deputy",
            )
            RatingDecision.objects.create(
                rating=rating,
                level=level,
                proposed=level,
                number=f"{year}-QĐ",
                decided_on=date(year, 12, 11),
            )

    def since(self, unit: str, begun: date) -> None:
        Appointment.objects.filter(person=self.person(unit)).update(valid_from=begun)


@pytest.fixture
def placement(world) -> PlacementWorld:  # noqa: F811
    return schooled(ready_ward(world, PlacementWorld))


def schooled(made: PlacementWorld) -> PlacementWorld:
    """Everybody holds political theory too: nothing lacks of the standard."""
    for person in made.world.people.values():
        changing.add_row(made.officer, person_id=person.pk, section="theory", level="middle")
    return made
