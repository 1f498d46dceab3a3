from thenchot.platform.classified import WORK, of

CLASSIFICATION = {"registers.ColumnChoice": of(WORK)}
