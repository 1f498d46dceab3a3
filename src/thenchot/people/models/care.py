"""Keeping the file right: confirmations, pledges, proposals of the person, requests, breaches,
scans, notices.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.people.enums import ProposalKind, ProposalState, RequestKind
from thenchot.people.models.person import Person, text
from thenchot.platform.accounts.fields import by_account
from thenchot.platform.files.models import StoredFile
from thenchot.platform.keys.fields import EncryptedTextField


class Confirmation(models.Model):
    """The person (or the officer with the paper in hand) confirms that the file is right, once a
    year.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("Năm"))
    confirmed_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = by_account()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "year"], name="confirmed_once_a_year")
        ]

    def __str__(self):
        return f"{self.person} {self.year}"


class Pledge(models.Model):
    """One pledge of a person and year (S4-034), signed, looked back at when the year ends."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="pledges")
    year = models.PositiveSmallIntegerField(_("Năm"))
    content = models.TextField(_("Nội dung cam kết"))
    signed_on = models.DateField(_("Ngày ký"))
    scan = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    review = models.TextField(_("Nhìn lại cuối năm"), blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    recorded_by = by_account()
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["person", "year"], name="pledge_once_a_year"),
            models.CheckConstraint(
                condition=(Q(review="") & Q(reviewed_on__isnull=True))
                | (~Q(review="") & Q(reviewed_on__isnull=False)),
                name="pledge_review_pair",
            ),
        ]

    def __str__(self):
        return f"{self.person} {self.year}"


class Scan(models.Model):
    """A page of the paper file as a picture or PDF; opened only by whoever may read the whole
    file.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Tài liệu"), max_length=200)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_by = by_account()
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-added_at"]

    def __str__(self):
        return self.name


class Proposal(models.Model):
    """A change the person asks for: of a scalar item (`section` "particulars") or of a row of a
    table. `values` is the sealed JSON of the fields as wanted, `before` as they were; the officer
    accepts it or returns it with a reason.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=ProposalKind.choices)
    section = models.CharField(max_length=30)
    row_id = models.BigIntegerField(null=True, blank=True)
    values = EncryptedTextField(blank=True)
    before = EncryptedTextField(blank=True)
    note = text(_("Lời nhắn"), 300)
    files = models.ManyToManyField(StoredFile, related_name="+", blank=True)
    state = models.CharField(
        max_length=10, choices=ProposalState.choices, default=ProposalState.OPEN
    )
    proposed_by = by_account()
    proposed_at = models.DateTimeField(auto_now_add=True)
    decided_by = by_account(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = text(_("Lý do"), 300)

    class Meta:
        ordering = ["proposed_at"]
        indexes = [models.Index(fields=["person", "state"], name="proposal_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", decided_at__isnull=True)
                | (~Q(state="open") & Q(decided_at__isnull=False)),
                name="proposal_decided_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(reason=""), name="proposal_returned_with_reason"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.section}"


class DataRequest(models.Model):
    """The person asks to see, correct or restrict the own data; `due_on` by the working days of the
    policy.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Yêu cầu"), max_length=10, choices=RequestKind.choices)
    content = models.TextField(_("Nội dung"))
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = by_account()
    due_on = models.DateField(_("Trả lời trước hết ngày"))
    answer = models.TextField(_("Trả lời"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = by_account(blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(answer="") & Q(answered_at__isnull=True))
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="data_request_answered_pair",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.person}"


class Breach(models.Model):
    """A leak or loss of personal data: what, whose, what was done, when the authority was told."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    found_at = models.DateTimeField(_("Phát hiện lúc"))
    what = models.TextField(_("Việc gì xảy ra"))
    affected = models.TextField(_("Dữ liệu và người bị ảnh hưởng"))
    measures = models.TextField(_("Đã làm gì"), blank=True)
    notify_by = models.DateTimeField(_("Báo cơ quan chuyên trách trước"))
    notified_at = models.DateTimeField(_("Đã báo lúc"), null=True, blank=True)
    closed_on = models.DateField(_("Kết thúc ngày"), null=True, blank=True)
    recorded_by = by_account()
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-found_at"]

    def __str__(self):
        return f"{self.unit} {self.found_at:%d/%m/%Y}"


class NoticeRead(models.Model):
    """An account has read this version of the privacy notice."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveSmallIntegerField()
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "version"], name="notice_read_once")
        ]

    def __str__(self):
        return f"{self.account_id} v{self.version}"


class ColumnMapping(models.Model):
    """What the columns of a workbook of this shape mean in a commune: kept from the last import and
    offered again.

    `shape` is a digest of the folded headers; `columns` maps the header path to the code of a
    column, or "" to skip.
    """

    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    shape = models.CharField(max_length=64)
    columns = models.JSONField(default=dict)
    saved_by = by_account()
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["home", "shape"], name="mapping_once")]

    def __str__(self):
        return f"{self.home} {self.shape[:8]}"


class ImportCheck(models.Model):
    """An uploaded list while it is looked through: what the officer said of columns and cells, and
    of a long list what the last reading found. Seen by whoever uploaded the file, while the
    permission lasts.

    `columns`: key of a heading -> meaning; `answers` (sealed JSON): cells mended and rows left out;
    `found` (sealed JSON): the report of a reading that ran as a job; `job_id`: that job, while its
    report is awaited.
    """

    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    rows = models.PositiveIntegerField(default=0)
    columns = models.JSONField(default=dict)
    answers = EncryptedTextField(blank=True)
    found = EncryptedTextField(blank=True)
    job_id = models.BigIntegerField(null=True, blank=True)
    is_done = models.BooleanField(default=False)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return f"{self.file} → {self.home}"


class Presence(models.Model):
    """In which communes and provinces a person serves or served: what a list of a branch is read
    from, in order.

    One row a person and home, a commune and its province each; name and order are repeated here so
    that one index answers a page or a search. `is_present`: holds a seat there today, or was
    registered there and never had a seat. Derived: `people.presence` works it out anew.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="presences")
    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    is_present = models.BooleanField(default=True)
    sort_key = models.CharField(max_length=300)
    folded = models.CharField(max_length=140)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "home"], name="presence_once")]
        indexes = [
            models.Index(fields=["home", "sort_key", "person", "folded"], name="presence_order")
        ]

    def __str__(self):
        return f"{self.person_id} @ {self.home_id}"
