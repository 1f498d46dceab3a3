"""From a reviewed draft to a programme with clauses, targets, tasks and duties to report: all or
nothing.
"""

from datetime import date

from django.db import transaction

from thenchot.documents.services import register_directive
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import fold
from thenchot.organisation.models import Unit
from thenchot.organisation.services import remember_alias
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.programmes import access
from thenchot.programmes.drafts.proposal import Proposal, TaskItem, kept
from thenchot.programmes.enums import Part, Timing
from thenchot.programmes.models import (
    Assignment,
    Clause,
    Draft,
    Programme,
    ReportDuty,
    Target,
    Task,
    TaskInProgramme,
)
from thenchot.programmes.queries.drafts import get_draft
from thenchot.programmes.services.desks import refresh_desk
from thenchot.programmes.services.recurring import open_instances

DATED_KINDS = ("date", "month", "quarter", "half", "year")


@transaction.atomic
def confirm_import(
    actor, *, draft_id, issuing_id=None, monitor_id=None, delegate_id=None, superior_id=None
):
    """Programme of a draft. Refused while a kept task has no lead unit, or the same document is
    already in force.
    """
    require(actor, access.IMPORT, get_draft(actor, draft_id).home.path)
    draft = Draft.objects.select_for_update(of=("self",)).select_related("home").get(pk=draft_id)
    content = draft.proposal
    if draft.state != "review":
        refuse("state", "Bản nháp này đã được giao hoặc đã bỏ.")
    _check_identity(content)
    _check_leads(content)
    programme = _programme(actor, draft, issuing_id, monitor_id, delegate_id, superior_id)
    clauses = _clauses(programme, content)
    tasks = _tasks(programme, content, clauses, _units(draft))
    _targets(programme, content)
    _duties(programme, content)
    _remember(actor, draft)
    draft.state, draft.programme = "confirmed", programme
    draft.save(update_fields=["state", "programme", "updated_at"])
    record(
        actor, "programme_confirmed", subject=programme, unit_path=draft.home.path, tasks=len(tasks)
    )
    _start(tasks, actor)
    return programme


_NAMES = {"number": "số, ký hiệu", "date": "ngày ban hành", "title": "trích yếu"}


def _check_identity(content):
    """A document that nobody can name later is not given out."""
    if lacking := content.lacking:
        names = ", ".join(_NAMES[name] for name in lacking)
        refuse(
            "no_identity",
            f"Văn bản chưa có {names}. Hãy ghi ở bước đối chiếu, hoặc đánh dấu văn bản không có.",
        )


def lacking_leads(content: Proposal) -> list[TaskItem]:
    """Kept tasks none of whose lead bodies is mapped to a unit."""
    mapped = {fold(body) for body, units in content.mapping.items() if units}
    return [
        task for task in kept(content.tasks) if not any(fold(body) in mapped for body in task.lead)
    ]


def _check_leads(content):
    if not kept(content.tasks):
        refuse("empty", "Chưa có nhiệm vụ nào được giữ lại để giao.")
    if missing := lacking_leads(content):
        names = ", ".join(task.name for task in missing[:12])
        refuse(
            "no_lead",
            (
                f"Các nhiệm vụ chưa có đơn vị chủ trì: {names}. Hãy gắn tên cơ quan với đơn vị của "
                f"địa phương."
            ),
        )


def _programme(actor, draft, issuing_id, monitor_id, delegate_id, superior_id):
    content = draft.proposal
    value = {name: field.value for name, field in content.metadata.items()}
    issued_on = content.reference_day
    directive = register_directive(
        actor,
        home_id=draft.home_id,
        kind=value["kind"],
        number=value["number"],
        issued_on=issued_on,
        issuer=value["issuer"] or draft.home.name,
        place=value["place"],
        title=value["title"] or value["kind"],
        signer=value["signer"],
        signer_title=value["signer_title"],
        signed_on_behalf_of=value["signed_on_behalf_of"],
        recipients=content.recipients,
        text=content.text,
        original_id=draft.original_id,
        bases=content.bases,
    )
    return Programme.objects.create(
        directive=directive,
        home=draft.home,
        title=value["title"] or str(directive),
        layout=content.layout,
        issuing_unit_id=issuing_id,
        monitor_unit_id=monitor_id,
        delegate_unit_id=delegate_id,
        superior_id=superior_id,
        given_on=issued_on or today(),
        confirmed_by_id=actor.account_id,
    )


