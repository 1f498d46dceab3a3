from thenchot.platform.classified import PRIVATE, SENSITIVE, WORK, of

CLASSIFICATION = {
    "admission.Slip": of(WORK, digest=SENSITIVE, email=PRIVATE),
    "admission.Proposal": of(WORK),
}
