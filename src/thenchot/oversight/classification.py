from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "oversight.Plan": of(WORK),
    "oversight.PlanLine": of(WORK),
    "oversight.Inspection": of(PRIVATE),
    "oversight.TeamMember": of(WORK),
    "oversight.Finding": of(PRIVATE),
    "oversight.SocialSupervision": of(WORK),
    "oversight.Recommendation": of(WORK),
}
