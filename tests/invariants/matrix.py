"""Every route of the project and what each role gets there. A route that is missing here fails the
run.

Read a line as: on this page, about this thing of one's own ward, the roles in `may` get in, every
other role of the ward gets `otherwise` (403 with the reason, or 404 where the thing is not visible
to that role), a stranger of another ward always gets 404, exactly as for an id that does not exist,
and nobody at all is sent to the log-in.
"""

from dataclasses import dataclass, field, replace

import thenchot.web.urls  # noqa: F401 - the rooms tell their registers
from thenchot.platform.registers.register import REGISTERS
from thenchot.platform.scope.roles import Role, holders

ALL = frozenset(Role.values)
ADMIN, OFFICER, LEADER, CLERK, HEAD, STAFF, INSPECTOR, GUEST = (role.value for role in Role)
BUSINESS = ALL - {ADMIN}
READERS_OF_PEOPLE = READERS_OF_POSTS = ALL - {GUEST}
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Case:
    """`subject`: the thing whose id stands in the address; `keys`: the other parts of the address.

    `post`: None, the page takes no POST; else the fields to send (an empty form is fine: what
    counts is who gets in). `first`: the permission is asked before the thing is looked for, so a
    stranger without it gets the same 403 as for a missing id. `opens`: statuses with which `may`
    get in.
    """

    route: str
    subject: str = ""
    parameter: str = "pk"
    keys: dict = field(default_factory=dict)
    may: frozenset = ALL
    otherwise: int = 403
    also: dict = field(default_factory=dict)
    get: bool = True
    post: dict | None = None
    may_post: frozenset | None = None
    opens: tuple = (200,)
    first: bool = False
    public: bool = False
    query: str = ""
    is_page: bool = True

    def expected(self, role: str, method: str = "GET") -> tuple[int, ...]:
        may = self.may_post if method == "POST" and self.may_post is not None else self.may
        if role in self.also:
            return (self.also[role],)
        return (
            (*self.opens, 302, 422)
            if role in may and method == "POST"
            else self.opens
            if role in may
            else (self.otherwise,)
        )


def page(route, subject="", may=ALL, **more) -> Case:
    return Case(route, subject, may=frozenset(may), **more)


def form(route, subject="", may=ALL, post=None, **more) -> Case:
    return Case(route, subject, may=frozenset(may), post=post or {}, **more)


def button(route, subject="", may=ALL, post=None, **more) -> Case:
    """POST only."""
    return Case(
        route, subject, may=frozenset(may), post=post or {}, get=False, **{"opens": (302,), **more}
    )


def download(route, subject="", may=ALL, **more) -> Case:
    return Case(route, subject, may=frozenset(may), is_page=False, **more)


def gone(route) -> Case:
    """A name that allauth asks for, without a page behind it."""
    return Case(route, may=NOBODY, otherwise=404, public=True, is_page=False)


def signing_in(route, **more) -> Case:
    """A page of allauth: for whoever is signed in, about the own account only."""
    return Case(route, **{"opens": (200, 302), **more})


CARD = {
    "version": 0,
    "text": "Việc",
    "keep": "on",
    "lead": "UBND phường",
}  # as the page sends it; the version may be old
ADMINISTRATORS = {ADMIN, OFFICER}
IMPORTERS = {OFFICER, CLERK}
EDITORS_OF_TREE = {ADMIN, OFFICER}
DECIDERS_OF_ALERTS = {OFFICER, LEADER, HEAD}

