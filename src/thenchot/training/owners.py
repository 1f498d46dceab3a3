"""Who may read the files of this room: material of curricula, scans and proofs of learning."""

from django.db.models import Exists

from thenchot.training.access import SEE, SEE_NAMES
from thenchot.training.models import Curriculum, Enrolment, Material, SelfStudy


def may_read_file(actor, file) -> bool:
    """Material: whoever sees the curriculum. A certificate that is not in the personal file yet:
    whoever sees the enrolment. One query.
    """
    curricula = Curriculum.objects.visible_to(actor, SEE).values("pk")
    material = Material.objects.filter(file=file, curriculum__in=curricula)
    scans = Enrolment.objects.visible_to(actor, SEE_NAMES).filter(scan=file)
    proofs = SelfStudy.objects.visible_to(actor, SEE_NAMES).filter(proof=file)
    found = type(file).objects.filter(pk=file.pk)
    return found.filter(Exists(material) | Exists(scans) | Exists(proofs)).exists()
