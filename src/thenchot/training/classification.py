from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "training.Topic": of(WORK),
    "training.TrainingPlan": of(WORK),
    "training.PlannedClass": of(WORK),
    "training.Need": of(PRIVATE),
    "training.TrainingClass": of(WORK),
    "training.Curriculum": of(WORK),
    "training.Material": of(WORK),
    "training.Opinion": of(PRIVATE),
    "training.Practice": of(PRIVATE),
    "training.SelfStudy": of(PRIVATE),
    "training.Speaker": of(PRIVATE),
    "training.Session": of(WORK, code=PRIVATE),
    "training.Effect": of(WORK),
    "training.Enrolment": of(PRIVATE),
    "training.Attendance": of(PRIVATE),
}
