from thenchot.platform.classified import WORK, of

CLASSIFICATION = {
    "catalogue.Catalogue": of(WORK),
    "catalogue.Product": of(WORK),
    "catalogue.Suggestion": of(WORK),
    "catalogue.Ratio": of(WORK),
}
