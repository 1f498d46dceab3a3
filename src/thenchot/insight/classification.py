from thenchot.platform.classified import WORK, of

CLASSIFICATION = {"insight.Figure": of(WORK)}
