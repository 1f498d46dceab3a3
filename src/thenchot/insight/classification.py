from thenchot.platform.classified import ModelClasses

CLASSIFICATION: dict[str, ModelClasses] = {}
