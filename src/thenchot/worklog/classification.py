from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "worklog.FieldVisit": of(PRIVATE),
    "worklog.HardTask": of(WORK),
    "worklog.OpinionRequest": of(WORK),
    "worklog.PlanLine": of(PRIVATE),
    "worklog.PlanReview": of(PRIVATE),
    "worklog.Assessment": of(PRIVATE),
    "worklog.SourceMapping": of(WORK),
    "worklog.Template": of(WORK),
    "worklog.TemplateLine": of(WORK),
    "worklog.WeekCount": of(WORK),
    "worklog.Work": of(PRIVATE),
    "worklog.Cause": of(WORK),
    "worklog.Fault": of(PRIVATE),
}