WEB = (
    page("desk"),
    page("search", query="?q=cán bộ"),
    button("put_steps_away"),
    page("help_list"),
    page("help_page", keys={"code": "programmes"}),
    Case("waiting_counts", is_page=False),
    Case("healthz", public=True, is_page=False),
    Case("set_language", public=True, opens=(302,), post={"language": "vi"}, is_page=False),
)
ACCOUNTS = (
    Case("account_login", public=True, opens=(200, 302)),
    Case("account_logout", opens=(200, 302), public=True, post={}, is_page=False),
    Case("account_inactive", public=True),
    signing_in("account_change_password", post={}),
    signing_in("account_reauthenticate", post={}),
    signing_in("mfa_index"),
    Case("mfa_authenticate", public=True, opens=(302,), is_page=False),
    signing_in("mfa_reauthenticate", opens=(302, 200, 403), is_page=False),
    signing_in("mfa_activate_totp", post={}),
    signing_in("mfa_deactivate_totp", opens=(200, 302, 404), is_page=False),
    signing_in("mfa_view_recovery_codes", opens=(200, 302, 404), is_page=False),
    signing_in("mfa_generate_recovery_codes", opens=(200, 302, 404), is_page=False),
    signing_in("mfa_download_recovery_codes", opens=(200, 302, 404), is_page=False),
    gone("account_signup"),
    gone("account_email"),
    gone("account_set_password"),
    gone("account_reset_password"),
    gone("account_email_verification_sent"),
)
ADMISSION = (
    form("my_account"),
    button("delegation_end", "delegation", {LEADER}, otherwise=404, parameter="grant_id"),
    button("session_end", "session", NOBODY, otherwise=404, parameter="session_id"),
    button("sessions_end"),
    Case("slip_use", public=True, post={}),
    page("account_admin", may=ADMINISTRATORS),
    page("account_detail", "account", ADMINISTRATORS, parameter="account_id", first=True),
    form("grant_add", "account", ADMINISTRATORS, parameter="account_id", get=False, first=True),
    button(
        "slip_reset", "account", ADMINISTRATORS, parameter="account_id", first=True, opens=(200,)
    ),
    button("account_close", "account", ADMINISTRATORS, first=True),
    button("account_factors", "account", NOBODY, first=True),  # of who has none
    button("account_reopen", "closed_account", ADMINISTRATORS, first=True),
    button("grant_end", "grant", ADMINISTRATORS, first=True),
    button("proposal_confirm", "proposal", {ADMIN, LEADER}, first=True),
    button("proposal_drop", "proposal", {ADMIN, LEADER}, first=True),
    form("slip_new", may=ADMINISTRATORS),
    button("slip_cancel", "slip", ADMINISTRATORS, first=True),
)
PLATFORM = (
    page("audit_list", may={ADMIN, INSPECTOR}),
    page("audit_reads", may={ADMIN, INSPECTOR}),
    page("alert_list"),
    button("alert_acknowledge", "alert", DECIDERS_OF_ALERTS, also={ADMIN: 404}),
    form("alert_exempt", "alert", DECIDERS_OF_ALERTS, also={ADMIN: 404}),
    button("alert_reopen", "alert_seen", DECIDERS_OF_ALERTS, also={ADMIN: 404}),
    button("alert_acknowledge_together"),
    button("alert_exempt_together", opens=(200,)),
    button("hard_edit_together", opens=(200,)),
    button("task_accept_together", opens=(200,)),
    button("alert_reopen_together"),
    page("notice_list"),
    page(
        "notice_open",
        "notice",
        {OFFICER},
        otherwise=404,
        parameter="notice_id",
        opens=(302,),
        is_page=False,
    ),
    button("notice_read_all"),
    form("digest_choice"),
    page("job_list"),
    page("job_detail", "job", {OFFICER}, otherwise=404, parameter="job_id"),
    download("file_download", "original", BUSINESS, otherwise=404, parameter="file_id"),
    button("register_columns", keys={"code": "directive_list"}),
    page("policy_list", may=ALL - {GUEST}),
    page("policy_history", may=ALL - {GUEST}),
    page("code_lists", may=ALL - {GUEST}),
    form("policy_enter", may={OFFICER, CLERK}),
    button("policy_confirm", "value", {LEADER}, also={GUEST: 404}),
    button("policy_withdraw", "value", {OFFICER}, also={GUEST: 404}),
)
ORGANISATION = (
    page("unit_list"),
    download("unit_template"),
    form("unit_import", may=EDITORS_OF_TREE),
    form(
        "unit_import_check", "upload", {OFFICER}, parameter="file_id", also={ADMIN: 404}, first=True
    ),
    page("unit_detail", "unit"),
    form("unit_new", "unit", EDITORS_OF_TREE),
    form("unit_edit", "unit", EDITORS_OF_TREE),
    form("unit_move", "unit", EDITORS_OF_TREE),
    form("unit_dissolve", "unit", EDITORS_OF_TREE),
    form("unit_alias", "home", {ADMIN, OFFICER, CLERK}),
    download("chart_print"),
    form("unit_join", "unit", EDITORS_OF_TREE),
    form("unit_divide", "unit", EDITORS_OF_TREE),
    form("unit_followup", "unit", EDITORS_OF_TREE),
    page("title_list"),
    form("title_new", may={OFFICER}),
    form("title_edit", "title", {OFFICER}),
    form("title_end", "title", {OFFICER}),
    page("scheme_list", may=READERS_OF_POSTS),
    form("scheme_new", may={OFFICER}),
    page("scheme_detail", "scheme", READERS_OF_POSTS),
    form("scheme_catalogue", "scheme", {OFFICER}),
    form("scheme_import", "scheme", {OFFICER}),
    Case(
        "scheme_import_check",
        "scheme",
        may=frozenset({OFFICER}),
        keys={"file_id": 987_654_321},
        post={},
        opens=(404,),
        is_page=False,
    ),
    form("scheme_submit", "scheme", {OFFICER}),
    form("scheme_return", "submitted_scheme", {OFFICER}),
    form("scheme_approve", "submitted_scheme", {OFFICER}),
    download("scheme_print", "scheme", READERS_OF_POSTS),
    download("scheme_excel", "scheme", READERS_OF_POSTS),
    download("framework_print", "scheme", READERS_OF_POSTS),
    form("position_new", "scheme", {OFFICER}),
    page("position_detail", "position", READERS_OF_POSTS),
    form("position_edit", "position", {OFFICER}),
    button("position_drop", "position", {OFFICER}),
    download("position_print", "position", READERS_OF_POSTS),
    page("duty_list"),
    download("duty_template"),
    form("duty_import", may={OFFICER}),
    form("duty_import_check", "upload", {OFFICER}, parameter="file_id", first=True),
    page("duty_detail", "duty"),
    form("duty_new", "home", {OFFICER}),
    form("duty_edit", "duty", {OFFICER}),
    form("duty_end", "duty", {OFFICER}),
    form("duty_give", "duty", {OFFICER}),
    form("holder_end", "holder", {OFFICER}),
    page("place_list"),
    Case("place_search", query="?q=ba dinh", is_page=False),
    download("place_template"),
    form("place_import", may=NOBODY),  # shared: see test_shared
    form(
        "place_import_check",
        "upload",
        NOBODY,
        parameter="file_id",
        first=True,
        query="?on=2025-07-01",
    ),
)
STAFFING = (
    page("committee_list"),
    form("term_new", may={OFFICER}),
    form("committee_new", "term", {OFFICER}),
    page("committee_detail", "committee"),
    form("committee_edit", "committee", {OFFICER}),
    download("committee_print", "committee", READERS_OF_PEOPLE),
    form("seat_new", "committee", {OFFICER}),
    form("seat_edit", "seat", {OFFICER}),
    form("seat_fill", "seat", {OFFICER}),
    form("seat_hold", "seat", {OFFICER}),
    button("seat_release", "seat_held", {OFFICER}),
    form("seat_close", "seat", {OFFICER}),
    form("seating_end", "seating", {OFFICER}),
    page("headcount", may=READERS_OF_POSTS),
    download("headcount_export", may=READERS_OF_POSTS),
    form("quota_new", "home", {OFFICER}),
    form("limit_new", "home", {OFFICER}),
    form("headcount_state", "home", {OFFICER}),
    form("title_link", may={OFFICER}),
    form("position_fill", "position_in_force", {OFFICER}),
    form("appointment_position", "appointment", {OFFICER}),
    button("appointments_move", "unit", {OFFICER}),
)
PEOPLE = (
    page("person_list", may=READERS_OF_PEOPLE),
    download("person_export_whole", may={OFFICER}),
    download("person_listing", may={OFFICER, LEADER, INSPECTOR}),
    download("person_template"),
    form("person_import", may={OFFICER}),
    form("person_import_check", "upload", {OFFICER}, parameter="file_id", first=True),
    form("person_new", may={OFFICER}),
    page("person_detail", "person", READERS_OF_PEOPLE),
    form("person_edit", "person", {OFFICER}),
    form("person_appoint", "person", {OFFICER}),
    form("person_account", "person", {ADMIN, OFFICER}),
    form("appointment_end", "appointment", {OFFICER}),
)
READERS_OF_FILES = {OFFICER, LEADER, HEAD, INSPECTOR}
FILES = (
    page("welcome", opens=(302,), is_page=False),
    form("privacy_notice"),
    page("my_file", opens=(200, 302), is_page=False),
    page("my_proposals"),
    form("file_proposal_new", keys={"code": "degree"}),
    page("my_readers"),
    form("my_data"),
    page("file_proposal_list", may={OFFICER}),
    page("file_proposal_detail", "proposal", {OFFICER, STAFF}, otherwise=404),
    button("file_proposal_accept", "proposal", {OFFICER}, otherwise=404, also={STAFF: 403}),
    form("file_proposal_return", "proposal", {OFFICER}, otherwise=404, also={STAFF: 403}),
    button("file_proposal_withdraw", "proposal", {STAFF}, otherwise=404, also={OFFICER: 403}),
    page("file_state", may=READERS_OF_FILES),
    download("staff_statistics", may={OFFICER, LEADER, INSPECTOR}),
    page("pledge_list", may=READERS_OF_FILES),
    page("data_request_list", may={OFFICER}),
    form("data_request_answer", "data_request", {OFFICER}, first=True),
    page("breach_list", may={OFFICER}),
    form("breach_new", may={OFFICER}),
    form("breach_edit", "breach", {OFFICER}, otherwise=404),
    page("person_file", "person", READERS_OF_FILES),
    button("file_confirm", "person", {OFFICER}),
    form("scan_new", "person", {OFFICER}),
    form("scan_photo", "person", {OFFICER}),
    form("group_edit", "person", {OFFICER}, keys={"code": "identity"}),
    form("row_new", "person", {OFFICER}, keys={"code": "degree"}),
    form("row_edit", "degree", {OFFICER}, keys={"code": "degree"}),
    form("row_withdraw", "degree", {OFFICER}, keys={"code": "degree"}),
    download("person_print", "person", {OFFICER}, keys={"name": "so-yeu-ly-lich"}),
    page("person_pledges", "person", READERS_OF_FILES),
    form("pledge_new", "person", {OFFICER}),
    form("pledge_review", "pledge", {OFFICER}),
    download("pledge_docx", "pledge", READERS_OF_FILES),
)
SEES_STANDARDS = {OFFICER, LEADER, CLERK, HEAD, STAFF, INSPECTOR}
SEES_GAPS = {OFFICER, LEADER, HEAD, INSPECTOR}
STANDARDS = (
    page("standard_board", may={OFFICER, LEADER, CLERK, HEAD, INSPECTOR}),
    page("standard_names", may=SEES_GAPS),
    button("standard_count", may={OFFICER}),
    page("set_list", may=SEES_STANDARDS),
    button("set_adopt", may={OFFICER}),
    page("set_detail", "standard", SEES_STANDARDS),
    form("set_edit", "draft_set", {OFFICER}),
    button("set_revise", "standard", {OFFICER}),
    button("set_foresee", "draft_set", {OFFICER}),
    form("set_issue", "draft_set", {OFFICER}),
    form("requirement_new", "draft_set", {OFFICER}),
    form("requirement_edit", "requirement", {OFFICER}),
    button("requirement_drop", "requirement", {OFFICER}),
    page("person_gaps", "person", SEES_GAPS),
    download("person_gaps_print", "person", SEES_GAPS),
    form("exemption_new", "person", {OFFICER, LEADER}),
    form("exemption_end", "exemption", {OFFICER, LEADER}),
)
SEES_CATALOGUE, DRAWS_UP, ASSIGNS = SEES_STANDARDS, {OFFICER, CLERK}, {OFFICER, LEADER, HEAD}
AT_WORK = {
    "otherwise": 404,
    "also": {LEADER: 403},
}  # a draft: whoever decides sees it, the others do not
WAITING = {"otherwise": 404, "also": {OFFICER: 403, CLERK: 403}}
CATALOGUE = (
    page("catalogue_list", may=SEES_CATALOGUE),
    form("catalogue_new", may=DRAWS_UP),
    download("catalogue_template", may=SEES_CATALOGUE),
    page("catalogue_detail", "catalogue", SEES_CATALOGUE),
    download("catalogue_export", "catalogue", SEES_CATALOGUE),
    button("catalogue_revise", "catalogue", DRAWS_UP),
    form("catalogue_edit", "draft_catalogue", DRAWS_UP, **AT_WORK),
    form("catalogue_import", "draft_catalogue", DRAWS_UP, **AT_WORK),
    Case(
        "catalogue_import_check",
        "draft_catalogue",
        may=frozenset(DRAWS_UP),
        keys={"file_id": 987_654_321},
        post={},
        opens=(404,),
        is_page=False,
        **AT_WORK,
    ),
    form("product_new", "draft_catalogue", DRAWS_UP, **AT_WORK),
    form("product_edit", "draft_product", DRAWS_UP, **AT_WORK),
    button("product_drop", "draft_product", DRAWS_UP, **AT_WORK),
    button("catalogue_submit", "draft_catalogue", DRAWS_UP, **AT_WORK),
    form("catalogue_return", "submitted_catalogue", {LEADER}, **WAITING),
    form("catalogue_approve", "submitted_catalogue", {LEADER}, **WAITING),
    page("product_proposal_list", may=SEES_CATALOGUE),
    form("product_proposal_new", may=SEES_CATALOGUE),
    page("product_proposal_detail", "product_proposal", SEES_CATALOGUE),
    form("product_proposal_ratio", "product_proposal", SEES_CATALOGUE),
    form("product_proposal_sign", "product_proposal", {LEADER}),
    form("product_proposal_refuse", "product_proposal", {LEADER}),
    page("template_list", may=ASSIGNS),
    form("template_new", may=ASSIGNS),
    page("template_detail", "template", ASSIGNS),
    form("template_edit", "template", ASSIGNS),
    form("template_line", "template", ASSIGNS),
    form("template_assign", "template", ASSIGNS),
    form("template_line_edit", "template_line", ASSIGNS),
    button("template_line_drop", "template_line", ASSIGNS),
    button("template_end", "template", ASSIGNS),
    page("source_list", may=DRAWS_UP),
    download("source_template", may=DRAWS_UP),
    form("source_upload", may=DRAWS_UP, keys={"code": "documents"}),
    form(
        "source_check",
        "upload",
        {OFFICER},
        parameter="file_id",
        keys={"code": "documents"},
        also={CLERK: 404},
        first=True,
    ),
)
DOCUMENTS = (
    page("directive_list", may=BUSINESS),
    form("directive_new", may=IMPORTERS),
    page("directive_detail", "directive", BUSINESS),
    form("directive_link", "directive", IMPORTERS),
    form("directive_original", "directive", IMPORTERS),
)
TASK_ACTIONS = {  # a task in the state that opens the form, and to whom
    "accept": ("task", {HEAD}),
    "clarify": ("task", {HEAD}),
    "report": ("working_task", {HEAD, STAFF}),
    "finish": ("working_task", {HEAD}),
    "finish_period": ("recurring_task", {HEAD, STAFF}),
    "extend": ("task", {HEAD}),
    "difficulty": ("task", {HEAD, STAFF}),
    "approve": ("submitted_task", {LEADER}),
    "document": ("waiting_task", {OFFICER}),
    "date": ("undated_task", {OFFICER}),
    "amend": ("task", {OFFICER}),
    "assign": ("task", {OFFICER}),
    "need": ("task", {OFFICER}),
    "serve": ("task", {OFFICER}),
    "trace": ("undated_task", {OFFICER}),
    "cancel": ("task", {OFFICER}),
}
PROGRAMMES = (
    page("board", may={OFFICER, LEADER, CLERK, HEAD, INSPECTOR}),
    page("task_list"),
    page("task_detail", "task", BUSINESS, otherwise=404),
    page("task_history", "task", BUSINESS, otherwise=404),
    form("task_comment", "task", {OFFICER, LEADER, CLERK, HEAD, STAFF}, also={ADMIN: 404}),
    *(
        form(f"task_{name}", subject, roles, also={ADMIN: 404})
        for name, (subject, roles) in TASK_ACTIONS.items()
    ),
    form("extension_decide", "extension", {LEADER}, also={ADMIN: 404}),
    form("difficulty_answer", "difficulty", {OFFICER, LEADER, HEAD}, also={ADMIN: 404}),
    page("programme_list"),
    page("programme_detail", "programme", BUSINESS, otherwise=404),
    download("programme_print", "programme", BUSINESS, otherwise=404, keys={"name": "appendix"}),
    form("target_read", "target", IMPORTERS, also={ADMIN: 404}),
    form("import_start", may=IMPORTERS),
    page("draft_review", "draft", IMPORTERS, otherwise=404),
    form("draft_metadata", "draft", IMPORTERS, otherwise=404, get=False, opens=(302, 403)),
    form(
        "draft_task",
        "draft",
        IMPORTERS,
        otherwise=404,
        get=False,
        keys={"item": "t1"},
        opens=(302, 403),
        post=CARD,
    ),
    form(
        "draft_target",
        "draft",
        IMPORTERS,
        otherwise=404,
        get=False,
        keys={"item": "g1"},
        opens=(302, 403),
        post=CARD,
    ),
    form("draft_mapping", "draft", IMPORTERS, otherwise=404, opens=(200, 302, 403)),
    form("draft_confirm", "draft", IMPORTERS, otherwise=404),
    button("draft_drop", "draft", IMPORTERS, otherwise=404),
)
SEERS_OF_SHEETS = {OFFICER, LEADER, HEAD, INSPECTOR}
SCORERS, SEE_ONLY = {LEADER, HEAD}, {OFFICER: 403, INSPECTOR: 403}
TAKERS = {OFFICER, LEADER, INSPECTOR}
MONTHS = (
    page("my_month"),
    page("month_board", may=SEERS_OF_SHEETS),
    page("unit_month", "unit", SEERS_OF_SHEETS, first=True),
    download("unit_month_export", "unit", {OFFICER, LEADER, INSPECTOR}, first=True),
    download("unit_count_print", "unit", SEERS_OF_SHEETS, first=True),
    download("assessment_receipt", "party_sheet", SEERS_OF_SHEETS, otherwise=404),
    page("unit_month_closing", "unit", SCORERS, first=True),
    form("unit_month_factors", "unit", SCORERS, first=True),
    page("assessment_groups", "assessment", SEERS_OF_SHEETS, otherwise=404),
    button("unit_month_do", "unit", SCORERS, keys={"action": "accept"}),
    page("assessment_detail", "assessment", SEERS_OF_SHEETS, otherwise=404),
    button("assessment_rate", "own_sheet", {STAFF}, otherwise=404),
    form("assessment_points", "assessment", SCORERS, otherwise=404, also=SEE_ONLY),
    button("assessment_close", "assessment", SCORERS, otherwise=404, also=SEE_ONLY),
    form("assessment_reopen", "party_sheet", SCORERS, otherwise=404, also=SEE_ONLY),
    form("assessment_unscored", "assessment", SCORERS, otherwise=404, also=SEE_ONLY),
    form("work_new", "own_sheet", {STAFF}, otherwise=404),
    form("cause_new", "own_sheet", SEERS_OF_SHEETS | {STAFF}, otherwise=404),
    form("work_done", "given_work", {STAFF}, otherwise=404),
    form("work_give_back", "given_work", {STAFF}, otherwise=404),
    button("work_drop", "own_work", {STAFF}, otherwise=404),
    button("work_convert", "work", SCORERS, otherwise=404, also=SEE_ONLY),
    form("fault_new", "work", SCORERS, otherwise=404, also=SEE_ONLY),
    form("work_split", "work", SCORERS, otherwise=404, also=SEE_ONLY),
    form("fault_withdraw", "fault", SCORERS, otherwise=404, also=SEE_ONLY),
    form("objection_new", "own_sheet", {STAFF}, otherwise=404),
    form("objection_settle", "objection", SCORERS, otherwise=404, also=SEE_ONLY),
    form("quarter_decide", "party_sheet", {LEADER}, otherwise=404, also=SEE_ONLY | {HEAD: 403}),
    page("rater_comparison", may=SEERS_OF_SHEETS),
    download("rater_comparison_export", may={OFFICER, LEADER}),
    page("quarter_list", may=SEERS_OF_SHEETS),
    page("replacement_list", may=SEERS_OF_SHEETS),
    page("failed_quarter_list", may=SEERS_OF_SHEETS),
    download("replacement_print", may=SEERS_OF_SHEETS),
    form("replacement_decide", "review", {LEADER}, otherwise=404, also=SEE_ONLY | {HEAD: 403}),
    button("cause_confirm", "cause", SCORERS, otherwise=404, also=SEE_ONLY),
    button("cause_refuse", "cause", SCORERS, otherwise=404, also=SEE_ONLY),
)


