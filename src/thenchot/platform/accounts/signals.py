"""What rooms above may listen to. Sent after the commit."""

from django.dispatch import Signal

# account: the new account; subject: free text that whoever asked for the slip gave
# ("people.person:12")
account_opened = Signal()
