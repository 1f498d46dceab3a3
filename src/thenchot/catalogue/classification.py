from thenchot.platform.classified import WORK, of

CLASSIFICATION = {
    "catalogue.Catalogue": of(WORK),
    "catalogue.Product": of(WORK),
    "catalogue.ProductProposal": of(WORK),
    "catalogue.RatioEstimate": of(WORK),
}
