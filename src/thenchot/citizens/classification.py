from thenchot.platform.classified import PRIVATE, SENSITIVE, WORK, of

CLASSIFICATION = {
    "citizens.CaseColumns": of(WORK),
    "citizens.Batch": of(WORK),
    "citizens.Case": of(WORK, applicant=SENSITIVE, person_key=SENSITIVE, handler_name=PRIVATE),
    "citizens.CaseChange": of(WORK, fields=PRIVATE),
    "citizens.Outage": of(WORK),
    "citizens.Apology": of(WORK),
    "citizens.RatingSlip": of(WORK, person_key=SENSITIVE),
    "citizens.Satisfaction": of(PRIVATE),
}
