"""Long work of the room, run by `thenchot worker`."""

from django.urls import reverse
from django_tasks import task

from thenchot.platform import jobs
from thenchot.training.services.drawing import count_needs, propose_classes
from thenchot.training.services.effects import count_effects


@task()
def draw_up(job_id, plan_id):
    """Needs are counted, then classes proposed for them."""
    with jobs.running(job_id) as progress:
        drawn = count_needs(progress.actor, plan_id=plan_id)
        placed = propose_classes(progress.actor, plan_id=plan_id)
        progress.finish(
            f"Thêm {drawn.added} nhu cầu, bỏ {drawn.gone}; đã xếp {placed} người vào lớp; "
            f"{drawn.unmatched} tiêu chuẩn còn thiếu chưa có chuyên đề đáp ứng.",
            url=reverse("training_plan", args=[plan_id]),
        )


@task()
def reckon_effects(job_id, home_id):
    """Those who learnt against similar people, subject by subject."""
    with jobs.running(job_id) as progress:
        counted = count_effects(progress.actor, unit_id=home_id, tick=progress.at)
        progress.finish(f"Đã so sánh {counted} chuyên đề.", url=reverse("training_effect_list"))