def _clauses(programme, content):
    """Sections and group rows, in the order of the text; {ref: Clause}."""
    rows = [
        (one.ref, one.title, content.text[one.start : one.end], one.level, False)
        for one in content.sections
    ]
    seen = {row[0] for row in rows}
    rows += [
        (group.ref, group.title, group.title, 2, True)
        for group in content.groups
        if group.ref not in seen
    ]
    groups = {group.ref for group in content.groups}
    made = Clause.objects.bulk_create(
        Clause(
            programme=programme,
            ref=ref[:60],
            title=title or "",
            text=text,
            level=level,
            is_group=is_group or ref in groups,
            position=position,
        )
        for position, (ref, title, text, level, is_group) in enumerate(rows)
    )
    return {clause.ref: clause for clause in made}


def _tasks(programme, content, clauses, units):
    province = _province(programme.home)
    made = []
    for position, row in enumerate(kept(content.tasks)):
        task = Task.objects.create(
            home=programme.home,
            province=province,
            programme=programme,
            clause=clauses.get(row.parent),
            ref=row.name[:60],
            position=position,
            text=row.text,
            folded=fold(row.text),
            product=row.product[:300],
            approval_body=row.approval[:200],
            other_leads=_outside(row.lead, units)[:600],
            other_bodies=_outside(row.coordinate, units)[:600],
            after=row.after[:400],
            deadline_raw=row.deadline_raw[:400],
            given_on=programme.given_on,
            handed_on=max(programme.given_on, today()),
            **timing_of(row.deadline),
        )
        TaskInProgramme.objects.create(task=task, programme=programme, ref=task.ref)
        _assign(task, row, units)
        made.append(task)
    return made


def _outside(bodies, units) -> str:
    """Those that no unit here stands for, in the words of the document."""
    return "; ".join(body for body in bodies if not units.get(fold(body)))


def timing_of(deadline: dict) -> dict:
    """Fields of a task from a deadline in the importer's form. No date is ever made up."""
    kind, end = deadline["kind"], deadline.get("end")
    if kind in DATED_KINDS and end:
        due = date.fromisoformat(end)
        start = deadline.get("start")
        return {
            "timing": Timing.DATED,
            "due_on": due,
            "original_due_on": due,
            "starts_on": date.fromisoformat(start) if start else None,
        }
    timing = {"recurring": Timing.RECURRING, "ongoing": Timing.ONGOING, "open": Timing.OPEN}.get(
        kind, Timing.UNDATED
    )
    return {
        "timing": timing,
        "recurrence": deadline.get("rule"),
        "trigger": (deadline.get("trigger") or "")[:400],
    }


def _assign(task, row, units):
    approvers = [row.approval] if row.approval else []
    for part, bodies in (
        (Part.LEAD, row.lead),
        (Part.COORDINATE, row.coordinate),
        (Part.APPROVE, approvers),
    ):
        seen: dict[int, str] = {}
        for body in bodies:
            for unit in units.get(fold(body), ()):
                seen.setdefault(unit, body)
        Assignment.objects.bulk_create(
            Assignment(task=task, unit_id=unit, part=part, body=body[:300], position=n)
            for n, (unit, body) in enumerate(seen.items())
        )


def _targets(programme, content):
    Target.objects.bulk_create(
        Target(
            programme=programme,
            ref=row.ref[:60],
            text=row.text,
            comparator=row.comparator,
            value=row.value,
            unit=row.unit[:40],
            condition=row.condition[:200],
            due_on=_day(row.by),
            position=n,
        )
        for n, row in enumerate(kept(content.targets))
    )


def _duties(programme, content):
    ReportDuty.objects.bulk_create(
        ReportDuty(
            programme=programme,
            ref=row.ref[:60],
            text=row.text,
            receiver=row.receiver[:200],
            via=row.via[:200],
            deadline_raw=row.deadline_raw[:300],
            recurrence=row.deadline.get("rule"),
            due_on=_day(row.deadline.get("end")),
        )
        for row in kept(content.reports)
    )


def _units(draft):
    return {fold(body): units for body, units in draft.proposal.mapping.items()}


def _remember(actor, draft):
    for body, units in draft.proposal.mapping.items():
        if units:
            remember_alias(actor, home_id=draft.home_id, text=body, unit_ids=units)


def _start(tasks, actor):
    for task in tasks:
        open_instances(task, on=today())
        refresh_desk(task, ripple=False)


def _province(home):
    return Unit.objects.get(pk=int(home.path.strip("/").split("/")[0]))


def _day(text):
    return date.fromisoformat(text) if text and len(text) == 10 else None
