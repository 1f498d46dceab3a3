from thenchot.platform.classified import WORK, of

CLASSIFICATION = {"documents.Directive": of(WORK), "documents.DirectiveLink": of(WORK)}
