"""Long work of the room, run by `thenchot worker`."""

from django.urls import reverse
from django_tasks import task

from thenchot.platform import jobs
from thenchot.scenarios.enums import ScenarioState
from thenchot.scenarios.labels import SCENARIO_STATE
from thenchot.scenarios.services import work_out as run


@task()
def work_out(job_id, scenario_id):
    """The options of one question."""
    with jobs.running(job_id) as progress:
        found = run(progress.actor, scenario_id=scenario_id)
        count = found.options.count()
        words = f"{count} phương án" if found.state == ScenarioState.READY else ""
        said = words or str(SCENARIO_STATE[ScenarioState(found.state)])
        progress.finish(f"{found.name}: {said}.", url=reverse("scenario", args=[found.pk]))
