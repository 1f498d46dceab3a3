"""A template against the open sheets of a month: whom it means, what each would get, lose or keep.
A constant number of queries, however many people.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from thenchot.catalogue.list_import.lines import code_key
from thenchot.catalogue.models import Product
from thenchot.catalogue.queries.catalogue import catalogue_in_force, products_by_code
from thenchot.kernel.periods import Month
from thenchot.kernel.text import words
from thenchot.people.models import Appointment, Person
from thenchot.platform.scope.actor import NotVisible
from thenchot.worklog.enums import AssessmentState
from thenchot.worklog.models import Assessment, Template, TemplateLine, Work
from thenchot.worklog.queries.assessments import BY_DECREE
from thenchot.worklog.rules.assigning import Change, Held, Step, Wanted, counts, difference, due_in

SOURCE = "template"


@dataclass(frozen=True)
class Target:
    """One open sheet and what assigning does to it."""

    assessment: Assessment
    changes: list[Change]
    works: dict[str, Work]

    @property
    def acts(self) -> list[Change]:
        return [change for change in self.changes if change.step != Step.KEPT]


@dataclass
class Plan:
    """`without`: people who get nothing, and why; `unknown`: codes the catalogue of that month does
    not have.
    """

    template: Template
    month: Month
    targets: list[Target] = field(default_factory=list)
    without: list[tuple[Person, str]] = field(default_factory=list)
    products: dict[str, Product] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    @property
    def changed(self) -> list[Target]:
        return [target for target in self.targets if target.changes]

    @property
    def counts(self) -> dict[str, int]:
        return {
            str(step): number
            for step, number in counts(
                change for target in self.targets for change in target.changes
            ).items()
        }

    @property
    def acts(self) -> int:
        return sum(len(target.acts) for target in self.targets)

    @property
    def seal(self) -> str:
        """Of what somebody was shown: what is confirmed is this and nothing else."""
        told = [
            (
                target.assessment.pk,
                [tuple(map(str, (c.step, c.key, c.before, c.after))) for c in target.changes],
            )
            for target in self.targets
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()


def list_templates(actor, permission: str) -> QuerySet[Template]:
    standing = Count("lines", filter=Q(lines__dropped_at__isnull=True))
    rows = (
        Template.objects.visible_to(actor, permission)
        .filter(ended_at__isnull=True)
        .select_related("unit", "position")
    )
    return rows.annotate(products=standing).order_by("unit__path", "name", "pk")


def get_template(actor, pk: int) -> Template:
    found = (
        Template.objects.visible_to(actor).select_related("unit", "position").filter(pk=pk).first()
    )
    if found is None:
        raise NotVisible
    return found


def get_line(actor, pk: int) -> TemplateLine:
    """A line that stands, of a template the actor sees."""
    line = (
        TemplateLine.objects.filter(
            pk=pk, dropped_at__isnull=True, template__in=Template.objects.visible_to(actor)
        )
        .select_related("template__unit", "template__position", "product__catalogue")
        .first()
    )
    if line is None:
        raise NotVisible(f"template line {pk}")
    return line


def lines_of(template: Template) -> QuerySet[TemplateLine]:
    return (
        template.lines.filter(dropped_at__isnull=True)
        .select_related("product__catalogue", "template__unit")
        .order_by("product__position", "pk")
    )


def plan(actor, template: Template, month: Month, *, lock: bool = False) -> Plan:
    """`lock`: keep the sheets from changing until the transaction ends."""
    made = Plan(template, month)
    wanted = _wanted(made)
    seats = _seats(template, month)
    assessments = _assessments(seats, month, lock)
    held = _held(template, month, assessments.values())
    for seat in seats:
        assessment = assessments.get(seat.person_id)
        if why := _left_out(actor, seat.person, assessment):
            made.without.append((seat.person, why))
        else:
            works = held.get(assessment.pk, {})
            made.targets.append(
                Target(assessment, difference(wanted, map(_as_held, works.items())), works)
            )
    return made


def source_id(template: Template, month: Month, key: str) -> str:
    """Stable: assigned again, it is the same work item."""
    return f"{template.pk}:{month.year}-{month.index:02d}:{key}"


def _wanted(made: Plan) -> list[Wanted]:
    lines = list(lines_of(made.template))
    made.products = products_by_code(
        catalogue_in_force(made.template.unit, made.month.end),
        [line.product.code for line in lines],
    )
    made.unknown = [
        line.product.code for line in lines if code_key(line.product.code) not in made.products
    ]
    known = [
        (line, code_key(line.product.code))
        for line in lines
        if code_key(line.product.code) in made.products
    ]
    return [
        Wanted(key, made.products[key].name, line.quantity, due_in(made.month, line.due_day))
        for line, key in known
    ]


def _seats(template: Template, month: Month) -> list[Appointment]:
    """The latest primary seat of each person in the branch in that month, where it is the one the
    template means.
    """
    seats = Appointment.objects.filter(
        unit__path__startswith=template.unit.path, is_primary=True, valid_from__lte=month.end
    )
    seats = (
        seats.exclude(valid_to__lt=month.start)
        .select_related("person", "unit", "title_ref")
        .order_by("-valid_from", "-pk")
    )
    latest = {}
    for seat in seats:
        latest.setdefault(seat.person_id, seat)
    meant = [seat for seat in latest.values() if _means(template, seat)]
    return sorted(
        meant, key=lambda seat: (seat.unit.path, not seat.is_head, seat.person.sort_key, seat.pk)
    )


def _means(template: Template, seat: Appointment) -> bool:
    if template.position_id:
        return seat.position_id == template.position_id
    names = [seat.title, seat.title_ref.name if seat.title_ref else ""]
    return not template.title or words(template.title) in [words(name) for name in names]


def _assessments(seats: Iterable[Appointment], month: Month, lock: bool) -> dict[int, Assessment]:
    """Person -> sheet of the seat's unit in that month; a counting one before practice."""
    units = {seat.person_id: seat.unit_id for seat in seats}
    rows = Assessment.objects.filter(
        person__in=units,
        dropped_at__isnull=True,
        rules__in=BY_DECREE,
        starts_on__lte=month.start,
        ends_on__gte=month.end,
    )
    rows = rows.select_related("person", "unit").order_by("-is_practice", "-pk")
    rows = rows.select_for_update(of=("self",)) if lock else rows
    return {
        assessment.person_id: assessment
        for assessment in rows
        if assessment.unit_id == units[assessment.person_id]
    }


