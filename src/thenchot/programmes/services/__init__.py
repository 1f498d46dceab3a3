"""One function per thing the room does. Each authorises, asks the rules, writes and audits in one
transaction.
"""
