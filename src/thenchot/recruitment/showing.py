"""What the holder of a code is shown: the state of the form, reasons, marks once they are told."""

from thenchot.platform.clock import today
from thenchot.recruitment.enums import ApplicantState, RoundState
from thenchot.recruitment.labels import APPLICANT_STATE, PAPER
from thenchot.recruitment.listings import scores_told
from thenchot.recruitment.queries.applicants import file_limit, priority_of
from thenchot.recruitment.queries.rounds import appeals_until, form_of, policy_of

HIDDEN_UNTIL = {
    # What an approval decided is told only when the results are public.
    ApplicantState.WON: RoundState.RESULTS,
    ApplicantState.NOT_WON: RoundState.RESULTS,
}
TELLS_MARKS = (RoundState.MARKED, RoundState.RANKED, RoundState.RESULTS, RoundState.DONE)
TELLS_FIRST = (RoundState.FIRST, *TELLS_MARKS)
TELLS_RESULT = (RoundState.RESULTS, RoundState.DONE)
WITHDRAWS = (ApplicantState.RECEIVED, ApplicantState.ELIGIBLE, ApplicantState.REFUSED)


def state_told(one) -> str:
    """Whether a form is eligible is told with the list, a result when it is public."""
    round_state, state = RoundState(one.round.state), ApplicantState(one.state)
    if state in HIDDEN_UNTIL and round_state not in TELLS_RESULT:
        return str(APPLICANT_STATE[ApplicantState.SECOND])
    if state in (ApplicantState.ELIGIBLE, ApplicantState.REFUSED) and not one.round.listed_on:
        return str(APPLICANT_STATE[ApplicantState.RECEIVED])
    return str(APPLICANT_STATE[state])


def shown_by_code(one) -> dict:
    round_ = one.round
    has_reason = one.ground and one.state in (
        ApplicantState.REFUSED,
        ApplicantState.STRUCK,
        ApplicantState.LAPSED,
    )
    limit = file_limit(one) if one.state == ApplicantState.WON else None
    is_told = round_.state in TELLS_RESULT
    return {
        "applicant": one,
        "round": round_,
        "state": state_told(one),
        "ground": one.ground if has_reason and round_.listed_on else "",
        "scores": _scores(one),
        "priority": priority_of(one, policy_of(round_)) if is_told else None,
        "total": one.total if is_told else None,
        "appeals": _appeals(one),
        "appeals_until": appeals_until(round_) if round_.marked_on else None,
        "limit": limit if is_told else None,
        "may_withdraw": round_.state in (RoundState.PUBLISHED, RoundState.LISTED)
        and one.state in WITHDRAWS,
    }


def _scores(one) -> list:
    if one.round.state not in TELLS_FIRST:
        return []
    rows = list(scores_told(one))
    if one.round.state in TELLS_MARKS:
        return rows
    return [row for row in rows if row.score.paper == "first"]


def _appeals(one) -> list[tuple[str, str]]:
    """Papers that may be appealed against now."""
    round_ = one.round
    if round_.state != RoundState.MARKED or today() > appeals_until(round_):
        return []
    reviewed = form_of(round_).reviewed
    return [
        (score.paper, PAPER[score.paper])
        for score in one.scores.all()
        if score.paper in reviewed and not score.appealed_on
    ]
