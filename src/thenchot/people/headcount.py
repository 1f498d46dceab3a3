"""How many there are by bloc, against the approved numbers and what documents state. A person
counts once.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q, Value
from django.db.models.functions import Coalesce, NullIf

from thenchot.organisation.models import Bloc, Headcount, Quota, TitleLimit, Unit
from thenchot.organisation.queries import home_of
from thenchot.organisation.rules.quotas import difference, free, within_quota
from thenchot.people.models import Appointment
from thenchot.platform import policies
from thenchot.policy.parameters import OrganisationPolicy

KIND = Coalesce(
    NullIf("staff_kind", Value("")), "title_ref__staff_kind", Value("")
)  # what the title says where nobody said


@dataclass
class BlocRow:
    """`kinds`: people by staff kind, "" for those whose kind is not known. `quotas`: (quota, used,
    free).
    """

    bloc: str
    label: str
    total: int = 0
    managers: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    quotas: list[tuple[Quota, int, int]] = field(default_factory=list)
    stated: Headcount | None = None

    @property
    def difference(self) -> int | None:
        """The files less what the document states."""
        return (
            None
            if self.stated is None or self.stated.total is None
            else self.total - self.stated.total
        )


@dataclass
class HeadcountTable:
    """`gap`, `gap_managers`: the stated total less its stated parts (S4-002)."""

    home: Unit
    on: date
    rows: list[BlocRow]
    stated: Headcount | None = None
    snapshot: Headcount | None = None
    gap: int | None = None
    gap_managers: int | None = None
    limits: list[tuple[TitleLimit, int, int]] = field(default_factory=list)
    personnel: int = 0
    inspection: int = 0
    untitled: int = 0

    @property
    def total(self) -> int:
        return sum(row.total for row in self.rows)

    @property
    def managers(self) -> int:
        return sum(row.managers for row in self.rows)

    @property
    def quota(self) -> int:
        return sum(quota.number for row in self.rows for quota, _used, _free in row.quotas)


def headcount_table(home: Unit, on: date) -> HeadcountTable:
    """Six queries, whatever the number of people."""
    policy = policies.in_force(OrganisationPolicy, path=home.path, on=on)
    rows = {bloc: BlocRow(bloc, str(label)) for bloc, label in Bloc.choices}
    for counted in _counted(home, on):
        _add(rows[counted["unit__bloc"]], counted)
    for quota in Quota.objects.filter(unit=home, year=on.year).order_by("bloc", "staff_kind"):
        used = _used(rows[quota.bloc].kinds, quota.staff_kind, policy.quota_counts)
        rows[quota.bloc].quotas.append((quota, used, free(quota.number, used)))
    table = HeadcountTable(home, on, [row for row in rows.values() if row.total or row.quotas])
    _state(table, rows)
    table.limits = _limits(home, on)
    work = _primary(home, on).aggregate(
        personnel=Count("person", Q(title_ref__does_personnel_work=True), distinct=True),
        inspection=Count("person", Q(title_ref__does_inspection_work=True), distinct=True),
        untitled=Count("person", Q(title_ref__isnull=True), distinct=True),
    )
    table.personnel, table.inspection, table.untitled = (
        work["personnel"],
        work["inspection"],
        work["untitled"],
    )
    return table


def _primary(home: Unit, on: date):
    """One row a person: who is somewhere else only concurrently is not counted there."""
    return Appointment.objects.in_force(on).filter(
        is_primary=True, unit__path__startswith=home.path
    )


def _counted(home: Unit, on: date):
    manages = Q(title_ref__is_manager=True) | Q(title_ref__isnull=True, is_head=True)
    rows = _primary(home, on).annotate(kind=KIND).values("unit__bloc", "kind").order_by()
    return rows.annotate(
        total=Count("person", distinct=True), managers=Count("person", manages, distinct=True)
    )


def _add(row: BlocRow, counted: dict) -> None:
    row.kinds[counted["kind"]] = counted["total"]
    row.total += counted["total"]
    row.managers += counted["managers"]


def _used(kinds: dict[str, int], staff_kind: str, counts: tuple[str, ...]) -> int:
    """Of one kind; without a kind: of those the policy counts, and of those whose kind nobody
    entered.
    """
    return (
        kinds.get(staff_kind, 0)
        if staff_kind
        else sum(kinds.get(kind, 0) for kind in (*counts, ""))
    )


def _state(table: HeadcountTable, rows: dict[str, BlocRow]) -> None:
    """The latest figures a document states on or before the day: of each bloc, of the whole, of
    area and people.
    """
    stated: dict[str, Headcount] = {}
    for one in Headcount.objects.filter(unit=table.home, on__lte=table.on).order_by("on", "pk"):
        if one.total is not None:
            stated[one.bloc] = one
        if one.population is not None or one.area_km2 is not None:
            table.snapshot = one
    table.stated = stated.pop("", None)
    for bloc, one in stated.items():
        rows[bloc].stated = one
        if rows[bloc] not in table.rows:
            table.rows.append(rows[bloc])
    parts = list(stated.values())
    table.gap = difference(table.stated and table.stated.total, [one.total for one in parts])
    table.gap_managers = difference(
        table.stated and table.stated.managers, [one.managers for one in parts]
    )


def title_limits(home: Unit, on: date) -> list[TitleLimit]:
    """Permitted numbers of titles in the commune, those of a term while it runs."""
    running = Q(term__isnull=True) | Q(term__starts_on__lte=on, term__ends_on__gte=on)
    limits = TitleLimit.objects.filter(running, unit__path__startswith=home.path)
    return list(
        limits.select_related("unit", "title", "term").order_by("unit__path", "title__position")
    )


def _limits(home: Unit, on: date) -> list[tuple[TitleLimit, int, int]]:
    """Permitted numbers of titles in the commune, those of a term while it runs, with who holds
    them now.
    """
    held = Appointment.objects.in_force(on).filter(
        unit__path__startswith=home.path, title_ref__isnull=False
    )
    holders: dict[int, list[str]] = {}
    for title, path in held.values_list("title_ref", "unit__path"):
        holders.setdefault(title, []).append(path)
    found = []
    for limit in title_limits(home, on):
        used = sum(path.startswith(limit.unit.path) for path in holders.get(limit.title_id, ()))
        found.append((limit, used, free(limit.number, used)))
    return found


def may_count_one_more(unit: Unit, staff_kind: str, on: date, override: str = ""):
    """Does one more person in this unit stay within the approved number of the year? (S3-065) A
    `Decision`.
    """
    home = home_of(unit)
    policy = policies.in_force(OrganisationPolicy, path=unit.path, on=on)
    quotas = Quota.objects.filter(unit=home, year=on.year, bloc=unit.bloc)
    if staff_kind and staff_kind not in policy.quota_counts:
        quotas = quotas.filter(staff_kind=staff_kind)
    quota = quotas.filter(staff_kind__in=["", staff_kind]).order_by("-staff_kind").first()
    if quota is None:
        return within_quota(0, None, of="", year=on.year)
    rows = (
        _primary(home, on)
        .filter(unit__bloc=unit.bloc)
        .annotate(kind=KIND)
        .values("kind")
        .order_by()
    )
    kinds = dict(rows.annotate(total=Count("person", distinct=True)).values_list("kind", "total"))
    used = _used(kinds, quota.staff_kind, policy.quota_counts)
    of = f"Khối {quota.get_bloc_display()} của {home.name}"
    return within_quota(
        used, quota.number, of=of, year=on.year, blocks=policy.quota_blocks, override=override
    )
