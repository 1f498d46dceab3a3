"""How sensitive each field is. Work on a promise is seen by whoever has a part in it; nothing
private is kept here.
"""

from thenchot.platform.classified import PUBLIC, WORK, of

CLASSIFICATION = {
    "programmes.Amendment": of(WORK),
    "programmes.Approval": of(WORK),
    "programmes.Assignment": of(WORK),
    "programmes.Clause": of(PUBLIC),
    "programmes.Dependency": of(WORK),
    "programmes.DeskStay": of(WORK),
    "programmes.Difficulty": of(WORK),
    "programmes.Draft": of(WORK),
    "programmes.Extension": of(WORK),
    "programmes.Instance": of(WORK),
    "programmes.Programme": of(WORK),
    "programmes.Progress": of(WORK),
    "programmes.ReportDuty": of(WORK),
    "programmes.Target": of(PUBLIC),
    "programmes.TargetReading": of(WORK),
    "programmes.Task": of(WORK),
    "programmes.TaskInProgramme": of(WORK),
}
