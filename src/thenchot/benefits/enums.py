"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class Group(StrEnum):
    """What a policy is about. Of `LEAVING` nobody takes two."""

    LEAVING = "leaving"
    TALENT = "talent"
    SUPPLEMENT = "supplement"
    LEADERSHIP = "leadership"
    ENCOURAGEMENT = "encourage"
    OTHER = "other"


class Area(StrEnum):
    """The four areas of ongoing work (S3-044)."""

    POLICY = "policy"
    TRAINING = "training"
    PROTECTION = "protection"
    PARTY = "party"


class Level(StrEnum):
    """Who issued it."""

    CENTRAL = "central"
    PROVINCE = "province"
    COMMUNE = "commune"


class PolicyState(StrEnum):
    DRAFT = "draft"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    ENDED = "ended"


class Ask(StrEnum):
    """The closed set of conditions."""

    MONTHS_LEFT = "months_left"
    SERVICE = "service"
    RATED = "rated"
    TITLES = "titles"
    STAFF_KINDS = "staff_kinds"
    REARRANGED = "rearranged"
    SURPLUS = "surplus"
    TALENT = "talent"
    NEEDED_FIELD = "needed_field"
    COMMITTED = "committed"


class Formula(StrEnum):
    """The closed set of functions an amount is made of."""

    FIXED = "fixed"
    BASE_SALARIES = "base_salaries"
    MINIMUM_WAGES = "minimum_wages"
    PAY_MONTHS = "pay_months"
    PAY_BY_MONTHS = "pay_by_months"
    PAY_BY_EARLY_YEARS = "early_years"
    PAY_BY_INSURED_YEARS = "insured_years"
    PAY_FOR_INSURANCE = "insurance"
    BY_KIND = "by_kind"
    WAGES_BY_KIND = "wages_by_kind"
    SHARE_BY_RATING = "by_rating"
    LEADERSHIP = "leadership"


class Counted(StrEnum):
    """Which months a function multiplies by."""

    EARLY = "early"
    INSURED = "insured"


class Kind(StrEnum):
    """Of somebody recruited as talented."""

    GRADUATE = "graduate"
    MASTER = "master"
    RESIDENT = "resident"
    DOCTOR = "doctor"
    ASSOCIATE = "associate"
    PROFESSOR = "professor"


class CheckState(StrEnum):
    """`UNKNOWN`: the system has no data for it."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class CaseState(StrEnum):
    FOUND = "found"
    PREPARED = "prepared"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    PAID = "paid"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class RearrangementKind(StrEnum):
    VILLAGE = "village"
    COMMUNE = "commune"
    BODY = "body"


class PaymentState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"


class Part(StrEnum):
    """What a line of a payment pays: what is due once, or a month."""

    ONCE = "once"
    MONTH = "month"


OVER = (CaseState.REFUSED, CaseState.WITHDRAWN)
TAKEN = (CaseState.PREPARED, CaseState.SUBMITTED, CaseState.APPROVED, CaseState.PAID)
