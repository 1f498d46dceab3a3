from thenchot.platform.classified import WORK, of

CLASSIFICATION = {"files.StoredFile": of(WORK)}
