from thenchot.platform.classified import PUBLIC, WORK, of

CLASSIFICATION = {
    "organisation.Unit": of(PUBLIC),
    "organisation.UnitVersion": of(PUBLIC),
    "organisation.UnitLink": of(PUBLIC),
    "organisation.Alias": of(WORK),
    "organisation.Term": of(PUBLIC),
    "organisation.Title": of(PUBLIC),
    "organisation.PositionScheme": of(WORK),
    "organisation.JobPosition": of(WORK),
    "organisation.Quota": of(WORK),
    "organisation.TitleLimit": of(WORK),
    "organisation.Headcount": of(PUBLIC),
    "organisation.Duty": of(PUBLIC),
    "organisation.DutyHolder": of(PUBLIC),
    "organisation.Committee": of(PUBLIC),
    "organisation.Seat": of(PUBLIC),
    "organisation.Place": of(PUBLIC),
}
