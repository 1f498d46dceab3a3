from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "placement.Vacancy": of(WORK),
    "placement.Procedure": of(PRIVATE),
    "placement.ProcedureStep": of(PRIVATE),
    "placement.Paper": of(PRIVATE),
    "placement.Waiver": of(PRIVATE),
    "placement.HandOverItem": of(WORK),
    "placement.PlacementReview": of(PRIVATE),
    "placement.MentorPair": of(WORK),
    "placement.DelegationLine": of(WORK),
}
