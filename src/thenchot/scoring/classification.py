from thenchot.platform.classified import PRIVATE, of

CLASSIFICATION = {
    "scoring.Objection": of(PRIVATE),
    "scoring.Reopening": of(PRIVATE),
}
