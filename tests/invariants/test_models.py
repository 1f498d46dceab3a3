"""Every model of the project: its scope, the class of every field, what may delete it, who may
point at it.
"""

import pytest
from django.apps import apps
from django.db import models

from thenchot.platform.classified import gaps

OWN = [model for model in apps.get_models() if model.__module__.startswith("thenchot.")]
by_model = pytest.mark.parametrize("model", OWN, ids=lambda model: model._meta.label)

# Models without a `visible_to` of their own, and how they are reached instead.
REACHED = {
    "organisation.UnitVersion": "history of a unit, through the unit",
    "organisation.Alias": "names a commune's documents use, through the commune",
    "organisation.UnitLink": "what became of a unit, through the unit",
    "organisation.DutyHolder": "through the duty",
    "training.PlannedClass": "through the plan",
    "training.Session": "through the class",
    "training.Material": "through the curriculum",
    "training.Opinion": "through the class, where enough answered",
    "training.Attendance": "through the session",
    "succession.Lack": "through the candidate",
    "succession.Ballot": "through the conference",
    **dict.fromkeys(
        (f"placement.{name}" for name in ("ProcedureStep", "Paper", "Waiver", "HandOverItem")),
        "through the procedure",
    ),
    **dict.fromkeys(
        (f"recruitment.{name}" for name in ("Opening", "CouncilMember", "Score")),
        "through the round",
    ),
    "oversight.PlanLine": "through the plan",
    "oversight.TeamMember": "through the inspection",
    "oversight.Recommendation": "through the supervision",
    **dict.fromkeys(
        (f"discipline.{name}" for name in ("CaseStep", "CasePause", "CouncilMember")),
        "through the case",
    ),
    "commendation.MovementEntry": "through the movement",
    "citizens.CaseChange": "through the case",
    "citizens.Apology": "through the case",
    "cells.ChargeReport": "through who is in charge",
    "cells.MemberReview": "through the member",
    "cells.SheetItem": "through the sheet",
    "cells.AgendaItem": "through the meeting",
    "cells.MeetingScore": "through the meeting",
    "cells.Candidate": "through the congress",
    "reception.Question": "through the dialogue",
    "recruitment.ReceptionCase": "through the list of reception",
    "benefits.PolicyCondition": "through the policy",
    "benefits.PolicyLine": "through the policy",
    "benefits.PaymentItem": "through the payment",
    "organisation.Place": "the official list of communes: everybody's",
    **dict.fromkeys(
        (
            f"people.{name}"
            for name in (
                "Particulars",
                "FormerValue",
                "Qualification",
                "CareerEntry",
                "SalaryStep",
                "Allowance",
                "Reward",
                "Discipline",
                "Relative",
                "Background",
                "Confirmation",
                "Pledge",
                "Scan",
                "Proposal",
                "DataRequest",
            )
        ),
        "through the person, by the permission of its section",
    ),
    "people.Presence": "through the person: lists are read from it",
    "people.Breach": "by the unit that keeps the register",
    "people.NoticeRead": "own account only",
    "people.ColumnMapping": "by the commune that imports",
    "people.ImportCheck": "own uploads only, by the commune that imports",
    "standards.Sweep": "when everybody was counted: figures of the whole system, no person",
    "catalogue.Product": "through its catalogue",
    "catalogue.RatioEstimate": "through its proposal",
    "worklog.TemplateLine": "through its template",
    "scoring.Reopening": "through its sheet",
    "scoring.Objection": "through its sheet",
    "worklog.PlanLine": "through its sheet",
    "worklog.PlanReview": "through its sheet",
    "worklog.Work": "through its sheet",
    "worklog.Fault": "through its work item",
    **dict.fromkeys(
        (
            f"rating.{name}"
            for name in (
                "Absence",
                "ViolationTreatment",
                "ExternalMonthScore",
                "Vote",
                "Opinion",
                "Complaint",
                "RatingDecision",
                "RatingReopening",
                "RoundReopening",
            )
        ),
        "through the rating of the year",
    ),
    "rating.Meeting": "through its round",
    "rating.Sending": "through its round",
    "feedback.Criterion": "through its set",
    "feedback.FeedbackResult": "through the person it is about",
    "feedback.Invitation": "own turns only; for everybody else a number",
    "feedback.Answer": "nobody: sealed until its round closes, gone afterwards",
    "feedback.SignedView": "through the person it is about",
    "rating.OrganisationDecision": "through the rating of the organisation",
    "documents.DirectiveLink": "through the document it starts from",
    "programmes.Clause": "through its programme",
    "programmes.Target": "through its programme",
    "programmes.TargetReading": "through its target",
    "programmes.ReportDuty": "through its programme",
    "programmes.TaskInProgramme": "through its task",
    "programmes.Assignment": "through its task",
    "programmes.Instance": "through its task",
    "programmes.Progress": "through its task",
    "programmes.Extension": "through its task",
    "programmes.Amendment": "through its task",
    "programmes.Difficulty": "through its task",
    "programmes.Dependency": "through its task",
    "programmes.Approval": "through its task",
    "programmes.DeskStay": "through its task",
    "policies.LocalValue": "by the path of its branch (policies.queries)",
    "alerts.Alert": "by the path of its branch and the permission of its rule (alerts.queries)",
    "alerts.Notice": "own notices only (alerts.queries)",
    "alerts.Digest": "nobody's page: the mails of the scheduled job",
    "alerts.Telling": "nobody's page: what the sweep has to tell",
    "jobs.Job": "own jobs only (jobs.queries)",
    "jobs.Turn": "when a schedule ran: no page shows it",
    "backup.Backup": "no page shows it; commands of the server do",
    "backup.KeyMark": "no page shows it; commands of the server do",
    "registers.ColumnChoice": "own choice only (registers.register)",
    "files.StoredFile": "the rooms that attached it answer (files.owners)",
    "admission.Proposal": "by the path of its branch (admission.queries)",
    "admission.Slip": "by the path of its branch (admission.queries)",
    "audit.Event": "by the path of its branch (audit.queries)",
    "audit.Read": "by the branch of its subject's reader (audit.queries)",
    "scope.Grant": "own grants, or those of accounts one administers (admission.queries)",
    "accounts.Account": "own account, or those one administers (admission.queries)",
}


@by_model
def test_has_a_scope_or_says_how_it_is_reached(model):
    has_scope = hasattr(model._default_manager, "visible_to") or hasattr(
        model._default_manager.all(), "visible_to"
    )
    assert has_scope != (model._meta.label in REACHED)


def test_no_exemption_of_a_model_that_is_gone():
    assert REACHED.keys() <= {model._meta.label for model in OWN}


def test_every_field_is_classified():
    assert gaps() == []


@by_model
def test_nothing_is_deleted_along_with_something_else(model):
    links = [f for f in model._meta.fields if isinstance(f, models.ForeignKey)]
    assert [f.name for f in links if f.remote_field.on_delete is not models.PROTECT] == []


@by_model
def test_no_reverse_name_across_rooms(model):
    """A room reads another through its queries; only the rooms of the platform are one house."""
    links = [f for f in model._meta.fields if isinstance(f, models.ForeignKey)]
    across = [f for f in links if _room(f.related_model) != _room(model)]
    assert [f.name for f in across if not f.remote_field.hidden] == []


@by_model
def test_says_what_it_is(model):
    assert model.__str__ is not models.Model.__str__


def _room(model):
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "thenchot" else "django"
