from thenchot.platform.classified import PRIVATE, of

CLASSIFICATION = {
    "discipline.Case": of(PRIVATE),
    "discipline.CaseStep": of(PRIVATE),
    "discipline.CasePause": of(PRIVATE),
    "discipline.CouncilMember": of(PRIVATE),
    "discipline.WorkBreach": of(PRIVATE),
    "discipline.Screening": of(PRIVATE),
}
