"""Personal data of those who were not taken leave after their time."""

from datetime import date

from django.db import transaction

from thenchot.kernel.periods import months_after
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.policy.parameters import RecruitmentPolicy
from thenchot.recruitment.enums import ApplicantState, RoundState
from thenchot.recruitment.models import Applicant, Round

TAKEN = (ApplicantState.HIRED, ApplicantState.STARTED)
NOBODY = "(đã xóa)"
BLANK = (
    "sex",
    "ethnicity",
    "phone",
    "email",
    "residence",
    "level",
    "major",
    "school",
    "history",
    "talent",
    "experience",
    "came_from",
    "identity_no",
)


@transaction.atomic
def forget_applicants(actor, on: date) -> int:
    """Names and all that tells who it was; number, state and points stay. How many people."""
    count = 0
    ended = Round.objects.filter(
        state__in=[RoundState.DONE, RoundState.CANCELLED],
        applicants__forgotten_on__isnull=True,
    )
    for round_ in ended.select_related("unit").distinct():
        policy = policies.in_force(RecruitmentPolicy, path=round_.unit.path, on=on)
        if months_after(round_.done_on, policy.keep_months) > on:
            continue
        left = round_.applicants.filter(forgotten_on__isnull=True).exclude(state__in=TAKEN)
        gone = [_forget(one, on) for one in left]
        if gone:
            count += len(gone)
            record(
                actor,
                "applicants_forgotten",
                subject=round_,
                unit_path=round_.unit.path,
                people=len(gone),
            )
    return count


def _forget(one: Applicant, on: date) -> int:
    for name in BLANK:
        setattr(one, name, "")
    one.full_name, one.folded, one.sort_key = NOBODY, "", ""
    one.born_on, one.slip, one.forgotten_on = None, "", on
    one.save()
    return one.pk
