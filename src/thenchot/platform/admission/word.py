"""The sheet of slips as a Word file: the same words as on the page, one slip per frame, ready to be
cut.
"""

import io

from django.utils.translation import gettext as _

from thenchot.platform.language import in_vietnamese

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@in_vietnamese
def slips_document(printed, address: str) -> bytes:
    """`printed`: slips with their codes and `slip.place`; `address`: where a slip is used. Nothing
    is kept.
    """
    from docx import Document
    from docx.shared import Mm, Pt

    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(18)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = (
        "Times New Roman",
        Pt(12),
    )
    for one in printed:
        _frame(document, one, address)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _frame(document, one, address):
    """A table of one cell does not break over two pages; an empty line parts it from the next."""
    table = document.add_table(rows=1, cols=1, style="Table Grid")
    _keep_whole(table.rows[0])
    first, *others = _lines(one, address)
    cell = table.cell(0, 0)
    cell.paragraphs[0].add_run(first).bold = True
    for label, value in others:
        paragraph = cell.add_paragraph()
        paragraph.add_run(f"{label}: ")
        paragraph.add_run(value).bold = True
    cell.add_paragraph().add_run(_advice()).italic = True
    document.add_paragraph()


def _keep_whole(row):
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _lines(one, address):
    slip = one.slip
    yield f"{_('Phiếu đặt lại mật khẩu') if slip.is_reset else _('Phiếu mở tài khoản')} · Then Chốt"
    yield _("Người nhận"), slip.name
    yield _("Đơn vị"), slip.place
    if slip.role:
        yield _("Vai trò"), slip.get_role_display()
    yield _("Tên đăng nhập"), slip.username
    yield _("Mã"), one.code
    yield _("Trang"), address
    yield _("Dùng đến hết"), f"{slip.expires_on:%d/%m/%Y}"


def _advice():
    return _(
        "Mở trang trên, ghi tên đăng nhập và mã, tự chọn mật khẩu. Không đưa phiếu cho người "
        "khác; dùng xong hủy phiếu."
    )
