"""What is in force on a day: sets and their requirements as the plain values the rules read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from types import MappingProxyType

from thenchot.people.models import Appointment
from thenchot.standards.enums import RequirementKind
from thenchot.standards.models import Exemption, Requirement, StandardSet
from thenchot.standards.rules import Post, Standard, nearest


@dataclass(frozen=True)
class Law:
    """`sets`: (code, unit id or none, set id); `lineage`: (unit id, set code, requirement code) ->
    requirement id, by which an exemption given under an older version finds its requirement.
    """

    sets: tuple[tuple[str, int | None, int], ...]
    standards: Mapping[int, tuple[Standard, ...]]
    lineage: Mapping[tuple[int | None, str, str], int]

    def only(self, code: str) -> "Law":
        """The sets of one code alone."""
        return Law(tuple(row for row in self.sets if row[0] == code), self.standards, self.lineage)

    def for_unit(self, path: str) -> tuple[int, ...]:
        """Ids of the sets that hold in a unit."""
        return nearest(self.sets, [int(part) for part in path.split("/") if part])

    @cached_property
    def set_of(self) -> dict[int, int]:
        """Requirement id -> its set."""
        return {
            standard.key: pk for pk, standards in self.standards.items() for standard in standards
        }

    @cached_property
    def bits(self) -> dict[int, int]:
        """Requirement id -> its bit within its set. An issued set never changes, so neither do
        they.
        """
        ordered = {
            pk: sorted(standard.key for standard in standards)
            for pk, standards in self.standards.items()
        }
        return {key: 1 << at for keys in ordered.values() for at, key in enumerate(keys)}


def law_on(on: date, *, draft: StandardSet | None = None) -> Law:
    """With a draft: as if it were in force, in place of the version it replaces."""
    sets = list(
        StandardSet.objects.in_force(on).only("unit", "code", "basis", "edited_at").order_by()
    )
    if draft is not None:
        sets = [row for row in sets if (row.unit_id, row.code) != (draft.unit_id, draft.code)] + [
            draft
        ]
    return law_of(sets)


def law_of(sets: Iterable[StandardSet]) -> Law:
    """Of these sets alone, whatever their state."""
    sets = list(sets)
    standards, lineage = {}, {}
    for row in sets:
        codes, standards[row.pk] = _remembered(row.pk, row.edited_at, row.basis)
        lineage |= {
            (row.unit_id, row.code, code): one.key
            for code, one in zip(codes, standards[row.pk], strict=True)
        }
    return Law(tuple((row.code, row.unit_id, row.pk) for row in sets), standards, lineage)


@lru_cache(maxsize=2_000)
def _remembered(
    set_id: int, edited_at: datetime, basis: str
) -> tuple[tuple[str, ...], tuple[Standard, ...]]:
    """Codes and requirements of a set in the state of its last change; an issued one never
    changes.
    """
    rows = Requirement.objects.standing().filter(set=set_id).order_by("position", "pk")
    return tuple(row.code for row in rows), tuple(standard_of(row, basis) for row in rows)


def standard_of(row: Requirement, basis: str) -> Standard:
    return Standard(
        key=row.pk,
        kind=RequirementKind(row.kind),
        name=row.name,
        paper=row.paper,
        level=row.level,
        number=row.number,
        measure=row.measure,
        bound=row.bound,
        names=tuple(row.names),
        fields=tuple(row.fields),
        next_step=row.next_step,
        article=", ".join(part for part in (row.clause, basis) if part),
        addressees=MappingProxyType(row.addressees),
    )


def exempted(law: Law, on: date, **narrowed) -> set[tuple[int, int]]:
    """(person id, requirement id) of the exemptions that hold on a day."""
    keys = ("person_id", "requirement__set__unit_id", "requirement__set__code", "requirement__code")
    rows = Exemption.objects.in_force(on).filter(**narrowed).order_by().values_list(*keys)
    found = ((person, law.lineage.get(tuple(lineage))) for person, *lineage in rows)
    return {(person, requirement) for person, requirement in found if requirement}


# Posts as the rules read them

TITLE_FIELDS = ("code", "rank", "is_manager", "does_personnel_work", "staff_kind")
NO_TITLE = (None,) * len(TITLE_FIELDS)

POST_FIELDS = (
    "unit_id",
    "unit__path",
    "unit__bloc",
    "title_ref_id",
    "title_ref__code",
    "title_ref__rank",
    "title_ref__is_manager",
    "title_ref__does_personnel_work",
    "title_ref__staff_kind",
    "staff_kind",
    "position__code",
    "position__group",
    "position__fields",
    "position__competencies",
    "is_head",
    "is_primary",
    "valid_from",
    "pk",
)


@dataclass(frozen=True)
class Seat:
    """A post held: where it counts, since when, and what the rules need to know of it."""

    pk: int
    unit_id: int
    path: str
    title_id: int | None
    is_primary: bool
    since: date
    post: Post


def seats_of(person_id: int, on: date, at=None) -> list[Seat]:
    """Posts in force on a day, as the file stands or as it stood at a moment; the one that counts
    first.
    """
    rows = Appointment.objects if at is None else Appointment.history.said_at(at)
    rows = rows.filter(person_id=person_id).in_force(on).values_list(*POST_FIELDS)
    return sorted(map(seat_from, rows), key=lambda seat: (not seat.is_primary, seat.since, seat.pk))


def seat_from(row: tuple) -> Seat:
    values = dict(zip(POST_FIELDS, row, strict=True))
    title = [values[f"title_ref__{name}"] for name in TITLE_FIELDS]
    post = post_in(values["unit__bloc"], title, values["staff_kind"], values["is_head"])
    post = replace(post, position=values["position__code"] or "")
    post = in_position(
        post,
        values["position__group"],
        values["position__fields"],
        values["position__competencies"],
    )
    seat = (
        values["pk"],
        values["unit_id"],
        values["unit__path"],
        values["title_ref_id"],
        values["is_primary"],
    )
    return Seat(*seat, values["valid_from"], post)


def post_in(bloc: str, title: Sequence, staff_kind: str, is_head: bool) -> Post:
    """`title`: values of `TITLE_FIELDS`, all none without one. The title says the kind of staff
    where nobody said; who heads a unit without a named title counts as a manager, as in the
    headcount.
    """
    code, rank, is_manager, is_personnel, kind = title
    return Post(
        title=code or "",
        rank=rank or "",
        bloc=bloc,
        staff_kind=staff_kind or kind or "",
        is_head=is_head,
        is_manager=bool(is_manager) if code else is_head,
        is_personnel=bool(is_personnel),
    )


def in_position(
    post: Post, group: str | None, fields: list | None, competencies: dict | None
) -> Post:
    """What the description of the job position adds to the post."""
    least = tuple(
        sorted((code, int(levels[0])) for code, levels in (competencies or {}).items() if levels)
    )
    return replace(post, group=group or "", fields=tuple(fields or ()), competencies=least)
