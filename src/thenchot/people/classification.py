from thenchot.platform.classified import PRIVATE, SENSITIVE, WORK, of

SEALED = (
    "insurance_no", "health_card_no", "health", "height_cm", "weight_kg", "blood_group", "detention_note",
    "income_salary", "income_other", "house_granted", "house_owned", "land_granted", "land_bought", "land_business",
)  # fmt: skip

CLASSIFICATION = {
    "people.Person": of(
        WORK, born_on=PRIVATE, born_year_only=PRIVATE, email=PRIVATE, identity_no=SENSITIVE, identity_index=SENSITIVE
    ),
    "people.Particulars": of(PRIVATE, **dict.fromkeys(SEALED, SENSITIVE)),
    "people.FormerValue": of(PRIVATE, value=SENSITIVE),
    "people.Appointment": of(WORK),
    "people.Seating": of(WORK),
    "people.Presence": of(WORK),
    "people.Qualification": of(PRIVATE),
    "people.CareerEntry": of(PRIVATE),
    "people.SalaryStep": of(PRIVATE),
    "people.Allowance": of(PRIVATE),
    "people.Reward": of(PRIVATE),
    "people.Discipline": of(PRIVATE),
    "people.Relative": of(PRIVATE, name=SENSITIVE, born_year=SENSITIVE, details=SENSITIVE),
    "people.Background": of(PRIVATE, details=SENSITIVE),
    "people.Confirmation": of(WORK),
    "people.Pledge": of(PRIVATE),
    "people.Scan": of(PRIVATE),
    "people.Proposal": of(PRIVATE, values=SENSITIVE, before=SENSITIVE),
    "people.DataRequest": of(PRIVATE),
    "people.Breach": of(PRIVATE),
    "people.NoticeRead": of(WORK),
    "people.ColumnMapping": of(WORK),
    "people.ImportCheck": of(WORK, answers=SENSITIVE, found=SENSITIVE),
}