def of_year(kind, route, subject, may, **more):
    """A page of the year for some of those who see it; the others of them get the reason, everybody
    else nothing.
    """
    also = dict.fromkeys(SEERS_OF_SHEETS - set(may), 403)
    return kind(route, subject, may, **{"otherwise": 404, "also": also, **more})


YEAR = (
    page("year_list"),
    form("round_new", may={OFFICER}),
    download("year_months_template", may={OFFICER}),
    form("year_months_import", may={OFFICER}),
    form("year_months_check", "upload", {OFFICER}, parameter="file_id", first=True),
    of_year(page, "round_detail", "round", SEERS_OF_SHEETS),
    page("round_people", "round", SEERS_OF_SHEETS, first=True),
    page("round_organisations", "bodies_round", SEERS_OF_SHEETS, first=True),
    of_year(button, "round_enrol", "round", {OFFICER}),
    of_year(button, "round_compute", "round", {OFFICER}),
    of_year(button, "round_propose", "round", {OFFICER}),
    of_year(button, "round_caps", "round", {OFFICER}),
    of_year(button, "round_body_caps", "bodies_round", {OFFICER}),
    of_year(button, "round_notify", "round", {OFFICER}),
    of_year(button, "round_lock", "decided_round", {LEADER}),
    of_year(form, "round_reopen", "locked_round", {LEADER}),
    of_year(form, "round_days", "round", {OFFICER}),
    of_year(form, "round_share", "round", {LEADER}),
    of_year(form, "round_decide", "round", {LEADER}),
    of_year(form, "round_sent", "round", {OFFICER}),
    of_year(form, "meeting_new", "round", {OFFICER, HEAD}),
    of_year(page, "round_published", "round", SEERS_OF_SHEETS | {STAFF}),
    of_year(page, "round_records", "round", SEERS_OF_SHEETS),
    of_year(download, "round_summary", "round", {OFFICER, LEADER, INSPECTOR}),
    of_year(download, "round_statistics", "round", {OFFICER, LEADER, INSPECTOR}),
    of_year(
        download, "round_national", "round", {OFFICER, LEADER, INSPECTOR}, keys={"form": "json"}
    ),
    of_year(download, "meeting_print", "meeting", SEERS_OF_SHEETS),
    of_year(download, "assessment_print", "assessment", SEERS_OF_SHEETS),
    of_year(page, "rating_detail", "rating", SEERS_OF_SHEETS),
    of_year(download, "rating_print", "rating", SEERS_OF_SHEETS),
    of_year(download, "rating_notice", "told_rating", SEERS_OF_SHEETS),
    of_year(form, "rating_self", "rating", {OFFICER}),
    of_year(form, "rating_settings", "rating", {OFFICER}),
    of_year(form, "absence_new", "rating", {OFFICER, HEAD}),
    of_year(form, "months_elsewhere", "rating", {OFFICER, HEAD}),
    of_year(form, "violation_treatment", "rating", {OFFICER}),
    of_year(form, "rating_opinion", "rating_to_propose", {OFFICER}),
    of_year(form, "rating_propose", "rating_to_propose", {OFFICER, HEAD}),
    of_year(form, "rating_decide", "rating_to_decide", {LEADER}),
    of_year(form, "rating_reopen", "notified_rating", {LEADER}),
    of_year(form, "complaint_new", "notified_rating", {OFFICER}),
    of_year(button, "absence_withdraw", "absence", {OFFICER, HEAD}),
    of_year(form, "complaint_settle", "rating_complaint", {LEADER}),
    of_year(page, "organisation_rating", "body", SEERS_OF_SHEETS),
    of_year(form, "organisation_score", "body", {OFFICER}),
    of_year(form, "organisation_decide", "scored_body", {LEADER}),
)
SEERS_OF_FEEDBACK = {OFFICER, LEADER, HEAD}
SEE_FEEDBACK_ONLY = {LEADER: 403, HEAD: 403}
SIDES = (
    page("feedback_mine"),
    page("feedback_list", may=SEERS_OF_FEEDBACK),
    form("feedback_new", may={OFFICER}),
    page("feedback_round", "feedback_round", SEERS_OF_FEEDBACK, otherwise=404),
    button(
        "feedback_close",
        "feedback_round",
        {OFFICER},
        otherwise=404,
        also=SEE_FEEDBACK_ONLY,
        opens=(302, 403),
    ),
    form("feedback_prolong", "feedback_round", {OFFICER}, otherwise=404, also=SEE_FEEDBACK_ONLY),
    page("feedback_person", "feedback_reviewee", SEERS_OF_FEEDBACK, otherwise=404),
    form("feedback_answer", "feedback_reviewee", {STAFF}, otherwise=404),
    form("feedback_sign", "feedback_own", {STAFF}, otherwise=404),
    download("feedback_receipt", "sides_closed", SEERS_OF_FEEDBACK, otherwise=404),
    download("feedback_print", "sides_closed", SEERS_OF_FEEDBACK, otherwise=404),
    page("feedback_people", may=SEERS_OF_FEEDBACK),
    page("criteria_list", may=SEERS_OF_FEEDBACK),
    form("criteria_adopt", may={OFFICER}, keys={"code": "sau-tieu-chi"}),
    page("criteria_detail", "criteria", SEERS_OF_FEEDBACK),
    form("criteria_edit", "draft_criteria", {OFFICER}),
    form("criterion_new", "draft_criteria", {OFFICER}),
    form("criterion_edit", "criterion", {OFFICER}),
    button("criterion_drop", "criterion", {OFFICER}),
    button("criteria_revise", "criteria", {OFFICER}),
    form("criteria_issue", "draft_criteria", {LEADER}),
)
SEERS_OF_LOG = SEERS_OF_SHEETS | {CLERK, STAFF}
KEEPERS_OF_HARD = {OFFICER, LEADER, HEAD}
ASKERS = {OFFICER, LEADER, CLERK, HEAD, STAFF}
WORKLOG = (
    page("work_log", may=SEERS_OF_LOG),
    page("work_weeks", may=SEERS_OF_LOG),
    page("no_product_list", may=SEERS_OF_SHEETS),
    page("hard_list", may=SEERS_OF_LOG),
    form("hard_new", may=KEEPERS_OF_HARD),
    form(
        "hard_edit",
        "hard_task",
        KEEPERS_OF_HARD,
        otherwise=404,
        also=dict.fromkeys((CLERK, STAFF, INSPECTOR), 403),
    ),
    form(
        "hard_end",
        "hard_task",
        KEEPERS_OF_HARD,
        otherwise=404,
        also=dict.fromkeys((CLERK, STAFF, INSPECTOR), 403),
    ),
    page("opinion_list", may=SEERS_OF_LOG),
    form("opinion_new", may=ASKERS),
    form("opinion_answer", "opinion", SCORERS, otherwise=404, also=SEE_ONLY | {STAFF: 403}),
    form(
        "opinion_decide",
        "opinion",
        {STAFF},
        otherwise=404,
        also=dict.fromkeys(SEERS_OF_SHEETS, 403),
    ),
    page("field_visit_list", may=SEERS_OF_LOG),
    page("field_visit_entries", may=SEERS_OF_LOG),
    form("field_visit_new", may=SEERS_OF_LOG),
    button(
        "field_visit_drop",
        "field_visit",
        {STAFF},
        otherwise=404,
        also=dict.fromkeys(SEERS_OF_SHEETS, 403),
    ),
    form("plan_new", "own_sheet", {STAFF}, otherwise=404),
    download("plan_print", "own_sheet", SEERS_OF_SHEETS | {STAFF}, otherwise=404),
    button("plan_accept_all", "assessment", SCORERS, otherwise=404, also=SEE_ONLY),
    form("plan_review", "assessment", SCORERS, otherwise=404, also=SEE_ONLY),
    button("plan_accept", "plan_line", SCORERS, otherwise=404, also=SEE_ONLY),
    form("plan_refuse", "plan_line", SCORERS, otherwise=404, also=SEE_ONLY),
    button("plan_withdraw", "own_plan_line", {STAFF}, otherwise=404),
)
SEERS_OF_FIGURES = {OFFICER, LEADER, CLERK, INSPECTOR}


