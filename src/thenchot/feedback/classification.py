from thenchot.platform.classified import PRIVATE, SENSITIVE, WORK, of

CLASSIFICATION = {
    "feedback.CriteriaSet": of(WORK),
    "feedback.Criterion": of(WORK),
    "feedback.FeedbackRound": of(WORK, key_name=SENSITIVE),
    "feedback.Reviewee": of(PRIVATE),
    "feedback.FeedbackResult": of(PRIVATE),
    "feedback.Invitation": of(PRIVATE),
    "feedback.Answer": of(SENSITIVE),
    "feedback.SignedView": of(PRIVATE),
}
