from thenchot.platform.classified import PUBLIC, WORK, of

CLASSIFICATION = {
    "organisation.Unit": of(PUBLIC),
    "organisation.UnitVersion": of(PUBLIC),
    "organisation.Alias": of(WORK),
    "organisation.Term": of(PUBLIC),
}