def of_forecast(make, route):
    unseen = dict.fromkeys(ALL - SEERS_OF_FIGURES, 404)
    return make(route, "forecast", {LEADER}, also=unseen)


INSIGHT = (
    page("insight_board", may=SEERS_OF_FIGURES),
    button("insight_count", may={OFFICER, LEADER}),
    page("insight_compare", may=SEERS_OF_FIGURES),
    page("insight_ages", may=SEERS_OF_FIGURES),
    page("insight_groups", may=SEERS_OF_FIGURES),
    page("insight_targets", may=SEERS_OF_FIGURES),
    page("insight_names", keys={"code": "staff_women"}, may={OFFICER, LEADER, INSPECTOR}),
    page("forecast", may=SEERS_OF_FIGURES),
    page("forecast_events", may={OFFICER, LEADER, INSPECTOR}),
    page("forecast_goals", may=SEERS_OF_FIGURES),
    page("forecast_indicator", keys={"code": "staff_women"}, may=SEERS_OF_FIGURES),
    page("forecast_changes", may=SEERS_OF_FIGURES),
    page("forecast_list", may=SEERS_OF_FIGURES),
    form("forecast_new", may={OFFICER, LEADER}),
    of_forecast(form, "forecast_confirm"),
    of_forecast(form, "forecast_dismiss"),
    form("target_tie", "target", IMPORTERS, also={ADMIN: 404}),
)
SEERS_OF_TRAINING = ALL - {ADMIN, GUEST}
SEERS_OF_LEARNERS = {OFFICER, LEADER, HEAD, INSPECTOR}
UNSEEN_TRAINING = dict.fromkeys((ADMIN, GUEST), 404)
UNSEEN_LEARNERS = dict.fromkeys((ADMIN, GUEST, CLERK, STAFF), 404)
UNSEEN_SELF_STUDY = dict.fromkeys((ADMIN, GUEST, CLERK), 404)  # of the staff's own person
RECORDERS_OF_TRAINING = {OFFICER, HEAD}
VERIFIERS_OF_TRAINING = {OFFICER, LEADER, HEAD}


