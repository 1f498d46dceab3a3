from django.urls import path

from thenchot.cells.actions.congresses import CONGRESS
from thenchot.cells.actions.meetings import MEETING, SHEET
from thenchot.cells.actions.members import CELL, MEMBER
from thenchot.cells.registers.congresses import CandidateRegister, CongressRegister
from thenchot.cells.registers.meetings import (
    CellPage,
    ItemRegister,
    MeetingRegister,
    ScoreRegister,
    SheetRegister,
    YearRegister,
)
from thenchot.cells.registers.members import (
    CellRegister,
    GrassrootsRegister,
    MemberRegister,
    OwnCellRegister,
    ReportRegister,
    ReviewRegister,
)
from thenchot.cells.views import papers
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("cells/", CellRegister),
    *register_urls("cells/mine/", OwnCellRegister),
    *register_urls("cells/grassroots/", GrassrootsRegister),
    *register_urls("cells/members/", MemberRegister),
    *MEMBER.urls("cells/members/"),
    *register_urls("cells/reviews/", ReviewRegister),
    *register_urls("cells/reports/", ReportRegister),
    *register_urls("cells/year/", YearRegister),
    *register_urls("cells/sheets/", SheetRegister),
    *register_urls("cells/sheets/<int:pk>/", ItemRegister),
    *SHEET.urls("cells/sheets/"),
    *register_urls("cells/congresses/", CongressRegister),
    *register_urls("cells/congresses/<int:pk>/", CandidateRegister),
    *CONGRESS.urls("cells/congresses/"),
    *register_urls("cells/meetings/", MeetingRegister),
    *register_urls("cells/meetings/<int:pk>/", ScoreRegister),
    *MEETING.urls("cells/meetings/"),
    path("cells/meetings/<int:pk>/minutes.docx", papers.minutes, name="cell_meeting_minutes"),
    path("cells/meetings/<int:pk>/sheet.docx", papers.sheet, name="cell_meeting_sheet"),
    *register_urls("cells/<int:pk>/", CellPage),
    *CELL.urls("cells/"),
]
