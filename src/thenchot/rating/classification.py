from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "rating.OrganisationRating": of(WORK),
    "rating.OrganisationDecision": of(WORK),
    "rating.Sending": of(WORK),
    "rating.Complaint": of(PRIVATE),
    "rating.RatingDecision": of(PRIVATE),
    "rating.RatingReopening": of(PRIVATE),
    "rating.RoundReopening": of(WORK),
    "rating.Absence": of(PRIVATE),
    "rating.ExternalMonthScore": of(PRIVATE),
    "rating.ViolationTreatment": of(PRIVATE),
    "rating.Meeting": of(PRIVATE),
    "rating.Vote": of(PRIVATE),
    "rating.Opinion": of(PRIVATE),
    "rating.QuarterRating": of(PRIVATE),
    "rating.ReplacementReview": of(PRIVATE),
    "rating.Round": of(WORK),
    "rating.Rating": of(PRIVATE),
}