def of_plan(make, route, subject="training_draft", may=(OFFICER,)):
    return make(route, subject, set(may), also=UNSEEN_TRAINING)


def of_learner(make, route, subject, may):
    return make(route, subject, set(may), also=UNSEEN_LEARNERS)


TRAINING = (
    form("training_topic_new", may={OFFICER}),
    form("training_topic_adopt", may={OFFICER}),
    of_plan(form, "training_topic_edit", "training_topic"),
    of_plan(form, "training_topic_end", "training_topic"),
    form("training_plan_new", may={OFFICER}),
    page("training_plan", "training_plan", SEERS_OF_TRAINING, first=True),
    page("training_needs", "training_draft", SEERS_OF_LEARNERS, first=True),
    of_plan(button, "training_plan_draw"),
    of_plan(form, "training_plan_line"),
    of_plan(form, "training_plan_ask", may=(OFFICER, HEAD)),
    of_plan(button, "training_plan_submit"),
    of_plan(form, "training_plan_approve", "training_submitted", may=(LEADER,)),
    of_plan(form, "training_plan_return", "training_submitted", may=(LEADER,)),
    of_plan(button, "training_plan_revise", "training_plan"),
    of_plan(form, "training_line_edit", "training_draft_line"),
    of_plan(button, "training_line_drop", "training_draft_line"),
    of_plan(form, "training_line_open", "training_line"),
    of_learner(form, "training_need_place", "training_need_left", {OFFICER}),
    of_learner(form, "training_need_leave", "training_need_placed", {OFFICER}),
    button("training_need_leave_together", opens=(200,)),
    page("training_class", "training_class", SEERS_OF_TRAINING, first=True),
    form("training_class_new", may={OFFICER}),
    of_plan(form, "training_class_propose", "training_class", may=(OFFICER, HEAD)),
    of_plan(form, "training_class_session", "training_class", RECORDERS_OF_TRAINING),
    of_plan(form, "training_class_edit", "training_class"),
    of_plan(button, "training_class_close", "training_ended_class"),
    of_plan(form, "training_class_cancel", "training_class"),
    download("training_decision", "training_class", {OFFICER}, also=UNSEEN_TRAINING),
    download(
        "training_attendance_sheet", "training_class", RECORDERS_OF_TRAINING, also=UNSEEN_TRAINING
    ),
    download(
        "training_evaluation_sheet", "training_class", RECORDERS_OF_TRAINING, also=UNSEEN_TRAINING
    ),
    form("training_session", "training_session", RECORDERS_OF_TRAINING, otherwise=404),
    of_learner(form, "enrolment_send", "enrolment_proposed", {OFFICER}),
    of_learner(form, "enrolment_result", "enrolment_sent", RECORDERS_OF_TRAINING),
    of_learner(button, "enrolment_verify", "enrolment_completed", VERIFIERS_OF_TRAINING),
    of_learner(form, "enrolment_return", "enrolment_completed", VERIFIERS_OF_TRAINING),
    of_learner(form, "enrolment_fail", "enrolment_sent", RECORDERS_OF_TRAINING),
    of_learner(form, "enrolment_withdraw", "enrolment_proposed", RECORDERS_OF_TRAINING),
    button("enrolment_send_together", opens=(200,)),
    button("enrolment_result_together", opens=(200,)),
    button("enrolment_verify_together"),
    of_learner(page, "enrolment_repayment", "enrolment_sent", {OFFICER}),
    form("training_curriculum_new", may={OFFICER}),
    page("training_curriculum", "training_curriculum", SEERS_OF_TRAINING, first=True),
    of_plan(form, "training_curriculum_material", "curriculum_draft"),
    of_plan(form, "training_curriculum_edit", "curriculum_draft"),
    of_plan(form, "training_curriculum_issue", "curriculum_draft", may=(LEADER,)),
    of_plan(form, "training_curriculum_revise", "training_curriculum"),
    of_plan(button, "training_material_drop", "training_material"),
    of_plan(form, "training_class_opinion", "training_ended_class", may=()),
    form("self_study_new", may=SEERS_OF_TRAINING),
    button("self_study_confirm", "self_study", VERIFIERS_OF_TRAINING, also=UNSEEN_SELF_STUDY),
    form("self_study_return", "self_study", VERIFIERS_OF_TRAINING, also=UNSEEN_SELF_STUDY),
    form("self_study_edit", "self_study", {STAFF}, also=UNSEEN_SELF_STUDY),
    button("self_study_confirm_together"),
    button("training_effects_count", may={OFFICER}),
    form("training_practice_new", may={OFFICER, HEAD}),
    of_plan(form, "training_practice_report", "training_practice", RECORDERS_OF_TRAINING),
    of_plan(form, "training_practice_edit", "training_practice", RECORDERS_OF_TRAINING),
    of_plan(form, "training_practice_stop", "training_practice", RECORDERS_OF_TRAINING),
    of_plan(button, "training_practice_confirm", "practice_reported", VERIFIERS_OF_TRAINING),
    of_plan(form, "training_practice_return", "practice_reported", VERIFIERS_OF_TRAINING),
    form("training_speaker_new", may={OFFICER}),
    of_learner(form, "training_speaker_end", "training_speaker", {OFFICER}),
    page("training_learners", "training_topic", SEERS_OF_LEARNERS, first=True),
)
SEERS_OF_PLANNING = {OFFICER, LEADER, INSPECTOR}
UNSEEN_PLANNING = dict.fromkeys((ADMIN, GUEST, CLERK, HEAD, STAFF), 404)
REFERRERS = {OFFICER, LEADER, HEAD}
UNSEEN_PROSPECTS = dict.fromkeys((ADMIN, GUEST, CLERK, STAFF, INSPECTOR), 404)


def of_list(make, route, subject="succession_draft", may=(OFFICER,)):
    return make(route, subject, set(may), also=UNSEEN_PLANNING)


def of_prospect(make, route):
    return make(route, "prospect", {OFFICER}, also=UNSEEN_PROSPECTS)


SUCCESSION = (
    form("succession_plan_new", may={OFFICER}),
    page("succession_plan", "succession_plan", SEERS_OF_PLANNING, first=True),
    of_list(button, "succession_plan_lay"),
    of_list(form, "succession_plan_post"),
    of_list(button, "succession_plan_sources"),
    of_list(form, "succession_plan_conference"),
    of_list(form, "succession_plan_reckoning"),
    of_list(button, "succession_plan_submit", "succession_voted"),
    of_list(form, "succession_plan_approve", "succession_submitted", (LEADER,)),
    of_list(form, "succession_plan_return", "succession_submitted", (LEADER,)),
    of_list(button, "succession_plan_review", "succession_plan"),
    page("succession_post", "succession_post", SEERS_OF_PLANNING, first=True),
    page("succession_post_meters", "succession_post", SEERS_OF_PLANNING, first=True),
    of_list(form, "succession_post_outsider", "succession_post"),
    of_list(form, "succession_post_edit", "succession_post"),
    of_list(form, "succession_post_state", "succession_post"),
    of_list(button, "succession_post_drop", "succession_empty_post"),
    of_list(button, "succession_candidate_propose", "candidate_found"),
    button("succession_candidate_propose_together"),
    of_list(button, "succession_candidate_withdraw", "candidate_proposed"),
    of_list(form, "succession_candidate_line", "candidate_proposed"),
    of_list(form, "succession_candidate_remove", "candidate_planned"),
    of_list(button, "succession_candidate_draw", "candidate_planned"),
    of_list(form, "succession_candidate_milestone", "candidate_planned"),
    page("succession_road", "candidate_planned", SEERS_OF_PLANNING, first=True),
    of_list(form, "succession_conference", "conference", SEERS_OF_PLANNING),
    of_list(form, "succession_conference_correct", "conference"),
    of_list(button, "succession_conference_count", "conference"),
    of_list(form, "succession_conference_scan", "conference_counted"),
    *(
        of_list(download, f"succession_{paper}", "succession_plan", SEERS_OF_PLANNING)
        for paper in ("summary", "decision", "ages", "carried", "added")
    ),
    *(
        of_list(download, f"succession_{paper}", "conference", SEERS_OF_PLANNING)
        for paper in ("ballot", "minutes")
    ),
    form("prospect_new", may=REFERRERS),
    of_prospect(form, "prospect_follow"),
    of_prospect(form, "prospect_close"),
    of_list(form, "milestone_finish", "milestone"),
    of_list(form, "milestone_drop", "milestone"),
)
CLEARANCE = (
    page("clearance_file_list", "clearance_person", {OFFICER}, first=True),
    form(
        "clearance_request",
        "clearance_person",
        {OFFICER},
        also=dict.fromkeys(ALL - {OFFICER}, 404),
    ),
    form("conclusion_record", "conclusion", {OFFICER}, also=dict.fromkeys(ALL - {OFFICER}, 404)),
)
SEERS_OF_PLACEMENT = {OFFICER, LEADER, INSPECTOR}
UNSEEN_PLACEMENT = dict.fromkeys((ADMIN, GUEST, CLERK, HEAD, STAFF), 404)


