"""Long work outside of the request: a row that shows how far it is, and schedules.

EXPORT = "thenchot.programmes.jobs.export"
job = jobs.start(actor, EXPORT, label="Xuất nhiệm vụ", unit_path=path, programme_id=7)

@task()
def export(job_id, programme_id):
    with jobs.running(job_id) as progress:
        for n, row in enumerate(rows, 1):
            progress.at(n, len(rows))
        progress.finish("Đã xuất 120 nhiệm vụ.", url=...)
"""

from thenchot.platform.runtime.schedule import every


def start(actor, name, *, label, unit_path, **kwargs):
    """Queue the task of that dotted name with a progress row; a rolled-back transaction leaves
    neither. By name, so that a service need not import what calls services. `kwargs` must be plain
    values. Returns the Job; show `/jobs/<id>/`.
    """
    from thenchot.platform.jobs.services import start as start_job

    return start_job(actor, name, label=label, unit_path=unit_path, **kwargs)


def running(job_id):
    """Context of the task itself: marks it running, then done, or failed with what went wrong."""
    from thenchot.platform.jobs.services import running as run_job

    return run_job(job_id)


__all__ = ["every", "running", "start"]
