"""What can be done to a reporter, propagandist or part-time lecturer."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.actor import over, somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.training.access import EDIT
from thenchot.training.forms import speakers as forms
from thenchot.training.queries.speakers import get_speaker
from thenchot.training.services import speakers as services

SPEAKER = Actions(
    code="training_speaker",
    get=get_speaker,
    back=lambda speaker: reverse("training_speaker_list"),
    above=lambda speaker: _("Báo cáo viên, tuyên truyền viên"),
    actions=(
        Action(
            name="new",
            title=_("Ghi báo cáo viên, tuyên truyền viên"),
            submit=_("Ghi"),
            form=forms.SpeakerForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.name_speaker(actor, **data),
            done=_("Đã ghi."),
            on_thing=False,
        ),
        Action(
            name="end",
            title=_("Kết thúc"),
            heading=lambda speaker: _("Thôi làm nhiệm vụ") + f": {speaker.person}",
            submit=_("Ghi"),
            form=forms.EndSpeakerForm,
            may=over(EDIT),
            run=lambda actor, speaker, data: services.end_speaker(
                actor, speaker_id=speaker.pk, **data
            ),
            done=_("Đã ghi ngày kết thúc."),
            tone="quiet",
        ),
    ),
)
