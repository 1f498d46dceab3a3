from thenchot.platform.classified import WORK, of

CLASSIFICATION = {"backup.Backup": of(WORK), "backup.KeyMark": of(WORK)}
