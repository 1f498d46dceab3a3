from thenchot.platform.classified import PRIVATE, SENSITIVE, WORK, of

CLASSIFICATION = {
    "accounts.Account": of(WORK, password=SENSITIVE, email=PRIVATE, last_login=PRIVATE)
}
