from thenchot.platform.classified import PRIVATE, SENSITIVE, of

CLASSIFICATION = {"clearance.Conclusion": of(PRIVATE, note=SENSITIVE)}
