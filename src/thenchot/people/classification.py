from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "people.Person": of(WORK, born_on=PRIVATE, born_year_only=PRIVATE, email=PRIVATE),
    "people.Appointment": of(WORK),
}
