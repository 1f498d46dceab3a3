"""An account signs in; who sits where is the room `people`, what may be done is `scope`."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.text import fold
from thenchot.platform.accounts.signals import password_rehashed


class AccountManager(BaseUserManager):
    def get_by_natural_key(self, username):
        return self.get(username=username)

    def create_user(self, username, password=None, **fields):
        account = self.model(username=username, **fields)
        account.set_password(password)
        account.save()
        return account


class Account(AbstractBaseUser):
    username = models.CharField(_("Tên đăng nhập"), max_length=60, unique=True)
    name = models.CharField(_("Họ và tên"), max_length=120)
    folded = models.CharField(max_length=120, db_index=True, editable=False)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    wants_digest = models.BooleanField(_("Nhận thư báo việc mỗi ngày"), default=True)
    is_active = models.BooleanField(_("Đang hoạt động"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    is_staff = False
    is_superuser = False

    objects = AccountManager()

    def __str__(self):
        return self.name or self.username

    def get_full_name(self):
        return self.name

    def check_password(self, raw_password):
        """Told when Django stores the password anew under its present settings: the trail keeps a
        mark of every hash.
        """
        before = self.password
        fits = super().check_password(raw_password)
        if self.password != before:
            password_rehashed.send(sender=Account, account=self)
        return fits

    def save(self, *args, **kwargs):
        self.folded = fold(self.name)[:120]
        super().save(*args, **kwargs)
