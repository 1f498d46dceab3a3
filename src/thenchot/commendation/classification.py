from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "commendation.Initiative": of(WORK),
    "commendation.Movement": of(WORK),
    "commendation.MovementEntry": of(WORK),
    "commendation.Award": of(PRIVATE),
}
