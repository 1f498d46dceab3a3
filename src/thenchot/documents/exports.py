"""The library as Excel."""

from thenchot.documents.queries import list_directives
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.sheets import Column, write_sheet

COLUMNS = (
    Column("Mã hệ thống", 12, "id"),
    Column("Loại văn bản", 20, "kind"),
    Column("Số, ký hiệu", 18, "number"),
    Column("Ngày ban hành", 13, "issued_on"),
    Column("Cơ quan ban hành", 34, "issuer"),
    Column("Trích yếu", 70, "title"),
    Column("Người ký", 24, "signer"),
    Column("Của địa phương", 24, "home"),
)


@in_vietnamese
def directive_sheet(actor, **filters) -> bytes:
    return write_sheet(
        COLUMNS,
        map(_row, list_directives(actor, **filters).iterator(chunk_size=500)),
        name="Văn bản",
    )


def _row(directive) -> dict:
    names = ("kind", "number", "issued_on", "issuer", "title", "signer")
    return {name: getattr(directive, name) for name in names} | {
        "id": directive.pk,
        "home": directive.home.name,
    }
