from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "succession.SuccessionPlan": of(WORK),
    "succession.PlannedPost": of(WORK),
    "succession.Candidate": of(PRIVATE),
    "succession.Lack": of(PRIVATE),
    "succession.Conference": of(WORK),
    "succession.Ballot": of(PRIVATE),
    "succession.Prospect": of(PRIVATE),
    "succession.Milestone": of(PRIVATE),
}
