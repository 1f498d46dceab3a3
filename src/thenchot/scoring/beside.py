"""What rooms below know about the person of a sheet in its period: shown beside the score, never
part of it by itself.
"""

from collections.abc import Mapping
from typing import Any

from thenchot.oversight.queries.findings import found_in
from thenchot.worklog.models import Assessment


def findings_beside(actor, assessment: Assessment) -> Mapping[str, Any] | None:
    """Findings of inspections (S3-053); nothing is shown where there is none."""
    rows = found_in(actor, assessment.person, assessment.starts_on, assessment.ends_on)
    return {"rows": rows} if rows else None
