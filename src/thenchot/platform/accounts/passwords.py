"""Django's password checks with Vietnamese words: its own catalogue has none for them."""

from django.contrib.auth import password_validation as stock
from django.utils.translation import gettext as _


class LongEnough(stock.MinimumLengthValidator):
    def get_error_message(self):
        return _("Mật khẩu quá ngắn: cần ít nhất %d ký tự.") % self.min_length

    def get_help_text(self):
        return self.get_error_message()


class NotCommon(stock.CommonPasswordValidator):
    def get_error_message(self):
        return _("Mật khẩu này quá phổ biến, dễ đoán.")


class NotOnlyDigits(stock.NumericPasswordValidator):
    def get_error_message(self):
        return _("Mật khẩu không được chỉ gồm chữ số.")


class NotLikeTheName(stock.UserAttributeSimilarityValidator):
    def __init__(self):
        super().__init__(user_attributes=("username", "name"))

    def get_error_message(self):
        return _("Mật khẩu quá giống tên hoặc tên đăng nhập.")
