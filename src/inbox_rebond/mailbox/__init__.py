"""Where mail comes from and goes to: IMAP accounts, archives on disk, the embedded demo server."""

MAX_BYTES = 1_048_576
"""What is read of one mail, in bytes: the words stand in front, attachments behind."""