def of_case(make, route, subject="procedure_open", may=(OFFICER,)):
    return make(route, subject, set(may), also=UNSEEN_PLACEMENT)


PLACEMENT = (
    form("vacancy_find", may={OFFICER}),
    of_case(form, "vacancy_open", "vacancy"),
    of_case(form, "vacancy_way", "vacancy"),
    of_case(form, "vacancy_hold", "vacancy"),
    form("procedure_new", may={OFFICER}),
    page("procedure", "procedure", SEERS_OF_PLACEMENT, first=True),
    of_case(form, "procedure_special", may=(LEADER,)),
    of_case(form, "procedure_decide", "procedure_ready", (LEADER,)),
    of_case(form, "procedure_stop"),
    of_case(form, "procedure_step_finish", "procedure_step"),
    of_case(form, "procedure_step_scan", "procedure_step_done"),
    of_case(form, "procedure_paper_note", "procedure_paper"),
    of_case(form, "hand_over_finish", "hand_over"),
    form("placement_review_new", may={OFFICER}),
    of_case(form, "placement_review_guide", "placement_review"),
    form("mentor_new", may={OFFICER}),
    of_case(form, "mentor_end", "mentor_pair"),
    form("delegation_line_new", may={OFFICER}),
    of_case(form, "delegation_line_end", "delegation_line"),
    *(
        of_case(download, f"procedure_{paper}", "procedure", SEERS_OF_PLACEMENT)
        for paper in ("proposal", "fitness", "decision")
    ),
)
SCENARIOS = (
    form("impact_report_new", may={OFFICER}),
    of_case(form, "impact_report_approve", "impact_draft", (LEADER,)),
    of_case(button, "impact_report_end", "impact_report", (LEADER,)),
    *(form(f"scenario_{name}", may={OFFICER}) for name in ("placement", "succession", "courses")),
    of_case(button, "scenario_cancel", "scenario_waiting"),
    page("scenario", "scenario", SEERS_OF_PLACEMENT, first=True),
    page("scenario_beside", "scenario", SEERS_OF_PLACEMENT, first=True),
    page("scenario_option", "scenario_option", SEERS_OF_PLACEMENT, first=True),
    of_case(form, "scenario_line_open", "scenario_line"),
)


def of_round(make, route, subject, may=(OFFICER,), **more):
    return make(route, subject, set(may), also=UNSEEN_PLACEMENT, **more)


RECRUITMENT = (
    page("recruitment_notices", public=True),
    page("recruitment_notice", "recruitment_published", public=True),
    form("recruitment_apply", "recruitment_published", public=True),
    form("recruitment_slip", public=True),
    button("recruitment_need_open_together", opens=(302,)),
    of_round(button, "recruitment_need_open", "recruitment_position"),
    form("recruitment_round_new", may={OFFICER}),
    page("recruitment_round", "recruitment_results", SEERS_OF_PLACEMENT, first=True),
    page("recruitment_people", "recruitment_results", SEERS_OF_PLACEMENT, first=True),
    of_round(form, "recruitment_round_opening", "recruitment_draft"),
    of_round(form, "recruitment_round_plan", "recruitment_draft"),
    of_round(button, "recruitment_round_submit", "recruitment_draft"),
    of_round(form, "recruitment_round_approve", "recruitment_submitted", (LEADER,)),
    of_round(form, "recruitment_round_give_back", "recruitment_submitted", (LEADER,)),
    of_round(form, "recruitment_round_publish", "recruitment_approved"),
    of_round(form, "recruitment_round_change", "recruitment_published"),
    of_round(form, "recruitment_round_form", "recruitment_published"),
    of_round(form, "recruitment_round_member", "recruitment_published"),
    of_round(form, "recruitment_round_issue", "recruitment_published"),
    of_round(form, "recruitment_round_seal_first", "recruitment_listed"),
    of_round(form, "recruitment_round_seal_second", "recruitment_first"),
    of_round(form, "recruitment_round_rank", "recruitment_marked", (LEADER,)),
    of_round(form, "recruitment_round_show", "recruitment_ranked"),
    of_round(button, "recruitment_round_finish", "recruitment_hired", ()),
    of_round(form, "recruitment_round_cancel", "recruitment_draft"),
    of_round(form, "recruitment_opening_change", "recruitment_draft_opening"),
    of_round(button, "recruitment_opening_drop", "recruitment_draft_opening"),
    of_round(form, "recruitment_opening_call", "recruitment_opening", (LEADER,)),
    of_round(button, "recruitment_member_drop", "recruitment_member"),
    of_round(page, "applicant", "applicant_results", SEERS_OF_PLACEMENT),
    of_round(form, "applicant_accept", "applicant_received"),
    of_round(button, "applicant_pass", "applicant_received"),
    button("applicant_pass_together"),
    button("applicant_lapse_together"),
    of_round(form, "applicant_refuse", "applicant_received"),
    of_round(form, "applicant_mark", "applicant_listed"),
    of_round(form, "applicant_appeal", "applicant_marked"),
    of_round(form, "applicant_choose", "applicant_marked", (LEADER,)),
    of_round(form, "applicant_file", "applicant_results"),
    of_round(form, "applicant_hire", "applicant_results", (LEADER,)),
    of_round(form, "applicant_strike", "applicant_results", (LEADER,)),
    of_round(form, "applicant_start", "applicant_hired"),
    of_round(button, "applicant_lapse", "applicant_hired"),
    of_round(button, "applicant_withdraw", "applicant_received"),
    of_round(form, "applicant_score_review", "applicant_score"),
    of_round(download, "applicant_decision", "applicant_results", SEERS_OF_PLACEMENT),
    *(
        of_round(download, f"recruitment_{paper}_paper", "recruitment_results", SEERS_OF_PLACEMENT)
        for paper in ("plan", "notice", "list", "result")
    ),
    download("applicant_template", may={OFFICER}),
    form("applicant_import", may={OFFICER}),
    form("applicant_import_check", "upload", {OFFICER}, parameter="file_id", first=True),
    form("reception_new", may={OFFICER}),
    page("reception", "reception", SEERS_OF_PLACEMENT, first=True),
    of_round(form, "reception_add", "reception"),
    of_round(button, "reception_close", "reception", opens=(403,)),
    of_round(download, "reception_case_decision", "reception_case_eligible", SEERS_OF_PLACEMENT),
    download("applicant_marks", may={OFFICER}),
    form("applicant_mark_import", may={OFFICER}),
    form("applicant_mark_import_check", "upload", {OFFICER}, parameter="file_id", first=True),
    of_round(button, "reception_case_accept", "reception_case"),
    of_round(form, "reception_case_refuse", "reception_case"),
    of_round(form, "reception_case_decide", "reception_case_eligible", (LEADER,)),
)
SEERS_OF_BENEFITS = {OFFICER, LEADER, CLERK, INSPECTOR}
SEERS_OF_POLICIES = SEERS_OF_BENEFITS | {HEAD, STAFF}
UNSEEN_BENEFITS = dict.fromkeys((ADMIN, GUEST, HEAD, STAFF), 404)
COUNTERS = (OFFICER, CLERK)


def of_benefit(make, route, subject="benefit_prepared", may=(OFFICER,)):
    return make(route, subject, set(may), also=UNSEEN_BENEFITS)


def of_policy(make, route, subject="benefit_policy", may=(OFFICER,)):
    return make(route, subject, set(may), also={ADMIN: 404, GUEST: 404})


