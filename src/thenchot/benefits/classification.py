from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "benefits.Policy": of(WORK),
    "benefits.PolicyCondition": of(WORK),
    "benefits.PolicyLine": of(WORK),
    "benefits.Rearrangement": of(WORK),
    "benefits.Case": of(PRIVATE),
    "benefits.Affected": of(PRIVATE),
    "benefits.Payment": of(WORK),
    "benefits.PaymentItem": of(PRIVATE),
}
