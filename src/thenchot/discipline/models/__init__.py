from thenchot.discipline.models.breaches import WorkBreach
from thenchot.discipline.models.cases import Case, CasePause, CaseStep, CouncilMember
from thenchot.discipline.models.screening import Screening

__all__ = ["Case", "CasePause", "CaseStep", "CouncilMember", "Screening", "WorkBreach"]
