from allauth.account.adapter import DefaultAccountAdapter


class ClosedSignup(DefaultAccountAdapter):
    """Accounts come by slip from the officer, never by signing up."""

    def is_open_for_signup(self, request):
        return False
