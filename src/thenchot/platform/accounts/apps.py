from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "thenchot.platform.accounts"
    label = "accounts"
    verbose_name = "Tài khoản"
