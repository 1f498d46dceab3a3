from thenchot.platform.classified import PRIVATE, SENSITIVE, WORK, of

CLASSIFICATION = {
    "feedback.CriteriaSet": of(WORK),
    "feedback.Criterion": of(WORK),
    "feedback.SidesRound": of(WORK, key_name=SENSITIVE),
    "feedback.SidesSubject": of(PRIVATE),
    "feedback.SidesFigure": of(PRIVATE),
    "feedback.SidesTurn": of(PRIVATE),
    "feedback.Answer": of(SENSITIVE),
    "feedback.SignedView": of(PRIVATE),
}