def _left_out(actor, person: Person, assessment: Assessment | None) -> str:
    if person.account_id is not None and person.account_id == actor.account_id:
        return _("không tự giao việc cho mình")
    if assessment is None:
        return _(
            "chưa có phiếu của tháng này: mở ở trang của đơn vị; người khối Đảng theo dõi theo quý"
        )
    return (
        ""
        if assessment.state == AssessmentState.OPEN
        else _("phiếu %s") % assessment.get_state_display()
    )


def _held(
    template: Template, month: Month, assessments: Iterable[Assessment]
) -> dict[int, dict[str, Work]]:
    prefix = source_id(template, month, "")
    works = Work.objects.filter(
        assessment__in=[assessment.pk for assessment in assessments],
        source=SOURCE,
        source_id__startswith=prefix,
    )
    found: dict[int, dict[str, Work]] = {}
    for work in works.annotate(
        found_fault=Count("faults", filter=Q(faults__withdrawn_at__isnull=True))
    ):
        found.setdefault(work.assessment_id, {})[work.source_id.removeprefix(prefix)] = work
    return found


def _as_held(pair: tuple[str, Work]) -> Held:
    key, work = pair
    touched = (
        work.finished > Decimal(0)
        or work.returned > Decimal(0)
        or work.confirmed_at is not None
        or work.found_fault > 0
    )
    return Held(key, work.name, work.assigned, work.due_on, touched, work.dropped_at is not None)
