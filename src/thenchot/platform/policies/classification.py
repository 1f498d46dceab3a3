from thenchot.platform.classified import PUBLIC, WORK, of

CLASSIFICATION = {
    "policies.LocalValue": of(
        WORK, key=PUBLIC, value=PUBLIC, basis=PUBLIC, valid_from=PUBLIC, valid_to=PUBLIC
    )
}
