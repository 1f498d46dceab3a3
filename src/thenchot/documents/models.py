"""The library of directives: what was issued, by whom, on which basis, to whom."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.platform.files.models import StoredFile


class DirectiveQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Documents of the commune (or province) in which the actor works, and of those inside the
        branches.
        """
        return self.filter(home__in=Unit.objects.homes_of(actor.paths).values("pk"))


class Directive(models.Model):
    """`match_key` is the number folded for comparison; number and date stay empty when the original
    leaves them so.
    """

    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Loại văn bản"), max_length=60, blank=True)
    number = models.CharField(_("Số, ký hiệu"), max_length=60, blank=True)
    match_key = models.CharField(max_length=80, blank=True, db_index=True)
    issued_on = models.DateField(_("Ngày ban hành"), null=True, blank=True)
    issuer = models.CharField(_("Cơ quan ban hành"), max_length=200)
    issuer_folded = models.CharField(max_length=200, blank=True)
    place = models.CharField(_("Nơi ban hành"), max_length=100, blank=True)
    title = models.CharField(_("Trích yếu"), max_length=500)
    folded = models.CharField(max_length=800, blank=True)
    signer = models.CharField(_("Người ký"), max_length=120, blank=True)
    signer_title = models.CharField(_("Chức vụ người ký"), max_length=120, blank=True)
    signed_on_behalf_of = models.CharField(_("Ký thay, thay mặt"), max_length=120, blank=True)
    recipients = models.JSONField(_("Nơi nhận"), default=list, blank=True)
    text = models.TextField(blank=True)
    original = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    registered_at = models.DateTimeField(auto_now_add=True)

    objects = DirectiveQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on", "-pk"]
        indexes = [models.Index(fields=["home", "issued_on"], name="directive_home_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["home", "match_key", "issuer_folded", "issued_on"],
                condition=~Q(match_key="") & Q(issued_on__isnull=False),
                name="directive_once_per_home",
            )
        ]

    def __str__(self):
        return " ".join(filter(None, [self.kind, self.number])) or self.title


class LinkKind(models.TextChoices):
    BASIS = "basis", _("Căn cứ")
    IMPLEMENTS = "implements", _("Triển khai")
    REPLACES = "replaces", _("Thay thế")
    AMENDS = "amends", _("Sửa đổi")
    TRIGGERS = "triggers", _("Văn bản làm phát sinh hạn")


class DirectiveLink(models.Model):
    """From a directive to another one; `cited_*` keeps what the text says when the other is not in
    the library.
    """

    source = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="links")
    kind = models.CharField(max_length=12, choices=LinkKind.choices)
    target = models.ForeignKey(
        Directive, on_delete=models.PROTECT, null=True, blank=True, related_name="cited_by"
    )
    cited_kind = models.CharField(max_length=60, blank=True)
    cited_number = models.CharField(max_length=60, blank=True)
    cited_key = models.CharField(max_length=80, blank=True, db_index=True)
    cited_issuer = models.CharField(max_length=200, blank=True)
    cited_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target__isnull=False) | ~Q(cited_number=""),
                name="link_names_a_document",
            )
        ]

    def __str__(self):
        return f"{self.source} {self.kind} {self.cited_number or self.target}"