BENEFITS = (
    form("benefit_policy_adopt", may={OFFICER}),
    form("benefit_policy_new", may={OFFICER}),
    of_policy(page, "benefit_policy", may=SEERS_OF_POLICIES),
    of_policy(form, "benefit_policy_edit", "benefit_draft"),
    of_policy(form, "benefit_policy_condition", "benefit_draft"),
    of_policy(form, "benefit_policy_line", "benefit_draft"),
    of_policy(button, "benefit_policy_force", "benefit_draft"),
    of_policy(button, "benefit_policy_version", "benefit_shipped"),
    of_policy(form, "benefit_policy_window"),
    of_policy(form, "benefit_policy_review"),
    of_policy(button, "benefit_policy_end"),
    of_policy(button, "benefit_condition_drop", "benefit_condition"),
    of_policy(button, "benefit_line_drop", "benefit_line"),
    form("benefit_case_find", may={OFFICER}),
    form("benefit_case_new", may={OFFICER}),
    form("benefit_case_talent", may={OFFICER}),
    of_benefit(page, "benefit_case", may=SEERS_OF_BENEFITS),
    of_benefit(form, "benefit_case_prepare", may=COUNTERS),
    of_benefit(form, "benefit_case_override", may=COUNTERS),
    of_benefit(button, "benefit_case_submit"),
    button("benefit_case_submit_together"),
    button("benefit_case_approve_together", opens=(200,)),
    *(
        of_benefit(form, f"benefit_case_{name}", "benefit_submitted", (LEADER,))
        for name in ("approve", "return", "refuse")
    ),
    of_benefit(form, "benefit_case_withdraw"),
    of_benefit(form, "benefit_case_left", "benefit_talent"),
    of_benefit(form, "benefit_case_repaid", "benefit_left", COUNTERS),
    of_benefit(download, "benefit_case_paper", "benefit_approved", SEERS_OF_BENEFITS),
    form("rearrangement_new", may={OFFICER}),
    page("rearrangement", "rearrangement", SEERS_OF_BENEFITS, first=True),
    of_benefit(form, "rearrangement_gather", "rearrangement"),
    of_benefit(form, "rearrangement_person", "rearrangement"),
    of_benefit(form, "affected_policy", "affected"),
    of_benefit(form, "affected_none", "affected"),
    button("affected_none_together", opens=(200,)),
    form("payment_new", may=set(COUNTERS)),
    page("payment", "payment", SEERS_OF_BENEFITS, first=True),
    of_benefit(form, "payment_approve", "payment", (LEADER,)),
    of_benefit(download, "payment_paper", "payment", SEERS_OF_BENEFITS),
    of_benefit(download, "payment_sheet", "payment", SEERS_OF_BENEFITS),
    of_benefit(button, "payment_item_drop", "payment_item", COUNTERS),
)
SEERS_OF_OVERSIGHT = {INSPECTOR, LEADER, OFFICER}
UNSEEN_OVERSIGHT = dict.fromkeys((ADMIN, GUEST, CLERK, HEAD, STAFF), 404)
UNSEEN_FINDINGS = dict.fromkeys((ADMIN, GUEST, CLERK, STAFF), 404)
SEERS_OF_SOCIAL = {INSPECTOR, LEADER, OFFICER, CLERK, HEAD, STAFF}


def of_oversight(make, route, subject, may=(INSPECTOR,), also=None):
    return make(route, subject, set(may), also=UNSEEN_OVERSIGHT if also is None else also)


OVERSIGHT = (
    form("oversight_plan_new", may={INSPECTOR}),
    page("oversight_plan", "oversight_plan", SEERS_OF_OVERSIGHT, first=True),
    of_oversight(form, "oversight_plan_line", "oversight_draft"),
    of_oversight(form, "oversight_plan_approve", "oversight_draft", (LEADER,)),
    of_oversight(form, "oversight_plan_amend", "oversight_plan"),
    of_oversight(form, "oversight_line_begin", "oversight_line"),
    of_oversight(button, "oversight_line_drop", "oversight_line_draft"),
    form("inspection_new", may={INSPECTOR}),
    page("inspection", "inspection", SEERS_OF_OVERSIGHT, first=True),
    of_oversight(form, "inspection_announce", "inspection"),
    of_oversight(form, "inspection_report", "inspection_announced"),
    of_oversight(form, "inspection_verify", "inspection_reported"),
    of_oversight(form, "inspection_conclude", "inspection_verified"),
    of_oversight(form, "inspection_notify", "inspection_concluded"),
    of_oversight(form, "inspection_close", "inspection_notified"),
    *(
        of_oversight(form, f"inspection_{name}", "inspection")
        for name in ("finding", "member", "extend", "stop")
    ),
    of_oversight(button, "inspection_member_release", "inspection_member"),
    *(
        of_oversight(download, f"inspection_{paper}", "inspection_notified", (INSPECTOR, LEADER))
        for paper in ("decision", "notice")
    ),
    of_oversight(form, "finding_report", "finding", (HEAD, OFFICER), UNSEEN_FINDINGS),
    *(
        of_oversight(form, f"finding_{name}", "finding_reported", also=UNSEEN_FINDINGS)
        for name in ("settle", "send_back", "hand_over")
    ),
    form("social_new", may={HEAD, OFFICER, INSPECTOR}),
    page("social", "social", SEERS_OF_SOCIAL, first=True),
    of_oversight(
        form, "social_recommend", "social", (HEAD, OFFICER, INSPECTOR), {ADMIN: 404, GUEST: 404}
    ),
    of_oversight(
        form,
        "recommendation_answer",
        "recommendation",
        (HEAD, LEADER, OFFICER),
        {ADMIN: 404, GUEST: 404},
    ),
    of_oversight(download, "social_letter", "social", SEERS_OF_SOCIAL, {ADMIN: 404, GUEST: 404}),
)
UNSEEN_BREACHES = dict.fromkeys((ADMIN, GUEST, CLERK, STAFF), 404)
KEEPERS_OF_CASES = (OFFICER, INSPECTOR)


def of_discipline(make, route, subject="discipline_case", may=KEEPERS_OF_CASES):
    return make(route, subject, set(may), also=UNSEEN_OVERSIGHT)


DISCIPLINE = (
    form("discipline_case_new", may=set(KEEPERS_OF_CASES)),
    form("discipline_case_from_finding", may=set(KEEPERS_OF_CASES)),
    page("discipline_case", "discipline_case", SEERS_OF_OVERSIGHT, first=True),
    of_discipline(form, "discipline_case_council"),
    of_discipline(form, "discipline_case_complex"),
    of_discipline(form, "discipline_case_pause"),
    of_discipline(form, "discipline_case_decide", "discipline_ready", (LEADER,)),
    of_discipline(form, "discipline_case_end", may=(LEADER,)),
    of_discipline(form, "discipline_case_revoke", "discipline_decided", (LEADER,)),
    of_discipline(form, "discipline_step_finish", "discipline_step"),
    of_discipline(form, "discipline_pause_resume", "discipline_pause"),
    *(
        of_discipline(download, f"discipline_{paper}", "discipline_decided", SEERS_OF_OVERSIGHT)
        for paper in ("minutes", "decision")
    ),
    form("discipline_breach_new", may={OFFICER, INSPECTOR, HEAD}),
    *(
        form(
            f"discipline_breach_{name}",
            "discipline_explained",
            {OFFICER, INSPECTOR, HEAD},
            also=UNSEEN_BREACHES,
        )
        for name in ("explain", "handle")
    ),
    form("screening_new", may=set(KEEPERS_OF_CASES)),
    of_discipline(form, "screening_propose", "screening"),
    of_discipline(form, "screening_decide", "screening_proposed", (LEADER,)),
    of_discipline(form, "screening_outcome", "screening_decided"),
)
UNSEEN_COMMENDATION = {ADMIN: 404, GUEST: 404}
SEERS_OF_COMMENDATION = {OFFICER, LEADER, CLERK, HEAD, STAFF, INSPECTOR}


def of_commendation(make, route, subject, may, also=None):
    return make(route, subject, set(may), also=UNSEEN_COMMENDATION if also is None else also)


COMMENDATION = (
    form("initiative_new", may={STAFF, HEAD, OFFICER}),
    of_commendation(form, "initiative_answer", "initiative", (LEADER,)),
    of_commendation(form, "initiative_conclude", "initiative_allowed", (OFFICER,)),
    form("movement_new", may={OFFICER}),
    page("movement", "movement", SEERS_OF_COMMENDATION, first=True),
    of_commendation(form, "movement_register", "movement", (HEAD, OFFICER)),
    of_commendation(form, "movement_close", "movement", (OFFICER,)),
    of_commendation(form, "movement_entry_result", "movement_entry", (OFFICER,)),
    of_commendation(
        form,
        "praise_propose",
        "praise",
        (HEAD, OFFICER),
        dict.fromkeys(ALL - {HEAD, OFFICER, STAFF}, 404),
    ),
    form("award_new", may={HEAD, OFFICER}),
    *(
        of_commendation(
            form,
            f"award_{name}",
            subject,
            (role,),
            dict.fromkeys((ADMIN, GUEST, CLERK, STAFF, INSPECTOR), 404),
        )
        for name, subject, role in (
            ("vote", "award", OFFICER),
            ("decide", "award_voted", LEADER),
            ("refuse", "award", LEADER),
        )
    ),
)
SEERS_OF_CELLS = {OFFICER, LEADER, CLERK, HEAD, INSPECTOR}
UNSEEN_CELLS = dict.fromkeys((ADMIN, GUEST, STAFF), 404)


def of_cells(make, route, subject, may, **more):
    return make(route, subject, set(may), also=UNSEEN_CELLS, **more)


