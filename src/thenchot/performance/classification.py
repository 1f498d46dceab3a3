from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "performance.Catalogue": of(WORK),
    "performance.Product": of(WORK),
    "performance.Suggestion": of(WORK),
    "performance.Ratio": of(WORK),
    "performance.Template": of(WORK),
    "performance.TemplateLine": of(WORK),
    "performance.SourceMapping": of(WORK),
    "performance.Sheet": of(PRIVATE),
    "performance.Reopening": of(PRIVATE),
    "performance.Work": of(PRIVATE),
    "performance.Cause": of(WORK),
    "performance.Fault": of(PRIVATE),
    "performance.WeekCount": of(WORK),
}
