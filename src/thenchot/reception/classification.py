from thenchot.platform.classified import PRIVATE, SENSITIVE, WORK, of

CLASSIFICATION = {
    "reception.Rota": of(WORK),
    "reception.Slot": of(WORK),
    "reception.Visit": of(
        PRIVATE,
        number=WORK,
        state=WORK,
        slip=SENSITIVE,
        came_from=SENSITIVE,
        full_name=SENSITIVE,
        address=SENSITIVE,
        representatives=SENSITIVE,
        phone=SENSITIVE,
        identity_no=SENSITIVE,
        identity_index=SENSITIVE,
    ),
    "reception.Direction": of(WORK, said=PRIVATE),
    "reception.Dialogue": of(WORK),
    "reception.Question": of(PRIVATE, asked_by=SENSITIVE, came_from=SENSITIVE),
}