CELLS = (
    of_cells(page, "cell", "cell", SEERS_OF_CELLS),
    of_cells(form, "cell_meet", "cell", (HEAD, OFFICER)),
    of_cells(form, "cell_members", "cell", (OFFICER,)),
    of_cells(form, "cell_charge", "cell", (OFFICER,)),
    of_cells(form, "cell_report", "cell", ()),
    of_cells(form, "cell_congress", "cell", (OFFICER,)),
    of_cells(form, "cell_member_review", "cell_member", (HEAD, OFFICER)),
    of_cells(form, "cell_member_change", "cell_member", (OFFICER,)),
    of_cells(form, "cell_member_leave", "cell_member", (OFFICER,)),
    of_cells(page, "cell_meeting", "cell_meeting", SEERS_OF_CELLS),
    of_cells(form, "cell_meeting_score", "cell_meeting", (HEAD, OFFICER)),
    of_cells(form, "cell_meeting_confirm", "cell_meeting_scored", (LEADER,)),
    of_cells(form, "cell_meeting_answer", "cell_meeting", (LEADER, OFFICER)),
    *(
        of_cells(download, route, "cell_meeting", SEERS_OF_CELLS)
        for route in ("cell_meeting_minutes", "cell_meeting_sheet")
    ),
    form("cell_sheet_new", may={OFFICER}),
    page("cell_sheet", "cell_sheet", SEERS_OF_CELLS, first=True),
    of_cells(button, "cell_sheet_issue", "cell_sheet_draft", (LEADER,)),
    page("congress", "congress", SEERS_OF_CELLS, first=True),
    of_cells(form, "congress_nominate", "congress", (HEAD, OFFICER)),
    of_cells(form, "congress_hold", "congress", (OFFICER,)),
)
SEERS_OF_CASES = {OFFICER, LEADER, CLERK, HEAD, INSPECTOR}
UNSEEN_CASES = dict.fromkeys((ADMIN, GUEST, STAFF), 404)
TAKERS_OF_CASES = {OFFICER, CLERK}

CASES_OF_CITIZENS = (
    page("onestop_case", "case", SEERS_OF_CASES, also=UNSEEN_CASES),
    form("onestop_case_apologise", "case", TAKERS_OF_CASES, also=UNSEEN_CASES),
    form("onestop_import", may=TAKERS_OF_CASES),
    form(
        "onestop_columns",
        "export",
        {CLERK},
        parameter="file_id",
        also={OFFICER: 404},
        first=True,
    ),
    page("onestop_batch", "batch", TAKERS_OF_CASES, otherwise=404),
    form("onestop_outage_new", may=TAKERS_OF_CASES),
    button("onestop_outage_confirm", "outage", {LEADER}, also=UNSEEN_CASES),
    form("onestop_outage_refuse", "outage", {LEADER}, also=UNSEEN_CASES),
    form("rating_slip_new", may=TAKERS_OF_CASES),
    button("rating_slip_give", "slip", TAKERS_OF_CASES, otherwise=404),
    button("rating_slip_give_together"),
    form("public_rate", public=True),
    download("onestop_apology", "apology", SEERS_OF_CASES, also=UNSEEN_CASES),
)
RECEIVERS = (OFFICER, CLERK)
SEERS_OF_RECEPTION = {OFFICER, LEADER, CLERK, INSPECTOR}
UNSEEN_RECEPTION = dict.fromkeys((ADMIN, GUEST, HEAD, STAFF), 404)


def of_session(make, route, subject, may=RECEIVERS, **more):
    return make(route, subject, set(may), also=UNSEEN_RECEPTION, **more)


def of_promise(route, may):
    return form(
        route, "citizen_direction", set(may), also=dict.fromkeys((ADMIN, GUEST, STAFF), 404)
    )


RECEPTION = (
    page("public_reception", public=True, opens=(200, 302)),
    page("public_calendar", "reception_place", public=True),
    download("public_calendar_feed", "reception_place", public=True),
    form("public_turn", "citizen_slot_open", public=True),
    form("public_follow", public=True),
    form("public_dialogue", "citizen_dialogue_told", public=True),
    form("citizen_rota_new", may=set(RECEIVERS)),
    of_session(button, "citizen_rota_end", "citizen_rota"),
    form("citizen_slot_draw", may=set(RECEIVERS)),
    form("citizen_slot_new", may=set(RECEIVERS)),
    page("citizen_slot", "citizen_slot_held", SEERS_OF_RECEPTION, first=True),
    of_session(form, "citizen_slot_publish", "citizen_slot_planned"),
    button("citizen_slot_publish_together", opens=(200,)),
    of_session(form, "citizen_slot_walk_in", "citizen_slot_posted"),
    of_session(form, "citizen_slot_hold", "citizen_slot_posted"),
    of_session(form, "citizen_slot_online", "citizen_slot_online"),
    of_session(form, "citizen_slot_move", "citizen_slot_open", (LEADER,)),
    of_session(form, "citizen_slot_cancel", "citizen_slot_open", (LEADER,)),
    of_session(form, "citizen_slot_miss", "citizen_slot_posted"),
    of_session(form, "citizen_slot_conclude", "citizen_slot_held", (LEADER,)),
    of_session(form, "citizen_slot_promise", "citizen_slot_held", (LEADER,)),
    of_session(download, "citizen_conclusion", "citizen_slot_concluded", SEERS_OF_RECEPTION),
    form("citizen_visit_walk_in", may=set(RECEIVERS)),
    of_session(page, "citizen_visit", "citizen_received", SEERS_OF_RECEPTION),
    of_session(form, "citizen_visit_receive", "citizen_booked"),
    of_session(form, "citizen_visit_answer", "citizen_received"),
    of_session(form, "citizen_visit_promise", "citizen_received"),
    of_session(form, "citizen_visit_tie", "citizen_again"),
    of_session(form, "citizen_visit_refuse", "citizen_received"),
    of_session(form, "citizen_visit_sign", "citizen_refused", (LEADER,)),
    of_session(download, "citizen_receipt", "citizen_received", SEERS_OF_RECEPTION),
    of_session(download, "citizen_refusal", "citizen_refused", SEERS_OF_RECEPTION),
    of_promise("citizen_direction_keep", (*RECEIVERS, HEAD)),
    of_promise("citizen_direction_cancel", (LEADER,)),
    form("citizen_dialogue_new", may=set(RECEIVERS)),
    page("citizen_dialogue", "citizen_dialogue_told", SEERS_OF_RECEPTION, first=True),
    of_session(form, "citizen_dialogue_announce", "citizen_dialogue_planned"),
    of_session(form, "citizen_dialogue_ask", "citizen_dialogue_told"),
    of_session(form, "citizen_dialogue_hold", "citizen_dialogue_today"),
    of_session(form, "citizen_dialogue_promise", "citizen_dialogue_held"),
    of_session(button, "citizen_dialogue_publish", "citizen_dialogue_held", (LEADER,)),
    of_session(form, "citizen_dialogue_cancel", "citizen_dialogue_planned", (LEADER,)),
    of_session(download, "citizen_dialogue_minutes", "citizen_dialogue_held", SEERS_OF_RECEPTION),
    of_session(form, "citizen_question_answer", "citizen_question"),
)
CASES = (
    *RECEPTION,
    *CATALOGUE,
    *MONTHS,
    *YEAR,
    *SIDES,
    *WORKLOG,
    *INSIGHT,
    *TRAINING,
    *SUCCESSION,
    *CLEARANCE,
    *PLACEMENT,
    *SCENARIOS,
    *RECRUITMENT,
    *BENEFITS,
    *OVERSIGHT,
    *DISCIPLINE,
    *CELLS,
    *CASES_OF_CITIZENS,
    *COMMENDATION,
    *WEB,
    *ACCOUNTS,
    *ADMISSION,
    *PLATFORM,
    *ORGANISATION,
    *STAFFING,
    *PEOPLE,
    *FILES,
    *STANDARDS,
    *DOCUMENTS,
    *PROGRAMMES,
)


def files_of(cases):
    """The file of each register, for whoever may take it along; a register that a row above does
    not tell is open to the roles that hold its permission.
    """
    told = {case.route: case for case in cases}
    for code, register in REGISTERS.items():
        on_page = told.get(code) or page(code, may=roles_of(register.see))
        if code not in told:
            yield on_page
        take = register.take or register.see
        takers = on_page.may & roles_of(take)
        refused = {"otherwise": 403, "also": {}, "first": True} if on_page.subject and take else {}
        yield replace(
            on_page,
            route=f"{code}_file",
            may=takers,
            keys={**on_page.keys, "form": "xlsx"},
            query="",
            is_page=False,
            **refused,
        )


def roles_of(permission):
    return frozenset(holders(permission)) if permission else ALL


CASES = (*CASES, *files_of(CASES))
BY_ROUTE = {case.route: case for case in CASES}
