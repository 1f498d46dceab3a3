"""The sample documents go through the real door: upload, reading, mapping, confirmation."""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from thenchot.kernel.text import fold
from thenchot.organisation.models import Unit
from thenchot.programmes.services import confirming, drafting
from thenchot.web.demo.calendar import speak

SAMPLES = Path(__file__).parent / "documents"
HOMES = ("Đông Kinh", "Phú Lộc", "Tân Lập", "Sơn Giang", "Nam Hà")  # in the order of the files
TOGETHER = (
    "co quan",
    "don vi",
    "cap uy",
    "ban nganh",
    "doan the",
    "dia phuong",
    "chi bo",
    "to chuc dang",
    "dong chi",
    "nguoi dung dau",
    "ca nhan",
    "xa phuong",
)


def documents(folder: Path | None, on):
    """(home name, file name, bytes) of each document, in file order."""
    files = sorted((folder or SAMPLES).glob("*.txt"))
    for home, file in zip(HOMES, files, strict=False):
        text = file.read_text(encoding="utf8")
        yield home, file.name, (text if folder else speak(text, on=on)).encode()


def import_items(actor, home, name, content):
    """The programme of one document, confirmed by the officer."""
    upload = SimpleUploadedFile(name, content, content_type="text/plain")
    draft = drafting.start_import(actor, home_id=home.pk, upload=upload)
    if draft.proposal.lacking:
        drafting.correct_metadata(
            actor,
            draft_id=draft.pk,
            version=draft.version_of("metadata"),
            values={"absent": draft.proposal.lacking},
        )
    mapping = drafting.suggest_mapping(draft)
    for body in draft.proposal.bodies:
        mapping[body] = mapping[body] or [unit.pk for unit in _meant(home, body)]
    drafting.map_bodies(
        actor, draft_id=draft.pk, version=draft.version_of("mapping"), mapping=mapping
    )
    named = {key: _one(home, *words) for key, words in _desks(home).items()}
    return confirming.confirm_import(
        actor, draft_id=draft.pk, **{f"{k}_id": u.pk for k, u in named.items() if u}
    )


def _meant(home, body):
    """Units an officer would choose for a collective phrase; the commune's office where nothing
    else fits.
    """
    units = list(Unit.objects.under([home.path]).exclude(pk=home.pk).filter(valid_to=None))
    words = fold(body)
    if any(word in words for word in TOGETHER):
        return [u for u in units if u.kind in ("division", "service", "agency")][:6] or units[:3]
    return [u for u in units if set(fold(u.name).split()) <= set(words.split())][:1] or units[:1]


def _desks(home):
    if home.kind == "province":
        return {
            "issuing": ("Ban Thường vụ",),
            "monitor": ("Ban Tổ chức",),
            "delegate": ("Văn phòng",),
        }
    return {
        "issuing": ("Ban Thường vụ",),
        "monitor": ("Ban Xây dựng",),
        "delegate": ("Văn phòng Đảng ủy",),
    }


def _one(home, start):
    return Unit.objects.under([home.path]).filter(name__startswith=start, valid_to=None).first()
