from thenchot.platform.classified import WORK, of

CLASSIFICATION = {"scope.Grant": of(WORK)}
