from thenchot.platform.classified import WORK, of

CLASSIFICATION = {"jobs.Job": of(WORK), "jobs.Turn": of(WORK)}
