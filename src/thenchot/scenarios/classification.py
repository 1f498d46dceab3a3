from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "scenarios.ImpactReport": of(WORK),
    "scenarios.Scenario": of(WORK),
    "scenarios.ScenarioOption": of(WORK),
    "scenarios.ScenarioLine": of(PRIVATE),
}
