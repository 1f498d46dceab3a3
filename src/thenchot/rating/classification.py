from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "rating.BodyRating": of(WORK),
    "rating.BodyDecision": of(WORK),
    "rating.Sending": of(WORK),
    "rating.Complaint": of(PRIVATE),
    "rating.RatingDecision": of(PRIVATE),
    "rating.RatingReopening": of(PRIVATE),
    "rating.RoundReopening": of(WORK),
    "rating.Absence": of(PRIVATE),
    "rating.OuterMonth": of(PRIVATE),
    "rating.ActView": of(PRIVATE),
    "rating.Meeting": of(PRIVATE),
    "rating.Vote": of(PRIVATE),
    "rating.Opinion": of(PRIVATE),
    "rating.QuarterRating": of(PRIVATE),
    "rating.ReplacementReview": of(PRIVATE),
    "rating.Round": of(WORK),
    "rating.Rating": of(PRIVATE),
}
