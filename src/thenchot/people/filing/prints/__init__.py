"""The forms of the file as Word: the résumé of 38 items and 2C/TCTW-98, and the pledge of a
year.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from thenchot.people.models import Person
from thenchot.platform.language import in_vietnamese

FORMS = (
    ("so-yeu-ly-lich", _("Sơ yếu lý lịch (Thông tư 06/2023/TT-BNV)")),
    ("2c-tctw-98", _("Lý lịch 2C/TCTW-98")),
)


@in_vietnamese
def write(actor, person: Person, name: str, *, on: date) -> bytes:
    """One of `FORMS` as .docx bytes. The caller has asked whether the actor may read the whole
    file.

    What writes Word is loaded here, not when the server starts.
    """
    from thenchot.people.filing.prints import form_2c, resume
    from thenchot.people.filing.prints.facts import facts_of

    writers = {"so-yeu-ly-lich": resume.write, "2c-tctw-98": form_2c.write}
    return writers[name](facts_of(actor, person, on))


def file_name(person: Person, name: str) -> str:
    return f"{name}-{person.full_name}.docx"
