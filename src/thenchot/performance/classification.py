from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "performance.Catalogue": of(WORK),
    "performance.Product": of(WORK),
    "performance.Sheet": of(PRIVATE),
    "performance.Reopening": of(PRIVATE),
    "performance.Work": of(PRIVATE),
    "performance.Cause": of(WORK),
    "performance.Fault": of(PRIVATE),
    "performance.WeekCount": of(WORK),
}
