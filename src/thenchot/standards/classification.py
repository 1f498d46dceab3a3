from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "standards.StandardSet": of(WORK),
    "standards.Requirement": of(WORK),
    "standards.Exemption": of(PRIVATE),
    "standards.Sweep": of(WORK),
    "standards.Verdict": of(PRIVATE),
    "standards.Shortfall": of(PRIVATE),
    "standards.Tally": of(WORK),
    "standards.Foreseen": of(PRIVATE),
}
