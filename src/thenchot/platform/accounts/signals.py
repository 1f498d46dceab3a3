"""What rooms above may listen to. Sent after the commit."""

from thenchot.platform.runtime.afterwards import Announcement

# account: the new account; subject: free text that whoever asked for the slip gave
# ("people.person:12")
account_opened = Announcement()

# account: its password was right, and stored anew under the present settings of hashing
password_rehashed = Announcement()
