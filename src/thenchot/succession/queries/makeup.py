"""How a list is made up, against what the place asks for; one query for the people, policies beside
it.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.policy.parameters import CompositionPolicy, ProgrammePolicy, SuccessionPolicy
from thenchot.succession.models import Candidate
from thenchot.succession.rules.meters import Member, Meter, bands_of, meters_of

FIELDS = (
    "person_id",
    "person__sex",
    "person__born_on",
    "person__particulars__in_science",
    "person__particulars__in_religious_area",
)


@dataclass(frozen=True)
class Makeup:
    """`entries`: names counted once a post; `people`: each person once."""

    entries: int
    people: int
    meters: list[Meter]
    bands: dict[str, int]
    bounds: tuple[int, int]


def makeup_of(path: str, also: Collection[int] = (), **narrowed) -> Makeup:
    """Of the listed candidates of a plan (`post__plan=…`) or of one post (`post=…`); `also`: and of
    these, as if they were proposed.
    """
    on = today()
    listed = Candidate.objects.listed().values("pk")
    rows = Candidate.objects.filter(Q(pk__in=listed) | Q(pk__in=also))
    rows = rows.filter(post__is_dropped=False, **narrowed)
    members = [Member(*values) for values in rows.order_by("pk").values_list(*FIELDS)]
    policy = policies.in_force(SuccessionPolicy, path=path, on=on)
    age = policies.in_force(ProgrammePolicy, path=path, on=on).young_age
    asked = policies.in_force(CompositionPolicy, path=path, on=on)
    targets = {
        "women": asked.women_committee,
        "young": asked.young_term,
        "science": asked.science_committee,
    }
    meters = meters_of(members, young_age=age, targets=targets, on=on)
    bounds = (policy.age_bands[0], policy.age_bands[-1])
    return Makeup(
        len(members),
        len({member.person for member in members}),
        meters,
        bands_of(members, bounds, on),
        bounds,
    )
