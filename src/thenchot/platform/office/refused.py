"""A file that is not taken: the one kind of error that readers raise."""


class BadFile(ValueError):
    """The file is not taken. `message_vi` says what to do about it."""

    def __init__(self, message_vi: str) -> None:
        self.message_vi = message_vi
        super().__init__(message_vi)

    def __reduce__(self):
        """Readers answer from a process of their own."""
        return type(self), tuple(self.__dict__.values())


class SecretDocument(BadFile):
    """The file carries a secrecy stamp. `message_vi` holds neither its content nor its name."""

    def __init__(self, stamp: str) -> None:
        self.stamp = stamp
        super().__init__(
            f"Văn bản có dấu độ mật “{stamp}”. Hệ thống không được phép đọc, lưu hay xử lý tài "
            f"liệu mật; tệp không được giữ lại. Đề nghị thực hiện theo quy định về bảo vệ bí mật "
            f"nhà nước."
        )

    def __reduce__(self):
        return type(self), (self.stamp,)
